"""schema.org JSON-LD: articles, events, quotations and claims, and no verdict."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from dateline.export.shape import Level
from tests.export import sample


def graph(level: Level = Level.MENTION, *, text: bool = True) -> list[Any]:
    whole = json.loads(sample.single("schema-org", level, text=text))
    assert whole["@context"] == "https://schema.org"
    found: list[Any] = whole["@graph"]
    return found


def of_type(type: str, level: Level = Level.MENTION) -> list[Any]:
    return [node for node in graph(level) if node["@type"] == type]


def test_each_kind_of_node_is_there() -> None:
    counted = Counter(node["@type"] for node in graph())
    assert set(counted) == {"Dataset", "NewsArticle", "Event", "Quotation", "Claim"}
    assert counted["NewsArticle"] == 2


def test_what_is_denied_or_demanded_is_no_event() -> None:
    assert {event["keywords"] for event in of_type("Event")} == {
        "ASSAULT/drone",
        "CONSULT",
        "COERCE",
    }


def test_what_is_planned_is_scheduled() -> None:
    meeting = next(event for event in of_type("Event") if event["keywords"] == "CONSULT")
    assert meeting["eventStatus"] == "https://schema.org/EventScheduled"
    assert (meeting["startDate"], meeting["location"]["name"]) == ("2031-03-15", "Riga")


@pytest.mark.parametrize("level", Level)
def test_each_passage_is_of_an_article_in_the_graph(level: Level) -> None:
    articles = {article["@id"]: article["identifier"] for article in of_type("NewsArticle", level)}
    texts = sample.texts()
    for node in graph(level):
        for passage in (*node.get("subjectOf", ()), *node.get("isBasedOn", ())):
            text = texts[articles[passage["isPartOf"]["@id"]]]
            known = {held["name"]: held["value"] for held in passage["additionalProperty"]}
            assert passage["text"] == text[known["start"] : known["end"]]


def test_a_figure_is_a_claim_about_an_observation() -> None:
    claim = of_type("Claim", Level.CLAIM)[0]
    assert claim["about"]["value"]["minValue"] == 12
    assert len(claim["appearance"]) == 2
    known = {held["name"]: held["value"] for held in claim["additionalProperty"]}
    assert (known["origins, least"], known["origins, most"]) == (1, 2)


def test_bodies_go_along_only_where_they_may() -> None:
    bodies = {node["identifier"]: node["articleBody"] for node in of_type("NewsArticle")}
    assert bodies == sample.texts()
    assert [node for node in graph(text=False) if "articleBody" in node] == []


def test_nothing_is_rated() -> None:
    assert "ClaimReview" not in sample.single("schema-org")
