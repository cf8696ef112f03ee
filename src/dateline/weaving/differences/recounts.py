"""Say how two numbers of one thing relate: counted anew, told more closely, or in conflict.

52 dead after the same ministry's 47 is an update; a union's 55,000 marchers against the
police's 40,000 is a conflict; 47 lies within "dozens".
"""

from __future__ import annotations

from dateline.model import Figure, Report
from dateline.weaving.claims.actors import Party, acts_for_state, agree, any_same, distinct
from dateline.weaving.claims.items import Item, days_meet
from dateline.weaving.claims.tolls import THINGS, risen

_MORE = float("inf")
_ARMED = frozenset({"COP", "MIL"})


def relate_numbers(one: Item, other: Item, first: Figure, second: Figure) -> str:
    """Return how two different numbers of one thing relate: updated, finer or in conflict."""
    mine, theirs = _bounds(first), _bounds(second)
    apart = mine[1] < theirs[0] or theirs[1] < mine[0]
    if (_updated(one, other) and (apart or _in_order(one, other))) or _risen(
        one, other, mine, theirs
    ):
        return "updated"
    if not apart and _in_order(one, other) and not _two_sources(one, other):
        return "updated" if mine[0] != theirs[0] else "finer"
    return "conflict" if apart else "finer"


def relate_own_numbers(one: Item, other: Item, first: Figure, second: Figure) -> str | None:
    """Return how two numbers relate that one report gives of one thing.

    Of two who don't agree they are a conflict; of one source, an update where its words or
    the days say that it counted anew. What nobody is named for may be a part of the other.
    """
    mine, theirs = _bounds(first), _bounds(second)
    apart = mine[1] < theirs[0] or theirs[1] < mine[0]
    if not apart or not one.claimants or not other.claimants:
        return None
    if not any(agree(a, b) for a in one.claimants for b in other.claimants):
        return "conflict"
    return "updated" if days_meet(one, other) == -1 or risen(one) or risen(other) else None


def _updated(one: Item, other: Item) -> bool:
    """Whether one source gives a new number; what it said first may not be known."""
    if any_same(one.claimants, other.claimants):
        return True
    if not one.claimants or not other.claimants:
        # A count that nobody is named for is that of the officials, or of whose place it is;
        # a crowd is counted once, by eye.
        measures = {i.record.measure for i in (one, other) if isinstance(i.record, Figure)}
        known = all(_in_charge(party) for party in (*one.claimants, *other.claimants))
        return known and not measures & THINGS and _in_order(one, other)
    if not _may_be_in_order(one, other):
        return False
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
    alike = alike or {one.sector, other.sector} == _ARMED  # a general of the police
    return alike and (acts_for_state(one) or not named)


def _in_charge(party: Party) -> bool:
    return acts_for_state(party) or party.sector == "BUS"


def _risen(one: Item, other: Item, mine: tuple[float, float], theirs: tuple[float, float]) -> bool:
    """Whether the greater number is told as risen from one before: "the toll rose to nine".

    That holds where no date tells the order, but not from another side of a conflict.
    """
    if _in_order(one, other) and before(one.report, other.report) == (mine[0] > theirs[0]):
        return False
    greater = one if mine[0] > theirs[0] else other
    return risen(greater) and not _two_sources(one, other)


def _two_sources(one: Item, other: Item) -> bool:
    return any(distinct(a, b) for a in one.claimants for b in other.claimants)


def _in_order(one: Item, other: Item) -> bool:
    return before(one.report, other.report) or before(other.report, one.report)


def _may_be_in_order(one: Item, other: Item) -> bool:
    """Whether one report came out before the other, or may have: its day is only inferred."""
    inferred = "inferred" in {i.report.metadata.published_by for i in (one, other)}
    return inferred or _in_order(one, other)


def before(one: Report, other: Report) -> bool:
    """Whether one report was surely published before the other."""
    first, second = one.metadata.published or "", other.metadata.published or ""
    if not first or not second:
        return False
    if len(first) > 10 and len(second) > 10 and first[19:] == second[19:]:
        return first < second
    return first[:10] < second[:10]


def _bounds(figure: Figure) -> tuple[float, float]:
    """Return the least and the greatest number that a figure's words allow."""
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else _MORE
    if figure.hedge in {"about", "estimated"} and low == high:
        return 0.9 * low, 1.1 * high
    return low, high
