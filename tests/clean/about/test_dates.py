"""Printed dates, in several languages."""

from __future__ import annotations

import pytest

from dateline.clean.about.dates import find_dates, is_date_line, is_update


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("28. April 2024", "2024-04-28"),
        ("Publié le 1er mai 2024 à 12h", "2024-05-01"),
        ("28 de abril de 2024", "2024-04-28"),
        ("3 marzo 2024", "2024-03-03"),
        ("20 Nisan 2026", "2026-04-20"),
        ("28 Şubat 2024", "2024-02-28"),
        ("28 апреля 2024", "2024-04-28"),
        ("2024年4月28日", "2024-04-28"),
        ("2024년 4월 28일", "2024-04-28"),
        ("3 min readApril 28, 20249:15 AM", "2024-04-28"),
        ("17:41:09 JST, April 28, 2024", "2024-04-28T17:41:09+09:00"),
    ],
)
def test_a_date_is_read_in_its_language(line: str, day: str) -> None:
    assert [printed.value for printed in find_dates(line)] == [day]


@pytest.mark.parametrize("line", ["3 ago", "12 gen", "40 set pieces", "28 Smarch 2024"])
def test_a_month_of_another_language_needs_its_year(line: str) -> None:
    assert list(find_dates(line)) == []


@pytest.mark.parametrize(
    ("day_first", "days"), [(True, ["2018-09-04"]), (False, ["2018-04-09"]), (None, [])]
)
def test_the_country_says_which_number_is_the_month(
    day_first: bool | None, days: list[str]
) -> None:
    assert [p.value for p in find_dates("04/09/2018", day_first=day_first)] == days


@pytest.mark.parametrize(
    "line",
    ["Datum 28.04.2023", "Publié le 1er mai 2024", "20 Nisan 2026•Güncelleme: 21 Nisan 2026"],
)
def test_a_date_line_may_be_in_another_language(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    ("words", "changed"),
    [("Last updated: ", True), ("Aktualisiert am ", True), ("Güncelleme: ", True), ("On ", False)],
)
def test_a_change_is_told_in_several_languages(words: str, changed: bool) -> None:
    assert is_update(words) is changed
