"""`serve`: it says where it answers, answers there, and says plainly why it can't."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx2
import pytest

from dateline import cli
from dateline.cli.serving import _opened
from dateline.errors import StoreOutdated
from dateline.identity import record_ids
from dateline.store import Store
from dateline.store.engine import Session
from dateline.store.migrations import MIGRATIONS
from dateline.store.note import note_path
from tests.serve import sample

STORM = """Storm floods the harbour of Mombasa

3 May 2030

Mombasa, Kenya - A storm flooded the harbour of Mombasa on Thursday and killed 12 people, the coast guard said.
"""


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
def serving(database: Path, *more: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yield the address of a server and its process."""
    command = [sys.executable, "-m", "dateline", "serve", str(database), "--port", "0", *more]
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


@pytest.mark.slow
def test_other_commands_reach_the_file_through_its_server(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "storm.txt"
    page.write_text(STORM, encoding="utf-8")
    note = note_path(database)
    (tmp_path / "link.duckdb").symlink_to(database)
    with serving(database) as (address, server):
        assert run("add", database, page) == 0
        assert capsys.readouterr().out == "1 page added to 1 story\n"
        assert run("add", tmp_path / "link.duckdb", page) == 0
        assert capsys.readouterr().out == "0 pages added to 0 stories, 1 known already\n"
        assert run("stories", database, "--country", "KEN", "--json") == 0
        id = json.loads(capsys.readouterr().out)["id"]
        assert run("show", database, id) == 0
        assert "coast guard" in capsys.readouterr().out
        assert (
            run("why", database, f"{sample.story().id}/claims/{sample.story().claims[0].id}") == 0
        )
        assert run("export", database, "--as", "csv", "--to", tmp_path / "out") == 0
        assert id in (tmp_path / "out" / "reports.csv").read_text("utf-8")
        assert run("stories", database, "--after", "x") == 2
        assert f"/stories/{id}" in httpx2.get(address, timeout=60).text
        capsys.readouterr()
        assert run("serve", database, "--port", "0") == 1
        told = capsys.readouterr().err
        assert f"process {server.pid} holds it" in told
        assert f"it is served at {address}" in told
        hidden = note.rename(tmp_path / "hidden")
        assert run("stories", database) == 1
        assert "wait until it is done, or end it" in capsys.readouterr().err
        hidden.rename(note)
    assert not note.exists()
    assert run("stories", database) == 0


@pytest.mark.slow
def test_things_are_set_right_and_judged_while_a_server_holds_the_file(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = f"{sample.courier().id}/{record_ids('events', sample.courier().events)[1]}"
    by = ("--by", "Ines Roque", "--why", "The lede says so.")
    examples, sheet = tmp_path / "set-right.txt", tmp_path / "sheet.csv"
    with serving(database) as (address, _):
        assert run("correct", database, event, "--set", "status=denied", *by) == 0
        told = capsys.readouterr().out
        assert "status: denied, read as planned – set right by Ines Roque" in told
        assert run("corrections", database, "--examples", examples) == 0
        assert "1 examples in" in capsys.readouterr().out
        assert "read as planned" in httpx2.get(f"{address}corrections", timeout=60).text
        assert run("correct", database, "nothing", "--drop", *by) == 2
        assert "no record nothing" in capsys.readouterr().err
        assert run("correct", database, told.split()[0], "--undo", *by) == 0
        assert run("audit", database, "--sheet", sheet) == 0
        sheet.write_text(sheet.read_text("utf-8").replace(",,", ",right,"), "utf-8")
        capsys.readouterr()
        assert run("audit", database, "--verdicts", sheet, "--by", "Ines Roque") == 0
        assert "3 right, 0 wrong, 0 unsure" in capsys.readouterr().out


@pytest.mark.slow
def test_a_server_that_is_told_to_end_takes_its_note_away(database: Path) -> None:
    with serving(database) as (_, server):
        assert note_path(database).stat().st_mode & 0o777 == 0o600
        server.terminate()
        server.wait(timeout=60)
        assert not note_path(database).exists()


@pytest.mark.slow
def test_a_note_that_was_left_behind_misleads_nobody(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(database) as (_, server):
        server.kill()
        server.wait(timeout=60)
    assert note_path(database).exists()
    assert run("stories", database) == 0
    hold = f"from dateline import Store; store = Store({str(database)!r}); print(1, flush=True); input()"
    command = [sys.executable, "-c", hold]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as holder:  # type: ignore[call-overload] # pipes
        assert holder.stdout.readline() == "1\n"
        capsys.readouterr()
        assert run("stories", database) == 1
        holder.communicate("\n", timeout=60)
    assert "but nobody answers there: end the process that holds it" in capsys.readouterr().err


@pytest.mark.slow
def test_readers_share_a_file_that_nobody_writes(database: Path) -> None:
    with serving(database, "--read-only"), serving(database, "--read-only") as (address, _):
        assert run("stories", database) == 0
        assert not note_path(database).exists()
        assert httpx2.get(address, timeout=60).status_code == 200


@pytest.mark.slow
def test_pages_are_sent_with_the_token_of_a_file(database: Path, tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("correct-horse-battery\n", encoding="utf-8")
    kind = {"Content-Type": "text/plain"}
    with serving(database, "--token-file", str(token)) as (address, _):
        send = partial(httpx2.post, f"{address}api/pages", content=STORM, timeout=120)
        shown = {**kind, "Authorization": "Bearer correct-horse-battery"}
        assert send(headers=kind).status_code == 401
        assert len(send(headers=shown).json()["accepted"]) == 1


@pytest.mark.parametrize("token", ["short", "", "with a space in it", "höher-als-sechzehn"])
def test_a_token_that_is_none_is_told(
    database: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    token: str,
) -> None:
    monkeypatch.setenv("DATELINE_TOKEN", token)
    assert run("serve", database, "--port", "0") == 2
    told = capsys.readouterr().err
    assert "DATELINE_TOKEN: a token has 16 characters or more" in told
    assert not token or token not in told


def test_a_token_that_may_not_be_used_is_told(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "token"
    assert run("serve", database, "--token-file", file) == 2
    assert "No such file" in capsys.readouterr().err
    file.write_text("correct-horse-battery", encoding="utf-8")
    assert run("serve", database, "--token-file", file, "--read-only") == 2
    assert "contradict each other" in capsys.readouterr().err


def test_tables_of_an_earlier_release_are_brought_up_to_date(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add_column(session: Session, *, indexed: bool) -> None:
        session.run("ALTER TABLE stories ADD COLUMN note TEXT")

    monkeypatch.setattr("dateline.store.migrations.MIGRATIONS", (*MIGRATIONS, add_column))
    with pytest.raises(StoreOutdated), _opened(str(database), writes=False):
        pass
    with _opened(str(database), writes=True) as store:
        assert store.story(sample.story().id) == sample.story()


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
