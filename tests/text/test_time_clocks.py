"""Times of day that stand alone, and the days that they are of."""

from __future__ import annotations

import pytest

from tests.build import read_text

LEAD = "Crane falls in Osmara\n\nA crane fell in the port of Osmara on Monday, killing two. "


def starts(text: str) -> list[tuple[str, str | None]]:
    """Return value and first day of each time of a report of Tuesday, 2021-06-15."""
    report = read_text(LEAD + text, upto="times", published="2021-06-15")
    return [(time.value.partition("T")[2], time.start) for time in report.times[1:]]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("It fell at 6.40 a.m.", "06:40"),
        ("The bell rang at 10.40.", "10:40"),
        ("It fell at midday.", "12:00"),
        ("It fell at nine in the evening.", "21:00"),
        ("It fell at half past five in the afternoon.", "17:30"),
        ("It fell at quarter to six in the morning.", "05:45"),
        ("It fell at ten o'clock.", "10:00"),
        ("It fell at half past three.", "03:30"),
        ("It fell at a quarter to nine.", "08:45"),
        ("It fell at 19.30 SAST.", "19:30"),
        ("It fell at 22:02 CEST.", "22:02"),
    ],
)
def test_a_time_of_day_is_of_the_day_of_the_lede(text: str, clock: str) -> None:
    assert starts(text) == [(clock, "2021-06-14")]


def test_the_day_before_it_in_its_paragraph_goes_first() -> None:
    told = starts("\n\nOn Saturday a storm blew up. At noon the masts broke.")
    assert told[-1] == ("12:00", "2021-06-12")


@pytest.mark.parametrize(
    "text", ["The port opens daily at 6 a.m.", "Shares closed at 10.40.", "They paid 10.40."]
)
def test_what_recurs_and_what_is_a_price_has_no_day(text: str) -> None:
    assert all(start is None for _, start in starts(text))
