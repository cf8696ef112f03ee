"""The shape of a report in the public JSON: `{"id": "events/120-188", "span": [120, 188], …}`.

These are a public contract: keys are added, never renamed. The JSON Schema in the docs is
generated from them, and mypy holds `export/records` and `export/document` to them.
A span is `[start, end)` in Unicode code points of the report's `text`.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

SpanPair = list[int]
Amount = int | float | None
Mode = Literal["direct", "mixed", "paraphrase", "stance"]
Scope = Literal["sentence", "paragraph", "document"]
NoticeKind = Literal["correction", "retraction"]
CreditKind = Literal["wire", "photo"]
CreditSource = Literal["text", "json-ld", "meta", "listing"]


class ActorObject(TypedDict):
    """Who acts, is acted upon, speaks or claims."""

    name: str
    chain: int | None
    span: SpanPair | None
    country: str | None
    sector: str | None


class PlaceObject(TypedDict):
    """Where an event or figure belongs: the place that its record points at."""

    name: str | None
    entity: str | None
    country: str | None
    lat: float | None
    lon: float | None
    grain: str | None
    span: SpanPair


class WhenObject(TypedDict):
    """When an event, statement or figure belongs: the time that its record points at."""

    start: str | None
    end: str | None
    grain: str | None
    value: str | None
    span: SpanPair


class ContextObject(TypedDict):
    """A context of the codebook and how much text it was read from."""

    code: str
    scope: Scope


class BlockObject(TypedDict):
    """A labelled stretch of the page."""

    id: str
    span: SpanPair
    label: str
    by: str


class CreditObject(TypedDict):
    """An agency that the report credits; no span where the markup or a feed says so."""

    id: str
    span: SpanPair | None
    agency: str
    kind: CreditKind
    by: str
    read_from: CreditSource


class SentenceObject(TypedDict):
    """A sentence of the text that is read."""

    id: str
    span: SpanPair
    label: str
    by: str


class NameObject(TypedDict):
    """A mention by name."""

    id: str
    span: SpanPair
    kind: str
    name: str
    chain: int | None
    country: str | None
    sector: str | None
    entity: str | None
    as_government: bool
    by: str


class ChainObject(TypedDict):
    """All mentions of one person or body: names by id, other words by span."""

    id: int
    name: str
    kind: str
    mentions: list[str]
    anaphora: list[SpanPair]
    country: str | None
    sector: str | None
    title: str | None
    entity: str | None
    by: str


class PlaceRecord(TypedDict):
    """A place that the report mentions."""

    id: str
    span: SpanPair
    name: str
    entity: str | None
    country: str | None
    lat: float | None
    lon: float | None
    grain: str
    rivals: list[str]
    because: list[str]
    by: str


class TimeRecord(TypedDict):
    """A time expression: what its words say, and what they resolve to."""

    id: str
    span: SpanPair
    start: str | None
    end: str | None
    grain: str
    value: str
    anchor: str | None
    direction: str | None
    by: str


class NumberRecord(TypedDict):
    """A number with its hedge."""

    id: str
    span: SpanPair
    digits: SpanPair
    low: Amount
    high: Amount
    hedge: str | None
    kind: str
    unit: str | None
    by: str


class StatementRecord(TypedDict):
    """What somebody says."""

    id: str
    span: SpanPair
    words: SpanPair
    content: SpanPair
    mode: Mode
    speaker: ActorObject | None
    speakers: list[ActorObject]
    hearer: ActorObject | None
    medium: str | None
    cue: SpanPair | None
    when: WhenObject | None
    by: str


class FigureRecord(TypedDict):
    """A count or amount, what it counts, and who says so."""

    id: str
    span: SpanPair
    low: Amount
    high: Amount
    unit: str | None
    of_what: str | None
    head: str | None
    measure: str
    hedge: str | None
    status: str
    claimed_by: ActorObject | None
    place: PlaceObject | None
    when: WhenObject | None
    by: str


class GuessObject(TypedDict):
    """A category that the coder takes an act for; null is no act."""

    code: str | None
    score: float


class EventRecord(TypedDict):
    """An act of somebody, coded with the codebook."""

    id: str
    span: SpanPair
    trigger: SpanPair
    code: str
    mode: str | None
    contexts: list[ContextObject]
    status: str
    actors: list[ActorObject]
    recipients: list[ActorObject]
    place: PlaceObject | None
    when: WhenObject | None
    claimed_by: ActorObject | None
    part_of: str | None
    background: bool
    cancelled: bool
    score: float | None
    read_as: list[GuessObject]
    by: str


class NoticeRecord(TypedDict):
    """A correction or retraction that the report prints, one for each value that is mended.

    `whose` is `None` where the report speaks of itself.
    """

    id: str
    span: SpanPair
    kind: NoticeKind
    wrong: SpanPair | None
    right: SpanPair | None
    whose: ActorObject | None
    by: str


class ReportObject(TypedDict):
    """A page and what was found in it."""

    id: str
    path: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    published_by: str | None
    published_value: str | None
    updated: str | None
    language: str | None
    byline: list[str]
    place: str | None
    section: str | None
    read_from: dict[str, str]
    found_at: dict[str, SpanPair]
    notes: list[str]
    text: str
    sha256: str
    blocks: list[BlockObject]
    credits: list[CreditObject]
    sentences: list[SentenceObject]
    names: list[NameObject]
    chains: list[ChainObject]
    places: list[PlaceRecord]
    times: list[TimeRecord]
    numbers: list[NumberRecord]
    statements: list[StatementRecord]
    figures: list[FigureRecord]
    events: list[EventRecord]
    notices: list[NoticeRecord]
