"""Find where in a page its report stands: the densest stretch of prose.

Navigation, one-line teasers and readers' comments stand around a report; sentences count for
a stretch of the page and furniture against it, and the stretch with the largest sum is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.clean.prose import appeal_needed
from dateline.clean.units import Unit
from dateline.clean.wording import is_end_mark, pitch_score
from dateline.model import Label

Judged = tuple[Label, str]
"""The label of a unit and the rule that chose it."""

_LISTED: Judged = (Label.LINK_OUT, "link-out/list")
LIVE_TIME: Judged = (Label.DATE, "date/live")
LIVE_HEAD: Judged = (Label.SUBHEAD, "subhead/live")
_AGAINST = {
    Label.LINK_OUT: -2.0,
    Label.CAPTION: -3.0,
    Label.PHOTO_CREDIT: -2.0,
    Label.URL: -2.0,
    Label.CREDIT: -5.0,
    Label.PITCH: -6.0,
}
"""How much furniture speaks against a stretch of the page; what is left out weighs -8."""

# What reports say at every turn and teasers seldom do: "… officials said", "according to …"
_ATTRIBUTED = re.compile(r"\b(?:said|told|according to|added)\b")
_BULLETS = ("- ", "• ", "* ", "– ", "· ")


@dataclass(slots=True)
class Draft:
    """The units of a page and what each has been judged to be so far."""

    units: tuple[Unit, ...]
    judged: list[Judged | None] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)
    """The units that read as sentences and have no other label, in order."""
    held: set[int] = field(default_factory=set)
    """The same units, for asking whether one is among them."""
    learned: bool = False
    """Whether the prose was chosen by what was learned of whole pages."""

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


def set_link_lists_aside(draft: Draft) -> None:
    """Label the short lines under a heading such as "Related stories:" or "Keep reading"."""
    for index, unit in enumerate(draft.units):
        above = draft.judged[index - 1] if index else None
        if above is None or above[0] is not Label.LINK_OUT:
            continue
        opens = above == _LISTED or is_listed(draft.units[index - 1])
        opens = opens or len(draft.units[index - 1].words) <= 3
        title_like = len(unit.words) <= 16 and not unit.text.endswith((".", "”", '"'))
        if opens and title_like and draft.judged[index] is None and index > draft.prose[0]:
            draft.set(index, *_LISTED)


def set_pitches_aside(draft: Draft) -> None:
    """Label appeals to the reader; the last units need less to be one."""
    last = draft.prose[-1]
    least = appeal_needed(draft.units[index] for index in draft.prose)
    for index in tuple(draft.prose):
        unit = draft.units[index]
        needed = least * (1.0 + (len(unit.words) > 45)) if index < last - 1 else least - 0.2
        if pitch_score(unit.text) >= needed:
            draft.set(index, Label.PITCH, "pitch/appeal")


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
    inside = [index for index in draft.prose if best[1] <= index < best[2]]
    if not inside:
        return ()
    kept = set(inside)
    outside = tuple(index for index in draft.prose if index not in kept)
    draft.hold(inside)
    return outside


def take_learned(draft: Draft, chosen: Sequence[bool]) -> tuple[int, ...]:
    """Keep the units that were chosen, for prose; return the prose that wasn't.

    What wording alone gives away keeps its label: a photo credit in the midst of a report.
    """
    inside = [i for i, wanted in enumerate(chosen) if wanted and draft.judged[i] is None]
    inside = _without_tail(draft, inside)
    if not any(i in draft.held for i in inside):
        return cut_to_core(draft)
    kept = set(inside)
    outside = tuple(index for index in draft.prose if index not in kept)
    draft.hold(inside)
    draft.learned = True
    return outside


def _without_tail(draft: Draft, inside: list[int]) -> list[int]:
    """Return the chosen units up to the last sentence, and a list that the sentence announces.

    Headlines of other stories right below a report read like its last, short paragraphs.
    """
    told = [i for i in inside if i in draft.held and not draft.units[i].text.endswith("?")]
    if not told or is_listed(draft.units[told[-1]]):
        return inside
    last = told[-1]
    while last + 1 in draft.held:
        last += 1
    return [i for i in inside if i <= last]


def _weight(draft: Draft, index: int) -> float:
    """Return how much a unit speaks for (above 0) or against being inside the report."""
    unit, judged = draft.units[index], draft.judged[index]
    words = len(unit.words)
    if judged in (LIVE_TIME, LIVE_HEAD):
        return 0.0
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
    return unit.text.endswith((":", ",", ";")) or unit.text[:2] in _BULLETS


def is_item(unit: Unit) -> bool:
    """Whether a line is an item of a list that is a sentence: no caption, whatever it shows."""
    return unit.text[:2] in _BULLETS and unit.final and len(unit.words) > 4


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
