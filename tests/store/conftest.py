"""An empty store for each test, once in DuckDB and once in a PostgreSQL of our own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from dateline.store import Store

ENGINES = ("duckdb", "postgresql")
NUMBERS = count()


def unprivileged() -> str | None:
    """Return whom a server is to run as: it refuses root."""
    if os.getuid():
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Yield the address of a throw-away PostgreSQL that listens on a socket alone."""
    if not shutil.which("initdb") or not shutil.which("pg_ctl"):
        pytest.skip("PostgreSQL is not installed here: no initdb on the PATH")
    user = unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    if user:
        shutil.chown(folder, user)

    def run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, user=user, cwd=folder)

    data = str(folder / "data")
    run("initdb", "-D", data, "-U", "tester", "--auth=trust", "--encoding=UTF8", "--no-sync")
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-D", data, "-l", str(folder / "log"), "-o", settings, "--wait", "start")
    try:
        yield f"postgresql:///postgres?host={quote(str(folder), safe='')}&user=tester"
    finally:
        run("pg_ctl", "-D", data, "--mode=immediate", "--wait", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def new_address(request: pytest.FixtureRequest, folder: Path) -> str:
    """Return the address of a database of the engine asked for that holds nothing yet."""
    if request.param == "duckdb":
        return str(folder / "store.duckdb")
    server: str = request.getfixturevalue("server")
    schema = f"test_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
    return f"{server}&options={quote(f'-csearch_path={schema}', safe='')}"


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database that holds nothing yet."""
    return new_address(request, tmp_path)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Yield an empty store."""
    with Store(address) as opened:
        yield opened


@pytest.fixture(scope="module", params=ENGINES)
def lasting(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """Yield a store that the tests of a module fill once and then only read."""
    with Store(new_address(request, tmp_path_factory.mktemp("lasting"))) as opened:
        yield opened
