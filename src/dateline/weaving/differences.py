"""Say where the members of a claim differ, and how: does one say it finer, later, otherwise?

"On Friday in Oslo" lies within "this week in Norway" (finer); 52 dead after 47 of the same
ministry is an update; a ministry's 52 against the rebels' 90 is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

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
from dateline.weaving.actors import Party, acts_for_state, agree, distinct
from dateline.weaving.items import Item
from dateline.weaving.same_figure import risen

_MORE = float("inf")


def find_differences(items: Sequence[Item]) -> tuple[Difference, ...]:
    """Return the differences between the reports of one claim, one a pair of reports and kind.

    A report that says a thing twice differs from another only in what neither time agrees.
    """
    found: dict[tuple[object, ...], Difference | None] = {}
    for one, other in combinations(_spokesmen(items), 2):
        within = one.report.id == other.report.id
        for on, difference in _dispute(one, other) if within else _between(one, other):
            key = (one.report.id, other.report.id, on, *_numbers_of(one, other))
            known = found.get(key, difference)
            found[key] = None if not (known and difference) else min(known, difference, key=_mild)
    return tuple(difference for difference in found.values() if difference is not None)


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


Found = Iterator[tuple[str, Difference | None]]


def _between(one: Item, other: Item) -> Found:
    """Yield what can be compared of two items: the difference, or None where they agree."""
    match one.record, other.record:
        case Event(), Event():
            yield from _events(one, other, one.record, other.record)
        case Statement(), Statement():
            yield "wording", _wording(one, other, one.record, other.record)
        case Figure(), Figure():
            yield "number", _numbers(one, other, one.record, other.record)
            yield "source", _sources(one, other)


def _dispute(one: Item, other: Item) -> Found:
    """Yield the conflict of two numbers that one report gives by two who don't agree."""
    first, second = one.record, other.record
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        return
    mine, theirs = _range(first), _range(second)
    apart = mine[1] < theirs[0] or theirs[1] < mine[0]
    named = bool(one.claimants and other.claimants)
    if apart and named and not any(agree(a, b) for a in one.claimants for b in other.claimants):
        sides = (one.report, first.span), (other.report, second.span)
        yield "number", _difference("number", "conflict", *sides)


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
    grains = {one.grain, other.grain}
    if one.country and one.country == other.country and len(grains) == 2:
        return "finer"
    return None if not one.country or not other.country else "conflict"


def _statuses(one: Item, other: Item, first: Status, second: Status) -> str | None:
    if Status.DENIED in {first, second} and first != second:
        return "conflict"
    planned = {Status.PLANNED, Status.POSSIBLE, Status.THREATENED}
    earlier, later = sorted(
        ((one, first), (other, second)), key=lambda side: side[0].report.metadata.published or ""
    )
    dated = one.report.metadata.published and other.report.metadata.published
    if not dated or not _before(earlier[0].report, later[0].report):
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
        return _difference("number", _relation(one, other, first, second), *sides)
    return _difference("number", "agree" if _said_otherwise(first, second) else None, *sides)


def _said_otherwise(first: Figure, second: Figure) -> bool:
    """Whether equal numbers count by other nouns or with other hedges."""
    return content(first.head or "") != content(second.head or "") or first.hedge != second.hedge


def _relation(one: Item, other: Item, first: Figure, second: Figure) -> str:
    """Return how two different numbers of one thing relate."""
    mine, theirs = _range(first), _range(second)
    apart = mine[1] < theirs[0] or theirs[1] < mine[0]
    if _updated(one, other) or _risen(one, other, mine, theirs):
        return "updated"
    if not apart and _in_order(one, other) and not _two_sources(one, other):
        return "updated" if mine[0] != theirs[0] else "finer"
    return "conflict" if apart else "finer"


def _updated(one: Item, other: Item) -> bool:
    if not _in_order(one, other):
        return False
    if not one.claimants or not other.claimants:
        # A count that nobody is named for is that of the officials, or of whose place it is.
        return all(_in_charge(party) for party in (*one.claimants, *other.claimants))
    return any(
        agree(mine, theirs) > 0 or _of_one_kind(mine, theirs)
        for mine in one.claimants
        for theirs in other.claimants
    )


def _of_one_kind(one: Party, other: Party) -> bool:
    """Whether two sources are of one kind: officials of one country, "hospitals" twice.

    Two bodies of two names that act for no state are two sources.
    """
    if one.country and other.country and one.country != other.country:
        return False
    named = one.kind is not None and other.kind is not None
    alike = one.sector is not None and one.sector == other.sector
    return alike and (acts_for_state(one) or not named)


def _in_charge(party: Party) -> bool:
    return acts_for_state(party) or party.sector == "BUS"


def _risen(one: Item, other: Item, mine: tuple[float, float], theirs: tuple[float, float]) -> bool:
    """Whether the greater number is told as risen from one before: "the toll rose to nine".

    That holds where no date tells the order, but not from another side of a conflict.
    """
    if _in_order(one, other) and _before(one.report, other.report) == (mine[0] > theirs[0]):
        return False
    greater = one if mine[0] > theirs[0] else other
    return risen(greater) and not _two_sources(one, other)


def _two_sources(one: Item, other: Item) -> bool:
    return any(distinct(a, b) for a in one.claimants for b in other.claimants)


def _in_order(one: Item, other: Item) -> bool:
    return _before(one.report, other.report) or _before(other.report, one.report)


def _before(one: Report, other: Report) -> bool:
    """Whether one report was surely published before the other."""
    first, second = one.metadata.published or "", other.metadata.published or ""
    if not first or not second:
        return False
    if len(first) > 10 and len(second) > 10 and first[19:] == second[19:]:
        return first < second
    return first[:10] < second[:10]


def _range(figure: Figure) -> tuple[float, float]:
    """Return the least and the greatest number that a figure's words allow."""
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else _MORE
    if figure.hedge in {"about", "estimated"} and low == high:
        return 0.9 * low, 1.1 * high
    return low, high


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
