"""What the standard calls an act of each status, and which acts it can't tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.export.standard import coded_rows, in_lead, sentence_of
from dateline.model import Event, Report, Status, Story
from tests.export import sample


def with_first(**fields: Any) -> Story:
    """Return a story of one report whose only event, the drone strike, has other values."""
    report = sample.courier()
    event: Event = replace(report.events[0], **fields)
    reports: tuple[Report, ...] = (replace(report, events=(event,)),)
    return replace(sample.story(), reports=reports, claims=())


def called(**fields: Any) -> list[tuple[str, str | None]]:
    return [(c.code, c.mode) for c in coded_rows(with_first(**fields), sample.shape())]


@pytest.mark.parametrize(
    ("code", "status", "expected"),
    [
        ("ASSAULT", Status.HAPPENED, [("ASSAULT", "drone")]),
        ("ASSAULT", Status.THREATENED, [("THREATEN", None)]),
        ("ASSAULT", Status.CALLED_FOR, [("REQUEST", None)]),
        ("ASSAULT", Status.PLANNED, []),
        ("ASSAULT", Status.DENIED, []),
        ("ASSAULT", Status.POSSIBLE, []),
        ("CONSULT", Status.PLANNED, [("AGREE", None)]),
        ("RETREAT", Status.PLANNED, [("CONCEDE", None)]),
        ("CONSULT", Status.DENIED, [("REJECT", None)]),
    ],
)
def test_a_status_becomes_a_category(
    code: str, status: Status, expected: list[tuple[str, str | None]]
) -> None:
    assert called(code=code, status=status) == expected


def test_a_meeting_that_is_called_off_is_rejected() -> None:
    cancelled = {"status": Status.PLANNED, "cancelled": True}
    assert called(code="CONSULT", **cancelled) == [("REJECT", "meet")]
    assert called(code="AID", **cancelled) == []


def test_what_the_standard_cannot_tell_is_left_out() -> None:
    assert called(actors=()) == []
    assert called(code="STOPPAGE") == []


def test_the_act_inside_another_is_left_out() -> None:
    report = sample.courier()
    inner, outer, *_ = report.events
    events = (replace(inner, part_of=outer.trigger), outer)
    story = replace(sample.story(), reports=(replace(report, events=events),), claims=())
    assert [coded.code for coded in coded_rows(story, sample.shape())] == ["AGREE"]


def test_an_act_of_a_year_has_no_day() -> None:
    report = sample.courier()
    year = next(time.span for time in report.times if time.start == "2019-01-01")
    assert called(when=year) == []
    (dated,) = coded_rows(with_first(when=None), sample.shape())
    assert (dated.day, dated.day_of) == ("2031-03-12", "published")


def test_a_report_without_a_day_has_no_rows_without_one() -> None:
    story = with_first(when=None)
    (report,) = story.reports
    undated = replace(report, metadata=replace(report.metadata, published=None))
    assert list(coded_rows(replace(story, reports=(undated,)), sample.shape())) == []


def test_an_event_knows_its_sentence_and_whether_it_leads() -> None:
    first, *_, last = coded_rows(sample.story(), sample.shape())
    assert (sentence_of(first.row.lead)[0], in_lead(first.row.lead)) == (2, True)
    assert in_lead(last.row.lead) is False
