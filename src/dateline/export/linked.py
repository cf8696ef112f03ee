"""Stories as schema.org JSON-LD: NewsArticle, Event, Quotation, Claim, and the Dataset itself.

An act that happened, goes on or is planned is an `Event`; what is threatened, demanded, denied
or only possible is none. A figure is a `Claim` about an `Observation`. No verdict is given:
nothing here is a `ClaimReview`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline import __version__
from dateline.export.addresses import Source, address_of, source_of, urn
from dateline.export.pieces import json_list, known
from dateline.export.quoting import brief_words
from dateline.export.report_shape import ActorObject, FigureRecord, PlaceObject
from dateline.export.rows import (
    Mention,
    Row,
    event_rows,
    figure_rows,
    statement_rows,
)
from dateline.export.shape import Shape, made_by
from dateline.model import Status, Story

_EVENTS = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED})


def export_linked(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield one graph."""
    found = (node for story in stories for node in _nodes(story, shape))
    head = {"@context": "https://schema.org"}
    yield from json_list(head, "@graph", _after(_dataset(shape), found))


def _after(first: dict[str, Any], rest: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield first
    yield from rest


def _dataset(shape: Shape) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "@id": urn("dataset", shape.run["id"], shape.level),
        "name": "Stories read by dateline",
        "description": f"A row a {shape.level.value}; {made_by(shape)}",
        "version": shape.run["id"],
        "creator": {
            "@type": "SoftwareApplication",
            "name": "dateline",
            "softwareVersion": __version__,
        },
    }


def _nodes(story: Story, shape: Shape) -> Iterator[dict[str, Any]]:
    for report in story.reports:
        yield _article(source_of(report), shape)
    for event in event_rows(story, shape):
        if event.record["status"] in _EVENTS:
            yield _event(event, shape)
    for statement in statement_rows(story, shape):
        yield _quotation(statement, shape)
    for figure in figure_rows(story, shape):
        yield _claim(figure, shape)


def _article(source: Source, shape: Shape) -> dict[str, Any]:
    about = source.report.metadata
    credits = dict.fromkeys(credit.agency for credit in source.report.credits)
    return {
        "@type": "NewsArticle",
        "@id": address_of(source),
        **known(
            identifier=source.report.id,
            headline=brief_words(about.title or ""),
            datePublished=about.published,
            dateModified=about.updated,
            inLanguage=about.language,
            author=[{"@type": "Person", "name": name} for name in about.byline],
            publisher=about.outlet and {"@type": "Organization", "name": about.outlet},
            sourceOrganization=[{"@type": "Organization", "name": name} for name in credits],
            dateline=about.place,
            articleSection=about.section,
            url=source.url,
            sha256=source.sha256,
            articleBody=source.report.text if shape.text else None,
        ),
    }


def _shared(row: Row[Any], type: str) -> dict[str, Any]:
    """Return what every node of a row has: its articles, and why it can be believed."""
    return {
        "@type": type,
        "@id": urn("row", row.id),
        "identifier": row.id,
        "additionalProperty": [
            _property("by", row.record["by"]),
            *(_origins(row) if row.claim else ()),
        ],
    }


def _property(name: str, value: Any) -> dict[str, Any]:
    return {"@type": "PropertyValue", "name": name, "value": value}


def _origins(row: Row[Any]) -> Iterator[dict[str, Any]]:
    if row.claim:
        yield _property("origins, least", row.claim.origins.least)
        yield _property("origins, most", row.claim.origins.most)


def _passages(mentions: Sequence[Mention[Any]]) -> list[dict[str, Any]]:
    """Return the words that carry a row, each a part of its article."""
    return [
        {
            "@type": "Quotation",
            "text": mention.words,
            "isPartOf": {"@id": address_of(mention.source)},
            "additionalProperty": [
                _property("start", mention.quote.start),
                _property("end", mention.quote.end),
                _property("sha256", mention.source.sha256),
                _property("record", mention.id),
            ],
        }
        for mention in mentions
    ]


def _event(row: Row[Any], shape: Shape) -> dict[str, Any]:
    record = row.record
    scheduled = "EventCancelled" if record["cancelled"] else "EventScheduled"
    planned = record["status"] == Status.PLANNED or record["cancelled"]
    words = row.lead.span.of(row.lead.source.report.text) if shape.text else row.lead.words
    return {
        **_shared(row, "Event"),
        **known(
            name=brief_words(" ".join(words.split())),
            keywords=f"{record['code']}/{record['mode'] or ''}".rstrip("/"),
            startDate=record["when"] and record["when"]["start"],
            endDate=record["when"] and record["when"]["end"],
            eventStatus=f"https://schema.org/{scheduled}" if planned else None,
            location=_place(record["place"]),
            actor=[_party(actor) for actor in record["actors"]],
            about=[_party(actor) for actor in record["recipients"]],
            subjectOf=_passages(row.mentions),
        ),
    }


def _quotation(row: Row[Any], shape: Shape) -> dict[str, Any]:
    """Return a statement; what is no direct speech has its words as an abstract."""
    record, text = row.record, row.lead.source.report.text
    start, end = record["words"]
    words = text[start:end] if shape.text else brief_words(text[start:end])
    direct = record["mode"] == "direct"
    return {
        **_shared(row, "Quotation" if direct else "Claim"),
        **known(
            text=words,
            spokenByCharacter=[_party(actor) for actor in record["speakers"]] if direct else None,
            author=None if direct else [_party(actor) for actor in record["speakers"]],
            isBasedOn=_passages(row.mentions),
        ),
    }


def _claim(row: Row[Any], shape: Shape) -> dict[str, Any]:
    record: FigureRecord = row.record
    words = row.lead.span.of(row.lead.source.report.text) if shape.text else row.lead.words
    return {
        **_shared(row, "Claim"),
        **known(
            text=words,
            author=_party(record["claimed_by"]) if record["claimed_by"] else None,
            appearance=[{"@id": address_of(mention.source)} for mention in row.mentions],
            about=_observation(record),
            isBasedOn=_passages(row.mentions),
        ),
    }


def _observation(record: FigureRecord) -> dict[str, Any]:
    value = {
        "@type": "QuantitativeValue",
        **known(minValue=record["low"], maxValue=record["high"], unitText=record["unit"]),
    }
    return {
        "@type": "Observation",
        **known(
            name=record["of_what"],
            measurementQualifier=record["hedge"],
            variableMeasured=record["measure"],
            observationDate=record["when"] and record["when"]["start"],
            location=_place(record["place"]),
        ),
        "value": value,
    }


def _party(actor: ActorObject) -> dict[str, Any]:
    country = actor["country"]
    return {"@type": "Thing", **known(name=actor["name"], identifier=country)}


def _place(place: PlaceObject | None) -> dict[str, Any] | None:
    if place is None:
        return None
    on_map = place["lat"] is not None and place["lon"] is not None
    spot = {"@type": "GeoCoordinates", "latitude": place["lat"], "longitude": place["lon"]}
    return {
        "@type": "Place",
        **known(
            name=place["name"],
            identifier=place["entity"],
            addressCountry=place["country"],
            geo=spot if on_map else None,
        ),
    }
