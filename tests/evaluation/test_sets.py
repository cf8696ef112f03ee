"""Other scorers of the sets, and that the own one agrees with the one beside the seeds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.article import runs
from evaluation.grouping import adjusted_rand, b_cubed
from evaluation.measure import Tally
from evaluation.sets import run_dateline, seeds_folder
from evaluation.story import Case
from evaluation.together import score_story

GOLD = {"a": 1, "b": 1, "c": 2, "d": 2}


def test_a_short_text_is_one_run_and_an_empty_one_none() -> None:
    assert sum(runs("one two").values()) == 1
    assert sum(runs("one two three four five").values()) == 2
    assert not runs(" … ")


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
