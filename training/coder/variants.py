"""Vary a marked sentence: other countries, or no commas, with its marks where they were.

A coder that sees a sentence once an epoch in the same words learns its names by heart. Scraped
text has lost its commas often enough that it should know how that looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from dateline.knowledge.lexicon import Country
from dateline.knowledge.marked import MarkedAct, MarkedSentence, Range

SWAPPED = 0.4
"""How often other countries are put in."""
COMMALESS = 0.12
"""How often the commas go."""
_COMMA = re.compile(",")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of a sentence and what stands in their place."""

    start: int
    end: int
    words: str


class Countries:
    """The words that mean countries, to be exchanged for those of others."""

    def __init__(self, countries: Iterable[Country]) -> None:
        told = [_words_of(country) for country in countries]
        self._words = [words for words in told if all(words.values())]
        self._known = {
            word: (number, kind)
            for number, words in enumerate(self._words)
            for kind, all_of_kind in words.items()
            for word in all_of_kind
        }
        longest_first = sorted(self._known, key=lambda word: (-len(word), word))
        self._pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b")

    def exchanged(self, text: str, order: Random) -> list[Edit]:
        """Return the edits that put other countries into a text, the same for all their words."""
        others: dict[int, int] = {}
        edits = []
        for found in self._pattern.finditer(text):
            number, kind = self._known[found[0]]
            other = others.setdefault(number, order.randrange(len(self._words)))
            edits.append(Edit(found.start(), found.end(), self._words[other][kind][0]))
        return edits


def varied(sentence: MarkedSentence, countries: Countries, order: Random) -> MarkedSentence:
    """Return a sentence as it is or varied, by chance."""
    edits: list[Edit] = []
    if order.random() < SWAPPED:
        edits += countries.exchanged(sentence.text, order)
    if order.random() < COMMALESS:
        edits += (Edit(m.start(), m.end(), "") for m in _COMMA.finditer(sentence.text))
    return edited(sentence, sorted(edits, key=lambda edit: edit.start)) if edits else sentence


def edited(sentence: MarkedSentence, edits: Sequence[Edit]) -> MarkedSentence:
    """Return a sentence after edits, which follow one another and don't overlap."""
    ends = [0, *(edit.end for edit in edits)]
    starts = [*(edit.start for edit in edits), len(sentence.text)]
    kept = [sentence.text[end:start] for end, start in zip(ends, starts, strict=True)]
    text = "".join(part + edit.words for part, edit in zip(kept, edits, strict=False)) + kept[-1]

    def moved(at: int) -> int:
        shift = 0
        for edit in edits:
            if edit.end > at:
                break
            shift += len(edit.words) - (edit.end - edit.start)
        return at + shift

    def shifted(where: Range) -> Range:
        return Range(moved(where.start), moved(where.end))

    def carried(act: MarkedAct) -> MarkedAct:
        return replace(
            act,
            trigger=shifted(act.trigger),
            actors=[shifted(one) for one in act.actors],
            recipients=[shifted(one) for one in act.recipients],
            places=[shifted(one) for one in act.places],
            times=[shifted(one) for one in act.times],
        )

    if any(edit.end > after.start for edit, after in pairwise(edits)):
        raise ValueError("edits overlap")
    return replace(sentence, text=text, acts=tuple(map(carried, sentence.acts)))


def _words_of(country: Country) -> dict[str, list[str]]:
    """Return the single words that mean a country, by kind."""
    kinds = {
        "name": (country.name,),
        "adjective": country.adjectives,
        "people": country.people,
        "capital": country.capitals,
    }
    return {kind: [word for word in words if word.isalpha()] for kind, words in kinds.items()}
