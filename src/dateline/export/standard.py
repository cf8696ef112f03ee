"""What PLOVER and its relatives call an event: they know no status, and need actor and day.

"Will meet" is AGREE there and "ordered the release" REQUEST. What the standard has no word for
is left out: acts that are denied or only possible, planned violence, the act inside a threat or
demand, acts of nobody named, acts whose day nobody tells closer than a month, and categories of
other codebooks. The plain tables hold all of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.export.report_shape import EventRecord
from dateline.export.rows import Mention, Row, event_rows
from dateline.export.shape import Shape
from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.crosswalk import Act, open_crosswalk
from dateline.model import READ_LABELS, Label, Span, Status, Story

# A year before our era ("-0479-08-01") has no form in tables of events.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ROUGHEST = timedelta(days=31)
"""An act of "2011" has no day, and that of the report would be wrong."""
_ASSERTED = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Coded:
    """An event in the terms of the standard."""

    row: Row[EventRecord]
    code: str
    mode: str | None
    act: Act
    quad: int | None
    """1 and 2 cooperate in words and deeds, 3 and 4 conflict."""
    day: str
    """When it begins, as far as the text says; else the day of the report."""
    day_of: str
    """"text" or "published"."""


def coded_rows(story: Story, shape: Shape) -> Iterator[Coded]:
    """Yield the events that the standard can tell."""
    book, crosswalk = open_codebook("plover"), open_crosswalk()
    for row in event_rows(story, shape):
        named = _named(row.record)
        dated = _day(row)
        if named is None or dated is None or row.record["part_of"] or not row.record["actors"]:
            continue
        code, mode = named
        yield Coded(row, code, mode, crosswalk.act(code, mode), book.categories[code].quad, *dated)


def _named(record: EventRecord) -> tuple[str, str | None] | None:
    """Return the standard's category and mode of an event; `None` where it has none."""
    book, status = open_codebook("plover"), Status(record["status"])
    if record["code"] not in book.categories:
        return None
    if record["cancelled"]:
        return ("REJECT", "meet") if record["code"] == "CONSULT" else None
    if renamed := book.standard.get((record["code"], status)):
        return renamed, None
    return (record["code"], record["mode"]) if status in _ASSERTED or _promised(record) else None


def _promised(record: EventRecord) -> bool:
    """Whether it is a planned act whose category is itself about what is to come."""
    return record["status"] == Status.PLANNED and record["code"] in {"AGREE", "CONCEDE"}


def _day(row: Row[EventRecord]) -> tuple[str, str] | None:
    """Return an event's day and where it was read; none where the text knows it too roughly."""
    when = row.record["when"]
    if when and when["start"]:
        start, end = when["start"], when["end"] or when["start"]
        if not (_DAY.fullmatch(start) and _DAY.fullmatch(end)):
            return None
        near = date.fromisoformat(end) - date.fromisoformat(start) <= _ROUGHEST
        return (start, "text") if near else None
    published = row.lead.source.report.metadata.published
    return (published[:10], "published") if published else None


def sentence_of(mention: Mention[EventRecord]) -> tuple[int | None, Span]:
    """Return the number, from 1 on, and the characters of the sentence of an event's word."""
    start, end = mention.record["trigger"]
    for number, sentence in enumerate(mention.source.report.sentences, 1):
        if sentence.span.meets(Span(start, end)):
            return number, sentence.span
    return None, mention.span


def in_lead(mention: Mention[EventRecord]) -> bool:
    """Whether an event stands in the title, the lede or the first paragraph."""
    read = [b for b in mention.source.report.blocks if b.label in READ_LABELS]
    body = next((block for block in read if block.label is Label.BODY), None)
    lead = [b for b in read if b.label in {Label.TITLE, Label.LEDE} or b is body]
    start, end = mention.record["trigger"]
    return any(block.span.meets(Span(start, end)) for block in lead)
