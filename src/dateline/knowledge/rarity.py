"""Say how rare a word is in English at large: "the" 0, "harbour" 0.6, "Orlan" 1.

The table is the vocabulary of the encoder that ships, whose whole words stand in order of how
often they were met (Wu et al. 2016), so that rank stands for frequency (Zipf 1949).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import log

_FIRST = 1996
"""The line of "the": above it stand marks and single letters."""


@lru_cache(maxsize=1)
def _ranks() -> Mapping[str, int]:
    file = files("dateline") / "weights" / "plover" / "vocabulary.txt"
    lines = file.read_text("utf-8").splitlines()
    return {
        line: rank for rank, line in enumerate(lines[_FIRST:], start=1) if not line.startswith("##")
    }


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """Return how rare a folded word is, from 0 for the commonest to 1 for one not listed."""
    ranks = _ranks()
    unlisted = 2 * len(ranks)
    return log(1 + ranks.get(word, unlisted)) / log(1 + unlisted)
