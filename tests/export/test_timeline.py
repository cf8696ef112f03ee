"""TimelineJS: its parts of a date, and text that is safe as the HTML that it is shown as."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from dateline.export.shape import Level
from dateline.export.timeline import export_timeline
from dateline.model import Brief, Cite, Entry, Span
from tests.export import sample


def slides() -> list[Any]:
    found: list[Any] = json.loads(sample.single("timelinejs", Level.CLAIM))["events"]
    return found


def test_each_entry_of_the_brief_is_a_slide() -> None:
    found = slides()
    assert len(found) == len(sample.story().brief.timeline)
    days = [slide["start_date"] for slide in found]
    assert {"year": "2031", "month": "3", "day": "10"} in days
    assert {slide["tense"] for slide in found} == {"past", "scheduled"}


def test_a_slide_has_what_timelinejs_wants() -> None:
    for slide in slides():
        assert {"start_date", "end_date", "text", "group", "unique_id"} <= set(slide)
        assert set(slide["text"]) == {"headline", "text"}
        assert all(part.isdigit() for part in slide["start_date"].values())


def test_a_month_has_no_day() -> None:
    entry = Entry("2030-01-01", "2030-01-31", "month", "past", "It rained.", ())
    story = replace(sample.story(), brief=Brief("Rain", timeline=(entry,)))
    made = json.loads("".join(export_timeline([story], sample.shape(Level.CLAIM))))
    assert made["events"][0]["start_date"] == {"year": "2030", "month": "1"}


def test_markup_of_a_page_is_shown_and_not_run() -> None:
    (report, other) = sample.story().reports
    title = Cite(other.id, Span(0, len(sample.HERALD[0])))
    entry = Entry("2031-03-10", "2031-03-10", "day", "past", sample.HERALD[0], (title,))
    brief = Brief(sample.COURIER[0], timeline=(entry,))
    story = replace(sample.story(), brief=brief, headline=sample.COURIER[0])
    made = "".join(export_timeline([story], sample.shape(Level.CLAIM)))
    (slide,) = json.loads(made)["events"]
    shown = slide["text"]["headline"] + slide["text"]["text"] + slide["group"]
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;" in shown
    assert report.id != other.id


def test_a_link_leads_to_the_web_alone() -> None:
    shown = "".join(slide["text"]["text"] for slide in slides())
    assert 'href="https://courier.example/depot?page=1&amp;from=feed"' in shown
    assert shown.count("href=") == len(
        [1 for slide in slides() for e in slide["evidence"] if e["url"]]
    )
