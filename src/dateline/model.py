"""The records: what a page, a report and a story are made of.

Every record is a frozen value. A record of reading has `span`, the characters of `Page.text`
that carry it, and `by`, the stage and rule that found it. Spans count Unicode code points,
half-open: `span.of(text)` is always the evidence. Unknown is `None`.

A record points at another one by that one's span: an event's `when` is the span of a `Time`
of the same report, its `place` that of a `Place`. Nothing is copied, so that a date that is
resolved late is right everywhere at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dateline.corrections import Corrected
from dateline.span import Span as Span  # noqa: PLC0414 - a record to all but `corrections`

# --------------------------------------------------------------------------------- the page


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of a page and the page may not say."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What an HTML page says of itself in its markup, unread."""

    title: str | None = None
    canonical: str | None = None
    language: str | None = None
    meta: tuple[tuple[str, str], ...] = ()
    """(name, property or itemprop; content), in page order, names in lower case.

    The item property of any other element is among them with its `content` or `datetime`.
    """
    linked_data: tuple[str, ...] = ()
    """The JSON-LD scripts, as they stand."""
    times: tuple[tuple[str, str], ...] = ()
    """(datetime attribute, text) of each `time` element."""
    time_hints: tuple[str, ...] = ()
    """For each of `times` its item property and classes: "datepublished entry-date"."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list that a page came in says of it: a feed, a table, a wire, an archive."""

    source: str
    """"rss", "atom", "json-feed", "sitemap", "jsonl", "csv", "ninjs", "newsml", "warc", "mail"."""
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 day, or instant with its zone."""
    updated: str | None = None
    byline: tuple[str, ...] = ()
    section: str | None = None
    place: str | None = None
    language: str | None = None
    url: str | None = None
    credits: tuple[str, ...] = ()
    """Sources as they are written: "Reuters", "dpa/AFP"."""
    whole: bool = False
    """Whether the text is the report alone, as its publisher or an extractor gives it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the page keeps apart: a line of a dump, a block element of HTML."""

    span: Span
    tag: str
    """The element that holds it ("p", "li", "h1", "figcaption"), or "line"."""
    within: tuple[str, ...] = ()
    """The elements around it, outermost first, each "tag.class.class#id"."""
    linked: int = 0
    """How many of its characters stand inside links."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came in. `text` is fixed on arrival and never rewritten."""

    id: str
    path: str
    text: str
    kind: str
    """"text" or "html"."""
    pieces: tuple[Piece, ...]
    head: Head = Head()
    given: Given = Given()
    markup: str | None = None
    anchors: tuple[tuple[int, int], ...] = ()
    """(text offset, markup offset), where the two run on in step until the next pair."""
    notes: tuple[str, ...] = ()
    """What had to be mended to read it: "2 NUL characters became U+FFFD"."""
    listing: Listing | None = None
    fetched: str | None = None
    """When it was fetched, as an archive or a mail says: an ISO 8601 instant."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A page that could not be read, and why."""

    path: str
    reason: str


# ----------------------------------------------------------------------- what skimming finds


class Label(StrEnum):
    """What a block of a page is."""

    TITLE = "title"
    LEDE = "lede"
    BODY = "body"
    SUBHEAD = "subhead"
    KICKER = "kicker"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    CREDIT = "credit"
    CAPTION = "caption"
    PHOTO_CREDIT = "photo-credit"
    LINK_OUT = "link-out"
    PITCH = "pitch"
    NAV = "nav"
    URL = "url"


READ_LABELS = frozenset({Label.TITLE, Label.LEDE, Label.BODY, Label.SUBHEAD})
"""The blocks that are the report itself: sentences are cut from these alone."""


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of the page; blocks don't overlap and stand in order."""

    span: Span
    label: Label
    by: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a report is: each value with where it was read."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 day, or instant with its zone where one is printed."""
    published_by: str | None = None
    """"printed", "metadata", "given", "inferred"."""
    published_value: str | None = None
    """What is printed when it can't be resolved yet: "XXXX-09-04"."""
    updated: str | None = None
    byline: tuple[str, ...] = ()
    section: str | None = None
    place: str | None = None
    """The dateline's place."""
    language: str | None = None
    url: str | None = None
    read_from: tuple[tuple[str, str], ...] = ()
    """(field, source): ("title", "json-ld")."""
    spans: tuple[tuple[str, Span], ...] = ()
    """(field, characters) for what stands in the text."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that a report credits: not one that a sentence names as its source."""

    span: Span | None
    """`None` where the credit stands in the markup or in a list and not in the text."""
    agency: str
    kind: str
    """"wire" or "photo"."""
    by: str
    read_from: str = "text"
    """"text", "json-ld", "meta" or "listing"."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What finds copies of a text without reading it."""

    sketch: tuple[int, ...]
    """The smallest hashes of its word shingles, ascending (bottom-k sketch)."""
    sentences: tuple[tuple[int, Span], ...]
    """(hash of the folded sentence, where it stands); short sentences are left out."""
    words: int


