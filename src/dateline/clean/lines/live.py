"""Set apart what a live page prints between its entries: the time of each, and its heading.

"17.50 GMT / Ferry towed to port / The ferry reached Averby with all on board, …": neither of
the first two is a sentence, and neither speaks against the stretch of the page that holds it.
What stands below them is the report's.
"""

from __future__ import annotations

import re

from dateline.clean.lines.core import LIVE_HEAD, LIVE_TIME, Draft
from dateline.clean.prose import is_prose
from dateline.clean.wording import pitch_score
from dateline.model import Label

_FEWEST = 3
"""Times that stand alone in a line, on a live page."""
_LONGEST = 12
"""Words of an entry's heading."""
_APPEAL = 1.5
# "17.50 GMT", "5.50pm", "17:50", "9am BST / 8am GMT", "Updated at 17:50 (Averby)"
_CLOCK = r"\d{1,2}(?:[:.h]\d\d(?: ?[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?)(?: ?hrs)?(?: ?[A-Z]{2,5}\b)?"
_TIME = re.compile(
    rf"(?:(?:updated|posted)(?: at)?:? )?{_CLOCK}(?: ?[|/(] ?{_CLOCK}\)?| \([^()]+\))?", re.I
)


def set_live_apart(draft: Draft) -> None:
    """Label the times and headings of a live page's entries."""
    places = [i for i, unit in enumerate(draft.units) if _TIME.fullmatch(unit.text.strip())]
    if len(places) < _FEWEST:
        return
    for index in places:
        draft.set(index, *LIVE_TIME)
        below = index + 1
        while draft.label(below) is Label.NAV:  # "Share"
            below += 1
        if _is_heading(draft, below):
            draft.set(below, *LIVE_HEAD)


def hold_entries(draft: Draft, outside: tuple[int, ...]) -> tuple[int, ...]:
    """Take the prose right below an entry's time or heading for the report's; return the rest."""
    entries = {index for index in outside if _is_entry(draft, index)}
    draft.hold({*draft.prose, *entries})
    return tuple(index for index in outside if index not in entries)


def _is_entry(draft: Draft, index: int) -> bool:
    """Whether a unit opens an entry of a live page, and is no appeal."""
    above = draft.judged[index - 1] if index else None
    return above in (LIVE_TIME, LIVE_HEAD) and pitch_score(draft.units[index].text) < _APPEAL


def _is_heading(draft: Draft, index: int) -> bool:
    """Whether a unit stands between an entry's time and its first sentence."""
    if index + 1 >= len(draft.units) or not is_prose(draft.units[index + 1]):
        return False
    return index not in draft.held and 1 <= len(draft.units[index].words) <= _LONGEST
