"""The scorer of names on the gold of all mentions."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import mentions
from evaluation.measure import Measure

_TEXT = "Talks to open\n\nThe minister Omid Karimi flew to Peru on Monday, his aides said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "talks.txt").write_text(_TEXT, "utf-8")
    monkeypatch.setattr(mentions, "GOLD", tmp_path)
    return tmp_path


def _marks(folder: Path, *marks: tuple[str, str]) -> dict[str, float]:
    lines = [f"{_TEXT.index(words)}\t{kind}\t{words}" for kind, words in marks]
    (folder / "talks.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    measures: list[Measure] = mentions.score_seeds_names("names", folder)[0]
    return {measure.name: measure.value for measure in measures if measure.is_own}


def test_a_name_of_the_right_kind_counts(folder: Path) -> None:
    found = _marks(folder, ("person", "Omid Karimi"), ("country", "Peru"))
    assert (found["kind_right"], found["exact"]) == (1.0, 1.0)


def test_a_wrong_kind_is_a_miss_and_either_of_two_is_right(folder: Path) -> None:
    assert _marks(folder, ("body", "Omid Karimi"))["kind_right"] == 0.0
    assert _marks(folder, ("place|country", "Peru"))["kind_right"] == 1.0


def test_other_characters_are_not_exact(folder: Path) -> None:
    found = _marks(folder, ("person", "Karimi"))
    assert (found["kind_right"], found["exact"]) == (1.0, 0.0)


def test_a_name_that_nobody_marked_costs_precision(folder: Path) -> None:
    assert _marks(folder, ("person", "Omid Karimi"))["precision"] < 1.0
