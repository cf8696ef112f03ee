"""Set aside sentences that stand more than once in a dump: pull quotes, carousels, forms.

In "… / Bridge shut after flood A bridge was shut on Monday … / The river burst its banks … /
Bridge shut after flood A bridge was shut on Monday …" the teaser stands in a carousel that the
page shows twice. Of a sentence that the report tells as well the copy among its paragraphs stays.
"""

from __future__ import annotations

from collections import defaultdict

from dateline.clean.lines.core import Draft
from dateline.clean.prose import is_prose
from dateline.model import Label

_LEAST = 12
"""Words; a shorter line may be said twice."""
_NEAR = 2
"""Lines on both sides that show whether a copy stands among the report's paragraphs."""
_MOST = 0.7
"""The share of the words above which the whole report is on the page twice."""


def set_repeated_aside(draft: Draft) -> None:
    """Set aside the copies of a sentence, all where none stands among other paragraphs."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(draft.units):
        if len(unit.words) >= _LEAST and is_prose(unit):
            places[unit.text].append(index)
    copies = [listed for listed in places.values() if len(listed) > 1]
    again = {index for listed in copies for index in listed}
    told = sum(len(draft.units[index].words) for index in draft.prose)
    if sum(len(draft.units[index].words) for index in again & draft.held) > _MOST * told:
        return
    for listed in copies:
        held = [index for index in listed if index in draft.held]
        told_near = [_told_near(draft, index, again) for index in held]
        kept = held[told_near.index(max(told_near))] if any(told_near) else None
        for index in held:
            if index != kept:
                draft.set(index, Label.NAV, "rest/repeated")


def _told_near(draft: Draft, index: int, again: set[int]) -> int:
    """Return how many words the report's own lines have that stand beside one."""
    near = range(index - _NEAR, index + _NEAR + 1)
    return sum(len(draft.units[i].words) for i in near if i in draft.held and i not in again)
