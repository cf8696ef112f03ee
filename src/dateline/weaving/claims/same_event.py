"""Judge whether two events are one act, and how surely.

"Ankara's troops entered the town on Tuesday" and "Turkish soldiers moved into the town" meet
in act, actor and place. Each sign for one act or for two has its weight; likeness of wording
alone joins nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import exp

from dateline.knowledge.wording import alike, content, heft, weapons
from dateline.model import Event, Status
from dateline.text.calendar import read_day
from dateline.weaving.claims.actors import Party, meet
from dateline.weaving.claims.doers import MUTUAL, SPOKEN, is_denial, only_denial, who_acts
from dateline.weaving.claims.items import (
    Item,
    days_meet,
    places_meet,
    sentence_around,
    statuses_differ,
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
    if not comparable(one, other, first, second):
        return 0.0
    odds = sum(WEIGHTS[sign] * amount for sign, amount in signs(one, other, first, second))
    return 1 / (1 + exp(-odds))


def comparable(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether two events can be one act at all, so that their signs are weighed.

    What is coded apart, or told of other days, places or people, has to mean one act, and to have
    something else in common.
    """
    kin = _may_be_one(one, other, first, second)
    if kin and not any(amount for _, amount in _apart(one, other, first, second)):
        return True
    return meant_alike(first.meaning, second.meaning) >= ALIKE and _share(one, other)


def _share(one: Item, other: Item) -> bool:
    """Whether two acts have a word, a party, a day or a place in common."""
    parties = meet(one.doers, other.doers) or meet(one.others, other.others)
    where = places_meet(one, other) > 0 or days_meet(one, other) > 0
    return bool(one.stems & other.stems or parties) or where


def _apart(one: Item, other: Item, first: Event, second: Event) -> Iterator[tuple[str, float]]:
    """Yield what tells that two acts are two: other days or places, by others or upon others."""
    codes = {first.code, second.code}
    yield "other days", float(days_meet(one, other) == -1)
    yield "elsewhere", float(bool(codes & DONE_SOMEWHERE) and places_meet(one, other) == -1)
    mutual = codes <= MUTUAL
    # "The refinery" may be its owner's name, and whom a denial names is seldom its point.
    upon = meet(one.others, other.others) == 0 and _are_named(one.others, other.others)
    yield "upon others", float(upon and not mutual)
    by = meet(one.doers, other.doers) == 0 and _are_named(one.doers, other.doers)
    yield "by others", float(by and not mutual and bool(codes & SPOKEN))


def _are_named(*parties: Sequence[Party]) -> bool:
    return all(any(party.kind or party.country for party in side) for side in parties)


def signs(one: Item, other: Item, first: Event, second: Event) -> Iterator[tuple[str, float]]:
    """Yield each sign that two events are one act, or two, with how far it is given."""
    yield "prior", 1.0
    yield "other codes", float(not _may_be_one(one, other, first, second))
    yield from _apart(one, other, first, second)
    yield "one code", float(first.code == second.code)
    yield "kindred codes", float(frozenset({first.code, second.code}) in _KIN)
    yield from _modes(first, second)
    yield "other weapons", float(_armed_otherwise(one, other))
    yield "meaning", meant_alike(first.meaning, second.meaning)
    yield "words of the clause", alike(one.stems, other.stems)
    yield "many words", min(MANY, heft(one.stems & other.stems))
    yield "words of the trigger", float(_one_trigger(one, other, first, second))
    yield "one speech", float(bool(one.says & other.says))
    days, places = days_meet(one, other), places_meet(one, other)
    yield "one day", float(days == 1)
    yield "one place", float(places > 0)
    yield "other places", float(places == -1)
    yield from who_acts(one, other, {first.code, second.code})
    yield from _statuses(one, other, first, second)
    yield "only denial", float(only_denial(one, other, first, second))
    yield "only one denies", float(_one_denies(one, other, first, second))


def _one_denies(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether one says that a fact is none and the other refuses: rejects a charge, or to go."""
    denials = is_denial(one.report.text, first), is_denial(other.report.text, second)
    return first.code == second.code == "REJECT" and denials[0] != denials[1]


def _modes(first: Event, second: Event) -> Iterator[tuple[str, float]]:
    """Yield whether two acts of one code are done in one way: both arrests, both strikes."""
    told = first.code == second.code and first.mode is not None and second.mode is not None
    yield "one mode", float(told and first.mode == second.mode)
    yield "other modes", float(told and first.mode != second.mode)


def _armed_otherwise(one: Item, other: Item) -> bool:
    """Whether two clauses name two kinds of force: "fired tear gas", "fired live rounds"."""
    mine, theirs = (weapons(item.record.span.of(item.report.text)) for item in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _statuses(one: Item, other: Item, first: Event, second: Event) -> Iterator[tuple[str, float]]:
    """Yield what another status says; a denial is of the very act that others tell."""
    statuses = {first.status, second.status}
    yield "both denied", float(statuses == {Status.DENIED})
    if len(statuses) > 1 and Status.DENIED in statuses:
        yield "denied", 1.0
    elif statuses_differ(first.status, second.status):
        yield "not yet", _unkept(one, other, first, second)


def _one_trigger(one: Item, other: Item, first: Event, second: Event) -> bool:
    triggers = first.trigger.of(one.report.text), second.trigger.of(other.report.text)
    return bool(content(triggers[0]) & content(triggers[1]))


def word_for_word(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether one word of one long sentence, printed twice, names both acts of one code."""
    if first.code != second.code:
        return False
    told = []
    for item, event in ((one, first), (other, second)):
        text = item.report.text
        sentence = sentence_around(item.report, event.trigger).of(text)
        told.append((event.trigger.of(text), sentence.split()))
    return told[0] == told[1] and len(told[0][1]) >= REPEATED


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


def _may_be_one(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether two codes, or else two triggers, may name one act."""
    return (
        first.code == second.code
        or frozenset({first.code, second.code}) in _KIN
        or _one_trigger(one, other, first, second)
    )
