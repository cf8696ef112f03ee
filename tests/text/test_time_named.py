"""Which words are times of their own: feasts, "now", what comes round."""

from __future__ import annotations

import pytest

from dateline.model import Time
from tests.build import read_text

LEAD = "Harbour talks resume\n\nThe port of Osmara has been closed since the storm. "


def times(text: str) -> tuple[Time, ...]:
    """Return the times of a body sentence of 2021-06-15."""
    return read_text(LEAD + text, upto="times", published="2021-06-15").times


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ferry sank on Christmas Eve.", "2020-12-24"),
        ("The ferry will sail again on Christmas Day.", "2021-12-25"),
        ("The ferry sank on New Year's Day 2018.", "2018-01-01"),
    ],
)
def test_a_feast_with_a_date_has_a_day(text: str, day: str) -> None:
    (found,) = times(text)
    assert (found.start, found.end, found.grain) == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The road is now open.", "PRESENT_REF"),
        ("The road was recently mended.", "PAST_REF"),
        ("The road may be mended in the near future.", "FUTURE_REF"),
    ],
)
def test_a_vague_word_has_a_side_and_no_days(text: str, value: str) -> None:
    (found,) = times(text)
    assert (found.value, found.grain, found.start) == (value, "vague", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ships call every Friday.", "XXXX-WXX-5"),
        ("Ships call on Fridays.", "XXXX-WXX-5"),
        ("Ships call daily.", "P1D"),
        ("The port moves 3,000 tonnes per day.", "P1D"),
    ],
)
def test_what_comes_round_is_a_set(text: str, value: str) -> None:
    (found,) = times(text)
    assert (found.value, found.grain) == (value, "set")


@pytest.mark.parametrize(
    "text", ["Now that the road is open, ships call.", "She sang of a christmas tree."]
)
def test_these_are_none(text: str) -> None:
    assert times(text) == ()