# ------------------------------------------------------------------------ what reading finds


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of one sentence as parallel tuples; offsets are the page's, `head` an index.

    The root is its own head. `entities` are (first token, one past the last, label).
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    lemma: tuple[str, ...]
    tag: tuple[str, ...]
    pos: tuple[str, ...]
    head: tuple[int, ...]
    relation: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a read block. `parse` is dropped before a report is stored or sent."""

    span: Span
    label: Label
    by: str
    parse: Parse | None = None


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GROUP = "group"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Name:
    """A mention by name (or by demonym: "the Russians", "Russian forces")."""

    span: Span
    kind: Kind
    name: str
    """The usual form: "Russia" for "Moscow" where the city stands for its government."""
    by: str
    country: str | None = None
    """ISO 3166-1 alpha-3, or UNO, IGO, EUR … of standards."""
    sector: str | None = None
    """PLOVER sector: GOV, MIL, REB, …"""
    entity: str | None = None
    as_government: bool = False
    """A capital, seat, country or demonym that acts for its government."""


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one person or body in a report."""

    id: int
    name: str
    """The fullest form met."""
    kind: Kind
    mentions: tuple[Span, ...]
    """Spans of names, and of the pronouns and descriptions that mean the same."""
    by: str
    country: str | None = None
    sector: str | None = None
    title: str | None = None
    entity: str | None = None
    body: str | None = None
    """The body that a person speaks for or leads, as the report calls it: "army"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a report mentions, put on the map as far as the words allow."""

    span: Span
    name: str
    grain: str
    """ "city", "district", "province", "country", or "area" for a part of the world."""
    by: str
    entity: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    rivals: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    """What speaks for it, in words: "said to be in Texas", "near Tyler"."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: what its words say, and what they resolve to.

    `value` keeps the words' own meaning, resolved or not ("XXXX-09-04", "XXXX-WXX-1",
    "REF-P1W"; text/calendar lists the forms); `start` and `end` are ISO days, both
    inclusive, filled when the reference is known, and filled again when it changes.
    """

    span: Span
    value: str
    grain: str
    """"minute", "hour", "day", "week", "month", "quarter", "year", "decade",
    "century", "duration", "set" or "vague"."""
    by: str
    start: str | None = None
    end: str | None = None
    anchor: str | None = None
    """What the value is counted from: "published", "text", "event", or None when absolute."""
    direction: str | None = None
    """"past", "future", or None: which side of the reference the words mean."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words or digits with its hedge: "some 800,000", "tens of thousands"."""

    span: Span
    """Hedge included."""
    digits: Span
    """The number words alone."""
    low: float | None
    high: float | None
    hedge: str | None
    """"exact", "about", "estimated", "at_least", "at_most", "between"."""
    kind: str
    """"cardinal", "percent", "money", "ordinal", "fraction"."""
    by: str
    unit: str | None = None
    """For money the ISO 4217 code, "percent" for a percentage."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, is acted upon, speaks or claims, as these words name it."""

    name: str
    span: Span | None = None
    chain: int | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says: one statement a pair of quotation marks, or a reported clause."""

    span: Span
    words: Span
    """The characters inside one pair of quotation marks; for a paraphrase the clause."""
    content: Span
    """The whole reported content, quotation marks included."""
    mode: str
    """"direct", "mixed" (a quoted fragment in a paraphrase), "paraphrase", or "stance": what
    somebody wants, thinks, backs or blames, as the writer tells it; nobody's words or claim."""
    speakers: tuple[Actor, ...]
    by: str
    hearer: Actor | None = None
    medium: str | None = None
    cue: Span | None = None
    when: Span | None = None
    meaning: bytes = field(default=b"", repr=False)
    """Which acts the coder takes its content for, as that of an event."""


class Status(StrEnum):
    """What the text says of an act, at the time of writing."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    CALLED_FOR = "called_for"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or amount, what it counts, and who says so."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None
    of_what: str | None
    head: str | None
    measure: str
    hedge: str | None
    status: Status
    by: str
    claimed_by: Actor | None = None
    place: Span | None = None
    when: Span | None = None
    meaning: bytes = field(default=b"", repr=False)
    """What the coder takes it for counting, to be compared with that of other figures."""


@dataclass(frozen=True, slots=True)
class Context:
    """A PLOVER context and how much text it was read from."""

    code: str
    scope: str
    """"sentence", "paragraph", "document"."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A category that the coder takes a word's act for; `None` is no act."""

    code: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Event:
    """An act of somebody, coded with the codebook."""

    span: Span
    """The clause."""
    trigger: Span
    """The word or two that name the act."""
    code: str
    status: Status
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    by: str
    mode: str | None = None
    contexts: tuple[Context, ...] = ()
    place: Span | None = None
    when: Span | None = None
    claimed_by: Actor | None = None
    part_of: Span | None = None
    """The trigger of the threat, demand, denial or promise that speaks of this act."""
    background: bool = False
    cancelled: bool = False
    score: float | None = None
    """How likely the coder holds the category, where it is the coder's."""
    read_as: tuple[Guess, ...] = ()
    """What the coder takes the act for, likeliest first, also where a rule decided."""
    meaning: bytes = field(default=b"", repr=False)
    """Which act the coder takes it for, a signed byte a number, to be compared with others'."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or retraction that a report prints: one for each value that is mended."""

    span: Span
    kind: str
    """"correction" or "retraction"."""
    by: str
    wrong: Span | None = None
    """What no longer holds; `None` where that isn't said, or it is a whole report."""
    right: Span | None = None
    """What holds instead."""
    whose: Actor | None = None
    """Whose report is taken back, where it is not the report's own."""


