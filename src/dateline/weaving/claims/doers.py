"""Weigh who acts and upon whom when two events are held against each other.

Who speaks is known in every report of a speech; who did a deed often in none.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from dateline.knowledge.wording import stem, words
from dateline.model import Event, Kind
from dateline.weaving.claims.actors import ACTS_FOR, SAME, Party, agree, meet
from dateline.weaving.claims.items import REAL, Item, told_once

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Acts that all who take part do."""
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONCEDE"}) | MUTUAL
"""Acts that are words: who speaks is known in every report."""
_RARE = frozenset({"THREATEN", "SANCTION", "CONCEDE", "RETREAT", "PROTEST"})
"""Acts that one person seldom does twice in the news of one day."""
_DENYING = frozenset(
    map(stem, "deny reject dismiss refute disclaim disown disavow dispute contest rebut".split())
)
_IDIOMS = frozenset({"none-of-it", "not-hear-of", "brush-off", "insist-not"})
"""Rules whose words deny only together: "would have none of it"."""
_BOTH = frozenset({("each",), ("both",)})


def who_acts(one: Item, other: Item, codes: AbstractSet[str]) -> Iterator[tuple[str, float]]:
    """Yield the signs in who acts, and upon whom."""
    spoken = bool(codes & SPOKEN)
    if codes <= MUTUAL:
        doers = _together((*one.doers, *one.others), (*other.doers, *other.others))
        others = None
        yield "named together", float(_named_together(one, other))
    else:
        doers, others = meet(one.doers, other.doers), meet(one.others, other.others)
    if doers:
        yield "doers", doers
    elif doers is not None:
        yield "other doers", 1.0
        yield "other speakers", float(spoken)
    if any(_one_person(a, b) for a in one.doers for b in other.doers):
        yield "one person", 1.0
        yield "one person's rare act", float(len(codes) == 1 and codes <= _RARE)
    if _both(one) != _both(other):
        yield "both sides", 1.0
    if others:
        yield ("hearers" if spoken else "recipients"), others
    elif others is not None:
        yield "other recipients", 1.0


def _one_person(one: Party, other: Party) -> bool:
    return one.kind is other.kind is Kind.PERSON and agree(one, other) == SAME


def _named_together(one: Item, other: Item) -> int:
    """Return how many countries or persons beyond the first both gatherings surely name."""
    mine, theirs = (*one.doers, *one.others), (*other.doers, *other.others)
    same = sum(any(agree(a, b) == SAME for b in theirs) for a in mine)
    return min(3, max(0, same - 1))


@told_once
def _both(item: Item) -> bool:
    """Whether two sides do an act to one another: "each side", "both countries"."""
    return any(words(party.name)[:1] in _BOTH for party in item.doers)


def _together(some: tuple[Party, ...], others: tuple[Party, ...]) -> float | None:
    """Return how far two gatherings are one: all who are named on the shorter side were there."""
    described = 0.7 if any(agree(a, b) == SAME for a in some for b in others) else None
    some = tuple(party for party in some if party.kind or party.country)
    others = tuple(party for party in others if party.kind or party.country)
    if not some or not others:
        return described
    fewer, more = sorted((some, others), key=len)
    best = [max(agree(one, other) for other in more) for one in fewer]
    if len(fewer) == 1:
        # One guest who is named in both is at many meetings.
        return 0.6 * best[0]
    return 0.0 if min(best) == 0 and len(best) < 3 else sum(best) / len(best)


def only_denial(one: Item, other: Item) -> bool:
    """Whether each is the one denial that its report has of somebody who is the same in both."""
    if not denies(one) or not denies(other) or _denials(one) != 1 or _denials(other) != 1:
        return False
    return (meet(one.doers, other.doers) or 0.0) >= ACTS_FOR


@told_once
def denies(item: Item) -> bool:
    """Whether an event says that a fact is none."""
    return isinstance(item.record, Event) and is_denial(item.report.text, item.record)


@told_once
def _denials(item: Item) -> int:
    """Return how often the doer of a denial denies something in its report."""
    text, event = item.report.text, item.record
    if not isinstance(event, Event):
        return 0
    chains = {actor.chain for actor in event.actors}
    held = (e for e in item.report.events if is_denial(text, e))
    return sum(any(actor.chain in chains for actor in e.actors) for e in held)


def is_denial(text: str, event: Event) -> bool:
    """Whether somebody says that a fact is none; to refuse or to call off has a mode."""
    plain = event.code == "REJECT" and event.mode is None and event.status in REAL
    if plain and event.by.rpartition("/")[2] in _IDIOMS:
        return True
    return plain and not _DENYING.isdisjoint(map(stem, words(event.trigger.of(text))))
