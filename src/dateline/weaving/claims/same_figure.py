"""Judge whether two figures count one thing, be the numbers equal or not.

"47 miners dead" and "at least 52 killed in the pit" count one thing; "400,000 killed in the
war" does not. Signs are weighed, those of two equal numbers apart from those of two different
ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp, log

from dateline.extract.figures.valued import count_before
from dateline.knowledge.wording import alike, content, heft
from dateline.model import Figure
from dateline.weaving.claims.actors import agree, any_same
from dateline.weaving.claims.items import Item, days_meet, sentence_around, statuses_differ
from dateline.weaving.claims.tolls import THINGS, is_part, leads, near, noun_of, risen, tolls
from dateline.weaving.claims.whom import (
    counted,
    equal,
    of_other_people,
    of_somebody,
    peoples_differ,
)

# "freed 30 detainees", "30 were released": counts those who were let go.
_FREED = re.compile(r"\b(?:releas|freed|freeing|free |let go|pardon)", re.IGNORECASE)
# "41 remain in custody", "still held": counts those who were not.
_HELD = re.compile(r"\b(?:remain(?:s|ed|ing)? in|still (?:held|in|behind|detained))\b", re.I)
# "released four men whom they had arrested": counts those who were held, and all of them.
_HAD = re.compile(r"\b(?:whom?|that)\b.{0,24}\b(?:arrested|detained|held|seized|captured)\b")
# "55,000 from 40,000", "from 40,000 to 55,000": an old value of a count and its new one.
_FROM = re.compile(r"[\s,]*(?:up |down )?from\s*")
_TO = re.compile(r"\s*to\s*")
# "74 people have died on the route so far this year": a count of a longer time than the news.
_LONG = re.compile(
    r"\b(?:so far|this (?:year|month|decade|season)|since (?:(?:the )?(?:beginning|start|war)"
    r"|last|early|late|mid|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|\d{4})|in (?:19|20)\d\d|last (?:year|month)|over the (?:past|last)"
    r"|years? ago|annually|each year|a year)\b",
    re.I,
)
# "In the port district alone 31 have died": a part of a place's count.
_ALONE = re.compile(r"\balone\b", re.I)
FEW = 3
"""An equal number up to this is a weak sign that two figures count one thing."""
SMALL = 20
"""The same up to here where two nouns are counted."""
FARTHEST = 10.0
"""How many times the other a recount can be."""
MANY = 4.0
"""The weight of shared words from which more of them say no more."""
BESIDE = 7
"""Words on either side of a figure that tell what it counts."""
OWN = 0.8
"""How surely a report's two numbers count one thing where its words say so."""
_AMOUNTS = frozenset({"money", "share", "duration"})
_NO_TOLL = frozenset({"duration", "share"})

WEIGHTS = {
    "both lead": 0.0,
    "few": -0.5,
    "many words": 0.7,
    "no measure": 0.8,
    "not yet": -0.4,
    "numbers beside": 0.2,
    "one crowd": 0.1,
    "one day": 0.4,
    "one measure": 1.4,
    "one noun": 0.6,
    "one report": -0.2,
    "other measures": -1.0,
    "prior": 1.0,
    "recount: few": -0.1,
    "recount: many words": 1.3,
    "recount: neither leads": -0.1,
    "recount: no measure": -0.5,
    "recount: not yet": -0.1,
    "recount: numbers beside": 0.5,
    "recount: of other times": -4.5,
    "recount: one crowd": 1.6,
    "recount: one measure": 2.8,
    "recount: one noun": 0.7,
    "recount: one source": 0.9,
    "recount: other measures": 0.0,
    "recount: others": -1.8,
    "recount: part of the other": -3.4,
    "recount: prior": -1.8,
    "recount: said alike": 0.1,
    "recount: times the other": -0.7,
    "recount: troops of two": -3.0,
    "recount: two sources": 1.1,
    "said alike": 0.8,
    "small, of other nouns": -1.8,
    "troops of two": 0.0,
    "words beside": 1.1,
}
"""What each sign weighs, in log odds: fitted by `training.same_figure`, and rounded."""


def judge_figures(one: Item, other: Item, first: Figure, second: Figure) -> float:
    """Return how surely two figures count one thing, from 0 to 1."""
    if revalued(one, other, first, second):
        return 1.0
    if not comparable(one, other, first, second):
        return 0.0
    if one.report.id == other.report.id and not equal(first, second):
        return OWN if _told_twice(one, other, first, second) else 0.0
    odds = sum(WEIGHTS[sign] * amount for sign, amount in signs(one, other, first, second))
    return 1 / (1 + exp(-odds))


