"""Find the names that a lexicon lists: "Kremlin", "U.S.-led", "Hayat Tahrir al-Sham".

The longest listed name that starts at a capital letter wins. An acronym is met in capitals
only, so that "us" is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.knowledge.lexicon import Known, Lexicon
from dateline.model import Span
from dateline.text.tree import Tree

_WORD = re.compile(r"\w+(?:['’]\w+)*")  # "Cote", "d'Ivoire", "U", "S"
_POSSESSIVE = re.compile(r"['’]s?$")  # "Iran's", "Emirates'"


def find_listed(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[Span, Known]]:
    """Yield the listed names of a sentence in order; they don't overlap."""
    span = tree.sentence.span
    words = list(_WORD.finditer(tree.text, span.start, span.end))
    after = 0
    for first, word in enumerate(words):
        if word.start() < after or not _opens(word[0]):
            continue
        for last in range(min(first + lexicon.longest + 1, len(words)) - 1, first - 1, -1):
            found = _met(tree.text, word.start(), words[last].end(), lexicon)
            if found is not None:
                yield found
                after = found[0].end
                break


def _opens(word: str) -> bool:
    """Whether a listed name can start with this word: a capital, a number, an Arabic article."""
    return word[0].isupper() or word[0].isdigit() or word in {"al", "anti", "gilets", "yellow"}


def _met(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Span, Known] | None:
    """Return the listed name of `[start, end)`, with the stop of an acronym or no possessive."""
    if text[end : end + 1] == "." and (known := lexicon.known(text[start : end + 1])):
        return Span(start, end + 1), known
    words = text[start:end]
    cut = _POSSESSIVE.search(words)
    if cut is not None and (known := lexicon.known(words[: cut.start()])):
        return Span(start, start + cut.start()), known
    known = lexicon.known(words)
    return None if known is None else (Span(start, end), known)
