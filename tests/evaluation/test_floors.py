"""Floors: what falls below is told, what has no measure is told, and none falls in silence."""

from __future__ import annotations

from pathlib import Path

from evaluation.floors import Floors, below, digest, lowered, raised, unmeasured
from evaluation.measure import Measure, Tally

FLOORS = Floors("gold", {"dam/title": 0.8, "ferry/title": 0.5})


def title(value: float) -> list[Measure]:
    return [Measure("dam", "title", value, 4)]


def test_a_value_under_its_floor_is_told() -> None:
    assert below(title(0.75), FLOORS) == ["dam/title is 0.750, its floor is 0.800"]
    assert below(title(0.8), FLOORS) == []


def test_a_floor_without_a_measure_is_told_for_measured_sets_only() -> None:
    assert unmeasured([], ["dam"], FLOORS) == ["dam/title has a floor and was not measured"]


def test_raising_never_lowers() -> None:
    assert raised(title(0.9), FLOORS, "new").floors["dam/title"] == 0.9
    assert raised(title(0.7), FLOORS, "new").floors["dam/title"] == 0.8


def test_a_floor_falls_only_with_a_line_of_the_changelog() -> None:
    assert lowered(title(0.7), FLOORS, "nothing").floors["dam/title"] == 0.8
    assert lowered(title(0.7), FLOORS, "- dam/title: harder gold").floors["dam/title"] == 0.7


def test_the_digest_changes_with_names_and_bytes(tmp_path: Path) -> None:
    file = tmp_path / "gold.yaml"
    file.write_text("a: 1")
    before = digest([file], tmp_path)
    file.write_text("a: 2")
    assert digest([file], tmp_path) != before


def test_a_rival_gets_no_floor() -> None:
    theirs = [Measure("dam", "body", 0.9, 4, rival="sluice")]
    assert raised(theirs, FLOORS, "new").floors == FLOORS.floors


def test_a_difference_may_be_less_than_nothing() -> None:
    above = [Measure("dam", "above_sluice", -0.0214, 4)]
    assert below(above, FLOORS) == []
    assert raised(above, FLOORS, "new").floors["dam/above_sluice"] == -0.022


def test_a_measure_prints_on_one_line() -> None:
    assert str(Measure("dam", "title", 2 / 3, 3)) == "dam/title 0.667 n=3"


def test_a_rival_and_a_standard_error_are_printed() -> None:
    theirs = Measure("dam", "title", 2 / 3, 3, error=0.0471, rival="sluice")
    assert str(theirs) == "dam@sluice/title 0.667 n=3 se=0.047"


def test_a_tally_of_pages_has_standard_errors() -> None:
    tally = Tally()
    for hit in (True, False, True, False):
        tally.count("title", hit, "")
    (measure,) = tally.measures("dam", rival="sluice", by_page=True)
    assert (measure.key, measure.value) == ("dam@sluice/title", 0.5)
    assert measure.error is not None
    assert 0.2 < measure.error < 0.3


def test_a_measure_that_met_nothing_counts_as_a_miss() -> None:
    tally = Tally()
    tally.count("title", hit=True, miss="")
    tally.expect(["title", "brief_cited"])
    assert [measure.value for measure in tally.measures("dam")] == [1.0, 0.0]
