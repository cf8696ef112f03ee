"""The calendar is read back by icalendar: what is planned, on its day, in lines of 75 octets."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pytest

from dateline.export.calendar import export_calendar
from dateline.export.shape import Level
from dateline.model import Report, Story
from tests.export import sample


def entries(level: Level = Level.MENTION) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(sample.single("icalendar", level))
    assert calendar["VERSION"] == "2.0"
    return list(calendar.walk("VEVENT"))


def changed(told: Story, **fields: Any) -> Story:
    """Return a story whose planned acts have other values."""

    def of(report: Report) -> Report:
        events = (
            replace(event, **fields) if event.status == "planned" else event
            for event in report.events
        )
        return replace(report, events=tuple(events))

    return replace(told, reports=tuple(of(report) for report in told.reports))


def test_a_claim_is_one_entry() -> None:
    (entry,) = entries(Level.CLAIM)
    assert entry.decoded("DTSTART") == date(2031, 3, 15)
    assert entry.decoded("DTEND") == date(2031, 3, 16)
    assert (entry["STATUS"], entry["LOCATION"]) == ("TENTATIVE", "Riga")
    assert entry["SUMMARY"] == "Estonia and Latvia will meet in Riga on 15 March"
    assert entry.decoded("DTSTAMP").date() == date(2031, 3, 13)


def test_each_mention_is_an_entry() -> None:
    uids = [entry["UID"] for entry in entries()]
    assert len(set(uids)) == len(uids) == 2


def test_the_evidence_comes_back_whole() -> None:
    (entry,) = entries(Level.CLAIM)
    for proof in entry["X-DATELINE-EVIDENCE"]:
        found = json.loads(re.sub(r"\\([\\;,])", r"\1", str(proof)))
        start, end = found["quote_span"]
        assert sample.texts()[found["report"]][start:end] == found["quote"]


@pytest.mark.parametrize("level", Level)
def test_lines_are_short_and_end_as_they_must(level: Level) -> None:
    whole = sample.single("icalendar", level)
    lines = whole.split("\r\n")
    assert lines.pop() == ""
    assert [line for line in lines if "\n" in line or len(line.encode()) > 75] == []


def test_a_letter_is_never_cut_in_two() -> None:
    story = sample.story()
    outlet = "Ж🛩️" * 60
    reports = (replace(r, metadata=replace(r.metadata, outlet=outlet)) for r in story.reports)
    whole = "".join(export_calendar([replace(story, reports=tuple(reports))], sample.shape()))
    calendar = icalendar.Calendar.from_ical(whole)
    told = [str(entry["DESCRIPTION"]) for entry in calendar.walk("VEVENT")]
    assert [text for text in told if outlet not in text] == []


def test_what_is_called_off_says_so() -> None:
    whole = "".join(export_calendar([changed(sample.story(), cancelled=True)], sample.shape()))
    calendar = icalendar.Calendar.from_ical(whole)
    assert {str(entry["STATUS"]) for entry in calendar.walk("VEVENT")} == {"CANCELLED"}


def test_what_has_no_day_is_no_entry() -> None:
    whole = "".join(export_calendar([changed(sample.story(), when=None)], sample.shape()))
    assert "VEVENT" not in whole
