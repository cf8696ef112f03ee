"""What the value of a time expression means, seen from a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.text.calendar import read_day, resolve

TUESDAY = date(2021, 6, 15)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2021-06-03", "2021-06-03", "2021-06-03"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1999", "1999-01-01", "1999-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2021-W01", "2021-01-04", "2021-01-10"),
        ("2021-Q3", "2021-07-01", "2021-09-30"),
        ("2021-05-30/2021-06-02", "2021-05-30", "2021-06-02"),
        ("2021-06-03T18:30", "2021-06-03", "2021-06-03"),
    ],
)
def test_absolute_values_need_no_reference(value: str, start: str, end: str) -> None:
    assert resolve(value, None, None) == (start, end)


@pytest.mark.parametrize(
    ("value", "direction", "start", "end"),
    [
        ("REF", None, "2021-06-15", "2021-06-15"),
        ("REF-P1D", None, "2021-06-14", "2021-06-14"),
        ("REF+P1D", None, "2021-06-16", "2021-06-16"),
        ("REF-P1W", None, "2021-06-07", "2021-06-13"),
        ("REF-P0W", None, "2021-06-14", "2021-06-20"),
        ("REF-P1M", None, "2021-05-01", "2021-05-31"),
        ("REF+P1Q", None, "2021-07-01", "2021-09-30"),
        ("REF-P1Y", None, "2020-01-01", "2020-12-31"),
        ("REF-P1W-5", None, "2021-06-11", "2021-06-11"),
        ("REF-P1W-WE", None, "2021-06-12", "2021-06-13"),
        ("REF-P1Y-08", None, "2020-08-01", "2020-08-31"),
        ("REF-P1Y-08-09", None, "2020-08-09", "2020-08-09"),
        ("REF-WXX-2", None, "2021-06-08", "2021-06-08"),
        ("REF+WXX-2", None, "2021-06-22", "2021-06-22"),
        ("REF/REF+P7D", None, "2021-06-15", "2021-06-22"),
        ("REF-P0Y/REF", None, "2021-01-01", "2021-06-15"),
        ("XXXX-WXX-1 +P1W", "past", "2021-06-21", "2021-06-21"),
        ("2021-01-31 +P1M", None, "2021-02-28", "2021-02-28"),
    ],
)
def test_relative_values(value: str, direction: str | None, start: str, end: str) -> None:
    assert resolve(value, direction, TUESDAY) == (start, end)


@pytest.mark.parametrize(
    ("direction", "day"), [("past", "2021-06-14"), ("future", "2021-06-21"), (None, "2021-06-14")]
)
def test_a_weekday_takes_the_side_of_its_tense(direction: str | None, day: str) -> None:
    assert resolve("XXXX-WXX-1", direction, TUESDAY) == (day, day)


@pytest.mark.parametrize("direction", ["past", "future"])
def test_the_weekday_of_the_reference_is_the_reference(direction: str) -> None:
    assert resolve("XXXX-WXX-2", direction, TUESDAY) == ("2021-06-15", "2021-06-15")


@pytest.mark.parametrize(
    ("value", "direction", "reference", "start"),
    [
        ("XXXX-12-28", "past", date(2021, 1, 5), "2020-12-28"),
        ("XXXX-01-09", "future", date(2021, 12, 20), "2022-01-09"),
        ("XXXX-03-01", "past", date(2021, 6, 15), "2021-03-01"),
        ("XXXX-03-01", "future", date(2021, 6, 15), "2022-03-01"),
        ("XXXX-06-16", "past", date(2021, 6, 15), "2021-06-16"),  # another clock's today
        ("XXXX-07-20", "past", date(2021, 6, 15), "2021-07-20"),  # "agreed to vote on July 20"
        ("XXXX-02-29", "past", date(2021, 6, 15), "2020-02-29"),
        ("XXXX-11", "past", date(2021, 6, 15), "2020-11-01"),
        ("XXXX-XX-12", "past", date(2021, 6, 15), "2021-06-12"),
        ("XXXX-XX-31", "past", date(2021, 6, 15), "2021-05-31"),
    ],
)
def test_a_date_without_its_year_is_the_nearest_on_its_side(
    value: str, direction: str, reference: date, start: str
) -> None:
    found = resolve(value, direction, reference)
    assert found is not None
    assert found[0] == start


@pytest.mark.parametrize(
    "value",
    [
        "P3W",
        "PAST",
        "T18:30",
        "2021-SU",
        "EVENT+P1W",
        "2021-02-30",
        "XXXX-13",
        "",
        "REF-P1E",
        "nix",
    ],
)
def test_values_without_days_have_none(value: str) -> None:
    assert resolve(value, None, TUESDAY) is None


def test_an_unknown_reference_leaves_relative_values_open() -> None:
    assert resolve("REF-P1W", None, None) is None
    assert resolve("XXXX-06-03", "past", None) is None


@given(
    some.from_regex(r"[X\d]{4}(-[X\d]{2}){0,2}|REF[+-]P\d{1,4}[DWMQY](-\d)?|.*", fullmatch=True),
    some.sampled_from(["past", "future", None]),
    some.dates(),
)
def test_no_value_raises_and_no_interval_is_upside_down(
    value: str, direction: str | None, reference: date
) -> None:
    found = resolve(value, direction, reference)
    assert found is None or found[0] <= found[1]


@given(some.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), some.integers(1, 7))
def test_a_past_weekday_is_less_than_a_week_off(reference: date, weekday: int) -> None:
    found = resolve(f"XXXX-WXX-{weekday}", "past", reference)
    assert found is not None
    day = date.fromisoformat(found[0])
    assert day.isoweekday() == weekday
    assert 0 <= (reference - day).days <= 6


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-06-15", date(2021, 6, 15)),
        ("2021-06-15T08:00:00+02:00", date(2021, 6, 15)),
        ("2021-13-15", None),
        ("June", None),
        (None, None),
    ],
)
def test_the_day_of_an_instant(text: str | None, day: date | None) -> None:
    assert read_day(text) == day
