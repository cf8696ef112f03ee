"""Web Annotations: both selectors select the same characters."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.export.shape import Level
from tests.export import sample


def page(level: Level = Level.MENTION, *, text: bool = True) -> Any:
    return json.loads(sample.single("annotations", level, text=text))


def targets(annotation: Any) -> list[Any]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


@pytest.mark.parametrize("level", Level)
def test_it_is_a_page_of_annotations(level: Level) -> None:
    whole = page(level)
    assert whole["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (whole["type"], whole["partOf"]["type"]) == ("AnnotationPage", "AnnotationCollection")
    ids = [item["id"] for item in whole["items"]]
    assert len(set(ids)) == len(ids)
    assert {item["type"] for item in whole["items"]} == {"Annotation"}
    assert {item["motivation"] for item in whole["items"]} == {"classifying", "describing"}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("text", [True, False])
def test_position_and_quotation_select_the_same_characters(level: Level, text: bool) -> None:
    texts = sample.texts()
    for item in page(level, text=text)["items"]:
        for target in targets(item):
            held = texts[target["source"]["schema:identifier"]]
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert held[start:end] == quote["exact"]
            assert held[:start].endswith(quote.get("prefix", ""))
            assert held[end:].startswith(quote.get("suffix", ""))


def test_offsets_count_code_points() -> None:
    before = sample.COURIER[1].index("12 soldiers") - sample.COURIER[1].index("🛩️")
    figures = [item for item in page()["items"] if "killed" in item["body"][0]["value"]]
    start = targets(figures[0])[0]["selector"][0]["start"]
    text = sample.texts()["aaaa000000000001"]
    assert start == text.index("At least 12")
    assert before > 0  # An astral letter stands before it: UTF-16 would count one more.


def test_without_the_text_there_is_no_context() -> None:
    quotes = [t["selector"][1] for item in page(text=False)["items"] for t in targets(item)]
    assert [quote for quote in quotes if {"prefix", "suffix"} & set(quote)] == []
    assert max(len(quote["exact"].split()) for quote in quotes) == 25


def test_a_claim_has_a_target_for_each_member() -> None:
    struck = page(Level.CLAIM)["items"][0]
    assert struck["body"][0]["value"] == "ASSAULT/drone happened: Latvia -> Estonia"
    assert len(targets(struck)) == 2
    assert struck["body"][2]["value"].endswith("1 to 2 origins")


def test_a_report_without_an_address_goes_by_its_digest() -> None:
    ids = {t["source"]["id"] for item in page()["items"] for t in targets(item)}
    assert len(ids) == 2
    assert [id for id in ids if id.startswith("ni:///sha-256;")]
