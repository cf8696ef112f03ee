"""Judge whether two figures count one thing, be the numbers equal or not.

"47 miners dead" and "at least 52 killed in the pit" count one thing; "400,000 killed in the
war" does not.
"""

from __future__ import annotations

import re

from dateline.extract.valued import count_before
from dateline.knowledge.wording import alike
from dateline.model import Figure
from dateline.weaving.actors import agree, any_same
from dateline.weaving.items import Item, days_meet, places_meet, sentence_around, statuses_differ
from dateline.weaving.tolls import THINGS, is_part, leads, near, noun_of, risen, tolls
from dateline.weaving.whom import counted, equal, peoples_differ, same_people

# "freed 30 detainees", "30 were released": counts those who were let go.
_FREED = re.compile(r"\b(?:releas|freed|freeing|free |let go|pardon)", re.IGNORECASE)
# "41 remain in custody", "still held": counts those who were not.
_HELD = re.compile(r"\b(?:remain(?:s|ed|ing)? in|still (?:held|in|behind|detained))\b", re.I)
# "released four men whom they had arrested": counts those who were held, and all of them.
_HAD = re.compile(r"\b(?:whom?|that)\b.{0,24}\b(?:arrested|detained|held|seized|captured)\b")
# "55,000 from 40,000", "from 40,000 to 55,000": an old value of a count and its new one.
_FROM = re.compile(r"[\s,]*(?:up |down )?from\s*")
_TO = re.compile(r"\s*to\s*")
_PRESENT = frozenset({"present", "arrested", "affected", "fighters", "displaced", "homeless"})
FEW = 3
"""An equal number up to this is no sign that two figures count one thing."""
MANY = 10
"""Things, or people of whom no more is told, are counted anew from here on."""
FAR, FARTHEST = 4.0, 10.0
"""How many times the other a recount can be; more where both are what the reports are about."""
_NO_TOLL = frozenset({"duration", "share"})


def judge_figures(one: Item, other: Item, first: Figure, second: Figure) -> float:
    """Return how surely two figures count one thing, from 0 to 1."""
    if _revalued(one, other, first, second):
        return 1.0
    sure = equal(first, second) and days_meet(one, other) == 1 and (first.low or 0) > FEW
    if _units_differ(first, second):
        return 0.0
    if statuses_differ(first.status, second.status) and not sure:
        return 0.0
    if not _measures_meet(one, other, first, second) or peoples_differ(one, other):
        return 0.0
    if _freed_or_held(one, other):
        return 0.0
    both_lead = leads(one) and leads(other)
    elsewhere = places_meet(one, other) == -1
    if elsewhere and not both_lead:
        return 0.0
    wording = alike(one.stems, other.stems) + 0.2 * any_same(one.claimants, other.claimants)
    # A toll is counted anew each day, so that another day is no contradiction.
    wording -= 0.1 * (days_meet(one, other) == -1) + 0.2 * elsewhere
    if equal(first, second):
        same = first.measure == second.measure
        mine, theirs = counted(first), counted(second)
        nouns = 1.0 if mine == theirs else max(alike(mine, theirs), 0.6 * (not mine or not theirs))
        return min(1.0, 0.3 + 0.2 * same + 0.3 * nouns + 0.8 * wording + 0.3 * sure)
    return _recount(one, other, first, second, wording=wording) if _may_vary(one, other) else 0.0


def _revalued(one: Item, other: Item, first: Figure, second: Figure) -> bool:
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


def _recount(one: Item, other: Item, first: Figure, second: Figure, *, wording: float) -> float:
    """Return how surely two different numbers are two counts of one thing."""
    if first.measure in _NO_TOLL or first.measure != second.measure:
        return 0.0
    both_lead = leads(one) and leads(other)
    if not _comparable(first, second, most=FARTHEST if both_lead else FAR):
        return 0.0
    mine, theirs = counted(first), counted(second)
    if one.report.id == other.report.id:
        again = mine == theirs and _disputed(one, other)
        later = _nested(mine, theirs) and _counted_later(one, other)
        return 0.8 if again or later else 0.0
    if first.measure in THINGS:
        told = mine - theirs <= other.stems or theirs - mine <= one.stems
        same = both_lead and _may_count_anew(first, second) and told
        return min(1.0, 0.45 + wording) if same else 0.0
    if mine == theirs or (both_lead and (tolls(one) or tolls(other)) and _nested(mine, theirs)):
        sure = 0.2 * both_lead + 0.05 * (tolls(one) or tolls(other))
        return min(1.0, 0.4 + max(0.0, wording) + sure + 0.1 * same_people(one, other))
    if not both_lead or not _nested(mine, theirs):
        return 0.0
    # "10 nurses" of "12 people" are some of them; more nurses than people can't be.
    narrow, broad = (first, second) if theirs < mine else (second, first)
    part = (narrow.low or 0.0) < (broad.low or 0.0) and not any_same(one.claimants, other.claimants)
    return 0.0 if part else min(1.0, 0.4 + wording)


def _may_count_anew(first: Figure, second: Figure) -> bool:
    """Whether two counts without a measure of their own can be of one thing.

    They are many, of one noun, and of nothing that is weighed, timed or paid.
    """
    sizes = [n.low or n.high or 0.0 for n in (first, second)]
    plain = {first.unit, second.unit} <= {None, "person"}
    nouns = noun_of(first) == noun_of(second) or first.measure == "present"
    return plain and nouns and min(sizes) > FEW and max(sizes) >= MANY


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


def _units_differ(first: Figure, second: Figure) -> bool:
    return bool(first.unit and second.unit) and first.unit != second.unit


def _measures_meet(one: Item, other: Item, first: Figure, second: Figure) -> bool:
    """Whether two figures measure one thing; what counts people may be read in two ways.

    "12 detainees go on trial on Monday" and "12 protesters appear in court on Monday".
    """
    if first.measure == second.measure or "other" in {first.measure, second.measure}:
        return True
    soft = {first.measure, second.measure} <= _PRESENT
    telling = (first.low or 0) > FEW and equal(first, second)
    near_words = alike(one.stems, other.stems) >= 0.2 and days_meet(one, other) != -1
    return soft and telling and (days_meet(one, other) == 1 or near_words)


def _may_vary(one: Item, other: Item) -> bool:
    """Whether two different numbers can be counts of one thing: neither is called a part.

    The first of its measure is no part: in "four dead and dozens more missing" the dozens
    are all the missing.
    """
    return not any(is_part(item) and not leads(item) for item in (one, other))


def _comparable(first: Figure, second: Figure, *, most: float) -> bool:
    """Whether two numbers can be two counts of one thing: neither is many times the other."""
    sizes = [n.low or n.high or 0.0 for n in (first, second)]
    return min(sizes) > 0 and max(sizes) / min(sizes) <= most
