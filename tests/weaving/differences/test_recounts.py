"""Counts of one thing across and within reports: joined, and how their numbers relate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Report
from dateline.weaving.claims.ledger import find_claims, items_of
from dateline.weaving.claims.telling import Telling
from dateline.weaving.differences.finding import find_differences
from tests.weaving.reports import make_report, with_day, with_figure, with_meaning

COMMITTEE, WATCH = "Orlan Relief Committee", "Flood Watch"


def shared(*reports: Report) -> list[Telling]:
    """Return the claims that several reports make."""
    return [telling for telling in find_claims(reports) if len(telling.reports) > 1]


def relations(*reports: Report) -> set[str]:
    """Return how the numbers of the reports' one shared claim relate."""
    (telling,) = shared(*map(with_meaning, reports))
    return {d.relation for d in find_differences(telling.items) if d.on == "number"}


def barns(id: str, number: int, claimed: str, day: str | None) -> Report:
    text = f"Some barns stood in the river: the {claimed} counted {number} barns in Orlan."
    report = make_report(id, "Barns", text, published=day)
    return with_figure(report, f"{number} barns", number, "other", claimed=claimed)


def crowd(id: str, number: int, words: str, claimed: str | None = None) -> Report:
    report = make_report(id, "Bridge", words.format(number), published="2031-03-04")
    more: dict[str, object] = {"claimed": claimed} if claimed else {}
    return with_figure(report, f"{number} people", number, "present", **more)


def test_things_of_one_noun_are_counted_anew_by_their_source() -> None:
    a = barns("a", 60, COMMITTEE, "2031-03-04")
    assert relations(a, barns("b", 140, COMMITTEE, "2031-03-05")) == {"updated"}


def test_things_that_two_count_otherwise_are_a_conflict() -> None:
    a = barns("a", 60, COMMITTEE, "2031-03-04")
    assert relations(a, barns("b", 17, WATCH, "2031-03-04")) == {"conflict"}


def test_one_source_does_not_contradict_itself_where_no_day_tells_the_order() -> None:
    assert relations(barns("a", 60, COMMITTEE, None), barns("b", 75, COMMITTEE, None)) == {
        "updated"
    }


def test_a_crowd_of_one_place_and_day_counted_by_two_is_a_conflict() -> None:
    a = crowd("a", 300, "About {} people blocked the bridge at Orlan on Tuesday.")
    b = crowd("b", 90, "Flood Watch saw {} people block the bridge at Orlan.", WATCH)
    assert relations(a, b) == {"conflict"}


def test_few_things_are_no_recount_of_others() -> None:
    assert shared(barns("a", 2, COMMITTEE, None), barns("b", 3, COMMITTEE, None)) == []


def test_what_a_toll_rose_by_is_not_the_toll() -> None:
    text = "The toll rose to 14 dead after 2 bodies were found, the Orlan Relief Committee said."
    report = make_report("a", "Toll", text)
    report = with_figure(report, "14 dead", 14, "killed", claimed=COMMITTEE)
    report = with_figure(report, "2 bodies", 2, "killed", claimed=COMMITTEE)
    assert len(find_claims([report])) == 2


@pytest.mark.parametrize(
    ("first", "second", "by"),
    [
        ("Flood Watch said 900 people came.", "The Orlan Relief Committee put it at 200 people.",
         "figures/valued"),
        ("The Orlan Relief Committee raised its count to 900 people", "from 200 people.", "hand"),
    ],
)  # fmt: skip
def test_another_value_of_a_count_is_one_claim_with_it(first: str, second: str, by: str) -> None:
    report = make_report("a", "Count", f"{first} {second}")
    report = with_figure(report, "900 people", 900, "present")
    report = with_figure(report, "200 people", 200, "present")
    one, other = report.figures
    (telling,) = find_claims([replace(report, figures=(one, replace(other, by=by)))])
    assert len(telling.items) == 2


def test_a_source_that_counts_again_the_next_day_updates_its_number_in_one_report() -> None:
    text = (
        "On Monday the Orlan Relief Committee counted 60 barns.",
        "By Tuesday the Orlan Relief Committee spoke of 95 barns.",
    )
    report = make_report("a", "Barns", *text)
    report = with_day(with_day(report, "Monday", "2031-03-03"), "Tuesday", "2031-03-04")
    for words, number, time in zip(("60 barns", "95 barns"), (60, 95), report.times, strict=True):
        report = with_figure(report, words, number, "other", claimed=COMMITTEE)
        last = replace(report.figures[-1], when=time.span)
        report = replace(report, figures=(*report.figures[:-1], last))
    (telling,) = find_claims([report])
    assert [d.relation for d in find_differences(telling.items)] == ["updated"]


def test_a_title_that_names_nobody_settles_no_conflict_of_its_report() -> None:
    text = f"The {COMMITTEE} counted 60 barns. The {WATCH} counted 140 barns."
    report = make_report("a", "60 barns gone", text, published="2031-03-04")
    report = with_figure(report, "60 barns", 60, "killed")
    report = with_figure(report, "counted 60 barns", 60, "killed", claimed=COMMITTEE)
    report = with_figure(report, "counted 140 barns", 140, "killed", claimed=WATCH)
    items = items_of(report, "figure")
    assert [d.relation for d in find_differences(items)] == ["conflict"]
