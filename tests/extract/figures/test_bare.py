"""Numbers whose noun is left out: what they count, and who gives them."""

from __future__ import annotations

import pytest

from dateline.model import Figure
from tests.build import read_text

LEAD = "Flood in the valley\n\nThe river rose again in the night. "


def figure_of(text: str, number: float) -> Figure:
    """Return the figure of body text with a number."""
    report = read_text(LEAD + text, upto="figures", published="2021-06-15")
    return next(f for f in report.figures if number in {f.low, f.high})


@pytest.mark.parametrize(
    ("text", "number", "measure", "claimant"),
    [
        ("The hospital records 31 deaths. The network has gone up to 42 deaths and 103 injured.",
         42, "killed", "network"),
        (("The hospital counted 31 dead and 74 hurt. The state has revised its figure from 16 to"
         " 19."), 19, "killed", "state"),
        (("The director said that 19 people had died. Later he said that the figure had reached"
         " 27."), 27, "killed", "director"),
        ("The union says 214 flights were cancelled. The airline owns up to 61.", 61, "other",
         "airline"),
        (("Four hundred people were arrested, the army said. By the union's reckoning it was"
         " 900."), 900, "arrested", "union"),
        ("The police said 300 had marched. Deaths on the road had touched 57 by noon.", 57,
         "killed", None),
    ],
)  # fmt: skip
def test_a_bare_number_counts_what_was_counted_before(
    text: str, number: float, measure: str, claimant: str | None
) -> None:
    figure = figure_of(text, number)
    assert figure.measure == measure
    given = None if figure.claimed_by is None else figure.claimed_by.name
    assert claimant is None or (given is not None and claimant in given)


def test_a_way_up_is_no_bound() -> None:
    figure = figure_of("The toll has gone up to 42 deaths.", 42)
    assert (figure.low, figure.high) == (42, 42)
    assert figure_of("Up to 42 people died.", 42).low is None


def test_what_falls_in_a_field_is_not_killed() -> None:
    figure = figure_of("The militia fired 12 shells, of which seven fell in farmland.", 7)
    assert figure.measure == "other"


def test_more_of_the_same_has_the_same_source() -> None:
    text = "Twelve men died, the mayor told reporters. Another 44 were wounded."
    figure = figure_of(text, 44)
    assert figure.claimed_by is not None
    assert figure.claimed_by.name == "mayor"


@pytest.mark.parametrize(
    "text",
    [
        "58 people remain in custody (police).",
        "The police have a list with 58 names on it.",
    ],
)
def test_brackets_and_lists_name_who_counts(text: str) -> None:
    figure = figure_of(text, 58)
    assert figure.claimed_by is not None
    assert "police" in figure.claimed_by.name.casefold()


def test_an_hour_is_no_count() -> None:
    report = read_text(LEAD + "Nine men were hurt when the gate fell at eleven.", upto="figures")
    assert [f.span.of(report.text) for f in report.figures] == ["Nine men"]
