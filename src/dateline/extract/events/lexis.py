"""Say which words of a codebook's examples a text holds.

"Dockers walked out" is a row with numbers at "dockers", "walked" and "out", each the larger the
fewer examples hold the word, scaled to the length one: what a text tells by its wording alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.text.heads import Floats

_WORD = re.compile(r"\w+")
_OFTEN = 2
"""Examples; a word that fewer hold tells nothing of others."""
_MOST = 4000
"""Words, the commonest of the examples."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexis:
    """The words of a codebook's examples."""

    places: Mapping[str, int]
    """Of each word in a row."""
    rarity: Floats
    """Of each word, as the logarithm of how many examples there are for each that holds it."""

    def row(self, tokens: Iterable[str]) -> Floats:
        """Return the row (words) of a text in tokens; of length one, or nought."""
        found: Floats = np.zeros(len(self.rarity), np.float32)
        known = sorted({at for token in tokens for at in self.places_of(token)})
        found[known] = self.rarity[known]
        length = np.sqrt(np.square(found).sum())
        return found / length if length else found

    def rows(self, texts: Sequence[str]) -> Floats:
        """Return the row of each text."""
        found: Floats = np.zeros((len(texts), len(self.rarity)), np.float32)
        for number, text in enumerate(texts):
            found[number] = self.row([text])
        return found

    def shares(self, tokens: Sequence[str], head: Floats) -> Floats:
        """Return how much each token adds to what a head makes of the row."""
        brought = self.row(tokens) * head
        told = [float(brought[list(self.places_of(token))].sum()) for token in tokens]
        return np.array(told, np.float32)

    def places_of(self, token: str) -> tuple[int, ...]:
        """Return the places of the known words in a token, which may be a whole text."""
        words = _WORD.findall(token.casefold())
        return tuple(self.places[word] for word in words if word in self.places)


def lexis_of(texts: Sequence[str]) -> Lexis:
    """Return the words that several texts hold, the commonest first."""
    counts = Counter(w for text in texts for w in sorted(set(_WORD.findall(text.casefold()))))
    often = sorted((-count, word) for word, count in counts.items() if count >= _OFTEN)[:_MOST]
    rarity = [np.log(len(texts) / -minus) for minus, _ in often]
    return Lexis({word: n for n, (_, word) in enumerate(often)}, np.array(rarity, np.float32))
