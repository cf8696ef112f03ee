"""Find sentences that stand more than once on a page: pull quotes, carousels, forms.

In "… / Bridge shut after flood A bridge was shut on Monday … / The river burst its banks … /
Bridge shut after flood A bridge was shut on Monday …" the teaser stands in a carousel that the
page shows twice. Of a sentence that the report tells as well the copy among its paragraphs stays;
what it tells more often it means to, as an interviewer does who asks the same of everybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.clean.prose import is_prose
from dateline.clean.units import Unit

_LEAST = 12
"""Words; a shorter line may be said twice."""
_NEAR = 2
"""Units on both sides that show whether a copy stands among the report's paragraphs."""
_OFTEN = 2
"""Copies among paragraphs; a report that has more repeats itself on purpose."""
_MOST = 0.7
"""The share of the words above which the whole report is on the page twice."""


def spare_copies(units: Sequence[Unit], held: set[int]) -> Iterator[int]:
    """Yield the held units that only repeat a sentence, all where none is among paragraphs."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        if len(unit.words) >= _LEAST and is_prose(unit):
            places[unit.text].append(index)
    copies = [listed for listed in places.values() if len(listed) > 1]
    again = {index for listed in copies for index in listed}
    told = sum(len(units[index].words) for index in held)
    if sum(len(units[index].words) for index in held & again) > _MOST * told:
        return
    once = {index for index in held - again if is_prose(units[index])}
    for listed in copies:
        shown = [index for index in listed if index in held]
        beside = {index: _told_beside(units, index, once) for index in shown}
        among = [index for index in shown if beside[index]]
        if len(among) <= _OFTEN:
            among = sorted(among, key=beside.__getitem__)[-1:]
        kept = frozenset(among)
        yield from (index for index in shown if index not in kept)


def _told_beside(units: Sequence[Unit], index: int, once: set[int]) -> int:
    """Return how many words the report's own paragraphs have that stand beside a unit."""
    near = range(index - _NEAR, index + _NEAR + 1)
    return sum(len(units[i].words) for i in near if i in once)
