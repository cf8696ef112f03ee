"""Turn the records of a report into JSON objects: `{"id": "events/120-188", "code": …}`.

In the model an event points at its time and place by their spans; here they stand expanded
beside it, so that a reader of the JSON needs no second look-up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from dateline.export import report_shape as shape
from dateline.identity import record_ids
from dateline.model import (
    Actor,
    Event,
    Figure,
    Name,
    Notice,
    Place,
    Report,
    Span,
    Statement,
    Time,
)


@dataclass(frozen=True, slots=True)
class Pointed:
    """What the records of one report can point at, by span."""

    times: Mapping[Span, Time]
    places: Mapping[Span, Place]
    events: Mapping[Span, tuple[str, ...]]
    """The ids of the events that a trigger names."""
    chains: Mapping[Span, int]


def pair(span: Span) -> shape.SpanPair:
    """Return a span as JSON has it."""
    return [span.start, span.end]


def amount(value: float | None) -> shape.Amount:
    """Return a whole number without its ".0"."""
    return int(value) if value is not None and value == int(value) else value


def pointed(report: Report) -> Pointed:
    """Return what records can point at; of two on the same characters the first counts."""
    triggers: dict[Span, tuple[str, ...]] = {}
    for label, event in zip(record_ids("events", report.events), report.events, strict=True):
        triggers[event.trigger] = (*triggers.get(event.trigger, ()), label)
    return Pointed(
        times={time.span: time for time in reversed(report.times)},
        places={place.span: place for place in reversed(report.places)},
        events=triggers,
        chains={span: chain.id for chain in reversed(report.chains) for span in chain.mentions},
    )


def _maybe(span: Span | None) -> shape.SpanPair | None:
    return None if span is None else pair(span)


def actor_object(actor: Actor) -> shape.ActorObject:
    """Return an actor as events, figures and statements carry it."""
    return {
        "name": actor.name,
        "chain": actor.chain,
        "span": _maybe(actor.span),
        "country": actor.country,
        "sector": actor.sector,
    }


def _actor(actor: Actor | None) -> shape.ActorObject | None:
    return None if actor is None else actor_object(actor)


def _place(span: Span | None, to: Pointed) -> shape.PlaceObject | None:
    """Return the place that a record points at; the bare characters if nothing stands there."""
    if span is None:
        return None
    place = to.places.get(span) or Place(span, "", "", by="")
    return {
        "name": place.name or None,
        "entity": place.entity,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "grain": place.grain or None,
        "span": pair(span),
    }


def _when(span: Span | None, to: Pointed) -> shape.WhenObject | None:
    """Return the time that a record points at; the bare characters if nothing stands there."""
    if span is None:
        return None
    time = to.times.get(span) or Time(span, "", "", by="")
    return {
        "start": time.start,
        "end": time.end,
        "grain": time.grain or None,
        "value": time.value or None,
        "span": pair(span),
    }


def names(found: tuple[Name, ...], to: Pointed) -> list[shape.NameObject]:
    """Return the names, each with the chain that it belongs to."""
    return [
        {
            "id": label,
            "span": pair(name.span),
            "kind": name.kind.value,
            "name": name.name,
            "chain": to.chains.get(name.span),
            "country": name.country,
            "sector": name.sector,
            "entity": name.entity,
            "as_government": name.as_government,
            "by": name.by,
        }
        for label, name in zip(record_ids("names", found), found, strict=True)
    ]


def places(found: tuple[Place, ...]) -> list[shape.PlaceRecord]:
    """Return the places as far as they are put on the map."""
    return [
        {
            "id": label,
            "span": pair(place.span),
            "name": place.name,
            "entity": place.entity,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
            "grain": place.grain,
            "rivals": list(place.rivals),
            "because": list(place.because),
            "by": place.by,
        }
        for label, place in zip(record_ids("places", found), found, strict=True)
    ]


def times(found: tuple[Time, ...]) -> list[shape.TimeRecord]:
    """Return the time expressions, resolved or not."""
    return [
        {
            "id": label,
            "span": pair(time.span),
            "start": time.start,
            "end": time.end,
            "grain": time.grain,
            "value": time.value,
            "anchor": time.anchor,
            "direction": time.direction,
            "by": time.by,
        }
        for label, time in zip(record_ids("times", found), found, strict=True)
    ]


def statements(found: tuple[Statement, ...], to: Pointed) -> list[shape.StatementRecord]:
    """Return the statements, each with its first speaker and with all of them."""
    return [
        {
            "id": label,
            "span": pair(statement.span),
            "words": pair(statement.words),
            "content": pair(statement.content),
            "mode": cast("shape.Mode", statement.mode),
            "speaker": _actor(next(iter(statement.speakers), None)),
            "speakers": [actor_object(speaker) for speaker in statement.speakers],
            "hearer": _actor(statement.hearer),
            "medium": statement.medium,
            "cue": _maybe(statement.cue),
            "when": _when(statement.when, to),
            "by": statement.by,
        }
        for label, statement in zip(record_ids("statements", found), found, strict=True)
    ]


def figures(found: tuple[Figure, ...], to: Pointed) -> list[shape.FigureRecord]:
    """Return the figures, with their places and times beside them."""
    return [
        {
            "id": label,
            "span": pair(figure.span),
            "low": amount(figure.low),
            "high": amount(figure.high),
            "unit": figure.unit,
            "of_what": figure.of_what,
            "head": figure.head,
            "measure": figure.measure,
            "hedge": figure.hedge,
            "status": figure.status.value,
            "claimed_by": _actor(figure.claimed_by),
            "place": _place(figure.place, to),
            "when": _when(figure.when, to),
            "by": figure.by,
        }
        for label, figure in zip(record_ids("figures", found), found, strict=True)
    ]


def events(found: tuple[Event, ...], to: Pointed) -> list[shape.EventRecord]:
    """Return the events; an inner one says by id which event speaks of it."""
    named = zip(record_ids("events", found), found, strict=True)
    return [_event(label, event, to) for label, event in named]


def notices(found: tuple[Notice, ...]) -> list[shape.NoticeRecord]:
    """Return the notices of correction and retraction."""
    return [
        {
            "id": label,
            "span": pair(notice.span),
            "kind": cast("shape.NoticeKind", notice.kind),
            "wrong": _maybe(notice.wrong),
            "right": _maybe(notice.right),
            "whose": _actor(notice.whose),
            "by": notice.by,
        }
        for label, notice in zip(record_ids("notices", found), found, strict=True)
    ]


def _event(label: str, event: Event, to: Pointed) -> shape.EventRecord:
    return {
        "id": label,
        "span": pair(event.span),
        "trigger": pair(event.trigger),
        "code": event.code,
        "mode": event.mode,
        "contexts": [
            {"code": context.code, "scope": cast("shape.Scope", context.scope)}
            for context in event.contexts
        ],
        "status": event.status.value,
        "actors": [actor_object(actor) for actor in event.actors],
        "recipients": [actor_object(actor) for actor in event.recipients],
        "place": _place(event.place, to),
        "when": _when(event.when, to),
        "claimed_by": _actor(event.claimed_by),
        "part_of": _outer(label, event.part_of, to),
        "background": event.background,
        "cancelled": event.cancelled,
        "score": event.score,
        "read_as": [{"code": guess.code, "score": guess.score} for guess in event.read_as],
        "by": event.by,
    }


def _outer(label: str, trigger: Span | None, to: Pointed) -> str | None:
    """Return the id of the event with that trigger; never the event itself."""
    if trigger is None:
        return None
    return next((outer for outer in to.events.get(trigger, ()) if outer != label), None)
