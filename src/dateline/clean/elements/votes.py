"""Ask an extractor which units of an HTML page it would keep, as one voice among others.

resiliparse returns text without offsets; "The river burst its banks on Monday." is looked for
among its lines, so that its judgement is taken and its text is not. It takes a tenth of the
time that reading the page takes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from resiliparse.extract.html2text import extract_plain_text

from dateline.clean.elements.containers import Numbers
from dateline.clean.elements.stretches import plain_words, stretches_in
from dateline.clean.units import Unit

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


def votes(markup: str, units: Sequence[Unit]) -> Numbers:
    """Return 1 for each unit that the extractor keeps as main text, 0 for the others."""
    asked = len(markup) <= _LARGEST and not _is_deep(markup)
    extracted = _extracted(markup) if asked else ""
    lines = [line.strip() for line in extracted.splitlines()]
    exact = frozenset(lines)
    plain = [plain_words(line) for line in lines]
    own = ["" if unit.text in exact else plain_words(unit.text) for unit in units]
    long = (words for words in own if len(words) >= _LONG)
    kept = {words for words, _ in stretches_in(long, [" ".join(plain)])}
    kept.update(line for line in plain if 0 < len(line) < _LONG)
    voted = [unit.text in exact or words in kept for unit, words in zip(units, own, strict=True)]
    return np.array(voted, float)


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
