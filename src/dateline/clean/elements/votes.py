"""Ask an extractor which units of an HTML page it would keep, as one voice among others.

resiliparse returns text without offsets; "The river burst its banks on Monday." is looked for
among its lines, so that its judgement is taken and its text is not. It takes a tenth of the
time that reading the page takes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from resiliparse.extract.html2text import extract_plain_text

from dateline.clean.elements.containers import Numbers
from dateline.clean.units import Unit

_PLAIN = re.compile(r"[^\W_]+")
_LONG = 25
"""Letters and digits; a shorter unit may turn up inside any sentence by chance."""
_LARGEST = 4_000_000
"""Characters of markup; in a larger page the extractor isn't asked."""
_DEEPEST = 500
"""Elements in one another; the extractor's time grows with the square of the nesting."""
# "<div", "</span": elements whose end tags may not be left out
_NESTED = re.compile(
    r"<(/?)(?:div|span|section|article|aside|main|ul|ol|dl|table|font|center|form|nav)\b", re.I
)


class _Kept:
    """What was extracted, for asking whether a unit stands in it."""

    def __init__(self, lines: Sequence[str], plain: Sequence[str]) -> None:
        self._lines = frozenset(lines)
        self._plain = frozenset(plain)
        self._whole = " ".join(plain)
        self._pairs = frozenset(pairwise(self._whole.split()))

    def holds(self, text: str) -> bool:
        """Whether a unit is a line or, if long, stands inside one."""
        if text in self._lines:
            return True
        own = plain_words(text)
        if len(own) < _LONG:
            return own != "" and own in self._plain
        # The whole is not searched for each teaser of a long page: most say something else.
        return self._pairs.issuperset(pairwise(own.split()[1:-1])) and own in self._whole


def votes(markup: str, units: Sequence[Unit]) -> Numbers:
    """Return 1 for each unit that the extractor keeps as main text, 0 for the others."""
    asked = len(markup) <= _LARGEST and not _is_deep(markup)
    extracted = _extracted(markup) if asked else ""
    lines = [line.strip() for line in extracted.splitlines()]
    kept = _Kept(lines, [plain_words(line) for line in lines])
    return np.array([kept.holds(unit.text) for unit in units], float)


def _is_deep(markup: str) -> bool:
    """Whether elements stand deeper in one another than on any page that is meant to be read."""
    depth = 0
    for mark in _NESTED.finditer(markup):
        depth += -1 if mark[1] else 1
        if depth > _DEEPEST:
            return True
    return False


def _extracted(markup: str) -> str:
    """Return the extractor's text."""
    return str(
        extract_plain_text(
            markup, main_content=True, comments=False, alt_texts=False, post_meta=False
        )
    )


def plain_words(text: str) -> str:
    """Return a text's letters and digits in lower case, one blank between words."""
    return " ".join(_PLAIN.findall(text)).casefold()
