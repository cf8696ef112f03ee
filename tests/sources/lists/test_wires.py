"""ninjs, the JSON of news agencies."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.model import Page, Reject
from tests.sources.reading import lines, listing, opened, page, reason

_FIRST: dict[str, Any] = {
    "uri": "urn:nda:1",
    "type": "text",
    "versioncreated": "2020-03-03T12:00:00Z",
    "firstcreated": "2020-03-03T10:00:00Z",
    "pubstatus": "usable",
    "language": "en",
    "headline": "Ferry sinks off the cape",
    "byline": "By Jo Doe",
    "located": "Oderhafen",
    "creditline": "NDA",
    "copyrightholder": "Northern Dispatch",
    "infosource": [{"name": "Coast Guard Press", "role": "source"}],
    "body_text": "A ferry sank.\n\nNobody was hurt.",
}

_SECOND: dict[str, Any] = {
    "uri": "https://nda.example/2",
    "standard": {"name": "ninjs", "version": "2.1"},
    "versioncreated": "2020-03-03T12:00:00Z",
    "headlines": [{"role": "main", "value": "Ferry sinks"}],
    "bodies": [
        {"contenttype": "text/plain", "value": "A ferry sank."},
        {
            "contenttype": "application/xhtml+xml",
            "value": "<p>A ferry sank.</p><p>Nobody was hurt.</p>",
        },
    ],
    "provider": {"name": "Northern Dispatch"},
    "infosources": [{"name": "NDA"}],
    "by": [{"name": "Jo Doe"}],
    "located": [{"name": "Oderhafen"}],
}


def test_a_story_of_version_1_is_a_page() -> None:
    one = page("story.json", json.dumps(_FIRST))
    told = listing(one)
    assert lines(one) == ["Ferry sinks off the cape", "A ferry sank.", "Nobody was hurt."]
    assert (told.source, told.title, told.outlet) == (
        "ninjs",
        "Ferry sinks off the cape",
        "Northern Dispatch",
    )
    assert (told.published, told.updated) == (
        "2020-03-03T10:00:00+00:00",
        "2020-03-03T12:00:00+00:00",
    )
    assert (told.byline, told.place, told.url) == (("Jo Doe",), "Oderhafen", None)
    assert (told.credits, told.whole) == (("NDA", "Coast Guard Press"), True)


def test_a_story_of_version_2_is_read_from_its_lists() -> None:
    one = page("story.json", json.dumps(_SECOND))
    told = listing(one)
    assert (one.kind, lines(one)) == ("html", ["Ferry sinks", "A ferry sank.", "Nobody was hurt."])
    assert (told.outlet, told.byline, told.place) == ("Northern Dispatch", ("Jo Doe",), "Oderhafen")
    assert (told.url, told.credits) == ("https://nda.example/2", ("NDA",))


@pytest.mark.parametrize("name", ["wire.json", "wire.jsonl"])
def test_stories_come_in_lists_too(name: str) -> None:
    told = [json.dumps(_FIRST), json.dumps(_SECOND)]
    data = "\n".join(told) if name == "wire.jsonl" else f"[{','.join(told)}]"
    assert [
        one.listing.source for one in opened(name, data) if isinstance(one, Page) and one.listing
    ] == ["ninjs"] * 2


def test_a_withdrawn_story_is_not_read() -> None:
    assert (
        reason("a.json", json.dumps({**_FIRST, "pubstatus": "canceled"}))
        == "a story that its agency has canceled"
    )


def test_a_picture_is_a_reject() -> None:
    data = {
        "uri": "urn:1",
        "type": "picture",
        "versioncreated": "2020-03-03",
        "headline": "Ferry",
        "located": "Oder",
    }
    assert reason("a.json", json.dumps(data)) == "a wire item of the type 'picture', without a text"


@pytest.mark.parametrize("key", sorted(set(_FIRST) | set(_SECOND)))
@pytest.mark.parametrize("value", [None, 7, [], {}, [[]], [None], {"value": 3}, "", {"name": []}])
def test_no_value_of_a_wrong_kind_raises(key: str, value: Any) -> None:
    for story in (_FIRST, _SECOND):
        (one,) = opened("a.json", json.dumps({**story, key: value}))
        assert isinstance(one, Page | Reject)
