"""Judge whether two events are one act, and how surely.

"Ankara's troops entered the town on Tuesday" and "Turkish soldiers moved into the town" meet
in act, actor and place. Each sign for one act or for two has its weight; likeness of wording
alone joins nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from math import exp

from dateline.knowledge.wording import alike, content, heft, weapons
from dateline.model import Event, Span, Status
from dateline.text.calendar import read_day
from dateline.weaving.claims.actors import Party, meet
from dateline.weaving.claims.doers import MUTUAL, SPOKEN, denies, only_denial, who_acts
from dateline.weaving.claims.items import (
    Item,
    days_meet,
    far_apart,
    places_meet,
    sentence_around,
    statuses_differ,
    told_once,
)
from dateline.weaving.claims.meaning import ALIKE, meant_alike

# Acts that one report may code as one and another as the other: a demand with a threat in it,
# troops that gather for an attack, a visit with its talks and its treaty.
_KIN = frozenset(
    frozenset(pair.split())
    for pair in (
        "THREATEN REQUEST", "MOBILIZE ASSAULT", "MOBILIZE THREATEN", "ASSAULT COERCE",
        "SUPPORT AGREE", "SUPPORT COOPERATE", "SUPPORT CONSULT", "SUPPORT AID",
        "AGREE COOPERATE", "AGREE CONSULT", "AGREE CONCEDE", "COOPERATE CONSULT",
        "COOPERATE AID", "SANCTION COERCE", "RETREAT CONCEDE",
    )
)  # fmt: skip
DONE_SOMEWHERE = frozenset(
    {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "CONSULT"}
)
"""Acts that are done at a place: in two places they are two."""
REPEATED = 8
"""Words from which a sentence printed twice is copied, and no usual phrase."""
EVE = timedelta(1)
"""How long after a planned day a report tells it as done without naming the day."""
MANY = 4.0
"""The weight of shared words from which more of them say no more."""

Signs = Sequence[tuple[str, float]]
"""Signs by name, with how far each is given."""

WEIGHTS = {
    "both denied": 0.5,
    "both sides": -1.0,
    "by others": -1.2,
    "denied": 1.3,
    "doers": 0.7,
    "elsewhere": -2.5,
    "hearers": 0.8,
    "kindred codes": -1.4,
    "many words": 0.6,
    "meaning": 6.0,
    "named together": 1.2,
    "not yet": 0.2,
    "one code": 0.4,
    "one day": 1.2,
    "one mode": 0.2,
    "one person": 0.6,
    "one person's rare act": 1.2,
    "one place": 1.2,
    "one speech": 0.3,
    "only denial": 1.4,
    "only one denies": -1.1,
    "other codes": -0.5,
    "other days": -2.1,
    "other doers": -0.1,
    "other modes": -0.2,
    "other places": -1.5,
    "other recipients": -0.5,
    "other speakers": -1.5,
    "other weapons": -2.3,
    "prior": -1.7,
    "recipients": 1.8,
    "upon others": -1.2,
    "words of the clause": 1.0,
    "words of the trigger": -0.2,
}
"""What each sign weighs, in log odds: fitted by `training.same event` and rounded."""


def judge_events(one: Item, other: Item, first: Event, second: Event) -> float:
    """Return how surely two events are one act, from 0 to 1; of two codebooks they are two."""
    if first.by.partition("/")[0] != second.by.partition("/")[0]:
        return 0.0
    if word_for_word(one, other, first, second):
        return 1.0
    apart = tuple(_apart(one, other, first, second))
    if not _comparable(one, other, apart):
        return 0.0
    odds = sum(WEIGHTS[sign] * amount for sign, amount in _signs(one, other, apart))
    return 1 / (1 + exp(-odds))


def comparable(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether two events can be one act at all, so that their signs are weighed.

    What lies a month apart is two acts. What is coded apart, or told of other days, places or
    people, has to mean one act, and to have something else in common.
    """
    return _comparable(one, other, tuple(_apart(one, other, first, second)))


def _comparable(one: Item, other: Item, apart: Signs) -> bool:
    if far_apart(one, other):
        return False
    return not apart or (_meaning(one, other) >= ALIKE and _share(one, other))


def _share(one: Item, other: Item) -> bool:
    """Whether two acts have a word, a party, a day or a place in common."""
    if not one.stems.isdisjoint(other.stems):
        return True
    if places_meet(one, other) > 0 or days_meet(one, other) > 0:
        return True
    return bool(meet(one.doers, other.doers) or meet(one.others, other.others))


def _meaning(one: Item, other: Item) -> float:
    return meant_alike(one.record.meaning, other.record.meaning)


def _apart(one: Item, other: Item, first: Event, second: Event) -> Iterator[tuple[str, float]]:
    """Yield what tells that two acts are two: other acts, days or places, by or upon others."""
    codes = {first.code, second.code}
    if not _may_be_one(one, other, codes):
        yield "other codes", 1.0
    if days_meet(one, other) == -1:
        yield "other days", 1.0
    if not codes.isdisjoint(DONE_SOMEWHERE) and places_meet(one, other) == -1:
        yield "elsewhere", 1.0
    if codes <= MUTUAL:
        return
    # "The refinery" may be its owner's name, and whom a denial names is seldom its point.
    if _are_others(one.others, other.others):
        yield "upon others", 1.0
    if not codes.isdisjoint(SPOKEN) and _are_others(one.doers, other.doers):
        yield "by others", 1.0


