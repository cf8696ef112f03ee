"""Judge whether two figures count one thing, be the numbers equal or not.

"47 miners dead" and "at least 52 killed in the pit" count one thing; "400,000 killed in the
war" does not.
"""

from __future__ import annotations

import re

from dateline.model import Figure
from dateline.weaving.actors import agree, any_same
from dateline.weaving.items import Item, days_meet, places_meet, sentence_around, statuses_differ
from dateline.wording import alike, content, nations, stem

# Nouns that count people without saying which: "12 people", "12 dead", "12 killed".
_ANYBODY = frozenset(
    map(stem, ("people", "person", "persons", "civilians", "dead", "killed", "victims", "lives"))
)
# "five of the dead", "12 others", "another 30": a part of what is counted, or what is added.
_PART = re.compile(r"\b(?:of (?:the|them|those|whom|his|her|their|its)|others?|another|more)\b")
_NO_TOLL = frozenset({"other", "duration", "share", "present"})


def judge_figures(one: Item, other: Item, first: Figure, second: Figure) -> float:
    """Return how surely two figures count one thing, from 0 to 1."""
    if _units_differ(first, second) or not _measures_meet(first, second):
        return 0.0
    if statuses_differ(first.status, second.status):
        return 0.0
    both_lead = _leads(one) and _leads(other)
    elsewhere = places_meet(one, other) == -1
    if elsewhere and not both_lead:
        return 0.0
    wording = alike(one.stems, other.stems) + 0.2 * any_same(one.claimants, other.claimants)
    # A toll is counted anew each day, so that another day is no contradiction.
    wording -= 0.1 * (days_meet(one, other) == -1) + 0.2 * elsewhere
    mine, theirs = _counted(first), _counted(second)
    if _equal(first, second):
        same = first.measure == second.measure
        nouns = 1.0 if mine == theirs else max(alike(mine, theirs), 0.6 * (not mine or not theirs))
        return min(1.0, 0.3 + 0.2 * same + 0.3 * nouns + 0.8 * wording)
    if not _recounted(one, other, first, second):
        return 0.0
    if one.report.id == other.report.id:
        return 0.8 if mine == theirs and _disputed(one, other) else 0.0
    if mine == theirs:
        return min(1.0, 0.4 + wording + 0.15 * both_lead)
    if not both_lead or not (mine < theirs or theirs < mine):
        return 0.0
    # "10 nurses" of "12 people" are some of them; more nurses than people can't be.
    narrow, broad = (first, second) if theirs < mine else (second, first)
    part = (narrow.low or 0.0) < (broad.low or 0.0) and not any_same(one.claimants, other.claimants)
    return 0.0 if part else min(1.0, 0.4 + wording)


def _disputed(one: Item, other: Item) -> bool:
    """Whether one report gives a count twice since two whom it names don't agree on it."""
    mine, theirs = one.claimants, other.claimants
    return bool(mine and theirs) and not any(agree(a, b) for a in mine for b in theirs)


def _equal(first: Figure, second: Figure) -> bool:
    """Whether two figures give one number: "23" in a title is "at least 23" in its text."""
    if first.low is None or first.low != second.low:
        return (first.low, first.high) == (second.low, second.high)
    return first.high == second.high or None in {first.high, second.high}


def _recounted(one: Item, other: Item, first: Figure, second: Figure) -> bool:
    """Whether two different numbers can be two counts of one thing."""
    if first.measure in _NO_TOLL or first.measure != second.measure:
        return False
    around = (
        nations(sentence_around(i.report, i.record.span).of(i.report.text)) for i in (one, other)
    )
    mine, theirs = around
    # The dead of one country are not those of the other.
    apart = bool(mine and theirs) and not mine & theirs
    return not apart and _may_vary(one, other) and _comparable(first, second)


def _units_differ(first: Figure, second: Figure) -> bool:
    return bool(first.unit and second.unit) and first.unit != second.unit


def _measures_meet(first: Figure, second: Figure) -> bool:
    return first.measure == second.measure or "other" in {first.measure, second.measure}


def _counted(figure: Figure) -> frozenset[str]:
    """Return the stems of what is counted, without nouns that mean anybody."""
    return content(f"{figure.head or ''} {figure.of_what or ''}") - _ANYBODY


def _may_vary(one: Item, other: Item) -> bool:
    """Whether two different numbers can be counts of one thing: neither is called a part.

    The first of its measure is no part: in "four dead and dozens more missing" the dozens
    are all the missing.
    """
    return not any(
        _PART.search(item.record.span.of(item.report.text)) and not _leads(item)
        for item in (one, other)
    )


def _leads(item: Item) -> bool:
    """Whether a figure is the first of its measure in its report: what the news is about."""
    if not isinstance(item.record, Figure):
        return False
    measure = item.record.measure
    first = min(f.span for f in item.report.figures if f.measure == measure)
    return first == item.record.span


def _comparable(first: Figure, second: Figure) -> bool:
    """Whether two numbers can be two counts of one thing: neither is four times the other."""
    sizes = [n.low or n.high or 0.0 for n in (first, second)]
    return min(sizes) > 0 and max(sizes) / min(sizes) <= 4
