"""The rows of a dataset: one a mention, or one a claim with its mentions.

Whatever the level, a row has a record and the mentions that carry it: at the level "mention"
one, at the level "claim" as many as the claim has members. So each format is written once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypedDict, TypeVar, cast

from dateline.corrections import Outcome
from dateline.export import records
from dateline.export.addresses import Source, source_of
from dateline.export.corrections import corrected_object, correction_words
from dateline.export.quoting import quotation
from dateline.export.records import Pointed, pair
from dateline.export.report_shape import EventRecord, FigureRecord, SpanPair, StatementRecord
from dateline.export.shape import Level, Shape
from dateline.model import Claim, Report, Span, Story

R = TypeVar("R", EventRecord, FigureRecord, StatementRecord)

_LENT = ("when", "place", "mode")
"""What a claim takes from a later member where its first says nothing of it."""


@dataclass(frozen=True, slots=True)
class Mention(Generic[R]):
    """A record in its report."""

    source: Source
    record: R

    @property
    def id(self) -> str:
        """The record's id, led by its report's: "9f2c…/events/120-188"."""
        return f"{self.source.report.id}/{self.record['id']}"

    @property
    def span(self) -> Span:
        """The characters that carry it."""
        start, end = self.record["span"]
        return Span(start, end)

    @property
    def quote(self) -> Span:
        """The characters that are quoted for it: its first 25 words."""
        return quotation(self.source.report.text, self.span)

    @property
    def words(self) -> str:
        """What is quoted."""
        return self.quote.of(self.source.report.text)


@dataclass(frozen=True, slots=True)
class Row(Generic[R]):
    """A mention, or a claim with all of its mentions."""

    id: str
    story: Story
    record: R
    """The first mention's, filled from the others where it says nothing of day and place."""
    mentions: tuple[Mention[R], ...]
    claim: Claim | None
    """The claim that it is, or that its mention belongs to."""

    @property
    def lead(self) -> Mention[R]:
        """The mention that stands for all."""
        return self.mentions[0]


class EvidenceObject(TypedDict):
    """Where a row can be checked: the characters, and the text that they are counted in."""

    report: str
    url: str | None
    outlet: str | None
    published: str | None
    record: str
    span: SpanPair
    quote: str
    quote_span: SpanPair
    sha256: str
    by: str


def event_rows(story: Story, shape: Shape) -> Iterator[Row[EventRecord]]:
    """Yield the rows of a story's events, in the order of its reports or claims."""
    return _rows(story, shape, "event", lambda r, to: records.events(r.events, to))


def figure_rows(story: Story, shape: Shape) -> Iterator[Row[FigureRecord]]:
    """Yield the rows of a story's figures."""
    return _rows(story, shape, "figure", lambda r, to: records.figures(r.figures, to))


def statement_rows(story: Story, shape: Shape) -> Iterator[Row[StatementRecord]]:
    """Yield the rows of a story's statements; a stance makes no claim."""
    return _rows(story, shape, "statement", lambda r, to: records.statements(r.statements, to))


def set_right(row: Row[Any]) -> list[str]:
    """Return what people set right of a row's mentions, a line each."""
    own = {(mention.source.report.id, mention.record["id"]) for mention in row.mentions}
    return [
        correction_words(corrected_object(corrected))
        for corrected in row.story.corrections
        if corrected.outcome is Outcome.STANDS and (corrected.report, corrected.record) in own
    ]


def teller(row: Row[R], field: str) -> Mention[R]:
    """Return the first mention that tells of a field, whose text its span counts in."""
    told = (m for m in row.mentions if cast("dict[str, Any]", m.record)[field])
    return next(told, row.lead)


def evidence(mention: Mention[R]) -> EvidenceObject:
    """Return where a mention can be checked."""
    report = mention.source.report
    return {
        "report": report.id,
        "url": mention.source.url,
        "outlet": report.metadata.outlet,
        "published": report.metadata.published,
        "record": mention.record["id"],
        "span": mention.record["span"],
        "quote": mention.words,
        "quote_span": pair(mention.quote),
        "sha256": mention.source.sha256,
        "by": mention.record["by"],
    }


def _rows(
    story: Story, shape: Shape, kind: str, records_of: Callable[[Report, Pointed], list[R]]
) -> Iterator[Row[R]]:
    """Yield a row a mention, or a row a claim of this kind."""
    found = {
        (report.id, record["id"]): Mention(source, record)
        for report, source in ((report, source_of(report)) for report in story.reports)
        for record in records_of(report, records.pointed(report))
    }
    claims = [claim for claim in story.claims if claim.kind == kind]
    if shape.level is Level.CLAIM:
        for claim in claims:
            keys = ((member.report, member.record) for member in claim.members)
            if mentions := tuple(found[key] for key in keys if key in found):
                yield Row(claim.id, story, _filled(mentions), mentions, claim)
        return
    claimed = {
        (member.report, member.record): claim for claim in claims for member in claim.members
    }
    for key, mention in found.items():
        yield Row(mention.id, story, mention.record, (mention,), claimed.get(key))


def _filled(mentions: Sequence[Mention[R]]) -> R:
    """Return the first mention's record, with what only later ones tell of day and place."""
    lead = cast("dict[str, Any]", mentions[0].record)
    told = {
        key: next((v for m in mentions if (v := cast("dict[str, Any]", m.record)[key])), None)
        for key in _LENT
        if key in lead
    }
    return cast("R", {**lead, **told})
