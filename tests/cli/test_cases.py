"""`case create`, `case list` and `case drop`, on a database that nobody serves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import cli
from dateline.store import Store
from tests.serve import sample


def run(*arguments: object) -> int:
    """Run a command as the shell would, in this process."""
    try:
        return cli.main(["case", *map(str, arguments)])
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return a database of the sample."""
    file = tmp_path / "news.duckdb"
    with Store(file) as store:
        store.add([sample.story()])
    return file


def test_a_case_is_made_listed_and_dropped(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filters = ("--country", "MOZ", "--origins", 1, "--box", "30,-22,36,-18")
    assert run("create", database, "Beira floods", *filters, "--note", "Both banks.") == cli.DONE
    assert capsys.readouterr().out.startswith("/case/beira-floods is its page in `dateline serve")
    assert run("list", database) == cli.DONE
    line = "beira-floods · Beira floods · country MOZ, box 30,-22,36,-18, origins 1 · Both banks.\n"
    assert capsys.readouterr().out == line
    assert run("list", database, "--json") == cli.DONE
    held = json.loads(capsys.readouterr().out)
    assert held["filters"] == {"country": "MOZ", "box": "30,-22,36,-18", "origins": "1"}
    assert run("drop", database, "beira-floods") == cli.DONE
    assert run("list", database) == cli.PROBLEMS
    assert capsys.readouterr().out == "no cases\n"


def test_a_case_that_is_not_there_is_told(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("drop", database, "storms") == cli.PROBLEMS
    assert capsys.readouterr().err == f"{database}: no case storms\n"


@pytest.mark.parametrize("filters", [(), ("--since", "tomorrow"), ("--box", "1,2")])
def test_what_can_not_be_looked_for_is_no_case(
    database: Path, filters: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("create", database, "Floods", *filters) == cli.MISUSED
    assert "Traceback" not in capsys.readouterr().err
    with Store(database) as store:
        assert store.cases() == ()
