"""`serve`: it says where it answers, answers there, and says plainly why it can't."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from dateline import cli
from dateline.store import Store
from tests.serve import sample


def run(*arguments: object) -> int:
    """Run a command as the shell would, in this process."""
    try:
        return cli.main([str(argument) for argument in arguments])
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return a database of the sample story."""
    file = tmp_path / "news.duckdb"
    with Store(file) as store:
        store.add([sample.story()])
    return file


@contextmanager
def serving(database: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yield the address of a server and its process."""
    command = [sys.executable, "-m", "dateline", "serve", str(database), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        told = server.stdout.readline()
        address = re.match(r"(http://127\.0\.0\.1:\d+/) shows ", told)
        try:
            assert address is not None, told
            yield address[1], server
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)


@pytest.mark.slow
def test_a_database_is_shown_until_the_command_is_interrupted(database: Path) -> None:
    with serving(database) as (address, server):
        answer = httpx2.get(address, timeout=60)
        assert "River bursts its banks" in answer.text
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        foreign = httpx2.get(f"{address}api/stories", headers={"Host": "evil.example"}, timeout=60)
        assert foreign.status_code == 421
    assert server.returncode in {0, 130}


def test_a_port_that_is_taken_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("serve", database, "--port", port) == 2
    told = capsys.readouterr().err
    assert told == f"dateline: can't answer at 127.0.0.1 port {port}: Address already in use\n"


@pytest.mark.parametrize("port", ["-1", "65536", "http", "٨٠"])
def test_what_is_no_port_is_told(
    database: Path, capsys: pytest.CaptureFixture[str], port: str
) -> None:
    assert run("serve", database, f"--port={port}") == 2
    assert "a port from 0 to 65535 was expected" in capsys.readouterr().err


def test_a_host_that_is_not_this_machine_is_told(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("serve", database, "--host", "192.0.2.1", "--port", "0") == 2
    assert "can't answer at 192.0.2.1 port 0: " in capsys.readouterr().err


def test_a_file_that_is_no_database_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("River", encoding="utf-8")
    assert run("serve", tmp_path / "a.txt") == 1
    assert capsys.readouterr().err == f"dateline: {tmp_path / 'a.txt'} is not a DuckDB database\n"
