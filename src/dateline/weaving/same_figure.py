"""Judge whether two figures count one thing, be the numbers equal or not.

"47 miners dead" and "at least 52 killed in the pit" count one thing; "400,000 killed in the
war" does not.
"""

from __future__ import annotations

from dateline.model import Figure
from dateline.weaving.items import Item, days_meet, places_meet, statuses_differ
from dateline.wording import alike, content


def judge_figures(one: Item, other: Item, first: Figure, second: Figure) -> float:
    """Return how surely two figures count one thing, from 0 to 1."""
    if _units_differ(first, second) or not _measures_meet(first, second):
        return 0.0
    if days_meet(one, other) == -1 or places_meet(one, other) == -1:
        return 0.0
    if statuses_differ(first.status, second.status):
        return 0.0
    counted = _counted(one, other, first, second)
    wording = alike(one.stems, other.stems)
    if (first.low, first.high) == (second.low, second.high):
        same = first.measure == second.measure
        return min(1.0, 0.35 + 0.2 * same + 0.3 * counted + wording)
    if not _comparable(first, second) or first.measure in {"other", "duration", "share"}:
        return 0.0
    return min(1.0, 0.1 + 0.3 * counted + 1.2 * wording)


def _units_differ(first: Figure, second: Figure) -> bool:
    return bool(first.unit and second.unit) and first.unit != second.unit


def _measures_meet(first: Figure, second: Figure) -> bool:
    return first.measure == second.measure or "other" in {first.measure, second.measure}


def _counted(one: Item, other: Item, first: Figure, second: Figure) -> float:
    """Return how far two figures count the same: by their nouns, then by what follows them."""
    mine, theirs = content(first.of_what or ""), content(second.of_what or "")
    heads = bool(first.head) and content(first.head or "") == content(second.head or "")
    return max(0.6 * heads, alike(mine, theirs), alike(mine, other.stems & one.stems))


def _comparable(first: Figure, second: Figure) -> bool:
    """Whether two numbers can be two counts of one thing: neither is ten times the other."""
    sizes = [n.low or n.high or 0.0 for n in (first, second)]
    return min(sizes) > 0 and max(sizes) / min(sizes) <= 10
