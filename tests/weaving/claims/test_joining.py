"""Joining records: numbers that a report gives twice, and pairs of reports that are remembered."""

from __future__ import annotations

import pytest

from dateline.model import Report
from dateline.weaving.claims import joining
from dateline.weaving.claims.ledger import find_claims
from tests.weaving.reports import make_report, with_figure, with_meaning


def counts(id: str, text: str, *words: str, measure: str = "killed") -> Report:
    """Return a report with counts of people of one measure."""
    report = make_report(id, "T", text)
    for said in words:
        report = with_figure(report, said, float(said.split()[0]), measure)
    return with_meaning(report)


OLD_AND_NEW = counts(
    "a", "The fire at Orlan killed 12 people by noon. It killed 19 people in all.",
    "12 people", "19 people",
)  # fmt: skip
AGAIN = counts(
    "b", "The fire at Orlan killed 12 people, and then 19 people.", "12 people", "19 people"
)


def numbers(*reports: Report) -> list[list[str]]:
    """Return the numbers of each claim."""
    found = find_claims(reports)
    texts = {report.id: report.text for report in reports}
    return sorted(
        sorted({i.record.span.of(texts[i.report.id]).split()[0] for i in telling.items})
        for telling in found
    )


def test_the_old_number_and_the_new_one_of_two_reports_are_one_claim() -> None:
    assert numbers(OLD_AND_NEW) == [["12"], ["19"]]
    assert numbers(OLD_AND_NEW, AGAIN) == [["12", "19"]]


def test_two_counts_that_two_reports_give_of_two_things_stay_two() -> None:
    a = counts("a", "At Orlan 12 people fled in 19 boats.", "12 people", measure="displaced")
    b = counts("b", "At Orlan 12 people fled in 19 boats.", "12 people", measure="displaced")
    a, b = (with_figure(report, "19 boats", 19, "other") for report in (a, b))
    assert numbers(a, b) == [["12"], ["19"]]


def test_two_reports_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = find_claims([OLD_AND_NEW, AGAIN])
    monkeypatch.setattr(joining, "_best", None)  # who asks it again is refused
    assert [t.claim for t in find_claims([OLD_AND_NEW, AGAIN])] == [t.claim for t in first]


def test_a_report_that_changed_is_compared_anew() -> None:
    find_claims([OLD_AND_NEW, AGAIN])
    other = counts("b", "At Tarn 70 people fled.", "70 people", measure="displaced")
    assert ["70"] in numbers(OLD_AND_NEW, other)
