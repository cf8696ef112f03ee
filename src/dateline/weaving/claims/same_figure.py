"""Judge whether two figures count one thing, be the numbers equal or not.

"47 miners dead" and "at least 52 killed in the pit" count one thing; "400,000 killed in the
war" does not. Signs are weighed, those of two equal numbers apart from those of two different
ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp, log

from dateline.knowledge.wording import alike, content, heft
from dateline.model import Figure
from dateline.weaving.claims.actors import agree
from dateline.weaving.claims.counted_twice import revalued, told_twice
from dateline.weaving.claims.items import (
    Item,
    days_meet,
    far_apart,
    sentence_of,
    statuses_differ,
    told_once,
)
from dateline.weaving.claims.meaning import ALIKE, meant_alike
from dateline.weaving.claims.tolls import (
    THINGS,
    freed_or_held,
    is_aside,
    is_part,
    leads,
    near,
    noun_of,
    of_long,
    tolls,
)
from dateline.weaving.claims.whom import (
    counted,
    equal,
    is_armed,
    of_other_people,
    of_somebody,
    one_unit,
    peoples_differ,
)

# "In the port district alone 31 have died": a part of a place's count.
_ALONE = re.compile(r"\balone\b", re.I)
_OF_THEM = re.compile(r"\bof (?:them|those|these|whom|which)\b", re.I)
FEW = 3
"""An equal number up to this is a weak sign that two figures count one thing."""
SMALL = 20
"""The same up to here where two nouns are counted."""
FARTHEST = 10.0
"""How many times the other a recount can be, unless the two are meant alike."""
MANY = 4.0
"""The weight of shared words from which more of them say no more."""
BESIDE = 7
"""Words on either side of a figure that tell what it counts."""
OWN = 1.0
"""How surely a report's two numbers count one thing where its words say so and they mean one."""
_AMOUNTS = frozenset({"money", "share", "duration"})
_NO_TOLL = frozenset({"duration", "share"})

WEIGHTS = {
    "both lead": -0.4,
    "few": -1.2,
    "freed or held": -4.9,
    "many words": 0.7,
    "meaning": 3.5,
    "no measure": 0.7,
    "not yet": 0.1,
    "numbers beside": 0.2,
    "one crowd": 0.1,
    "one day": 0.7,
    "one measure": 2.2,
    "one noun": 0.7,
    "one report": -0.6,
    "other measures": 0.1,
    "prior": 1.9,
    "recount: as a toll": 0.4,
    "recount: far apart": -2.1,
    "recount: few": 0.6,
    "recount: few things": -1.6,
    "recount: freed or held": -2.6,
    "recount: many words": 0.3,
    "recount: meaning": 3.0,
    "recount: measured apart": -0.3,
    "recount: neither leads": -0.5,
    "recount: no measure": 0.2,
    "recount: no toll": -2.1,
    "recount: not yet": -0.4,
    "recount: numbers beside": 1.0,
    "recount: of other times": -2.6,
    "recount: of somebody": -1.7,
    "recount: one crowd": 1.1,
    "recount: one measure": 1.9,
    "recount: one noun": 0.2,
    "recount: one source": 0.9,
    "recount: only one armed": -2.1,
    "recount: only one aside": -0.6,
    "recount: other measures": -0.2,
    "recount: others": -1.6,
    "recount: part of the other": -2.1,
    "recount: prior": -0.3,
    "recount: said alike": -0.5,
    "recount: some of them": -0.6,
    "recount: times the other": -1.1,
    "recount: troops of two": -3.0,
    "recount: two sources": 1.3,
    "recount: words beside": 0.4,
    "said alike": 0.6,
    "small, of other nouns": -2.6,
    "troops of two": 0.0,
    "words beside": 1.3,
}
"""What each sign weighs, in log odds: fitted by `training.same figure` and rounded."""


