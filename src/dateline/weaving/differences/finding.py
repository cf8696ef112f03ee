"""Say where the members of a claim differ, and how: does one say it finer, later, otherwise?

"On Friday in Oslo" lies within "this week in Norway" (finer); 52 dead after 47 of the same
ministry is an update; a ministry's 52 against the rebels' 90 is a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from dateline.knowledge.wording import content, words
from dateline.model import (
    Difference,
    Event,
    Figure,
    Report,
    Span,
    Statement,
    Status,
    Time,
    Value,
)
from dateline.weaving.claims.actors import distinct
from dateline.weaving.claims.items import Item
from dateline.weaving.differences.recounts import before, relate_numbers, relate_own_numbers

Found = Iterator[tuple[str, Difference | None]]
Compare = Callable[[Item, Item], Found]


def find_differences(items: Sequence[Item]) -> tuple[Difference, ...]:
    """Return the differences between the reports of one claim, one a pair of reports and kind.

    A report that says a thing twice differs from another only in what neither time agrees.
    What another version of it says otherwise is updated; with others the last one is compared.
    """
    found: dict[tuple[object, ...], Difference | None] = {}
    for one, other, compare in _compared(_spokesmen(items)):
        for on, difference in compare(one, other):
            key = (one.report.id, other.report.id, on, *_numbers_of(one, other))
            known = found.get(key, difference)
            found[key] = None if not (known and difference) else min(known, difference, key=_mild)
    return tuple(difference for difference in found.values() if difference is not None)


def _compared(items: Sequence[Item]) -> Iterator[tuple[Item, Item, Compare]]:
    """Yield the pairs to compare, and how: a version with the next, else only what is last."""
    order = list(dict.fromkeys((item.source, item.report.id) for item in items))
    following = set(pairwise(sorted(order, key=lambda told: told[0])))
    for one, other in combinations(items, 2):
        first, second = ((item.source, item.report.id) for item in (one, other))
        if first[0] == second[0] and first != second:
            if (first, second) in following:
                yield one, other, _revised
        elif one.last is None and other.last is None:
            yield one, other, _dispute if first == second else _between


def _revised(one: Item, other: Item) -> Found:
    """Yield what a version says otherwise than the one before: it is updated, whatever it is."""
    for on, difference in _between(one, other):
        changed = difference is not None and difference.relation != "agree"
        yield on, replace(difference, relation="updated") if difference and changed else None


def _numbers_of(*items: Item) -> tuple[float | None, ...]:
    """Return the numbers of figures: two that one report gives are each set against the other's."""
    return tuple(item.record.low for item in items if isinstance(item.record, Figure))


def _mild(difference: Difference) -> int:
    return ("agree", "finer", "translation", "updated", "conflict").index(difference.relation)


def _spokesmen(items: Sequence[Item]) -> list[Item]:
    """Return the items to compare: of a report's statements the longest, of others all."""
    longest: dict[str, Item] = {}
    for item in items:
        if isinstance(item.record, Statement):
            held = longest.setdefault(item.report.id, item)
            if _length(item) > _length(held):
                longest[item.report.id] = item
    return [item for item in items if longest.get(item.report.id, item) is item]


def _length(item: Item) -> int:
    return item.record.span.end - item.record.span.start


def _between(one: Item, other: Item) -> Found:
    """Yield what can be compared of two items: the difference, or None where they agree."""
    match one.record, other.record:
        case Event(), Event():
            yield from _events(one, other, one.record, other.record)
        case Statement(), Statement():
            yield "wording", _wording(one, other, one.record, other.record)
        case Figure(), Figure():
            yield "number", _numbers(one, other, one.record, other.record)
            if _same_number(one.record, other.record):
                yield "source", _sources(one, other)


def _same_number(first: Figure, second: Figure) -> bool:
    return first.low is not None and first.low == second.low


def _dispute(one: Item, other: Item) -> Found:
    """Yield how one report tells both sides: two numbers, or an act and its denial.

    Nothing is yielded where they go together: its title, which names nobody, settles nothing.
    """
    match one.record, other.record:
        case Figure() as first, Figure() as second:
            sides = (one.report, first.span), (other.report, second.span)
            if (relation := relate_own_numbers(one, other, first, second)) is not None:
                yield "number", _difference("number", relation, *sides)
        case Event() as act, Event() as told:
            sides = (one.report, act.span), (other.report, told.span)
            if (act.status is Status.DENIED) != (told.status is Status.DENIED):
                yield "status", _difference("status", "conflict", *sides)


