"""A comparison is told in 80 columns, as CSV, and as JSON; nothing of a row steers a terminal."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from dateline import cli
from dateline.compare import open_rows, set_beside, telling
from dateline.serve.typeset import PLAIN, columns
from dateline.store import Store
from tests.compare.build import filled, gdelt, written


def test_both_sides_stand_in_eighty_columns(tmp_path: Path) -> None:
    hostile = gdelt(one="\x1b[31mRED", code="141")
    rows = open_rows(written(tmp_path / "day.CSV", [gdelt(), hostile, *[gdelt()] * 4]))
    with Store(filled(tmp_path / "a.duckdb")) as store:
        lines = list(telling.told(set_beside(store, rows), PLAIN))
    assert max(map(columns, lines)) <= 80
    text = "\n".join(lines)
    assert "\x1b" not in text
    assert "700001 CAMEO 130" in text
    assert "and 2 more" in text
    assert "Neither side is the measure" in text


def test_programs_get_both_sides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = filled(tmp_path / "a.duckdb")
    file = written(tmp_path / "day.CSV", [gdelt()])
    assert cli.main(["compare", str(database), str(file), "--csv"]) == cli.DONE
    theirs, ours = csv.DictReader(capsys.readouterr().out.splitlines())
    assert (theirs["side"], theirs["id"], theirs["in_group"]) == ("theirs", "700001", "both")
    assert (ours["side"], ours["status"], ours["origins_least"]) == ("ours", "happened", "1")
    assert cli.main(["compare", str(database), str(file), "--json"]) == cli.DONE
    (group,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert group["ours"][0]["link"].startswith("/stories/dam/claims/")
    assert group["theirs"][0]["link"] == "https://wire.example/narva"


def test_a_wrong_file_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = filled(tmp_path / "a.duckdb")
    file = written(tmp_path / "day.CSV", [gdelt(day="soon")])
    assert cli.main(["compare", str(database), str(file)]) == cli.MISUSED
    assert capsys.readouterr().err == f"dateline: {file}:1: 'soon' is no day\n"


def test_nothing_to_compare_is_a_problem(tmp_path: Path) -> None:
    file = written(tmp_path / "day.CSV", [gdelt(day="20200101")])
    assert cli.main(["compare", str(filled(tmp_path / "a.duckdb")), str(file)]) == cli.PROBLEMS
