"""Say what of a claim still stands: what the last versions say, less what was taken back.

A page said "14 dead" at noon and says "12 dead" at night: the 14 stays a member of the claim,
as what only an earlier version says, and the claim's words are the night's. Where a notice
says that the 14 was wrong, it is corrected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Cite, Event, Figure, Member, Standing
from dateline.weaving.claims.items import Item, sentence_cite
from dateline.weaving.claims.ledger import gist
from dateline.weaving.claims.telling import Telling
from dateline.weaving.touched import Touch

_FALLEN = {"correction": Standing.CORRECTED, "retraction": Standing.RETRACTED}


def settle(telling: Telling, touches: Sequence[Touch] = ()) -> Telling:
    """Return a claim whose members say whether they stand, in the words of one that does."""
    members = tuple(
        Member(item.report.id, item.id, _standing(item, telling, touches)) for item in telling.items
    )
    notices = tuple(touch.noted for touch in touches)
    claim = replace(telling.claim, members=members, notices=notices)
    settled = replace(telling, claim=claim)
    return replace(settled, claim=replace(claim, gist=gist(settled.standing)))


def disputed(telling: Telling) -> tuple[Item, ...]:
    """Return the items whose differences matter: none that was taken back, but from its versions.

    A number that an earlier version gave is set against the number in its place.
    """
    taken_back = {Standing.CORRECTED, Standing.RETRACTED}
    return tuple(
        item
        for item in telling.items
        if item.last is not None or telling.standing_of(item) not in taken_back
    )


def fallen_sentences(tellings: Sequence[Telling]) -> frozenset[Cite]:
    """Return the sentences that tell what no longer stands, whatever else they tell."""
    return frozenset(
        sentence_cite(item)
        for telling in tellings
        for item in telling.items
        if telling.standing_of(item) is not Standing.STANDS
    )


def find_retracted(tellings: Sequence[Telling]) -> dict[str, tuple[Cite, ...]]:
    """Return the reports of which all is retracted, with where that is said."""
    told: dict[str, set[Standing]] = {}
    said: dict[str, dict[Cite, None]] = {}
    for telling in tellings:
        notices = (n for n in telling.claim.notices if n.kind == "retraction")
        cites = dict.fromkeys(notice.cite for notice in notices)
        for member in telling.claim.members:
            told.setdefault(member.report, set()).add(member.standing)
            said.setdefault(member.report, {}).update(cites)
    return {id: tuple(said[id]) for id, found in told.items() if found == {Standing.RETRACTED}}


def _standing(item: Item, telling: Telling, touches: Sequence[Touch]) -> Standing:
    """Return whether an item was taken back, or the last version of its report says it still."""
    taken_back = [touch.noted.kind for touch in touches if item.key in touch.fallen]
    if taken_back:
        return _FALLEN[max(taken_back)]  # a report that is retracted needs no correction
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
