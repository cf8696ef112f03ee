"""GDELT's mentions: which report tells an event, where in it, and in which words.

`Extras` is a column that GDELT leaves free: it has PLOVER's code, the quotation and the digest
of the text that the offsets count in, as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from dateline.export.columns import Column, Table
from dateline.export.dyads import MIDNIGHT, Dyad, day, dyads
from dateline.export.pieces import json_line
from dateline.export.report_shape import EventRecord
from dateline.export.rows import Mention, evidence
from dateline.export.shape import Shape, made_by
from dateline.export.standard import sentence_of
from dateline.model import Story

_WEB = 1


def _mentions(story: Story, shape: Shape) -> Iterator[tuple[Dyad, Mention[EventRecord]]]:
    """Yield each mention of each row."""
    for dyad in dyads(story, shape):
        for mention in dyad.coded.row.mentions:
            yield dyad, mention


def _published(mention: Mention[EventRecord]) -> str | None:
    published = mention.source.report.metadata.published
    return published and published[:10].replace("-", "") + MIDNIGHT


def _publisher(mention: Mention[EventRecord]) -> str | None:
    """Return a report's site, else its outlet."""
    host = urlsplit(mention.source.url or "").hostname
    return host.removeprefix("www.") if host else mention.source.report.metadata.outlet


def _offset(dyad: Dyad, mention: Mention[EventRecord], side: int) -> int | None:
    """Return where this report names a party of the row."""
    party = dyad.actors[side - 1]
    sides = (*mention.record["actors"], *mention.record["recipients"])
    named = (actor["span"] for actor in sides if party and actor["name"] == party["name"])
    span = next(named, None)
    return span[0] if span else None


def _confidence(mention: Mention[EventRecord]) -> int | None:
    """Return the coder's score as tens of a hundred; a rule has none."""
    score = mention.record["score"]
    return None if score is None else max(10, round(score * 10) * 10)


def _extras(dyad: Dyad, mention: Mention[EventRecord]) -> str:
    coded = dyad.coded
    plover = f"{coded.code}/{coded.mode}" if coded.mode else coded.code
    return json_line(
        {"row": coded.row.id, "plover": plover, "made_by": made_by(dyad.shape), **evidence(mention)}
    )


def _mention(name: str, type: str, means: str, of: Callable[[Any, Any], Any]) -> Column:
    return Column(name, type, means, lambda row: of(*row))


MENTIONS = Table(
    "mentions",
    "mentions in GDELT's 16 columns; offsets count in the text that `Extras` has the digest of",
    (
        _mention("GlobalEventID", "integer", "the event", lambda dyad, _: dyad.id),
        _mention("EventTimeDate", "string", "YYYYMMDDHHMMSS", lambda d, _: day(d) + MIDNIGHT),
        _mention("MentionTimeDate", "string", "the report's day", lambda _, m: _published(m)),
        _mention("MentionType", "integer", "1: web", lambda _, __: _WEB),
        _mention("MentionSourceName", "string", "site or outlet", lambda _, m: _publisher(m)),
        _mention(
            "MentionIdentifier",
            "string",
            "address or file",
            lambda _, m: m.source.url or m.source.report.page.path,
        ),
        _mention("SentenceID", "integer", "from 1 on", lambda _, m: sentence_of(m)[0]),
        _mention("Actor1CharOffset", "integer", "first character", lambda d, m: _offset(d, m, 1)),
        _mention("Actor2CharOffset", "integer", "first character", lambda d, m: _offset(d, m, 2)),
        _mention("ActionCharOffset", "integer", "its word", lambda _, m: m.record["trigger"][0]),
        _mention("InRawText", "integer", "1: as it stands", lambda _, __: 1),
        _mention("Confidence", "integer", "10 to 100", lambda _, m: _confidence(m)),
        _mention("MentionDocLen", "integer", "characters", lambda _, m: len(m.source.report.text)),
        _mention("MentionDocTone", "number", "not measured", lambda _, __: None),
        _mention("MentionDocTranslationInfo", "string", "never translated", lambda _, __: None),
        _mention("Extras", "string", "evidence as JSON", _extras),
    ),
    _mentions,
    tabs=True,
    header=False,
)
