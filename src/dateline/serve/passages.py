"""Show characters in the paragraph around them: "…the city. [At least 40] were killed…"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Report, Span
from dateline.store.terms import terms

_AROUND = 220
"""Characters on either side, cut at a blank."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters with what stands before and after them."""

    before: str
    words: str
    after: str


def passage(report: Report, span: Span, *, around: int = _AROUND) -> Passage:
    """Return characters of a report with what their block holds around them."""
    text = report.text
    whole = next((b.span for b in report.blocks if b.span.meets(span)), Span(0, len(text)))
    start, end = max(whole.start, span.start - around), min(whole.end, span.end + around)
    before, after = text[start : span.start], text[span.end : max(span.end, end)]
    if start > whole.start:
        before = "…" + before[before.find(" ") + 1 :]
    if end < whole.end:
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return Passage(before, span.of(text), after)


def found_words(text: str, sought: str | None) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it is a word that is looked for."""
    wanted, at = set(terms(sought or "")), 0
    for word in _WORD.finditer(text) if wanted else ():
        if not wanted.isdisjoint(terms(word[0])):
            yield text[at : word.start()], False
            yield word[0], True
            at = word.end()
    yield text[at:], False
