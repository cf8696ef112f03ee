"""Tell whether two numbers of one report count one thing, by what the report says of them.

"80,000 walked out. The ministry put the number at 15,000."; "rose to 55,000 from 40,000".
"""

from __future__ import annotations

import re

from dateline.extract.figures.valued import count_before
from dateline.model import Figure
from dateline.weaving.claims.actors import agree, any_same, meet
from dateline.weaving.claims.items import Item, days_meet, places_meet, sentence_of
from dateline.weaving.claims.tolls import THINGS, is_part, leads, risen, tolls
from dateline.weaving.claims.whom import counted, is_armed, peoples_differ

# "55,000 from 40,000", "from 40,000 to 55,000": an old value of a count and its new one.
_FROM = re.compile(r"[\s,]*(?:up |down )?from\s*")
_TO = re.compile(r"\s*to\s*")


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
    if after.by.partition("+")[0] != "figures/valued":
        return False
    earlier = [f for f in one.report.figures if f.span < after.span and f.measure == after.measure]
    return count_before(text, earlier) == before


def told_twice(one: Item, other: Item, first: Figure, second: Figure) -> bool:
    """Whether one report counts a thing twice: two whom it names, or one who counts anew."""
    if first.measure != second.measure or any(is_part(i) and not leads(i) for i in (one, other)):
        return False
    if is_armed(first) != is_armed(second) or places_meet(one, other) == -1:
        return False
    if meet(one.doers, other.doers) == 0:
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
        texts = [sentence_of(item).of(item.report.text) for item in (one, other)]
        if texts[0] != texts[1] and any(map(tolls, (one, other))):
            return True
    mine, theirs = one.claimants, other.claimants
    return bool(mine and theirs) and not any(agree(a, b) for a in mine for b in theirs)


def _counted_later(one: Item, other: Item) -> bool:
    """Whether one report gives a source's count and that source's count of another day.

    In one sentence, "rose to 11 after two bodies were found", the other is what was added.
    """
    if sentence_of(one) == sentence_of(other):
        return False
    anew = days_meet(one, other) == -1 or any(map(risen, (one, other)))
    return anew and any_same(one.claimants, other.claimants)
