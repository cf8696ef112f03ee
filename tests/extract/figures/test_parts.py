"""Parts of those told of before, and the votes that stand against each other."""

from __future__ import annotations

import pytest

from dateline.model import Figure
from tests.build import read_text


def figures(text: str) -> dict[str, Figure]:
    """Return the figures of body text by their words."""
    lead = "Storm on the coast\n\nThe wind fell in the night. "
    report = read_text(lead + text, upto="figures", published="2031-03-05")
    return {f.span.of(report.text): f for f in report.figures}


@pytest.mark.parametrize(
    ("text", "words", "of_what", "unit"),
    [
        ("Rescuers carried nine children out. Four of them were asleep.", "Four of them",
         "children", "person"),
        ("The depot held tents. We saw 30 of them in the mud.", "30 of them", "tents", None),
        ("Forty lorries came, and 12 of those were empty.", "12 of those", "lorries", None),
    ],
)  # fmt: skip
def test_a_part_is_of_those_told_of_before(
    text: str, words: str, of_what: str, unit: str | None
) -> None:
    figure = figures(text)[words]
    assert (figure.of_what, figure.unit) == (of_what, unit)


def test_one_of_them_is_no_count() -> None:
    assert "One of them" not in figures("Nine boats sailed. One of them was green.")


def test_part_and_whole_are_both_told() -> None:
    found = figures("A judge freed 39 of the 57 people held.")
    assert sorted(f.low or 0 for f in found.values()) == [39, 57]


def test_few_that_are_known_are_no_count() -> None:
    found = figures("A judge freed two of the three guards.")
    assert [f.low for f in found.values()] == [2]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The bill passed by 60 votes to 12.", [60, 12]),
        ("The motion won 51 in favour and 40 against.", [51, 40]),
        ("The budget was carried by 41 to 39.", [41, 39]),
    ],
)
def test_votes_for_and_against(text: str, counts: list[float]) -> None:
    assert [f.low for f in figures(text).values()] == counts
