"""Dates that machines write."""

from __future__ import annotations

import pytest

from dateline.clean.about.instants import in_zone_of, is_finer, moment


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-04-28T10:11:12+02:00", "2024-04-28T10:11:12+02:00"),
        ("2024-04-28T10:11:12.345Z", "2024-04-28T10:11:12+00:00"),
        ("2024-04-28 10:11:12.000000-0400", "2024-04-28T10:11:12-04:00"),
        ("2024-04-28 10:11:12 +0000", "2024-04-28T10:11:12+00:00"),
        ("2024-04-28T10:11+02", "2024-04-28T10:11:00+02:00"),
        ("20240428T101112Z", "2024-04-28T10:11:12+00:00"),
        ("20240428", "2024-04-28"),
        ("1714299072", "2024-04-28T10:11:12+00:00"),
        ("1714299072000", "2024-04-28T10:11:12+00:00"),
        ("Sun, 28 Apr 2024 10:11:12 GMT", "2024-04-28T10:11:12+00:00"),
        ("2024-04-28T10:11:12", "2024-04-28T10:11:12"),
        ("2024-04-28T00:00:00", "2024-04-28"),
        ("28. April 2024", "2024-04-28"),
    ],
)
def test_a_date_is_read_in_any_of_its_spellings(written: str, read: str) -> None:
    assert moment(written) == read


@pytest.mark.parametrize(
    "written",
    ["", "soon", "2024-02-30", "0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "00:00-YY-DD-MM"],
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert moment(written) is None


@pytest.mark.parametrize(
    ("value", "kept", "finer"),
    [
        ("2024-04-28T10:11:12+02:00", "2024-04-28", True),
        ("2024-04-28T10:11:12+02:00", "2024-04-28T10:11:12", True),
        ("2024-04-28T08:11:12+00:00", "2024-04-28T10:11:12", True),
        ("2024-04-28T08:13:00+00:00", "2024-04-28T10:11:12", False),
        ("2024-04-29T10:11:12+02:00", "2024-04-28", False),
        ("2024-04-28", "2024-04-28T10:11:12+02:00", False),
    ],
)
def test_the_same_moment_said_more_exactly_is_finer(value: str, kept: str, finer: bool) -> None:
    assert is_finer(value, kept) is finer


def test_an_instant_in_utc_is_told_by_the_clock_of_the_page() -> None:
    own = ("2024-04-28T21:00:00-04:00", "2024-04-28")
    assert in_zone_of("2024-04-29T02:10:00+00:00", own) == "2024-04-28T22:10:00-04:00"


@pytest.mark.parametrize(
    "others", [(), ("2024-04-28T21:00:00-04:00", "2024-04-28T21:00:00+02:00"), ("2024-04-28",)]
)
def test_without_one_clock_it_stays(others: tuple[str, ...]) -> None:
    assert in_zone_of("2024-04-29T02:10:00+00:00", others) == "2024-04-29T02:10:00+00:00"
