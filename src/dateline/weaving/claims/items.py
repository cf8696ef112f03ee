"""Lay a record beside its report, so that records of two reports can be compared.

"Ankara's troops entered the town on Tuesday" becomes its act, who (Turkey), when and where,
and the words of the clause that are no names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import wraps
from typing import Any, TypeVar

from dateline.knowledge.wording import content
from dateline.model import Cite, Event, Figure, Label, Report, Span, Statement, Status, Time
from dateline.text.calendar import read_day
from dateline.weaving.claims.actors import Party, parties

Told = TypeVar("Told")

FAR = timedelta(31)
"""How far apart two days are that are surely not of one thing."""
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
"""What is told as taking place."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A record in its report, with what comparing reads of it.

    The doers of a figure are those of the act in whose clause it stands.
    """

    report: Report
    record: Event | Statement | Figure
    id: str
    stems: frozenset[str]
    doers: tuple[Party, ...]
    others: tuple[Party, ...] = ()
    claimants: tuple[Party, ...] = ()
    when: Time | None = None
    place: str | None = None
    country: str | None = None
    grain: str | None = None
    says: frozenset[str] = frozenset()
    """For an act of speech: the joined statements that carry its words, each by its first one."""
    last: str | None = None
    """The last version of its report, where this is an earlier one."""
    facts: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What functions that are `told_once` found out of its record, day and report; `replace` hands
    it on."""

    @property
    def key(self) -> tuple[str, str]:
        """What items are told apart and ordered by."""
        return (self.report.id, self.id)

    @property
    def source(self) -> str:
        """The id that its report counts by: that of the last version."""
        return self.last or self.report.id


def told_once(find: Callable[[Item], Told]) -> Callable[[Item], Told]:
    """Return a function that reads each item once, with however many others it is compared."""

    @wraps(find)
    def held(item: Item) -> Told:
        if find not in item.facts:
            item.facts[find] = find(item)
        found: Told = item.facts[find]
        return found

    return held


def make_item(report: Report, record: Event | Statement | Figure, id: str) -> Item:
    """Return a record as it is compared."""
    when = _time_at(report, record.when)
    if isinstance(record, Statement):
        stems = content(record.content.of(report.text)) - _places_in(report, record.content)
        hearer = (record.hearer,) if record.hearer else ()
        return Item(
            report, record, id, stems, parties(report, record.speakers),
            parties(report, hearer), parties(report, record.speakers), when,
        )  # fmt: skip
    place = next((place for place in report.places if place.span == record.place), None)
    claimants = parties(report, (record.claimed_by,) if record.claimed_by else ())
    if isinstance(record, Figure):
        stems = content(sentence_around(report, record.span).of(report.text))
        act = _act_around(report, record.span)
        doers = parties(report, act.actors) if act else ()
        when = when or (_time_at(report, act.when) if act else None)
        others: tuple[Party, ...] = ()
    else:
        doers = parties(report, record.actors)
        others = parties(report, record.recipients)
        stems = _own_words(report, record)
    where = (place.name, place.country, place.grain) if place else (None, None, None)
    return Item(report, record, id, stems, doers, others, claimants, when, *where)


def _time_at(report: Report, span: Span | None) -> Time | None:
    return next((time for time in report.times if time.span == span), None)


def _act_around(report: Report, span: Span) -> Event | None:
    """Return the act that tells of what a figure counts: the shortest clause around it."""
    holding = [e for e in report.events if e.span.start <= span.start < e.span.end]
    return min(holding, key=lambda e: (e.span.end - e.span.start, e.span), default=None)


def _own_words(report: Report, event: Event) -> frozenset[str]:
    """Return the stems of an event's clause without the names of who, whom and where.

    These are compared as names; counted as words too, they would join any two acts of two
    countries.
    """
    named = [*event.actors, *event.recipients]
    spans = [actor.span for actor in named if actor.span is not None]
    spans += [event.place] if event.place else []
    names = " ".join(
        [*(p.name for p in parties(report, named)), *(s.of(report.text) for s in spans)]
    )
    return content(event.span.of(report.text)) - content(names)


def _places_in(report: Report, span: Span) -> frozenset[str]:
    """Return the stems of the places named in a span: many things are said of one river."""
    named = (p.span for p in report.places if span.start <= p.span.start < span.end)
    return content(" ".join(place.of(report.text) for place in named))


def sentence_at(report: Report, span: Span) -> Span | None:
    """Return the sentence that holds the start of a span."""
    before = bisect_right(report.sentences, span.start, key=lambda held: held.span.start)
    held = report.sentences[before - 1].span if before else None
    return held if held is not None and span.start < held.end else None


def sentence_around(report: Report, span: Span) -> Span:
    """Return the sentence around a span, or the span itself where none is cut."""
    return sentence_at(report, span) or span


def sentence_cite(item: Item) -> Cite:
    """Return the sentence of an item as a citation."""
    return Cite(item.report.id, sentence_of(item))


@told_once
def sentence_of(item: Item) -> Span:
    """Return the sentence around an item's record."""
    return sentence_around(item.report, item.record.span)


@told_once
def label_of(item: Item) -> Label:
    """Return the label of the block that an item stands in."""
    return label_at(item.report, item.record.span.start)


def label_at(report: Report, at: int) -> Label:
    """Return the label of the block that holds a character."""
    held = (b.label for b in report.blocks if b.span.start <= at < b.span.end)
    return next(held, Label.BODY)


def days_meet(one: Item, other: Item) -> float:
    """Return 1 for the same days, 0.5 for days within others, 0 unknown, -1 for others."""
    first, second = one.when, other.when
    if first is None or second is None or not first.start or not second.start:
        return 0.0
    if (first.start, first.end) == (second.start, second.end):
        return 1.0
    apart = (first.end or first.start) < second.start or (second.end or second.start) < first.start
    return -1 if apart else 0.5


def far_apart(one: Item, other: Item) -> bool:
    """Whether what two items tell lies more than a month apart: it is not one thing then."""
    mine, theirs = _days_of(one), _days_of(other)
    if mine is None or theirs is None:
        return False
    return max(mine[0], theirs[0]) - min(mine[1], theirs[1]) > FAR


@told_once
def _days_of(item: Item) -> tuple[date, date] | None:
    """Return the first and the last day on which something is told to be, None if nobody knows.

    News without a day of its own is of the days before it is published; background is not.
    """
    if item.when is not None:
        first = read_day(item.when.start)
        return (first, read_day(item.when.end) or first) if first else None
    if isinstance(item.record, Event) and (
        item.record.background or item.record.status not in REAL
    ):
        return None
    published = read_day(item.report.metadata.published)
    return (published, published) if published else None


def places_meet(one: Item, other: Item) -> float:
    """Return 1 for one place, 0.5 for a place within the other, 0 unknown, -1 for others."""
    if one.place is None or other.place is None:
        return 0.0
    if one.place == other.place:
        return 1.0
    if one.country and one.country == other.country:
        coarse = {"country", "province"} & {one.grain or "", other.grain or ""}
        return 0.5 if coarse else -1
    return -1 if one.country and other.country else 0.0


def statuses_differ(first: Status, second: Status) -> bool:
    """Whether one act is told as real and the other as not yet, or not at all."""
    return (first in REAL) != (second in REAL)