def _difference(on: str, relation: str | None, *sides: tuple[Report, Span]) -> Difference | None:
    if relation is None:
        return None
    values = tuple(
        Value(report.id, span, " ".join(span.of(report.text).split())) for report, span in sides
    )
    return Difference(on, relation, values)


# ----------------------------------------------------------------------------------- events


def _events(one: Item, other: Item, first: Event, second: Event) -> Found:
    if one.when and other.when and one.when.start and other.when.start:
        sides = (one.report, one.when.span), (other.report, other.when.span)
        yield "day", _difference("day", _days(one.when, other.when), *sides)
    if first.place and second.place:
        sides = (one.report, first.place), (other.report, second.place)
        yield "place", _difference("place", _places(one, other), *sides)
    sides = (one.report, first.span), (other.report, second.span)
    yield (
        "status",
        _difference("status", _statuses(one, other, first.status, second.status), *sides),
    )
    yield "source", _sources(one, other)


def _days(first: Time, second: Time) -> str | None:
    """Return "finer" for days within others, "conflict" for days apart, None for the same."""
    if not first.start or not second.start:
        return None
    mine, theirs = ((t.start or "", t.end or t.start or "") for t in (first, second))
    if mine == theirs:
        return None
    if mine[1] < theirs[0] or theirs[1] < mine[0]:
        return "conflict"
    return "finer"


def _places(one: Item, other: Item) -> str | None:
    if one.place == other.place:
        return None
    if one.source == other.source:
        return "updated"
    grains = {one.grain, other.grain}
    if one.country and one.country == other.country and len(grains) == 2:
        return "finer"
    return None if not one.country or not other.country else "conflict"


def _statuses(one: Item, other: Item, first: Status, second: Status) -> str | None:
    if one.source == other.source:
        return "updated" if first is not second else None
    if Status.DENIED in {first, second} and first != second:
        # Who demands or threatens an act doesn't say that it is done: both can hold.
        return None if {first, second} & {Status.CALLED_FOR, Status.THREATENED} else "conflict"
    planned = {Status.PLANNED, Status.POSSIBLE, Status.THREATENED}
    earlier, later = sorted(
        ((one, first), (other, second)), key=lambda side: side[0].report.metadata.published or ""
    )
    dated = one.report.metadata.published and other.report.metadata.published
    if not dated or not before(earlier[0].report, later[0].report):
        return None
    return "updated" if earlier[1] in planned and later[1] is Status.HAPPENED else None


# ------------------------------------------------------------------------------- statements


def _wording(one: Item, other: Item, first: Statement, second: Statement) -> Difference | None:
    """Return "translation" where both quote one speaker and the words are not the same."""
    if "paraphrase" in {first.mode, second.mode}:
        return None
    mine, theirs = (
        " ".join(words(span.of(report.text)))
        for report, span in ((one.report, first.words), (other.report, second.words))
    )
    if f" {mine} " in f" {theirs} " or f" {theirs} " in f" {mine} ":
        return None
    sides = (one.report, first.words), (other.report, second.words)
    return _difference("wording", "translation", *sides)


# ---------------------------------------------------------------------------------- figures


def _numbers(one: Item, other: Item, first: Figure, second: Figure) -> Difference | None:
    sides = (one.report, first.span), (other.report, second.span)
    if (first.low, first.high) != (second.low, second.high):
        return _difference("number", relate_numbers(one, other, first, second), *sides)
    return _difference("number", "agree" if _said_otherwise(first, second) else None, *sides)


def _said_otherwise(first: Figure, second: Figure) -> bool:
    """Whether equal numbers count by other nouns or with other hedges."""
    return content(first.head or "") != content(second.head or "") or first.hedge != second.hedge


def _sources(one: Item, other: Item) -> Difference | None:
    """Return "agree" where two reports have the same from sources that can't be one."""
    sides = [(item.report, _claimant(item)) for item in (one, other)]
    spans = [(report, span) for report, span in sides if span is not None]
    apart = all(distinct(a, b) for a in one.claimants for b in other.claimants)
    return _difference("source", "agree" if len(spans) == 2 and apart else None, *spans)


def _claimant(item: Item) -> Span | None:
    if isinstance(item.record, Statement) or item.record.claimed_by is None:
        return None
    return item.record.claimed_by.span
