"""Dates of lists and headers, as ISO 8601."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.dates import iso_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-03-03", "2020-03-03"),
        ("2020/3/3", "2020-03-03"),
        ("2020-03-03T10:15:00Z", "2020-03-03T10:15:00+00:00"),
        ("2020-03-03 10:15:00.123456+01:00", "2020-03-03T10:15:00+01:00"),
        ("2020-03-03T10:15+0530", "2020-03-03T10:15:00+05:30"),
        ("2020-03-03 10:15:00 UTC", "2020-03-03T10:15:00+00:00"),
        ("2020-03-03T10:15:00+01", "2020-03-03T10:15:00+01:00"),
        ("20200303", "2020-03-03"),
        ("20200303T101500Z", "2020-03-03T10:15:00+00:00"),
        ("Tue, 03 Mar 2020 10:15:00 GMT", "2020-03-03T10:15:00+00:00"),
        ("Tue, 03 Mar 2020 10:15:00 -0330", "2020-03-03T10:15:00-03:30"),
        ("3 Mar 2020 10:15 CEST", "2020-03-03T10:15:00+02:00"),
        ("March 3, 2020", "2020-03-03"),
        ("3rd March 2020", "2020-03-03"),
        (1583230500, "2020-03-03T10:15:00+00:00"),
        ("1583230500123", "2020-03-03T10:15:00+00:00"),
    ],
)
def test_a_date_is_read_in_its_many_spellings(value: object, expected: str) -> None:
    assert iso_date(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "2020-03-03 10:15:00",
        "Tue, 03 Mar 2020 10:15:00",
        "Tue, 03 Mar 2020 10:15:00 -0000",
        "3 Mar 2020 10:15 IST",
    ],
)
def test_an_hour_without_a_known_zone_is_left_out(value: str) -> None:
    assert iso_date(value) == "2020-03-03"


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        [],
        "",
        "soon",
        "2020",
        "2020-02-30",
        "03/04/2020",
        "Maybe 3 2020",
        "20209999",
        7,
        1e300,
        "1" * 90,
        f"Tue, 3 Mar {'9' * 30} 10:00:00 +0100",
    ],
)
def test_what_is_no_date_is_none(value: object) -> None:
    assert iso_date(value) is None


@given(st.text(max_size=40) | st.integers() | st.floats())
def test_nothing_raises(value: object) -> None:
    iso_date(value)