def judge_figures(one: Item, other: Item, first: Figure, second: Figure) -> float:
    """Return how surely two figures count one thing, from 0 to 1."""
    if revalued(one, other, first, second):
        return 1.0
    if one.report.id == other.report.id and not equal(first, second):
        if not comparable(one, other, first, second):
            return 0.0
        known = bool(first.meaning and second.meaning)
        meant = not known or meant_alike(first.meaning, second.meaning) >= ALIKE
        again = meant and not freed_or_held(one, other) and told_twice(one, other, first, second)
        return OWN if again else 0.0
    return weigh_figures(one, other, first, second)


def weigh_figures(one: Item, other: Item, first: Figure, second: Figure) -> float:
    """Return how surely two figures count one thing by all their signs, whoever gives them."""
    if not comparable(one, other, first, second):
        return 0.0
    odds = sum(WEIGHTS[sign] * amount for sign, amount in signs(one, other, first, second))
    return 1 / (1 + exp(-odds))


def comparable(one: Item, other: Item, first: Figure, second: Figure) -> bool:
    """Whether two figures can count one thing at all, so that their signs are weighed."""
    measures = {first.measure, second.measure}
    if first.unit and second.unit and not one_unit(first.unit, second.unit):
        return False
    if of_other_people(one, other) or (len(measures) > 1 and measures & _AMOUNTS):
        return False
    if far_apart(one, other) and not (equal(first, second) and max(_sizes(first, second)) > SMALL):
        if not any(of_long(item) or tolls(item) for item in (one, other)):
            return False
    apart = [sign for sign, amount in _apart(one, other, first, second) if amount]
    if not apart or (equal(first, second) and "freed or held" not in apart):
        return True
    return meant_alike(first.meaning, second.meaning) >= ALIKE


def _apart(one: Item, other: Item, first: Figure, second: Figure) -> Iterator[tuple[str, float]]:
    """Yield what tells of two different numbers that they count two things, or one and its part.

    Counts of two measures are two, those of one country's people are not of all, and who is let go
    is not who is held.
    """
    measures = {first.measure, second.measure}
    yield "measured apart", float(_measured_apart(first, second))
    yield "of somebody", float(of_somebody(one) != of_somebody(other))
    yield "no toll", float(bool(measures & _NO_TOLL))
    yield "few things", float(measures <= THINGS and min(_sizes(first, second)) <= FEW)
    to_date = all(map(leads, (one, other))) and (tolls(one) or tolls(other))
    some = not to_date and _some_of_them((counted(first), counted(second)), first, second)
    yield "some of them", float(some or _is_share(one) != _is_share(other))
    yield "far apart", float(_times(first, second) > FARTHEST)
    yield "freed or held", float(freed_or_held(one, other))


def _measured_apart(first: Figure, second: Figure) -> bool:
    """Whether two figures measure two things: nobody says what became of "five of the crew"."""
    measures = {first.measure, second.measure}
    unsaid = "other" in measures and noun_of(first) != "" and noun_of(first) == noun_of(second)
    return len(measures) > 1 and not unsaid


def signs(one: Item, other: Item, first: Figure, second: Figure) -> Iterator[tuple[str, float]]:
    """Yield each sign that two figures count one thing, or two, with how far it is given.

    Two different numbers have signs of their own: of the same ones they say other things.
    """
    if equal(first, second):
        yield from _of_one_number(one, other, first, second)
    else:
        found = _of_two_numbers(one, other, first, second)
        yield from ((f"recount: {sign}", amount) for sign, amount in found)


def _of_one_number(
    one: Item, other: Item, first: Figure, second: Figure
) -> Iterator[tuple[str, float]]:
    number = first.low or first.high or 0.0
    yield "prior", 1.0
    yield "few", float(number <= FEW)
    yield "one day", float(days_meet(one, other) == 1)
    yield "words beside", alike(_beside(one), _beside(other))
    yield "small, of other nouns", float(number <= SMALL and noun_of(first) != noun_of(second))
    yield "one report", float(one.report.id == other.report.id)
    yield "both lead", float(leads(one) and leads(other))
    yield "freed or held", float(freed_or_held(one, other))
    yield from _what(one, other, first, second)


