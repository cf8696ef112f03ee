"""Timelines: dated acts in order, past and to come."""

from __future__ import annotations

import pytest

from dateline.weaving.brief.timeline import find_entries
from dateline.weaving.claims.ledger import find_claims
from tests.weaving.reports import make_report, with_day, with_event


def entry(day: str, end: str | None = None, status: str = "happened") -> tuple[str, str]:
    """Return start and tense of one dated act of a report of 4 March 2031."""
    report = make_report("a", "T", "Latvia shut the dam on that day.", published="2031-03-04")
    report = with_day(report, "on that day", day, end)
    report = with_event(report, "Latvia shut the dam", "shut", "SANCTION", by=["Latvia"],
                        when="on that day", status=status)  # fmt: skip
    (found,) = find_entries(find_claims([report]))
    return found.start, found.tense


@pytest.mark.parametrize(
    ("start", "end", "status", "tense"),
    [
        ("2031-03-03", None, "happened", "past"),
        ("2031-03-04", None, "happened", "past"),
        ("2031-03-07", None, "planned", "scheduled"),
        ("2031-03-09", None, "happened", "scheduled"),
        ("2031-03-03", "2031-03-09", "ongoing", "ongoing"),
        ("2031-03-03", "2031-03-09", "planned", "scheduled"),
    ],
)
def test_tense_is_seen_from_the_day_of_the_report(
    start: str, end: str | None, status: str, tense: str
) -> None:
    assert entry(start, end, status) == (start, tense)


def test_entries_stand_in_order_and_a_claim_makes_one() -> None:
    reports = []
    for id, day in (("a", "2031-03-03"), ("b", "2031-03-03")):
        report = make_report(
            id, "T", "Latvia shut the dam on that day.", "Estonia met Latvia at noon."
        )
        report = with_day(with_day(report, "on that day", day), "at noon", "2031-03-01")
        report = with_event(
            report, "Latvia shut the dam", "shut", "SANCTION", by=["Latvia"], when="on that day"
        )
        report = with_event(report, "Estonia met Latvia", "met", "CONSULT", by=["Estonia"], to=["Latvia"],
                            when="at noon")  # fmt: skip
        reports.append(report)
    entries = find_entries(find_claims(reports))
    assert [found.start for found in entries] == ["2031-03-01", "2031-03-03"]
    assert [len(found.cites) for found in entries] == [2, 2]


def test_a_year_is_no_day_of_a_timeline() -> None:
    report = make_report("a", "T", "Latvia shut the dam.")
    report = with_event(report, "Latvia shut the dam", "shut", "SANCTION", by=["Latvia"])
    assert find_entries(find_claims([report])) == ()


def test_a_clause_that_can_stand_alone_is_told_without_the_next_one() -> None:
    clause = "Latvia shut the sluices of the dam on that day"
    report = make_report("a", "T", f"{clause}, and Estonia was told of it.", published="2031-03-04")
    report = with_day(report, "on that day", "2031-03-03")
    report = with_event(report, clause, "shut", "SANCTION", by=["Latvia"], when="on that day")
    (found,) = find_entries(find_claims([report]))
    assert found.text == f"{clause}."


def test_a_sentence_makes_one_entry_a_day() -> None:
    text = "Latvia shut the dam and Estonia closed the road on that day."
    report = with_day(
        make_report("a", "T", text, published="2031-03-04"), "on that day", "2031-03-03"
    )
    report = with_event(report, text, "shut", "SANCTION", by=["Latvia"], when="on that day")
    report = with_event(report, text, "closed", "COERCE", by=["Estonia"], when="on that day")
    assert len(find_entries(find_claims([report]))) == 1


def test_acts_of_one_day_stay_as_they_were_told() -> None:
    report = make_report(
        "a", "T", "Zeven was closed at noon.", "Latvia shut the dam that day.", published="2031-03-04"
    )  # fmt: skip
    report = with_day(with_day(report, "at noon", "2031-03-03"), "that day", "2031-03-03")
    report = with_event(report, "Zeven was closed", "closed", "COERCE", when="at noon")
    report = with_event(report, "Latvia shut the dam", "shut", "SANCTION", by=["Latvia"],
                        when="that day")  # fmt: skip
    told = [entry.text for entry in find_entries(find_claims([report]))]
    assert told == ["Zeven was closed at noon.", "Latvia shut the dam that day."]
