"""Quote briefly: the first 25 words of what carries a record, and no more.

"At least 40 people were killed on Monday" is quoted whole; of a long sentence the beginning.
"""

from __future__ import annotations

import re
from itertools import islice

from dateline.model import Span

WORDS = 25
"""A quotation of this length may be shared without the text that it comes from."""

_WORD = re.compile(r"\S+")


def quotation(text: str, span: Span) -> Span:
    """Return the characters of a span as far as its 25th word."""
    words = islice(_WORD.finditer(text, span.start, span.end), WORDS)
    ends = [word.end() for word in words]
    return Span(span.start, ends[-1] if ends else span.end)


def brief_words(words: str) -> str:
    """Return a line of at most 25 words, the cut marked."""
    end = quotation(words, Span(0, len(words))).end
    return words if not words[end:].strip() else f"{words[:end]} …"
