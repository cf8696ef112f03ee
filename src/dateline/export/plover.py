"""Events as PLOVER 2.0 JSON Lines: one event a line, its words by their offsets.

    {"id": "9f2c…/events/0-80", "date": "2018-09-03", "event": ["THREATEN"], "actor": […], …}

Field names are those of the manual's JSON chapter (Open Event Data Alliance, draft of
2024-02-04); what it has no field for stands in fields of our own: `status`, `origins`,
`corrected`, `evidence`. `text_info` counts Unicode code points of the report's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.export.pieces import json_line, known
from dateline.export.quoting import brief_words
from dateline.export.report_shape import ActorObject, EventRecord
from dateline.export.rows import Row, evidence, set_right, teller
from dateline.export.shape import Shape, made_by
from dateline.export.standard import Coded, coded_rows, sentence_of
from dateline.model import Story

CODEBOOK = "plover-base-2.0"
_RESOLUTIONS = {"city": 4, "district": 3, "province": 2, "country": 1}
_SANCTION = "SANCTION is of quad 4 here; two tables of the manual have it under 3."


def export_plover(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield a line an event."""
    for story in stories:
        for coded in coded_rows(story, shape):
            yield json_line(_record(coded, shape)) + "\n"


def _record(coded: Coded, shape: Shape) -> dict[str, Any]:
    row, record = coded.row, coded.row.record
    when, contexts = record["when"], record["contexts"]
    _, sentence = sentence_of(row.lead)
    text = row.lead.source.report.text
    return known(
        id=row.id,
        has_event=True,
        date=coded.day,
        enddate=when["end"] if when and when["end"] != coded.day else None,
        date_of=coded.day_of,
        actor=[_entity(coded, actor) for actor in record["actors"]],
        recipient=[_entity(coded, actor) for actor in record["recipients"]],
        event=[coded.code],
        mode=[coded.mode] if coded.mode else [],
        context=[context["code"] for context in contexts],
        context_scope=[context["scope"] for context in contexts],
        quad_code=coded.quad,
        event_scale=coded.act.scale,
        event_loc=_location(row),
        event_text=[row.lead.span.of(text) if shape.text else row.lead.words],
        text=sentence.of(text) if shape.text else None,
        text_info=_text_info(coded),
        cite_info=_cite_info(coded, shape),
        link=row.claim and row.claim.id,
        coder=made_by(shape),
        comment=_SANCTION if coded.code == "SANCTION" else None,
        status=record["status"],
        background=record["background"] or None,
        claimed_by=record["claimed_by"] and record["claimed_by"]["name"],
        score=record["score"],
        by=record["by"],
        corrected=set_right(row) or None,
        origins=row.claim and {"least": row.claim.origins.least, "most": row.claim.origins.most},
        evidence=[evidence(mention) for mention in row.mentions],
    )


def _entity(coded: Coded, actor: ActorObject) -> dict[str, Any]:
    """Return a party, in the manual's names with the offsets of its words."""
    chains = {chain.id: chain for chain in coded.row.lead.source.report.chains}
    chain = None if actor["chain"] is None else chains.get(actor["chain"])
    span = actor["span"]
    return known(
        entity_text=actor["name"],
        code=actor["country"],
        sector=actor["sector"],
        identifier_id=chain and chain.entity,
        identifier_text=chain and chain.name,
        office=chain and chain.title,
        start=span and span[0],
        end=span and span[1],
    )


def _location(row: Row[EventRecord]) -> dict[str, Any] | None:
    place = row.record["place"]
    if place is None:
        return None
    text = teller(row, "place").source.report.text
    kind, _, number = (place["entity"] or "").partition(":")
    start, end = place["span"]
    grain = place["grain"] or ""
    return known(
        extracted_place=text[start:end],
        resolved_place=place["name"],
        geonameid=number if kind == "geonames" else None,
        lat=place["lat"],
        lon=place["lon"],
        city=place["name"] if grain == "city" else None,
        district=place["name"] if grain == "district" else None,
        province=place["name"] if grain == "province" else None,
        country_code=place["country"],
        resolution=_RESOLUTIONS.get(grain),
    )


def _text_info(coded: Coded) -> dict[str, Any]:
    number, sentence = sentence_of(coded.row.lead)
    start, end = coded.row.record["trigger"]
    return known(
        sequence=number,
        start=coded.row.lead.span.start,
        end=coded.row.lead.span.end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        trigger_start=start,
        trigger_end=end,
        sha256=coded.row.lead.source.sha256,
    )


def _cite_info(coded: Coded, shape: Shape) -> dict[str, Any]:
    source = coded.row.lead.source
    about = source.report.metadata
    return known(
        citation=source.report.id,
        url=source.url,
        title=brief_words(about.title or ""),
        language=about.language,
        publication=about.outlet,
        published=about.published,
        codebook=CODEBOOK,
        version=shape.run["codebook"],
        run=shape.run["id"],
    )
