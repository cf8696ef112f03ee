"""Compare an article's body with the one that is known: shared words, shared runs of words.

Two public recipes, which are not the same. Runs of four words: precision and recall are means
over pages and F1 is their harmonic mean; the mean of each page's F1 is another, lower figure.
Words: each page has its F1 over lower-cased words, and the mean of those is the figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.draws import Drawn, error_of_mean, standard_error
from evaluation.measure import Measure

_WORD = re.compile(r"\w+")
_RUN = 4

Pair = tuple[str, str]
"""The text that was found and the one that is wanted."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Where a measure belongs: its set, who was measured, and what its name ends with."""

    set: str
    rival: str | None = None
    suffix: str = ""

    def measure(self, name: str, value: float, count: int, error: float | None) -> Measure:
        """Return the measure of a name."""
        return Measure(self.set, name + self.suffix, value, count, error, self.rival)


# -------------------------------------------------------------------------------- runs of four


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the four-word runs of a text; a shorter text is one run, an empty one none."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    places = range(max(1, len(words) - _RUN + 1))
    return Counter(tuple(words[place : place + _RUN]) for place in places)


def run_shares(pair: Pair) -> tuple[float, float]:
    """Return a page's precision and recall over runs; not a number where there is none.

    An empty text has no precision, and a recall of 0; a page without a body has no recall.
    """
    found, wanted = map(runs, pair)
    both = (found & wanted).total()
    precision = both / found.total() if found else np.nan
    return precision, both / wanted.total() if wanted else np.nan


def run_measures(pairs: Sequence[Pair], of: Figures) -> list[Measure]:
    """Return F1, precision and recall over runs of four words."""
    shares = np.array([run_shares(pair) for pair in pairs], dtype=float).reshape(-1, 2)
    count = int(np.sum(~np.isnan(shares[:, 1])))

    def value(drawn: Drawn) -> float:
        return _harmonic(shares[drawn])

    everything = np.arange(len(shares))
    f1 = of.measure("f1", value(everything), count, standard_error(len(shares), value))
    sides = []
    for name, column in zip(("precision", "recall"), shares.T, strict=True):
        held = column[~np.isnan(column)]
        mean = float(held.mean()) if len(held) else 0.0
        sides.append(of.measure(name, mean, len(held), error_of_mean(held.tolist())))
    return [f1, *sides]


def _harmonic(shares: NDArray[np.float64]) -> float:
    """Return the harmonic mean of mean precision and mean recall."""
    held = [column[~np.isnan(column)] for column in shares.T]
    precision, recall = (float(column.mean()) if len(column) else 0.0 for column in held)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


# --------------------------------------------------------------------------------------- words


def word_f1(pair: Pair) -> float:
    """Return a page's F1 over lower-cased words; two empty texts agree."""
    found, wanted = (Counter(_WORD.findall(text.lower())) for text in pair)
    total = found.total() + wanted.total()
    return 2 * (found & wanted).total() / total if total else 1.0


def word_measure(values: Sequence[float], of: Figures, name: str = "f1") -> Measure:
    """Return the mean over pages of a figure that each page has."""
    mean = sum(values) / len(values) if values else 0.0
    return of.measure(name, mean, len(values), error_of_mean(values))


def worst(pairs: Sequence[tuple[str, Pair]], count: int = 20) -> list[str]:
    """Return a line for each of the pages with the lowest F1 over words."""
    ranked = sorted((word_f1(pair), name) for name, pair in pairs)
    return [f"f1 {value:.2f}: {name}" for value, name in ranked[:count]]
