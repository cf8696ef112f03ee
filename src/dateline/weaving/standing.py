"""Say what of a claim still stands: what the last version of each report says.

A page said "14 dead" at noon and says "12 dead" at night: the 14 stays a member of the claim,
as what only an earlier version says, and the claim's words are the night's.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Event, Figure, Member, Standing
from dateline.weaving.claims import gist
from dateline.weaving.items import Item
from dateline.weaving.telling import Telling


def settle(telling: Telling) -> Telling:
    """Return a claim whose members say whether they stand, in the words of one that does."""
    members = tuple(
        Member(item.report.id, item.id, _standing(item, telling)) for item in telling.items
    )
    claim = replace(telling.claim, members=members)
    settled = replace(telling, claim=claim)
    return replace(settled, claim=replace(claim, gist=gist(settled.standing)))


def _standing(item: Item, telling: Telling) -> Standing:
    """Return whether the last version of an item's report still says it."""
    if item.last is None:
        return Standing.STANDS
    last = (other for other in telling.items if other.report.id == item.last)
    kept = any(_says_again(other, item) for other in last)
    return Standing.STANDS if kept else Standing.EARLIER


def _says_again(last: Item, item: Item) -> bool:
    """Whether a record of the last version says what an item of an earlier one says."""
    match item.record, last.record:
        case Figure() as first, Figure() as second:
            return (first.low, first.high) == (second.low, second.high)
        case Event() as first, Event() as second:
            return first.status is second.status
    return True
