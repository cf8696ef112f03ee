"""Numbers, dates and labels are said in plain English."""

from __future__ import annotations

import pytest

from dateline.model import Label, Status
from dateline.serve import phrases


@pytest.mark.parametrize(
    ("low", "high", "hedge", "unit", "words"),
    [
        (40.0, 40.0, "exact", "person", "40"),
        (40.0, None, "at_least", "person", "at least 40"),
        (None, 9.0, "at_most", None, "at most 9"),
        (800_000.0, 800_000.0, "about", "person", "about 800,000"),
        (3e6, 3e6, "estimated", "person", "an estimated 3 million"),
        (2_000.0, 9_999.0, None, "person", "2,000 to 9,999"),
        (12.0, 15.0, "between", "percent", "between 12 and 15 percent"),
        (1.5e9, 1.5e9, None, "USD", "$1.5 billion"),
        (70.0, 70.0, "exact", "CHF", "70 CHF"),
        (22.0, 22.0, "exact", "day", "22 days"),
        (1.0, 1.0, "exact", "day", "1 day"),
        (6.0, 6.0, "exact", "foot", "6 feet"),
        (30.0, 30.0, "exact", "square mile", "30 square miles"),
        (70.0, 70.0, "exact", "USD per barrel", "$70 per barrel"),
        (90.0, 90.0, "exact", "kilometre per hour", "90 kilometres per hour"),
        (0.0, 0.0, "exact", "person", "0"),
        (None, None, None, None, "not said"),
    ],
)
def test_an_amount_is_said_with_its_hedge(
    low: float | None, high: float | None, hedge: str | None, unit: str | None, words: str
) -> None:
    assert phrases.how_many(low, high, hedge, unit) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.0, "1"),
        (12_345.0, "12,345"),
        (2_500_000.0, "2.5 million"),
        (1_234_567.0, "1,234,567"),
        (0.25, "0.25"),
        (7e9, "7 billion"),
    ],
)
def test_a_number_is_said_whole(value: float, words: str) -> None:
    assert phrases.number_words(value) == words


@pytest.mark.parametrize(
    ("start", "end", "grain", "words"),
    [
        ("2030-03-11", "2030-03-11", "day", "11 March 2030"),
        ("2030-03-11", "2030-03-17", "week", "11–17 March 2030"),
        ("2030-03-30", "2030-04-02", "day", "30 Mar – 2 Apr 2030"),
        ("2029-12-30", "2030-01-02", "day", "30 Dec 2029 – 2 Jan 2030"),
        ("2030-03-01", "2030-03-31", "month", "March 2030"),
        ("2030-01-01", "2030-12-31", "year", "2030"),
        ("soon", "soon", "day", "soon"),
    ],
)
def test_days_are_said_in_words(start: str, end: str, grain: str, words: str) -> None:
    assert phrases.days_words(start, end, grain) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2030-03-11T09:30:00+02:00", "11 March 2030"), ("XXXX-03-11", None), (None, None)],
)
def test_an_instant_is_said_as_its_day(iso: str | None, words: str | None) -> None:
    assert phrases.day_words(iso) == words


def test_a_list_ends_in_and() -> None:
    assert phrases.listed(["AP", "AFP", "dpa"]) == "AP, AFP and dpa"


def test_every_label_and_status_has_words() -> None:
    assert set(phrases.LABELS) == {label.value for label in Label}
    assert set(phrases.STATUSES) == {status.value for status in Status}


def test_what_is_counted_is_said_once() -> None:
    assert phrases.measured("people killed", "killed") == "people killed"
    assert phrases.measured("people in Beira", "killed") == "people in Beira, killed"
    assert phrases.measured("", "other") == "other"
