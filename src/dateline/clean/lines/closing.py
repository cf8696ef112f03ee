"""Judge what reads like prose behind a report's last line: notes, teasers, its writer's portrait.

Below "ab/cd (AFP, dpa)" nothing is the report's; "Jane Doe teaches law in Averby." as the last
paragraph of what Jane Doe signs is about her. "Hear the Lantern at six." below "Most commented"
or a picture's caption is the paper's own.
"""

from __future__ import annotations

import re

from dateline.clean.about.bylines import names_in
from dateline.clean.about.masthead import house_name
from dateline.clean.lines.core import Draft
from dateline.clean.wording import pitch_score
from dateline.model import Label

# "The writer is a poet.", and what follows the name of who signs: "… lives in Averby."
_WRITER = re.compile(r"The (?:writer|author|columnist)(?=,? (?:is|was|teaches|works|writes)\b)")
_DOES = re.compile(
    r",? (?:is|was|works|teaches|lives|writes|covers|reports|edits|runs|leads|heads|served)\b"
)
# "The opinions expressed here are the author's own."
_DISCLAIMED = re.compile(
    r"(?:all |the )?(?:views?|opinions?)\b.{0,60}\b(?:expressed|stated|voiced|here|above)\b"
    r".{0,80}\b(?:authors?|writers?|own|necessarily|columnists?)\b.{0,80}",
    re.I,
)
_TOLD = re.compile(r"\b(?:said|told|says)\b|[\"“]")
_LONGEST = 400
_MOST = 2
"""Paragraphs of a portrait and its disclaimer."""
_SHORT = 20
"""Words; a longer sentence below the body is a paragraph."""
_MOSTLY = 0.6
"""The share of paragraphs that stand alone where a text parts them by blank lines."""
_HEAD = 6
"""Lines of a page among which its masthead stands."""
_SIGNED = frozenset({Label.CREDIT, Label.BYLINE, Label.DATE})
"""What may stand in one stretch with a report's last paragraph."""


def end_body(draft: Draft) -> None:
    """Set aside what reads like prose after the report's last line: notes, teasers."""
    total = sum(len(draft.units[i].words) for i in draft.prose)
    told = 0
    ended: int | None = None
    for index in range(len(draft.units)):
        if index in draft.held:
            told += len(draft.units[index].words)
        elif told >= 0.7 * total and _is_credit(draft, index):
            ended = index
            break
    if ended is None:
        return
    for index in tuple(draft.prose):
        if index > ended:
            appeal = pitch_score(draft.units[index].text) >= 0.5
            draft.set(index, Label.PITCH if appeal else Label.NAV, "rest/after-credit")


def _is_credit(draft: Draft, index: int) -> bool:
    """Whether a line credits; one beside its like is an item of a list: "– Cash / – Cards"."""
    if draft.label(index) is not Label.CREDIT:
        return False
    sign = draft.units[index].text[:1]
    beside = [draft.units[i].text[:1] for i in (index - 1, index + 1) if 0 <= i < len(draft.units)]
    return sign.isalnum() or sign not in beside


def set_portrait_aside(draft: Draft) -> None:
    """Set aside the last paragraphs where they are about who signs, or whose the views are."""
    signed = {
        name
        for index, unit in enumerate(draft.units)
        if draft.label(index) is Label.BYLINE
        for name in names_in(unit.text)
    }
    for index in draft.prose[:2:-1][:_MOST]:
        if not _is_portrait(draft.units[index].text, signed):
            return
        draft.set(index, Label.NAV, "rest/portrait")


def set_tail_aside(draft: Draft) -> None:
    """Set aside short sentences below the body that stand among furniture.

    Where blank lines part the paragraphs, a line in one stretch with "Most commented" above it
    is none; elsewhere one behind furniture that asks, or names the paper.
    """
    spaced = sum(draft.units[i].alone for i in draft.prose) >= _MOSTLY * len(draft.prose)
    house = house_name(unit.text for unit in draft.units[:_HEAD])
    for place in range(len(draft.prose) - 1, 2, -1):
        index = draft.prose[place]
        text = draft.units[index].text
        if len(draft.units[index].words) > _SHORT or _TOLD.search(text):
            return
        owned = text.endswith("?") or (house is not None and house.search(text))
        behind = draft.prose[place - 1] != index - 1
        if (spaced and _is_crowded(draft, index)) or (behind and owned):
            draft.set(index, Label.NAV, "rest/tail")
        elif not owned:
            return


def _is_crowded(draft: Draft, index: int) -> bool:
    """Whether furniture stands right above a unit, no blank line between."""
    group, above = draft.units[index].group, draft.units[index - 1].group
    return group == above and index - 1 not in draft.held and draft.label(index - 1) not in _SIGNED


def _is_portrait(text: str, signed: set[str]) -> bool:
    """Whether a paragraph tells of its writer and not of the news."""
    if len(text) > _LONGEST or _TOLD.search(text):
        return False
    named = (_DOES.match(text, len(name)) for name in signed if text.startswith(name))
    return any(named) or bool(_WRITER.match(text) or _DISCLAIMED.fullmatch(text))
