"""Judge whether two events are one act, and how surely.

"Ankara's troops entered the town on Tuesday" and "Turkish soldiers moved into the town" meet
in act, actor and place; likeness of wording alone joins nothing, and one clear contradiction
(another day, another town, other people) keeps two acts apart.
"""

from __future__ import annotations

from datetime import timedelta

from dateline.knowledge.wording import alike, content, heft, nations
from dateline.model import Event, Kind, Status
from dateline.text.calendar import read_day
from dateline.weaving.actors import SAME, Party, agree, meet
from dateline.weaving.items import Item, days_meet, places_meet, sentence_around, statuses_differ

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
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_RARE = frozenset({"THREATEN", "SANCTION", "CONCEDE", "RETREAT", "PROTEST"})
"""Acts that one person seldom does twice in the news of one day."""
REPEATED = 8
"""Words from which a sentence printed twice is copied, and no usual phrase."""
TELLING, BARE = 0.4, 0.55
"""The weight of shared words that speaks for one act, and the most without any such sign."""
EVE = timedelta(1)
"""How long after a planned day a report tells it as done without naming the day."""
DONE_SOMEWHERE = frozenset(
    {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "CONSULT"}
)
"""Acts that are done at a place: in two places they are two."""


def judge_events(one: Item, other: Item, first: Event, second: Event) -> float:
    """Return how surely two events are one act, from 0 to 1; of two codebooks they are two."""
    if first.by.partition("/")[0] != second.by.partition("/")[0]:
        return 0.0
    act = _acts(one, other, first, second)
    days, places = days_meet(one, other), places_meet(one, other)
    if not act or days == -1 or (places == -1 and {first.code, second.code} & DONE_SOMEWHERE):
        return 0.0
    if first.code == second.code and _word_for_word(one, other, first, second):
        return 1.0
    who = _who(one, other, first, second)
    if who == 0:
        return 0.0
    around = [
        content(sentence_around(i.report, i.record.span).of(i.report.text)) for i in (one, other)
    ]
    wording = max(alike(one.stems, other.stems), 0.6 * alike(*around))
    score = 0.3 * act + 0.3 * (who if who is not None else 0.15) + 0.45 * min(1.0, wording * 1.6)
    score += 0.2 * days + 0.1 * places + 0.3 * bool(one.says & other.says)
    score += 0.05 * _meetings(one, other)
    if days == 1 and first.status is second.status is Status.PLANNED:
        score += 0.2
    if statuses_differ(first.status, second.status):
        score += _kept(one, other, first, second)
    score -= 0.1 * ((first.part_of is None) != (second.part_of is None))
    rare = first.code == second.code and first.code in _RARE and _one_person(one, other)
    score += 0.1 * rare
    gathered = {first.code, second.code} <= _MUTUAL and _meetings(one, other) > 0
    spoken = bool(one.says & other.says)
    sign = rare or gathered or spoken or days > 0 or places == 1
    if not (sign or _telling(one, other, *around)):
        # Nothing but who acts upon whom: that is many acts.
        score = min(score, BARE)
    return max(0.0, min(1.0, score))


def _word_for_word(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether one word of one long sentence, printed twice, names both acts."""
    told = []
    for item, event in ((one, first), (other, second)):
        text = item.report.text
        words = sentence_around(item.report, event.trigger).of(text).split()
        told.append((event.trigger.of(text), words))
    return told[0] == told[1] and len(told[0][1]) >= REPEATED


def _telling(one: Item, other: Item, first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sentences share more than the names of who acts upon whom."""
    named = (*one.doers, *one.others, *other.doers, *other.others)
    beyond = (first & second) - content(" ".join(party.name for party in named))
    own = one.stems & other.stems
    return heft(own) >= TELLING or heft(cut for cut in beyond if not nations(cut)) >= 2 * TELLING


def _one_person(one: Item, other: Item) -> bool:
    return any(
        a.kind is b.kind is Kind.PERSON and agree(a, b) == SAME
        for a in one.doers
        for b in other.doers
    )


def _kept(one: Item, other: Item, first: Event, second: Event) -> float:
    """Return what another status speaks for or against one act.

    A plan that an earlier report dates to the eve of the later one was kept.
    """
    if not _came_true(one, other, first, second):
        return -0.25
    planned, done = (one, other) if first.status is Status.PLANNED else (other, one)
    published = read_day(done.report.metadata.published)
    day = read_day(planned.when.start) if planned.when else None
    if day is None or published is None or done.when is not None:
        return -0.05
    return 0.2 if timedelta(0) <= published - day <= EVE else -0.25


def _came_true(one: Item, other: Item, first: Event, second: Event) -> bool:
    """Whether the earlier report plans what the later one tells as done."""
    days = {
        event.status: (item.report.metadata.published or "")[:10]
        for item, event in ((one, first), (other, second))
    }
    planned, done = days.get(Status.PLANNED), days.get(Status.HAPPENED)
    return planned is not None and done is not None and planned <= done


def _meetings(one: Item, other: Item) -> int:
    """Return how many countries or persons beyond the first are surely named by both."""
    mine, theirs = (*one.doers, *one.others), (*other.doers, *other.others)
    same = sum(any(agree(a, b) == SAME for b in theirs) for a in mine)
    return min(3, max(0, same - 1))


def _acts(one: Item, other: Item, first: Event, second: Event) -> float:
    if first.code == second.code:
        return 1.0
    if frozenset({first.code, second.code}) in _KIN:
        return 0.7
    same = content(first.trigger.of(one.report.text)) & content(
        second.trigger.of(other.report.text)
    )
    return 0.5 if same else 0.0


def _who(one: Item, other: Item, first: Event, second: Event) -> float | None:
    """Return how far the two acts share their people; None where nothing is known."""
    if first.code in _MUTUAL and second.code in _MUTUAL:
        return _together((*one.doers, *one.others), (*other.doers, *other.others))
    doers, others = meet(one.doers, other.doers), meet(one.others, other.others)
    if doers is None:
        return None if others is None else 0.6 * others
    if doers == 0 or others is None:
        return 0.8 * doers
    # Two acts of one actor upon different recipients are two acts.
    return 0.0 if others == 0 else 0.6 * doers + 0.4 * others


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
