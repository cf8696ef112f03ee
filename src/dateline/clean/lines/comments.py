"""Find where readers' comments begin below a report, by the heads that a page fills in for each.

"The river burst its banks … / 12 comments / Ada D. / 2 days ago at 07:52 / I saw it coming. /
Reply / Bo R. / 3 days ago at 09:10 / …": what readers write is fluent and shares the report's
words; the lines between are what gives it away, from the third on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain

from dateline.clean.lines.core import Draft
from dateline.clean.units import Unit
from dateline.knowledge.vocabulary import words
from dateline.model import Label

# "2 days ago", "3h ago", "an hour ago"
_AGO = re.compile(
    r"\b(?:\d+|an?|one)\s?(?:m|h|d|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago\b",
    re.I,
)
# "12 May 2019, 7:30", "5/12/19 at 07:30"
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")
# "Re: What for?"
_ANSWER = re.compile(r"Re ?:")
# What opens the posts of a page that is told as it happens, which are the report's
_LIVE = re.compile(
    r"\blive\b|live-?(?:blog|ticker)|as it happened|\ben (?:direct|vivo|directo)\b", re.I
)
_SHORT = 14
"""Words; a head has no more."""
_FEW = 6
"""Words; "Reply to this comment" has no more."""
_FEWEST = 3
"""Heads with something said between them; fewer may be the report's own lines."""
_TOLD = 20
"""Words of the report that stand above the first comment."""
_LAST = 12
"""Lines below the last head in which its comment begins."""


def set_comments_aside(draft: Draft, title: int | None) -> None:
    """Set aside the prose from the first of several comments on; live posts are the report's."""
    if title is not None and _LIVE.search(draft.units[title].text):
        return
    start = _first_comment(draft)
    if start is None:
        return
    for index in tuple(draft.prose):
        if index >= start:
            draft.set(index, Label.NAV, "rest/comment")


def _first_comment(draft: Draft) -> int | None:
    """Return the head of the first comment below the report."""
    heads = [index for index, unit in enumerate(draft.units) if _is_head(unit)]
    ends = [*heads[1:], heads[-1] + _LAST] if heads else []
    followed = [
        any(index in draft.held for index in range(head + 1, end))
        for head, end in zip(heads, ends, strict=True)
    ]
    told = accumulate(len(draft.units[index].words) for index in draft.prose)
    enough = next((i for i, count in zip(draft.prose, told, strict=True) if count >= _TOLD), None)
    if enough is None:
        return None
    first = bisect_right(heads, enough)
    if sum(followed[first:]) < _FEWEST or not _invites(draft.units, heads[first:]):
        return None
    return heads[first]


def _is_head(unit: Unit) -> bool:
    """Whether a line stands above or below a comment: when it was written, or "Reply"."""
    if len(unit.words) > _SHORT:
        return False
    dated = _CLOCK.search(unit.text) is not None and _DAY.search(unit.text) is not None
    answers = _ANSWER.match(unit.text) is not None or _speaks(unit, first=True)
    return dated or answers or _AGO.search(unit.text) is not None


def _invites(units: Sequence[Unit], heads: list[int]) -> bool:
    """Whether a short line from a little above the first head on speaks of comments."""
    return any(_speaks(unit) for unit in units[max(0, heads[0] - _LAST) :])


def _speaks(unit: Unit, *, first: bool = False) -> bool:
    """Whether a short line has one of the words around comments, or opens with it."""
    if not 0 < len(unit.words) <= _FEW:
        return False
    asked = unit.words[:1] if first else unit.words
    return any(word.lower() in _reply_words() for word in asked)


@lru_cache(maxsize=1)
def _reply_words() -> frozenset[str]:
    """Return the words around comments: "reply", "kommentare"."""
    return frozenset(chain.from_iterable(words("line_words")["replies"].values()))
