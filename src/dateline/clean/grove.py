"""Weigh rows of features by trees that were learned: each adds what its leaf weighs.

A tree asks the same few questions of every row ("more than 6.5 words? inside an aside?"), and
the answers, read as a binary number, choose its leaf. All rows and trees are asked at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Columns = Mapping[str, NDArray[np.float64]]
"""Features by name; a value a row."""
_ROWS = 1_024
"""Rows that are asked at once; the answers of a very long page would fill the memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Grove:
    """Learned trees, all of the same depth."""

    names: tuple[str, ...]
    """The features that are asked for."""
    asked: NDArray[np.int64]
    """For each tree and depth the place of the feature among `names`."""
    edges: NDArray[np.float64]
    """For each tree and depth the value from above which the answer is yes."""
    leaves: NDArray[np.float64]
    """For each tree what its leaves weigh, in logits."""
    bias: float = 0.0

    def likely(self, columns: Columns) -> NDArray[np.float64]:
        """Return the likelihood of each row, between 0 and 1."""
        table = np.array([columns[name] for name in self.names])
        starts = range(0, table.shape[1] or 1, _ROWS)
        weighed = [self._weighed(table[:, start : start + _ROWS]) for start in starts]
        total = np.concatenate(weighed) + self.bias
        found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(total, -30.0, 30.0)))
        return found

    def _weighed(self, table: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what the leaves weigh that the rows reach; `table` has a line a feature."""
        trees, depth = self.asked.shape
        reached = np.zeros((trees, table.shape[1]), np.int64)
        for step in range(depth):
            reached *= 2
            reached += table[self.asked[:, step]] > self.edges[:, step, None]
        reached += self.leaves.shape[1] * np.arange(trees)[:, None]
        weighed: NDArray[np.float64] = self.leaves.ravel()[reached].sum(axis=0)
        return weighed


def read_grove(table: Mapping[str, Sequence[str]]) -> Grove:
    """Return the grove of a lexicon's table: a string a tree, values parted by blanks.

    The keys are `features`, `edges` and `leaves`, with `bias` for what no tree has to say.
    """
    asked = [listed.split() for listed in table["features"]]
    names = tuple(sorted({name for tree in asked for name in tree}))
    place = {name: index for index, name in enumerate(names)}
    return Grove(
        names,
        np.array([[place[name] for name in tree] for tree in asked]),
        np.array([[float(number) for number in row.split()] for row in table["edges"]]),
        np.array([[float(number) for number in row.split()] for row in table["leaves"]]),
        float(table["bias"][0]),
    )
