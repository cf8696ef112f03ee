"""PLOVER 2.0 JSONL: the manual's names, the standard's categories, offsets that hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.export.shape import Level
from dateline.knowledge.codebook import open_codebook
from tests.export import sample


def records(level: Level = Level.MENTION, *, text: bool = True) -> list[Any]:
    return [json.loads(line) for line in sample.single("plover", level, text=text).splitlines()]


@pytest.mark.parametrize("level", Level)
def test_what_the_manual_requires_is_there(level: Level) -> None:
    book = open_codebook("plover")
    found = records(level)
    assert found
    for record in found:
        assert {"id", "date", "actor", "event"} <= set(record)
        assert record["actor"]
        (code,) = record["event"]
        assert record["quad_code"] == book.categories[code].quad
        assert set(record.get("mode", ())) <= set(book.categories[code].modes)
        assert -10 <= record["event_scale"] <= 10


def test_text_info_counts_in_the_reports_text() -> None:
    for record in records():
        text, at = sample.texts()[record["cite_info"]["citation"]], record["text_info"]
        assert [text[at["start"] : at["end"]]] == record["event_text"]
        assert text[at["sentence_start"] : at["sentence_end"]] == record["text"]
        assert at["start"] <= at["trigger_start"] < at["trigger_end"] <= at["end"]


def test_a_party_has_the_offsets_of_its_words() -> None:
    record = records()[0]
    text = sample.texts()[record["cite_info"]["citation"]]
    for party in (*record["actor"], *record["recipient"]):
        assert text[party["start"] : party["end"]] == party["entity_text"]
    assert (record["actor"][0]["code"], record["actor"][0]["sector"]) == ("LVA", "GOV")


def test_a_planned_meeting_is_agree_and_what_is_called_for_a_request() -> None:
    found = {record["status"]: record for record in records()}
    assert (found["planned"]["event"], found["planned"].get("mode")) == (["AGREE"], None)
    assert found["called_for"]["event"] == ["REQUEST"]
    assert found["happened"]["mode"] == ["drone"]


def test_what_is_denied_or_has_no_day_is_left_out() -> None:
    codes = [record["event"][0] for record in records()]
    assert "MOBILIZE" not in codes  # denied
    assert "COERCE" not in codes  # of a year, not of a day


def test_a_day_says_where_it_is_from() -> None:
    found = {record["status"]: record for record in records()}
    assert (found["called_for"]["date"], found["called_for"]["date_of"]) == (
        "2031-03-12",
        "published",
    )
    assert (found["happened"]["date"], found["happened"]["date_of"]) == ("2031-03-10", "text")


def test_a_claim_is_one_line_with_its_origins_and_all_its_evidence() -> None:
    found = records(Level.CLAIM)
    struck = next(record for record in found if record.get("mode") == ["drone"])
    assert (struck["origins"], len(struck["evidence"])) == ({"least": 1, "most": 2}, 2)
    assert len({record["id"] for record in found}) == len(found)


def test_a_place_is_the_manuals_location() -> None:
    assert records()[0]["event_loc"] == {
        "extracted_place": "Valga",
        "resolved_place": "Valga",
        "geonameid": "5",
        "lat": 57.78,
        "lon": 26.05,
        "city": "Valga",
        "country_code": "EST",
        "resolution": 4,
    }


def test_without_the_text_no_sentence_goes_along() -> None:
    assert [record for record in records(text=False) if "text" in record] == []