def _of_two_numbers(
    one: Item, other: Item, first: Figure, second: Figure
) -> Iterator[tuple[str, float]]:
    leading = [leads(item) for item in (one, other)]
    mine, theirs = one.claimants, other.claimants
    agreed = any(agree(a, b) > 0 for a in mine for b in theirs)
    counts = counted(first), counted(second)
    yield "prior", 1.0
    yield from _apart(one, other, first, second)
    yield "times the other", min(log(FARTHEST), log(_times(first, second)))
    yield "few", float(min(_sizes(first, second)) <= FEW)
    yield "as a toll", float(tolls(one) or tolls(other))
    yield "only one aside", float(is_aside(one) != is_aside(other))
    yield "neither leads", float(not any(leading))
    yield "one source", float(agreed)
    yield "two sources", float(bool(mine and theirs) and not agreed)
    yield "of other times", float(of_long(one) != of_long(other))
    yield "part of the other", float(_is_some(one, first) != _is_some(other, second))
    yield "words beside", alike(_beside(one), _beside(other))
    yield "only one armed", float(is_armed(first) != is_armed(second))
    yield "others", float(all(counts) and not counts[0] & counts[1])
    yield from _what(one, other, first, second)


def _what(one: Item, other: Item, first: Figure, second: Figure) -> Iterator[tuple[str, float]]:
    """Yield what tells of any two figures whether they count one thing."""
    same, things = first.measure == second.measure, {first.measure, second.measure} & THINGS
    yield "one measure", float(same and not things)
    yield "no measure", float(same and first.measure == "other")
    yield "one crowd", float(same and first.measure == "present")
    yield "other measures", float(not same and not things)
    yield "one noun", float(noun_of(first) != "" and noun_of(first) == noun_of(second))
    yield "said alike", float(counted(first) == counted(second))
    yield "troops of two", float(peoples_differ(one, other))
    yield "not yet", float(statuses_differ(first.status, second.status))
    yield "meaning", meant_alike(first.meaning, second.meaning)
    shared = one.stems & other.stems
    yield "many words", min(MANY, heft(s for s in shared if not s[0].isdigit()))
    own = {f"{n:.0f}" for n in (first.low, second.low) if n is not None}
    yield "numbers beside", float(min(2, len({s for s in shared if s[0].isdigit()} - own)))


def _is_some(item: Item, figure: Figure) -> bool:
    """Whether a number is called a part, or what is added: "five more cadets", "in Ost alone".

    Of the first of its measure that holds for an exact number only: in "four dead and dozens
    more missing" the dozens are all the missing.
    """
    exact = figure.low is not None and figure.low == figure.high
    return (is_part(item) and (exact or not leads(item))) or near(item, _ALONE)


@told_once
def _is_share(item: Item) -> bool:
    """Whether a figure's own words make it some of others: "seven of them are children"."""
    return _OF_THEM.search(item.record.span.of(item.report.text)) is not None


def _some_of_them(
    counts: tuple[frozenset[str], frozenset[str]], first: Figure, second: Figure
) -> bool:
    """Whether the smaller number says more closely whom it counts: 9 soldiers of 16 people."""
    sizes = _sizes(first, second)
    narrow, broad = counts if sizes[0] < sizes[1] else counts[::-1]
    return broad < narrow


def _sizes(first: Figure, second: Figure) -> tuple[float, float]:
    one, other = ((n.low or n.high or 0.0) for n in (first, second))
    return one, other


def _times(first: Figure, second: Figure) -> float:
    """Return how many times the smaller number the greater is."""
    least, most = sorted(_sizes(first, second))
    return most / least if least > 0 else float("inf")


@told_once
def _beside(item: Item) -> frozenset[str]:
    """Return the stems of a figure and of the words on either side of it, without numbers."""
    span, text = item.record.span, item.report.text
    sentence = sentence_of(item)
    before = text[sentence.start : span.start].split()[-BESIDE:]
    after = text[span.end : sentence.end].split()[:BESIDE]
    near_it = content(" ".join((*before, span.of(text), *after)))
    return frozenset(stem for stem in near_it if not stem[0].isdigit())
