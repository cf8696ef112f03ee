"""Figures: which numbers can count one thing."""

from __future__ import annotations

import pytest

from dateline.model import Figure, Report
from dateline.weaving.claims.ledger import find_claims, items_of
from dateline.weaving.claims.same_figure import comparable
from tests.weaving.reports import make_report, with_figure, with_meaning


def of_units(one: str, other: str) -> bool:
    """Whether 40 of one unit and 40 of another can count one thing."""
    reports = [
        with_figure(make_report(id, "T", "It was 40 a day."), "40", 40, "other", unit=unit)
        for id, unit in (("a", one), ("b", other))
    ]
    (first,), (second,) = (items_of(report, "figure") for report in reports)
    assert isinstance(first.record, Figure)
    assert isinstance(second.record, Figure)
    return comparable(first, second, first.record, second.record)


@pytest.mark.parametrize(
    "units", [("ton", "tonne"), ("barrel", "barrel per day"), ("tonne per day", "ton per day")]
)
def test_what_news_calls_by_two_names_is_one_unit(units: tuple[str, str]) -> None:
    assert of_units(*units)


@pytest.mark.parametrize(
    "units",
    [
        ("kilometre", "kilometre per hour"), ("USD", "USD per barrel"), ("USD", "EUR"),
        ("barrel per day", "barrel per year"),
    ],
)  # fmt: skip
def test_a_speed_is_no_distance_and_a_price_no_sum(units: tuple[str, str]) -> None:
    assert not of_units(*units)


def two_counts(text: str) -> Report:
    report = make_report("a", "T", text)
    report = with_figure(report, "30 protesters", 30, "arrested", claimed="Flood Watch")
    return with_figure(report, "45 protesters", 45, "arrested", claimed="Orlan Relief Committee")


def test_who_is_let_go_and_who_is_held_are_two_counts_of_one_report() -> None:
    held = two_counts(
        "Flood Watch says 30 protesters were freed. "
        "The Orlan Relief Committee says 45 protesters are still held."
    )
    assert len(find_claims([with_meaning(held)])) == 2
    disputed = two_counts(
        "Flood Watch says 30 protesters were arrested. "
        "The Orlan Relief Committee says 45 protesters were arrested."
    )
    assert len(find_claims([with_meaning(disputed)])) == 1
