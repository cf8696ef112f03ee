"""Other scorers of the sets, and that the own one agrees with the one beside the seeds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.__main__ import FLOORS, kept_row, main
from evaluation.floors import open_floors
from evaluation.grouping import adjusted_rand, b_cubed
from evaluation.measure import Measure, Tally
from evaluation.sets import SETS, all_folders, all_of, run_dateline, seeds_folder
from evaluation.story import Case
from evaluation.together import score_story

GOLD = {"a": 1, "b": 1, "c": 2, "d": 2}


def test_equal_groups_are_perfect_whatever_their_labels() -> None:
    found = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert b_cubed(found, GOLD) == (1.0, 1.0, 1.0)
    assert adjusted_rand(found, GOLD) == 1.0


def test_single_reports_are_precise_and_one_group_is_complete() -> None:
    precision, recall, _ = b_cubed({one: one for one in GOLD}, GOLD)
    assert (precision, recall) == (1.0, 0.5)
    precision, recall, _ = b_cubed(dict.fromkeys(GOLD, 1), GOLD)
    assert (precision, recall) == (0.5, 1.0)
    assert adjusted_rand(dict.fromkeys(GOLD, 1), GOLD) == 0.0


def test_an_unknown_set_is_named_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["dams"]) == 2
    printed = capsys.readouterr().out
    assert printed.startswith("no such set: dams; there are: quick, ")
    assert all(one.name in printed for one in SETS)


def test_results_keep_cases_and_standard_errors() -> None:
    assert kept_row(Measure("dam", "title", 0.66666, 3)) == {"value": 0.667, "n": 3}
    row = kept_row(Measure("dam", "title", 0.5, 4, error=0.25))
    assert row == {"value": 0.5, "n": 4, "se": 0.25}


def test_every_floor_is_of_a_set() -> None:
    names = {one.name for one in SETS}
    assert {key.partition("/")[0] for key in open_floors(FLOORS).floors} <= names


def test_the_parts_of_a_set_are_put_together() -> None:
    title, body = Measure("dam", "title", 1.0, 1), Measure("dam", "body", 0.5, 1)
    scored = all_of(lambda *_: ([title], ["a"]), lambda *_: ([body], ["b"]))("dam", Path())
    assert (scored.measures, scored.misses) == ([title, body], ["a", "b"])


def test_a_set_that_is_made_of_several_needs_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_BENCH", str(tmp_path))
    (tmp_path / "extraction-scrapinghub").mkdir(parents=True)
    find = all_folders("extraction-scrapinghub", "extraction-wcxb-dev150")
    assert find() is None
    (tmp_path / "extraction-wcxb-dev150").mkdir()
    assert find() == tmp_path


def scorer() -> Path | None:
    """Return the scorer that comes with the seeds, where it is."""
    seeds = seeds_folder()
    beside = seeds.parent / "tools" / "score_story.py" if seeds else Path()
    named = Path(os.environ.get("DATELINE_SCORER", beside))
    return named if named.is_file() else None


@pytest.mark.benchmark
@pytest.mark.slow
@pytest.mark.skipif(scorer() is None, reason="the seeds and their scorer are not here")
def test_the_own_scorer_agrees_with_the_one_of_the_seeds(tmp_path: Path) -> None:
    import yaml

    folder, script = seeds_folder(), scorer()
    assert folder is not None
    gold = folder / "gold.yaml"
    found = run_dateline(sorted(folder.glob("*.txt")))
    out = tmp_path / "out.json"
    out.write_text(json.dumps(found), "utf-8")
    command = [sys.executable, str(script), str(gold), str(folder), str(out)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    theirs = {row.split()[0]: row.split()[2] for row in printed.splitlines() if row.split()}
    case = Case(yaml.safe_load(gold.read_text("utf-8")), found["stories"], Tally())
    score_story(case)
    ours = {name: f"{sum(hits)}/{len(hits)}" for name, hits in case.tally.hits.items()}
    assert ours == theirs
