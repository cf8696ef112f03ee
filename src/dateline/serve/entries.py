"""Explain the records of a report in words: who says so, in which words, how it was found.

The web page shows an entry for the mark that is clicked: "figure: at least 40 people killed;
says Ana Tembe; found by the rule count of figures".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.identity import Spanned, record_ids
from dateline.model import (
    Actor,
    Event,
    Figure,
    Name,
    Place,
    Report,
    Span,
    Statement,
    Time,
)
from dateline.serve import phrases

Fact = tuple[str, str | None]
Found = TypeVar("Found", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one record; facts are (name, words)."""

    key: str
    """The record's id in its report."""
    kind: str
    words: str
    facts: tuple[tuple[str, str], ...]
    record: str = ""
    """The id still where pages have an anchor for a key."""


def entries(report: Report) -> tuple[Entry, ...]:
    """Return an entry for each marked record of a report, kind by kind."""
    return tuple(_entries(report))


def _entries(report: Report) -> Iterator[Entry]:
    text = report.text
    for key, event in _named("events", report.events):
        yield _entry(key, "event", event.span.of(text), (*_event(event, report), _by(event.by)))
    for key, said in _named("statements", report.statements):
        yield _entry(key, "statement", said.words.of(text), (*_said(said, report), _by(said.by)))
    for key, figure in _named("figures", report.figures):
        facts = (*_figure(figure, report), _by(figure.by))
        yield _entry(key, "figure", figure.span.of(text), facts)
    for key, time in _named("times", report.times):
        yield _entry(key, "time", time.span.of(text), (("when", time_words(time)), _by(time.by)))
    for key, place in _named("places", report.places):
        yield _entry(key, "place", place.span.of(text), (*_place(place), _by(place.by)))
    for key, name in _named("names", report.names):
        yield _entry(key, "name", name.span.of(text), (*_name(name, report), _by(name.by)))


def _named(field: str, records: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    """Yield the records of a field with their ids."""
    return zip(record_ids(field, records), records, strict=True)


def _entry(key: str, kind: str, words: str, facts: tuple[Fact, ...]) -> Entry:
    known = tuple((name, value) for name, value in facts if value)
    return Entry(key, kind, " ".join(words.split()), known, key)


def _by(by: str) -> Fact:
    """Return how a record was found: the rule "warn" of plover."""
    stage, _, rule = by.partition("/")
    return "found by", f"rule {rule.replace('_', ' ')} ({stage})" if rule else stage


def _who(actor: Actor | None) -> str | None:
    if actor is None:
        return None
    more = ", ".join(filter(None, (actor.country, actor.sector)))
    return f"{actor.name} ({more})" if more else actor.name


def _all(actors: tuple[Actor, ...]) -> str | None:
    return phrases.listed([who for actor in actors if (who := _who(actor))]) or None


def time_words(time: Time) -> str:
    """Return the days of a time: "3–7 September 2018"."""
    if time.start is None:
        return "not resolved"
    return phrases.days_words(time.start, time.end or time.start, time.grain)


def _when(span: Span | None, report: Report) -> str | None:
    """Return the days of the time that a record points at, with its words."""
    time = next((time for time in report.times if time.span == span), None)
    return None if time is None else f"{time_words(time)} (“{time.span.of(report.text)}”)"


def _where(span: Span | None, report: Report) -> str | None:
    return next((place.name for place in report.places if place.span == span), None)


def _event(event: Event, report: Report) -> tuple[Fact, ...]:
    kind = phrases.code_words(event.code)
    contexts = phrases.listed([context.code.replace("_", " ") for context in event.contexts])
    return (
        ("kind", f"{kind}, {event.mode.replace('_', ' ')}" if event.mode else kind),
        ("status", phrases.STATUSES[event.status.value] or "happened"),
        ("who", _all(event.actors)),
        ("to whom", _all(event.recipients)),
        ("where", _where(event.place, report)),
        ("when", _when(event.when, report)),
        ("context", contexts),
        ("says", _who(event.claimed_by)),
        ("word", event.trigger.of(report.text)),
        ("background", "an earlier event, told as background" if event.background else None),
        ("cancelled", "called off" if event.cancelled else None),
    )


_MODES = {
    "direct": "quoted",
    "mixed": "partly quoted",
    "paraphrase": "in the reporter's words",
    "stance": "a wish, thought or judgement, in the reporter's words",
}


def _said(said: Statement, report: Report) -> tuple[Fact, ...]:
    return (
        ("form", _MODES[said.mode]),
        ("says", _all(said.speakers)),
        ("to", _who(said.hearer)),
        ("through", said.medium),
        ("when", _when(said.when, report)),
        ("word", said.cue.of(report.text) if said.cue else None),
    )


def _figure(figure: Figure, report: Report) -> tuple[Fact, ...]:
    what = figure.of_what or figure.head or ""
    return (
        ("how many", phrases.how_many(figure.low, figure.high, figure.hedge, figure.unit)),
        ("of what", phrases.measured(what, figure.measure)),
        ("status", phrases.STATUSES[figure.status.value] or None),
        ("says", _who(figure.claimed_by)),
        ("where", _where(figure.place, report)),
        ("when", _when(figure.when, report)),
    )


def _place(place: Place) -> tuple[Fact, ...]:
    known = place.lat is not None and place.lon is not None
    return (
        ("place", place.name),
        ("grain", place.grain),
        ("country", place.country),
        ("position", f"{place.lat:.2f}, {place.lon:.2f}" if known else None),
        ("because", phrases.listed(place.because) or None),
        ("could also be", phrases.listed(place.rivals, "or") or None),
    )


def _name(name: Name, report: Report) -> tuple[Fact, ...]:
    chain = next((chain for chain in report.chains if name.span in chain.mentions), None)
    fuller = chain.name if chain else name.name
    mentions = phrases.counted(len(chain.mentions), "mention") if chain else None
    return (
        ("means", fuller),
        ("what", name.kind.value),
        ("title", chain.title if chain else None),
        ("country", name.country or (chain.country if chain else None)),
        ("in this text", mentions),
    )
