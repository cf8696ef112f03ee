"""`add` and `stories`, and `show` and `why` on a database."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from dateline import cli, desk
from dateline.model import Page, Report
from dateline.store import Query, Store

STORM = """Storm floods the harbour of Mombasa

3 May 2030

Mombasa, Kenya - A storm flooded the harbour of Mombasa on Thursday and killed 12 people, the coast guard said.

"We have never seen such waves," port director Asha Juma told reporters.
"""
SURGE = """Twelve die as storm hits Mombasa harbour

Published on 3 May 2030

A storm that hit the harbour of Mombasa on Thursday has killed at least 12 people, according to the coast guard.

Port director Asha Juma said that nobody had ever seen such waves.
"""
TAX = """Parliament of Norway votes on fishing tax

12 October 2029

The parliament in Oslo passed a tax on salmon farms by 90 votes to 79 on Friday.
"""


def run(*arguments: object) -> int:
    """Run a command as the shell would, in this process."""
    try:
        return cli.main([str(argument) for argument in arguments])
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder of three pages on two stories."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in (("coast", STORM), ("port", SURGE), ("tax", TAX)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def database(pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a database of these pages."""
    file = tmp_path / "news.duckdb"
    assert run("add", file, pages) == 0
    assert capsys.readouterr().out == "3 pages added to 2 stories\n"
    return file


