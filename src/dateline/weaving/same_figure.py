"""Judge whether two figures count one thing, be the numbers equal or not.

"47 miners dead" and "at least 52 killed in the pit" count one thing; "400,000 killed in the
war" does not.
"""

from __future__ import annotations

import re

from dateline.model import Figure
from dateline.weaving.actors import any_same
from dateline.weaving.items import Item, days_meet, places_meet, statuses_differ
from dateline.wording import alike, content, stem

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
    if days_meet(one, other) == -1 or places_meet(one, other) == -1:
        return 0.0
    if statuses_differ(first.status, second.status):
        return 0.0
    wording = alike(one.stems, other.stems)
    mine, theirs = _counted(first), _counted(second)
    if (first.low, first.high) == (second.low, second.high):
        same = first.measure == second.measure
        nouns = 1.0 if mine == theirs else max(alike(mine, theirs), 0.6 * (not mine or not theirs))
        return min(1.0, 0.3 + 0.2 * same + 0.3 * nouns + 0.8 * wording)
    if one.report.id == other.report.id or first.measure in _NO_TOLL or not _may_vary(one, other):
        return 0.0
    if first.measure != second.measure or not _comparable(first, second):
        return 0.0
    if mine == theirs:
        return min(1.0, 0.45 + wording)
    if not _leads(one) or not _leads(other) or not (mine < theirs or theirs < mine):
        return 0.0
    # "10 nurses" of "12 people" are some of them; more nurses than people can't be.
    narrow, broad = (first, second) if theirs < mine else (second, first)
    part = (narrow.low or 0.0) < (broad.low or 0.0) and not any_same(one.claimants, other.claimants)
    return 0.0 if part else min(1.0, 0.4 + wording)


def _units_differ(first: Figure, second: Figure) -> bool:
    return bool(first.unit and second.unit) and first.unit != second.unit


def _measures_meet(first: Figure, second: Figure) -> bool:
    return first.measure == second.measure or "other" in {first.measure, second.measure}


def _counted(figure: Figure) -> frozenset[str]:
    """Return the stems of what is counted, without nouns that mean anybody."""
    return content(f"{figure.head or ''} {figure.of_what or ''}") - _ANYBODY


def _may_vary(one: Item, other: Item) -> bool:
    """Whether two different numbers can be counts of one thing: neither is called a part."""
    texts = (item.record.span.of(item.report.text) for item in (one, other))
    return not any(_PART.search(text) for text in texts)


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
