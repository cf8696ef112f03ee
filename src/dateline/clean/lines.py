"""Weigh what a line of a dump is described by: how likely it is to be the report's own.

Each feature adds the weight of the bin that its value falls into: a line of forty words and
more, +1.2; one of a menu's two words between others of two, -2.3. The weights are learned by
`training/lines.py` and stand in `lexicons/lines.toml`.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.clean.features import Row, describe
from dateline.clean.units import Unit
from dateline.knowledge.vocabulary import words


@dataclass(frozen=True, slots=True)
class Scale:
    """The bins of a feature and the weight of each."""

    edges: tuple[float, ...]
    weights: tuple[float, ...]

    def weigh(self, value: float) -> float:
        """Return the weight of the bin that holds a value."""
        return self.weights[bisect_right(self.edges, value)]


def likelihoods(units: Sequence[Unit]) -> list[float]:
    """Return for each unit how likely it belongs to the report, between 0 and 1."""
    scales = _learned()
    return [_likely(row, scales) for row in describe(units)]


def _likely(row: Row, scales: Mapping[str, Scale]) -> float:
    """Return the likelihood that the weights of a row's features add up to."""
    total = sum(scale.weigh(row.get(name, 0.0)) for name, scale in scales.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def _learned() -> Mapping[str, Scale]:
    """Return the learned weights, feature by feature."""
    tables = words("lines")
    return {
        name: Scale(tuple(map(float, edges)), tuple(map(float, tables["weights"][name])))
        for name, edges in tables["edges"].items()
    }