def rows(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[Any]:
    """Return the objects that a command prints, one a line."""
    run("stories", *arguments, "--json")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


# ------------------------------------------------------------------------------------- add


def test_pages_that_are_there_are_passed_over(
    database: Path, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "tax2.txt").write_text(TAX.replace("Friday", "Friday evening"), encoding="utf-8")
    assert run("add", database, pages) == 0
    assert capsys.readouterr().out == "1 page added to 1 story, 3 known already\n"
    assert run("add", database, pages) == 0
    assert capsys.readouterr().out == "0 pages added to 0 stories, 4 known already\n"


def test_a_page_that_can_not_be_read_is_told(
    database: Path, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", database, pages, pages / "gone.txt") == 1
    told = capsys.readouterr()
    assert told.err == f"{pages / 'gone.txt'}: no such file\n"
    assert told.out == "0 pages added to 0 stories, 3 known already, 1 with problems\n"


def test_a_run_that_was_halted_goes_on(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def halted(page: Page, *, codebooks: list[str]) -> Report:
        if page.path.endswith("tax.txt"):
            raise KeyboardInterrupt
        return read(page, codebooks=codebooks)

    read = desk.read
    monkeypatch.setattr("dateline.store.store._AT_ONCE", 1)
    monkeypatch.setattr(desk, "read", halted)
    assert run("add", tmp_path / "news.duckdb", pages) == 130
    monkeypatch.undo()
    assert run("add", tmp_path / "news.duckdb", pages) == 0
    assert capsys.readouterr().out == "1 page added to 1 story, 2 known already\n"


def test_what_was_given_is_kept(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "given.csv"
    given.write_text("path,outlet\ntax.txt,Fjord Times\n", encoding="utf-8")
    assert run("add", tmp_path / "a.duckdb", pages, "--given", given) == 0
    capsys.readouterr()
    (row,) = rows(capsys, tmp_path / "a.duckdb", "--outlet", "Fjord Times")
    assert row["headline"].startswith("Parliament of Norway")


def test_a_file_that_is_no_database_is_left_alone(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", pages / "tax.txt", pages) == 1
    assert capsys.readouterr().err.endswith("tax.txt is not a DuckDB database\n")
    assert (pages / "tax.txt").read_text("utf-8") == TAX


# --------------------------------------------------------------------------------- stories


def test_stories_are_listed_newest_first(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("stories", database) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "3 May 2030" in lines[1] or "May 2030" in lines[1]
    assert "2 reports, 2 outlets" in lines[1]
    assert lines[2].startswith("Parliament of Norway")


def test_a_list_goes_on_where_it_was_cut_off(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("stories", database, "--limit", 1)
    after = capsys.readouterr().out.rpartition("--after ")[2].strip()
    (row,) = rows(capsys, database, "--after", after)
    assert row["headline"].startswith("Parliament of Norway")


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (("--country", "NOR"), 1),
        (("--text", "salmon"), 1),
        (("--since", "2029-01-01", "--until", "2029-12-31"), 1),
        (("--box=0,50,20,70",), 1),
        (("--origins", "7"), 0),
    ],
)
def test_stories_are_looked_for(
    database: Path, capsys: pytest.CaptureFixture[str], filters: tuple[str, ...], count: int
) -> None:
    assert len(rows(capsys, database, *filters)) == count


def test_a_brief_is_printed_by_the_id_of_its_story(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = rows(capsys, database, "--text", "salmon")
    assert run("stories", database, row["id"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Parliament of Norway")
    assert f"  {row['id']}  " in told
    (whole,) = rows(capsys, database, row["id"])
    assert [report["title"] for report in whole["reports"]] == [row["headline"]]


def test_nothing_found_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stories", database, "--text", "volcano") == 1
    assert capsys.readouterr().out == "no stories\n"
    assert run("stories", database, "gone") == 1
    assert capsys.readouterr().err == f"{database}: no story gone\n"


@pytest.mark.parametrize(
    "arguments", [("--since", "soon"), ("--box", "1,2,3"), ("--limit", "0"), ("--after", "x")]
)
def test_a_search_that_can_not_be_made_is_told(
    database: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert run("stories", database, *arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "dateline" in told.err


def test_a_database_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("stories", tmp_path / "gone.duckdb") == 1
    assert capsys.readouterr().err == f"dateline: {tmp_path / 'gone.duckdb'}: no such database\n"


# ------------------------------------------------------------------------------ show and why


def test_show_prints_the_reports_of_a_story_or_one(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(database, read_only=True) as store:
        (row,) = store.stories(Query(text="harbour")).rows
        ids = [hit.id for hit in store.search(Query(text="harbour")).rows]
    assert run("show", database, row.id) == 0
    both = capsys.readouterr().out
    assert "Storm floods the harbour" in both
    assert "Twelve die as storm" in both
    (other,) = (id for id in ids if id != row.id)
    assert run("show", database, other) == 0
    assert capsys.readouterr().out.rstrip() in both


def test_why_explains_a_record_and_a_claim(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(database, read_only=True) as store:
        figure = store.records("figures", Query(measure="killed")).rows[0]
        claim = next(row for row in store.claims(Query(measure="killed")).rows)
    assert run("why", database, f"{figure['report']}/{figure['id']}") == 0
    assert "found by" in capsys.readouterr().out
    assert run("why", database, claim.id) == 0
    assert "origins" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [("show",), ("show", "gone"), ("why", "events/1-2"), ("why", "gone"), ("why", "a/claims/b")],
)
def test_what_a_database_does_not_hold_is_told(
    database: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    verb, *rest = arguments
    assert run(verb, database, *rest) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("dateline: ")


def test_a_run_is_written_down_and_named_by_why_and_datasets(
    database: Path, pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(database, read_only=True) as store:
        (kept,) = store.runs()
        readings = store.readings()
        event = store.records("events").rows[0]
        claim = store.claims().rows[0]
    assert (kept.added, kept.known, kept.rejected, kept.options["paths"]) == (3, 0, 0, [str(pages)])
    assert kept.started <= (kept.ended or "")
    assert set(readings.values()) == {kept.id}
    for record in (f"{event['report']}/{event['id']}", claim.id):
        assert run("why", database, record) == cli.DONE
        assert f"by run {kept.id}: dateline {kept.version}, plover@" in capsys.readouterr().out
    out = tmp_path / "out"
    assert run("export", database, "--as", "csv", "--to", out) == cli.DONE
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    assert [one["id"] for one in package["run"]["read_by"]] == [kept.id]
    with (out / "reports.csv").open(encoding="utf-8", newline="") as file:
        assert {row["run"] for row in csv.DictReader(file)} == {kept.id}
