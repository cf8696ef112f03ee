"""The words that full-text search compares: "the ferries sank" is ferry and sank.

Words are folded and cut to their stems as everywhere else; words of grammar are left out of
texts and of what is looked for alike.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from hashlib import blake2b

from dateline.knowledge.lexicon import fold
from dateline.knowledge.wording import open_wording, stem, words
from dateline.model import Label, Report

_TITLE = 3
"""How often a word of the title counts."""
_LONGEST = 200
"""Characters of a word or name that are compared: an index takes no more than some thousand."""


def terms(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words in their order."""
    grammar = open_wording().grammar
    return tuple(_term(word) for word in words(text) if word not in grammar)


def _term(word: str) -> str:
    """Return a word's stem; a short one loses its "e" as well, so that "fire" meets "fires"."""
    return stem(word).removesuffix("e")[:_LONGEST]


@lru_cache(maxsize=50_000)
def number_of(name: str) -> int:
    """Return a word or an id as a number from 0 to 2**63, by which rows are told apart faster.

    Of a million names, two share one once in twenty million times.
    """
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def folded(name: str) -> str:
    """Return a name as names are compared."""
    return fold(name)[:_LONGEST]


def report_terms(report: Report) -> Counter[str]:
    """Return how often each word stands in the sentences of a report."""
    found: Counter[str] = Counter()
    for sentence in report.sentences:
        times = _TITLE if sentence.label is Label.TITLE else 1
        for term in terms(sentence.span.of(report.text)):
            found[term] += times
    return found


def as_searched(text: str) -> str:
    """Return a text's stems as a column holds them: each between two blanks."""
    return f" {' '.join(terms(text))} "