def _may_be_one(one: Item, other: Item, codes: AbstractSet[str]) -> bool:
    """Whether two codes, or else two triggers, may name one act."""
    return len(codes) == 1 or codes in _KIN or _one_trigger(one, other)


def _are_others(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Whether two sets of parties are named, and none of one is in the other."""
    return _are_named(some) and _are_named(others) and meet(some, others) == 0


def _are_named(side: Sequence[Party]) -> bool:
    return any(party.kind or party.country for party in side)


def signs(one: Item, other: Item, first: Event, second: Event) -> Iterator[tuple[str, float]]:
    """Yield each sign that two events are one act, or two, with how far it is given."""
    yield from _signs(one, other, tuple(_apart(one, other, first, second)))


def _signs(one: Item, other: Item, apart: Signs) -> Iterator[tuple[str, float]]:
    first, second = one.record, other.record
    if not isinstance(first, Event) or not isinstance(second, Event):
        return
    yield "prior", 1.0
    yield from apart
    codes = {first.code, second.code}
    if len(codes) == 1:
        yield "one code", 1.0
        yield from _modes(first, second)
    elif codes in _KIN:
        yield "kindred codes", 1.0
    if _armed_otherwise(one, other):
        yield "other weapons", 1.0
    yield "meaning", _meaning(one, other)
    if common := one.stems & other.stems:
        yield "words of the clause", alike(one.stems, other.stems)
        yield "many words", min(MANY, heft(common))
    if _one_trigger(one, other):
        yield "words of the trigger", 1.0
    if not one.says.isdisjoint(other.says):
        yield "one speech", 1.0
    if days_meet(one, other) == 1:
        yield "one day", 1.0
    if places := places_meet(one, other):
        yield ("one place" if places > 0 else "other places"), 1.0
    yield from who_acts(one, other, codes)
    yield from _statuses(one, other, first, second)
    yield from _denials(one, other, codes)


def _denials(one: Item, other: Item, codes: AbstractSet[str]) -> Iterator[tuple[str, float]]:
    """Yield what it says of two acts that one or both say that something is none.

    Who rejects a charge denies; who rejects to go does not.
    """
    yield "only denial", float(only_denial(one, other))
    if codes == {"REJECT"} and denies(one) != denies(other):
        yield "only one denies", 1.0


def _modes(first: Event, second: Event) -> Iterator[tuple[str, float]]:
    """Yield whether two acts of one code are done in one way: both arrests, both strikes."""
    if first.mode is not None and second.mode is not None:
        yield ("one mode" if first.mode == second.mode else "other modes"), 1.0


def _armed_otherwise(one: Item, other: Item) -> bool:
    """Whether two clauses name two kinds of force: "fired tear gas", "fired live rounds"."""
    mine, theirs = _force(one), _force(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@told_once
def _force(item: Item) -> frozenset[int]:
    return weapons(item.record.span.of(item.report.text))


def _statuses(one: Item, other: Item, first: Event, second: Event) -> Iterator[tuple[str, float]]:
    """Yield what another status says; a denial is of the very act that others tell."""
    statuses = {first.status, second.status}
    if Status.DENIED in statuses:
        yield ("both denied" if len(statuses) == 1 else "denied"), 1.0
    elif statuses_differ(first.status, second.status):
        yield "not yet", _unkept(one, other, first, second)


def _one_trigger(one: Item, other: Item) -> bool:
    return not _act_words(one).isdisjoint(_act_words(other))


@told_once
def _act_words(item: Item) -> frozenset[str]:
    return content(_trigger(item).of(item.report.text))


def _trigger(item: Item) -> Span:
    return item.record.trigger if isinstance(item.record, Event) else item.record.span


def word_for_word(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether one word of one long sentence, printed twice, names both acts of one code."""
    if first.code != second.code:
        return False
    mine, theirs = _printed(one), _printed(other)
    return mine == theirs and len(mine) > REPEATED


@told_once
def _printed(item: Item) -> tuple[str, ...]:
    """Return the word that names an act, and those of the sentence that it stands in."""
    trigger, text = _trigger(item), item.report.text
    return (trigger.of(text), *sentence_around(item.report, trigger).of(text).split())


def _unkept(one: Item, other: Item, first: Event, second: Event) -> float:
    """Return how far a plan and a deed are two: 1, or less than 0 where the plan was kept.

    A plan that an earlier report dates to the eve of the later one was kept.
    """
    if not _came_true(one, other, first, second):
        return 1.0
    planned, done = (one, other) if first.status is Status.PLANNED else (other, one)
    published = read_day(done.report.metadata.published)
    day = read_day(planned.when.start) if planned.when else None
    if day is None or published is None or done.when is not None:
        return 0.2
    return -0.8 if timedelta(0) <= published - day <= EVE else 1.0


def _came_true(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether the earlier report plans what the later one tells as done."""
    days = {
        event.status: (item.report.metadata.published or "")[:10]
        for item, event in ((one, first), (other, second))
    }
    planned, done = days.get(Status.PLANNED), days.get(Status.HAPPENED)
    return planned is not None and done is not None and planned <= done
