"""Find where in a page its report stands: the densest stretch of prose.

Navigation, one-line teasers and readers' comments stand around a report; sentences count for
a stretch of the page and furniture against it, and the stretch with the largest sum is kept.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.clean.units import Unit
from dateline.clean.wording import is_end_mark, pitch_score
from dateline.model import Label

Judged = tuple[Label, str]
"""The label of a unit and the rule that chose it."""

_AGAINST = {
    Label.LINK_OUT: -2.0,
    Label.CAPTION: -3.0,
    Label.PHOTO_CREDIT: -2.0,
    Label.URL: -2.0,
    Label.CREDIT: -5.0,
    Label.PITCH: -6.0,
}
"""How much furniture speaks against a stretch of the page; what is left out weighs -8."""

_EVEN = 0.3
"""The likelihood that speaks neither for nor against a stretch: what is missed costs more."""
_LEAST = 0.25
"""The likelihood under which a line inside the stretch is not the report's."""
_LAST = 0.45
"""The likelihood that the last line needs: after it, teasers read like the report's next line."""

# What reports say at every turn and teasers seldom do: "… officials said", "according to …"
_ATTRIBUTED = re.compile(r"\b(?:said|told|according to|added)\b")


@dataclass(slots=True)
class Draft:
    """The units of a page and what each has been judged to be so far."""

    units: tuple[Unit, ...]
    judged: list[Judged | None] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)
    """The units that read as sentences and have no other label, in order."""
    held: set[int] = field(default_factory=set)
    """The same units, for asking whether one is among them."""
    likely: list[float] = field(default_factory=list)
    """How likely each unit is the report's; empty where the page is too short to tell."""

    def hold(self, indexes: Iterable[int]) -> None:
        """Take these units for the prose of the report."""
        self.prose = sorted(indexes)
        self.held = set(self.prose)

    def drop(self, index: int) -> None:
        """Take a unit out of the prose."""
        if index in self.held:
            del self.prose[bisect_left(self.prose, index)]
            self.held.remove(index)

    def set(self, index: int, label: Label, rule: str) -> None:
        """Judge a unit, and take it out of the prose unless it is body."""
        self.judged[index] = (label, rule)
        if label is not Label.BODY:
            self.drop(index)

    def label(self, index: int) -> Label | None:
        """Return what a unit has been judged to be, or None."""
        judged = self.judged[index] if 0 <= index < len(self.units) else None
        return judged[0] if judged else None


def cut_to_core(draft: Draft) -> tuple[int, ...]:
    """Keep the prose of the densest stretch of the page; return the prose outside it.

    Prose counts for a stretch, furniture against it (the maximum-sum segment), so that a
    report keeps its subheads and link-outs, and teasers and comments far below stay out.
    """
    best = (0.0, 0, len(draft.units))
    total, start = 0.0, 0
    for index in range(len(draft.units)):
        if total <= 0.0:
            total, start = 0.0, index
        total += _weight(draft, index)
        if total > best[0]:
            best = (total, start, index + 1)
    inside = [
        index
        for index in draft.prose
        if best[1] <= index < best[2] and (not draft.likely or draft.likely[index] > _LEAST)
    ]
    while inside and draft.likely and not _may_end(draft, inside[-1]):
        inside.pop()
    if not inside:
        return ()
    kept = set(inside)
    outside = tuple(index for index in draft.prose if index not in kept)
    draft.hold(inside)
    return outside


def _may_end(draft: Draft, index: int) -> bool:
    """Whether a unit may be the report's last; a headline or a question is rather a teaser."""
    unit = draft.units[index]
    tells = unit.final and not unit.text.endswith("?") or is_listed(unit)
    return draft.likely[index] > (_LAST if tells else 0.9)


def _weight(draft: Draft, index: int) -> float:
    """Return how much a unit speaks for (above 0) or against being inside the report."""
    unit, judged = draft.units[index], draft.judged[index]
    words = len(unit.words)
    if draft.likely:
        return (draft.likely[index] - _EVEN) * math.pow(min(80, words + 1), 0.7)
    if judged is not None:
        return -150.0 if is_end_mark(unit.text) else _AGAINST.get(judged[0], -8.0)
    if index in draft.held:
        steady = max(_share(draft, index, -1), _share(draft, index, 1)) > 0.5
        steady = steady or bool(_ATTRIBUTED.search(unit.text))
        weight = min(words, 70) + 4.0 if steady else 0.4 * min(words, 70)
        appeal = pitch_score(unit.text)
        return weight - 30.0 * appeal * (appeal >= 0.5)
    if is_listed(unit):
        return 0.0
    return -4.0 if words <= 4 else -8.0


def is_listed(unit: Unit) -> bool:
    """Whether a line opens or continues a list: "What is known so far:", "- 100 on board"."""
    return unit.text.endswith((":", ",", ";")) or unit.text[:2] in ("- ", "• ", "* ", "– ", "· ")


def _share(draft: Draft, index: int, step: int) -> float:
    """Return how much prose the three units before or after one are; teasers alternate."""
    seen = [
        near in draft.held
        for near in range(index + step, index + 9 * step, step)
        if 0 <= near < len(draft.units)
        and draft.label(near) not in _AGAINST
        and (near in draft.held or not is_listed(draft.units[near]))
    ]
    return sum(seen[:3]) / 3 if len(seen) > 2 else sum(seen) / max(2, len(seen))


def is_body_line(draft: Draft, index: int) -> bool:
    """Whether a line that is no sentence is the report's all the same: part of a list."""
    unit = draft.units[index]
    if draft.judged[index] is not None or len(unit.words) < 3:
        return False
    return draft.likely[index] > (0.5 if len(unit.words) > 9 else 0.7)
