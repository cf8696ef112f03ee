"""Values are read from the words that people type, and said in words that are read again."""

from __future__ import annotations

import pytest

from dateline.errors import CorrectionError
from dateline.model import Span
from dateline.review.amounts import (
    amount_words,
    place_words,
    read_amount,
    read_place,
    read_time,
    time_words,
)
from dateline.review.parties import party_words, read_parties
from dateline.review.values import SETTINGS, setting_of
from tests.weaving.reports import at, make_report

SPAN = Span(3, 9)


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("40", (40.0, 40.0, "exact")),
        ("1,200", (1200.0, 1200.0, "exact")),
        ("at least 40", (40.0, None, "at_least")),
        ("At most 2.5", (None, 2.5, "at_most")),
        ("about 40", (40.0, 40.0, "about")),
        ("an estimated 3000000", (3e6, 3e6, "estimated")),
        ("40-52", (40.0, 52.0, "between")),
        ("40 to 52", (40.0, 52.0, "between")),
    ],
)
def test_amounts(words: str, amount: tuple[float | None, float | None, str]) -> None:
    assert read_amount(words) == amount
    assert read_amount(amount_words(amount)) == amount


@pytest.mark.parametrize("words", ["", "many", "52-40", "about 40-52", "-3", "1e400x", "٤٠x"])
def test_what_is_no_amount(words: str) -> None:
    with pytest.raises(CorrectionError):
        read_amount(words)


@pytest.mark.parametrize(
    ("words", "start", "end", "grain"),
    [
        ("2030-03-11", "2030-03-11", "2030-03-11", "day"),
        ("2030-02", "2030-02-01", "2030-02-28", "month"),
        ("2030", "2030-01-01", "2030-12-31", "year"),
        ("2030-03-11/2030-03-14", "2030-03-11", "2030-03-14", "day"),
    ],
)
def test_days(words: str, start: str, end: str, grain: str) -> None:
    time = read_time(words, SPAN)
    assert (time.start, time.end, time.grain, time.span) == (start, end, grain, SPAN)
    assert read_time(time_words(time), SPAN).start == start


@pytest.mark.parametrize("words", ["", "Monday", "2030-13", "2030-02-30", "2030-03-14/2030-03-11"])
def test_what_is_no_day(words: str) -> None:
    with pytest.raises(CorrectionError):
        read_time(words, SPAN)


@pytest.mark.parametrize(
    "words",
    [
        "Beira",
        "Beira (MOZ)",
        "Beira (MOZ, city)",
        "Beira (MOZ, city) at -19.84,34.84",
        "St. John's",
    ],
)
def test_places_are_said_as_they_are_read(words: str) -> None:
    assert place_words(read_place(words)) == words


@pytest.mark.parametrize("words", ["", "Beira at 99,0", "Beira at 0,181", "Beira (MOZ", "(MOZ)"])
def test_what_is_no_place(words: str) -> None:
    with pytest.raises(CorrectionError):
        read_place(words)


def test_somebody_whom_the_report_names_is_who_it_is_there() -> None:
    report = make_report("aa", "Lind visits Riga", "Arvo Lind met the guards in Riga on Monday.")
    near = at(report, "met the guards")
    (lind,) = read_parties("lind", report, near)
    assert (lind.name, lind.country, lind.sector) == ("Arvo Lind", "EST", "GOV")
    assert lind.span == at(report, "Arvo Lind")
    (guards,) = read_parties("guards (LVA, MIL)", report, near)
    assert (guards.country, guards.sector, guards.chain) == ("LVA", "MIL", None)
    assert guards.span == at(report, "guards")
    (other,) = read_parties("Ana Tembe (GOV)", report, near)
    assert (other.country, other.sector, other.span) == (None, "GOV", None)
    assert party_words([lind, None, guards]) == "Arvo Lind (EST, GOV); guards (LVA, MIL)"
    assert read_parties(" ; ", report, near) == ()


def test_each_field_says_what_can_be_set_of_it() -> None:
    with pytest.raises(CorrectionError, match="no 'code' of an event can be set: there are cat"):
        setting_of("events", "code")
    assert all("date" in settings for settings in SETTINGS.values())
