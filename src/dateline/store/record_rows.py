"""Make the rows of a report's records: an event with its days, its place and its parties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from dateline.identity import Spanned, record_ids
from dateline.model import (
    Actor,
    Chain,
    Credit,
    Event,
    Figure,
    Place,
    Report,
    Sentence,
    Span,
    Statement,
    Time,
)
from dateline.store.terms import as_searched, folded

Row = dict[str, Any]


class Records:
    """The records of one report, looked at as rows."""

    def __init__(self, report: Report, story: str) -> None:
        self._report, self._story = report, story
        self._times = {time.span: time for time in reversed(report.times)}
        self._places = {place.span: place for place in reversed(report.places)}
        named = zip(record_ids("events", report.events), report.events, strict=True)
        self._events = tuple(named)

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Yield each row with the name of its table."""
        report = self._report
        yield from self._plain("credits", report.credits, self._credit)
        yield from self._plain("sentences", report.sentences, self._sentence)
        yield from self._plain("chains", report.chains, self._chain)
        yield from self._named("places", report.places, self._place)
        yield from self._named("times", report.times, self._time)
        yield from self._named("statements", report.statements, self._statement)
        yield from self._named("figures", report.figures, self._figure)
        yield from self._named("events", report.events, self._event)
        yield from (("parties", row) for row in self._parties())

    def _plain(
        self, table: str, found: Iterable[Any], turn: Callable[[Any], Row]
    ) -> Iterator[tuple[str, Row]]:
        """Yield the rows of records that have no id of their own."""
        for record in found:
            yield table, {"report": self._report.id, "story": self._story, **turn(record)}

    def _named(
        self, table: str, found: Sequence[Any], turn: Callable[[Any], Row]
    ) -> Iterator[tuple[str, Row]]:
        """Yield the rows of records, each with its id and the characters that carry it."""
        for id, record in zip(record_ids(table, found), found, strict=True):
            yield table, {**self._stands(id, record), **turn(record), "found_by": record.by}

    def _stands(self, id: str, record: Spanned) -> Row:
        span = record.span
        return {
            "id": id,
            "report": self._report.id,
            "story": self._story,
            "span_start": span.start,
            "span_end": span.end,
            "quote": span.of(self._report.text),
        }

    # ------------------------------------------------------------------- one kind of record

    def _credit(self, credit: Credit) -> Row:
        return {
            "span_start": credit.span and credit.span.start,
            "span_end": credit.span and credit.span.end,
            "agency": credit.agency,
            "kind": credit.kind,
            "read_from": credit.read_from,
            "found_by": credit.by,
        }

    def _sentence(self, sentence: Sentence) -> Row:
        span, label = sentence.span, sentence.label.value
        return {"span_start": span.start, "span_end": span.end, "label": label}

    def _chain(self, chain: Chain) -> Row:
        return {
            "number": chain.id,
            "name": chain.name,
            "folded": folded(chain.name),
            "kind": chain.kind.value,
            "country": chain.country,
            "sector": chain.sector,
            "title": chain.title,
            "entity": chain.entity,
            "mentions": len(chain.mentions),
            "found_by": chain.by,
        }

    def _place(self, place: Place) -> Row:
        return {
            "name": place.name,
            "folded": folded(place.name),
            "grain": place.grain,
            "country": place.country,
            "entity": place.entity,
            "lat": place.lat,
            "lon": place.lon,
        }

    def _time(self, time: Time) -> Row:
        return {
            "value": time.value,
            "grain": time.grain,
            "first": _day(time.start),
            "last": _day(time.end),
            "anchor": time.anchor,
        }

    def _statement(self, statement: Statement) -> Row:
        return {
            "words_start": statement.words.start,
            "words_end": statement.words.end,
            "mode": statement.mode,
            "speaker": _first_name(statement.speakers),
            "medium": statement.medium,
            **self._days(statement.when),
            "words": as_searched(statement.span.of(self._report.text)),
        }

    def _figure(self, figure: Figure) -> Row:
        return {
            "low": figure.low,
            "high": figure.high,
            "hedge": figure.hedge,
            "unit": figure.unit,
            "of_what": figure.of_what,
            "measure": figure.measure,
            "status": figure.status.value,
            "claimant": figure.claimed_by and figure.claimed_by.name,
            **self._days(figure.when),
            **self._where(figure.place),
            "words": as_searched(f"{figure.span.of(self._report.text)} {figure.of_what or ''}"),
        }

    def _event(self, event: Event) -> Row:
        return {
            "trigger_start": event.trigger.start,
            "trigger_end": event.trigger.end,
            "code": event.code,
            "mode": event.mode,
            "contexts": " ".join(context.code for context in event.contexts),
            "status": event.status.value,
            "actor": _first_name(event.actors),
            "recipient": _first_name(event.recipients),
            "claimant": event.claimed_by and event.claimed_by.name,
            **self._days(event.when),
            **self._where(event.place),
            "part_of": self._outer(event),
            "background": event.background,
            "score": event.score,
            "words": as_searched(event.span.of(self._report.text)),
        }

    # ------------------------------------------------------------------ what records point at

    def _days(self, when: Span | None) -> Row:
        """Return the days of a record: those of its time, or else that of publication."""
        time = self._times.get(when) if when else None
        if time is not None and time.start:
            return {"first": _day(time.start), "last": _day(time.end), "grain": time.grain}
        published = _day(self._report.metadata.published)
        return {"first": published, "last": published, "grain": None}

    def _where(self, span: Span | None) -> Row:
        place = self._places.get(span) if span else None
        if place is None:
            return {"place": None, "country": None, "lat": None, "lon": None}
        where = {"country": place.country, "lat": place.lat, "lon": place.lon}
        return {"place": place.name, **where}

    def _outer(self, event: Event) -> str | None:
        """Return the id of the event that speaks of this one."""
        others = ((id, other) for id, other in self._events if other is not event)
        return next((id for id, other in others if other.trigger == event.part_of), None)

    def _parties(self) -> Iterator[Row]:
        """Yield who has a part in each record."""
        report = self._report
        for field in ("statements", "figures", "events"):
            found = getattr(report, field)
            for id, record in zip(record_ids(field, found), found, strict=True):
                for role, party in _roles(record):
                    yield self._party(id, role, party)

    def _party(self, record: str, role: str, party: Actor) -> Row:
        return {
            "record": record,
            "report": self._report.id,
            "story": self._story,
            "role": role,
            "name": party.name,
            "folded": folded(party.name),
            "country": party.country,
            "sector": party.sector,
            "chain": party.chain,
            "span_start": party.span and party.span.start,
            "span_end": party.span and party.span.end,
        }


def _roles(record: Statement | Figure | Event) -> Iterator[tuple[str, Actor]]:
    """Yield who has a part in a record, and which."""
    if isinstance(record, Statement):
        yield from (("speaker", actor) for actor in record.speakers)
        if record.hearer:
            yield "hearer", record.hearer
        return
    if isinstance(record, Event):
        yield from (("actor", actor) for actor in record.actors)
        yield from (("recipient", actor) for actor in record.recipients)
    if record.claimed_by:
        yield "claimant", record.claimed_by


def _first_name(actors: Sequence[Actor]) -> str | None:
    return actors[0].name if actors else None


def _day(moment: str | None) -> str | None:
    """Return the day of a day or instant."""
    return moment[:10] if moment else None
