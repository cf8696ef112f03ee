"""`correct`, `corrections` and `audit` on a database."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from dateline import cli
from dateline.identity import record_ids
from dateline.knowledge.marked import read_marked
from dateline.store import Store
from tests.serve import sample

REPORT = sample.courier().id
FIRST, SECOND = (f"{REPORT}/{id}" for id in record_ids("events", sample.courier().events))
BY = ("--by", "Ines Roque", "--why", "The lede says so.")


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


Output = pytest.CaptureFixture[str]


def test_a_correction_is_made_listed_explained_and_taken_back(
    database: Path, capsys: Output
) -> None:
    assert run("correct", database, SECOND, "--set", "status=denied", *BY) == 0
    line = (
        r"  status: denied, read as planned – set right by Ines Roque on [\d-]+: The lede says so."
    )
    told = capsys.readouterr().out
    assert re.search(line, told)
    assert run("corrections", database) == 0
    assert capsys.readouterr().out.strip() == told.strip()
    assert run("why", database, SECOND) == 0
    assert "by hand" in capsys.readouterr().out
    assert run("correct", database, told.split()[0], "--undo", *BY) == 0
    assert "taken back by Ines Roque" in capsys.readouterr().out


def test_a_record_that_was_dropped_is_still_explained(database: Path, capsys: Output) -> None:
    assert run("correct", database, SECOND, "--drop", *BY) == 0
    capsys.readouterr()
    assert run("why", database, SECOND) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "dropped, read as AID planned; army; – set right by Ines Roque" in told
    assert "«The army will open a new shelter on 15 March»" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nothing", "--drop"), "no record nothing"),
        ((SECOND, "--set", "status"), "NAME=VALUE was expected"),
        ((SECOND, "--undo"), "is the id of none"),
        ((REPORT, "--merge", "elsewhere"), "no story elsewhere"),
        ((REPORT, "--split", "elsewhere"), "elsewhere isn't in"),
    ],
)
def test_what_cannot_be_corrected_is_told(
    database: Path, capsys: Output, arguments: tuple[str, ...], told: str
) -> None:
    assert run("correct", database, *arguments, *BY) == 2
    assert told in capsys.readouterr().err


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path, capsys: Output) -> None:
    assert run("correct", tmp_path / "gone.duckdb", SECOND, "--drop", *BY) == 1
    assert "no such database" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_corrections_go_over_to_another_database(
    database: Path, tmp_path: Path, capsys: Output
) -> None:
    run("correct", database, SECOND, "--set", "status=denied", *BY)
    capsys.readouterr()
    run("corrections", database, "--json")
    kept = tmp_path / "kept.jsonl"
    kept.write_text(capsys.readouterr().out, "utf-8")
    assert json.loads(kept.read_text("utf-8"))["outcome"] == "stands"
    other = tmp_path / "other.duckdb"
    with Store(other) as store:
        store.add([sample.story()])
    assert run("corrections", other, "--take", kept) == 0
    assert "status: denied" in capsys.readouterr().out
    kept.write_text("{}\n", "utf-8")
    assert run("corrections", other, "--take", kept) == 2
    assert "kept.jsonl:1: holds no correction" in capsys.readouterr().err


def test_events_that_were_set_right_become_marked_sentences(
    database: Path, tmp_path: Path, capsys: Output
) -> None:
    run("correct", database, SECOND, "--set", "status=denied", "--set", "date=2030-03-14", *BY)
    run("correct", database, FIRST, "--drop", *BY)
    file = tmp_path / "set-right.txt"
    assert run("corrections", database, "--examples", file) == 0
    assert "2 examples in" in capsys.readouterr().out
    held, none = sorted(read_marked(file), key=lambda sentence: -len(sentence.acts))
    assert held.text == "The army will open a new shelter on 15 March."
    (act,) = held.acts
    assert (act.code, act.status, held.text[slice(*act.trigger)]) == ("AID", "denied", "open")
    assert [held.text[slice(*actor)] for actor in act.actors] == ["The army"]
    assert act.times == []  # The day that was set stands in no words.
    assert none.acts == ()


# ------------------------------------------------------------------------------------ audit


def answers(monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    left = iter(typed)

    def answer(_: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", answer)


def test_verdicts_are_asked_for_and_gone_on_with(
    database: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "hm", "r", "", "q")
    assert run("audit", database, "--sample", 3, "--by", "Ines Roque") == 0
    told = capsys.readouterr().out
    assert "1 of 3  " in told
    assert "1 of 3 events judged: 1 right, 0 wrong, 0 unsure" in told
    answers(monkeypatch, "w", "another actor", "u")
    assert run("audit", database, "--sample", 3, "--by", "Ines Roque") == 0
    told = capsys.readouterr().out
    assert "1 of 3  " not in told
    assert "3 of 3 events judged: 1 right, 1 wrong, 1 unsure" in told
    assert "precision 0.500, 95 % between 0.095 and 0.905 (Wilson)" in told


def test_a_verdict_falls_when_the_row_says_something_else(
    database: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, *["r", ""] * 3)
    run("audit", database, "--by", "Ines Roque")
    run("correct", database, SECOND, "--set", "status=denied", *BY)
    capsys.readouterr()
    run("audit", database, "--report")
    assert "2 of 3 events judged" in capsys.readouterr().out


def test_a_sheet_is_judged_elsewhere(database: Path, tmp_path: Path, capsys: Output) -> None:
    sheet = tmp_path / "sheet.csv"
    assert run("audit", database, "--sheet", sheet) == 0
    rows = list(csv.DictReader(io.StringIO(sheet.read_text("utf-8"), newline="")))
    assert [bool(row["text"] and row["says"]) for row in rows] == [True] * 3
    filled = io.StringIO()
    table = csv.DictWriter(filled, rows[0].keys(), lineterminator="\n")
    table.writeheader()
    table.writerows({**row, "verdict": "Right"} for row in rows)
    sheet.write_text(filled.getvalue(), "utf-8")
    assert run("audit", database, "--verdicts", sheet, "--by", "Ines Roque") == 0
    assert "3 of 3 events judged: 3 right" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("record,verdict\nelsewhere/events/1-2,right\n", ":2: elsewhere/events/1-2 isn't in this"),
        (f"record,verdict\n{FIRST},fine\n", ":2: 'fine' is no verdict"),
        ("record\nx\n", ":1: lacks the column verdict"),
    ],
)
def test_a_sheet_that_cannot_be_used_is_told(
    database: Path, tmp_path: Path, capsys: Output, text: str, told: str
) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(text, "utf-8")
    assert run("audit", database, "--verdicts", sheet, "--by", "Ines Roque") == 2
    assert f"sheet.csv{told}" in capsys.readouterr().err


def test_the_same_seed_draws_the_same_rows(database: Path) -> None:
    with Store(database) as store:
        drawn = [row.id for row in store.drawn("events", 2, seed=7)]
        assert [row.id for row in store.drawn("events", 2, seed=7)] == drawn
        others = {tuple(r.id for r in store.drawn("events", 2, seed=n)) for n in range(9)}
    assert len(drawn) == 2
    assert len(others) > 1