@dataclass(frozen=True, slots=True)
class Report:
    """A page and what was found in it. Each field below `page` is filled by one stage."""

    page: Page
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    credits: tuple[Credit, ...] = ()
    signature: Signature | None = None
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    chains: tuple[Chain, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    numbers: tuple[Number, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def id(self) -> str:
        """The page's id."""
        return self.page.id

    @property
    def text(self) -> str:
        """The page's text, which every span points into."""
        return self.page.text


# ------------------------------------------------------------------------ what weaving finds


@dataclass(frozen=True, slots=True)
class Cite:
    """Characters of one report."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Because:
    """Why reports can or can't be counted as separate origins."""

    reports: tuple[str, ...]
    reason: str
    """"same-credits", "copy", "shared-sentence", "same-source": one origin, or not provably two.
    "commentary", "denial": it adds none to the reports that it repeats or denies.
    "own-reporting": its reporter saw it. "version": one report that was written on.
    "corrected", "retracted": it has taken back what it told, and adds none."""
    evidence: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins: at least the provably distinct, at most the possible."""

    least: int
    most: int
    named: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One report's side of a difference."""

    report: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the members of a claim say it differently, and how the values relate."""

    on: str
    """"number", "day", "place", "wording", "actor", "status", "source"."""
    relation: str
    """"agree", "finer", "translation", "updated", "conflict"."""
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of one report: readings of one address with different texts."""

    reports: tuple[str, ...]
    """Their ids, the last version last."""
    by: str
    """What tells their order: "updated", "published", "fetched", or "path" where no time does."""


class Standing(StrEnum):
    """Whether a report still says what it once said."""

    STANDS = "stands"
    EARLIER = "earlier"
    """Only an earlier version of the report says it."""
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    """A notice takes it back, of the report's own medium or of the one that it has it from."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A notice of correction or retraction that touches a claim."""

    cite: Cite
    """Where it is printed."""
    record: str
    """Its id in that report: "notices/120-188"."""
    kind: str


@dataclass(frozen=True, slots=True)
class Member:
    """A record of a report that makes a claim."""

    report: str
    record: str
    """The record's id: "events/120-188"."""
    standing: Standing = Standing.STANDS


@dataclass(frozen=True, slots=True)
class Claim:
    """What one or more reports say of one thing."""

    id: str
    kind: str
    """"event", "statement", "figure"."""
    gist: str
    members: tuple[Member, ...]
    outlets: int
    origins: Origins
    differences: tuple[Difference, ...] = ()
    notices: tuple[Noted, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A line of the brief with the characters that carry it."""

    text: str
    cites: tuple[Cite, ...]
    section: str
    """"shared", "differs", "alone", "said"."""
    claim: str | None = None
    relation: str | None = None
    standing: Standing = Standing.STANDS
    """What has become of the claim where no member of it stands."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline."""

    start: str
    end: str
    grain: str
    tense: str
    """"past", "ongoing", "scheduled"."""
    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One report's value in a series of figures."""

    report: str
    span: Span
    published: str | None
    low: float | None
    high: float | None
    hedge: str | None
    claimed_by: str | None
    status: str
    standing: Standing = Standing.STANDS


@dataclass(frozen=True, slots=True)
class Series:
    """One figure over reports and days."""

    measure: str
    of_what: str
    unit: str | None
    series: tuple[Reading, ...]
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """What an editor reads: every line carries its citations."""

    headline: str
    points: tuple[Point, ...] = ()
    timeline: tuple[Entry, ...] = ()
    figures: tuple[Series, ...] = ()
    dropped: int = 0
    """Lines left out since a name, number or date of theirs was not in their citation."""


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one development, and what they say together."""

    id: str
    headline: str
    first: str | None
    last: str | None
    reports: tuple[Report, ...]
    lineage: tuple[tuple[str, ...], ...]
    claims: tuple[Claim, ...]
    origins: Origins
    brief: Brief
    was: tuple[str, ...] = field(default=())
    versions: tuple[Versions, ...] = ()
    corrections: tuple[Corrected, ...] = ()