def comparable(one: Item, other: Item, first: Figure, second: Figure) -> bool:
    """Whether two figures can count one thing at all, so that their signs are weighed."""
    measures = {first.measure, second.measure}
    if first.unit and second.unit and first.unit != second.unit:
        return False
    if of_other_people(one, other) or (len(measures) > 1 and measures & _AMOUNTS):
        return False
    if _freed_or_held(one, other):
        return False
    if equal(first, second):
        return True
    # Counts of two measures are two, and those of one country's people are not of all.
    apart = len(measures) > 1 or measures & _NO_TOLL or of_somebody(one) != of_somebody(other)
    few = measures <= THINGS and min(_sizes(first, second)) <= FEW
    to_date = all(map(leads, (one, other))) and (tolls(one) or tolls(other))
    some = not to_date and _some_of_them((counted(first), counted(second)), first, second)
    return not (apart or few or some) and _times(first, second) <= FARTHEST


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
    yield from _what(one, other, first, second)


def _of_two_numbers(
    one: Item, other: Item, first: Figure, second: Figure
) -> Iterator[tuple[str, float]]:
    leading = [leads(item) for item in (one, other)]
    mine, theirs = one.claimants, other.claimants
    agreed = any(agree(a, b) > 0 for a in mine for b in theirs)
    counts = counted(first), counted(second)
    yield "prior", 1.0
    yield "times the other", log(_times(first, second))
    yield "few", float(min(_sizes(first, second)) <= FEW)
    yield "neither leads", float(not any(leading))
    yield "one source", float(agreed)
    yield "two sources", float(bool(mine and theirs) and not agreed)
    yield "of other times", float(near(one, _LONG) != near(other, _LONG))
    yield "part of the other", float(_is_some(one, first) != _is_some(other, second))
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


def _beside(item: Item) -> frozenset[str]:
    """Return the stems of a figure and of the words on either side of it, without numbers."""
    span, text = item.record.span, item.report.text
    sentence = sentence_around(item.report, span)
    before = text[sentence.start : span.start].split()[-BESIDE:]
    after = text[span.end : sentence.end].split()[:BESIDE]
    near_it = content(" ".join((*before, span.of(text), *after)))
    return frozenset(stem for stem in near_it if not stem[0].isdigit())


def revalued(one: Item, other: Item, first: Figure, second: Figure) -> bool:
    """Whether a report's own words make one number another value of the count before it.

    "80,000 walked out. The ministry put the number at 15,000."; "rose to 55,000 from 40,000".
    """
    if one.report.id != other.report.id or first.measure != second.measure:
        return False
    before, after = sorted((first, second), key=lambda figure: figure.span)
    text = one.report.text
    between = text[before.span.end : after.span.start]
    old = text[: before.span.start].rstrip().endswith("from")
    if _FROM.fullmatch(between) or (old and _TO.fullmatch(between)):
        return True
    if after.by != "figures/valued":
        return False
    earlier = [f for f in one.report.figures if f.span < after.span and f.measure == after.measure]
    return count_before(text, earlier) == before


def _told_twice(one: Item, other: Item, first: Figure, second: Figure) -> bool:
    """Whether one report counts a thing twice: two whom it names, or one who counts anew."""
    if first.measure != second.measure or any(is_part(i) and not leads(i) for i in (one, other)):
        return False
    mine, theirs = counted(first), counted(second)
    alike_told = mine == theirs or (first.measure not in THINGS and _nested(mine, theirs))
    again = alike_told and _disputed(one, other)
    return again or (_nested(mine, theirs) and _counted_later(one, other))


def _nested(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one of two counts says more closely whom it counts, and neither somebody else."""
    return mine <= theirs or theirs <= mine


def _disputed(one: Item, other: Item) -> bool:
    """Whether one report gives a count twice since two whom it names don't agree on it."""
    if not peoples_differ(one, other) and leads(one) and leads(other):
        texts = [sentence_around(i.report, i.record.span).of(i.report.text) for i in (one, other)]
        if texts[0] != texts[1] and any(map(tolls, (one, other))):
            return True
    mine, theirs = one.claimants, other.claimants
    return bool(mine and theirs) and not any(agree(a, b) for a in mine for b in theirs)


def _counted_later(one: Item, other: Item) -> bool:
    """Whether one report gives a source's count and that source's count of another day.

    In one sentence, "rose to 11 after two bodies were found", the other is what was added.
    """
    texts = [sentence_around(i.report, i.record.span) for i in (one, other)]
    if texts[0] == texts[1]:
        return False
    anew = days_meet(one, other) == -1 or any(map(risen, (one, other)))
    return anew and any_same(one.claimants, other.claimants)


def _freed_or_held(one: Item, other: Item) -> bool:
    """Whether one figure counts those who were let go, or kept, and the other does not."""
    return not any(near(item, _HAD) for item in (one, other)) and any(
        near(one, state) != near(other, state) for state in (_FREED, _HELD)
    )
