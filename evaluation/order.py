"""Score the order of a timeline: is what a reader puts first put first?

The annotated events stand in for those that dateline codes, which are acts of politics and
conflict alone. Of two, one after the other, that dateline gives other days, or lines, the
order is right when the first one's comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from dateline.model import Event, Report, Span, Status
from dateline.weaving.brief.timeline import find_entries
from dateline.weaving.claims.ledger import find_claims
from evaluation.measure import Measure, Tally
from evaluation.reading import meet, plain_report, read_upto
from evaluation.times import printed_day, read_span, when_of

_RELATION = re.compile(r"AFTER Arg1:(?P<first>\w+) Arg2:(?P<then>\w+)")


@dataclass(frozen=True, slots=True)
class _Ordered:
    """The triggers of a text's annotated events, and which comes before which."""

    triggers: dict[str, Span]
    before: frozenset[tuple[str, str]]


def score_order(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the share of pairs in the right order, and of events that have a line at all."""
    tally = Tally()
    for file in sorted((folder / "dev").glob("*.ann")):
        text = file.with_suffix(".txt").read_text("utf-8")
        gold = _annotated(file)
        report = read_upto(plain_report(text, published=printed_day(text)), "events")
        report = _with_events(report, gold.triggers.values())
        days, lines = _days(report), _lines(report)
        for event, trigger in sorted(gold.triggers.items()):
            tally.count("event_dated", trigger in days, f"{file.stem}: {event} has no day")
        for first, then in sorted(gold.before):
            pair = gold.triggers[first], gold.triggers[then]
            told = f"{file.stem}: {' before '.join(span.of(text) for span in pair)}"
            _count(tally, "order_of_dated", days, pair, told)
            _count(tally, "timeline_order", lines, pair, told)
    return tally.measures(name), tally.misses


def _count(
    tally: Tally, measure: str, places: Mapping[Span, Any], pair: tuple[Span, Span], told: str
) -> None:
    """Count whether the first of a pair is put first, where each has a place of its own."""
    first, then = (places.get(trigger) for trigger in pair)
    if first is not None and then is not None and first != then:
        tally.count(measure, first < then, told)


def _days(report: Report) -> dict[Span, tuple[str, str]]:
    """Return first and last day of the trigger of each event that has them."""
    days = {time.span: (time.start, time.end or time.start) for time in report.times if time.start}
    return {event.trigger: days[event.when] for event in report.events if event.when in days}


def _with_events(report: Report, triggers: Iterable[Span]) -> Report:
    """Return the report with the annotated events for its own, each with the day it is given."""
    events = []
    for code, trigger in enumerate(triggers):
        sentence = next((s for s in report.sentences if meet(s.span, trigger)), None)
        when = None if sentence is None else when_of(report, sentence, trigger)
        if sentence is not None and when is not None:
            # Each is an act of its own kind, so that none is taken for another.
            kind = (str(code), Status.HAPPENED)
            events.append(Event(sentence.span, trigger, *kind, (), (), "given", when=when))
    return replace(report, events=tuple(sorted(events, key=lambda event: event.trigger)))


def _lines(report: Report) -> dict[Span, int]:
    """Return the number of the timeline's line for the trigger of each event that has one."""
    entries = find_entries(find_claims([report]))
    return {
        trigger: number
        for trigger, days in _days(report).items()
        for number, entry in enumerate(entries)
        if meet(entry.cites[0].span, trigger) and days == (entry.start, entry.end)
    }


def _annotated(file: Path) -> _Ordered:
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    spans = {parts[0]: read_span(parts[1]) for parts in lines if parts[0].startswith("T")}
    triggers = {
        parts[0]: spans[parts[1].split()[0].removeprefix("event:")]
        for parts in lines
        if parts[0].startswith("E")
    }
    told = {
        (relation["first"], relation["then"])
        for parts in lines
        if parts[0].startswith("R") and (relation := _RELATION.match(parts[1]))
    }
    return _Ordered(triggers, frozenset(_closed(told)))


def _closed(pairs: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield all pairs that follow: what is before an event is before all that it is before."""
    known = set(pairs)
    while more := {(a, d) for (a, b), (c, d) in product(known, known) if b == c} - known:
        known |= more
    yield from sorted(known)
