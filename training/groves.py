"""Grow a grove: boosted trees that ask the same questions of every row at each depth.

Each tree is learned on half of the rows and a few of the features, towards what the trees
before it still get wrong (Newton steps on the logistic loss); numpy is all it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.clean.grove import Grove

BINS = 32
_MOST = 24
"""Edges of a feature."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Growth:
    """How a grove is grown."""

    trees: int = 120
    depth: int = 5
    rate: float = 0.1
    ridge: float = 8.0
    features: float = 0.12
    rows: float = 0.4
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Binned:
    """Rows of features, each value replaced by the number of its bin."""

    names: tuple[str, ...]
    bins: NDArray[np.uint8]
    """A column a feature, in columns' order."""
    edges: tuple[Numbers, ...]

    def only(self, rows: NDArray[np.bool_]) -> Binned:
        """Return some of the rows."""
        return Binned(self.names, np.asfortranarray(self.bins[rows]), self.edges)


def binned(names: Sequence[str], table: Numbers) -> Binned:
    """Return the table with bins for values: a bin a value, or equal shares of them."""
    edges = tuple(_edges(table[:, column]) for column in range(table.shape[1]))
    bins = np.empty(table.shape, np.uint8, order="F")
    for column, limits in enumerate(edges):
        bins[:, column] = np.searchsorted(limits, table[:, column], side="left")
    return Binned(tuple(names), bins, edges)


def _edges(values: Numbers) -> Numbers:
    """Return where the bins of a feature part."""
    known = np.unique(values)
    if len(known) <= _MOST:
        return np.asarray((known[:-1] + known[1:]) / 2)
    filled = values[values != 0]
    mostly_empty = len(filled) < 0.5 * len(values)
    shares = np.linspace(0, 1, _MOST + 1)[1:-1]
    parts = np.quantile(filled if mostly_empty else values, shares)
    return np.unique(np.concatenate([[1e-9], parts]) if mostly_empty else parts)


def grow(rows: Binned, wanted: Numbers, weights: Numbers, growth: Growth = Growth()) -> Grove:
    """Return the grove that tells the wanted rows (1) from the others (0)."""
    random = np.random.default_rng(growth.seed)
    usable = np.array([place for place, edges in enumerate(rows.edges) if len(edges)])
    bias = float(np.log((weights * wanted).sum() / (weights * (1 - wanted)).sum()))
    total = np.full(len(wanted), bias)
    asked, limits, leaves = [], [], []
    for _ in range(growth.trees):
        likely = 1 / (1 + np.exp(-total))
        pull, bend = weights * (wanted - likely), weights * likely * (1 - likely)
        sample = np.flatnonzero(random.random(len(wanted)) < growth.rows)
        count = max(4, int(growth.features * len(usable)))
        features = random.choice(usable, count, replace=False)
        tree = _tree(rows, features, sample, (pull[sample], bend[sample]), growth)
        reached = _reached(rows, tree)
        size = 1 << growth.depth
        up = np.bincount(reached[sample], pull[sample], size)
        down = np.bincount(reached[sample], bend[sample], size)
        worth = growth.rate * up / (down + growth.ridge)
        total += worth[reached]
        asked.append([feature for feature, _ in tree])
        limits.append([rows.edges[feature][cut] for feature, cut in tree])
        leaves.append(worth)
    return Grove(rows.names, np.array(asked), np.array(limits), np.array(leaves), bias)


def mean_of(groves: Sequence[Grove]) -> Grove:
    """Return the grove whose logits are the mean of these."""
    return Grove(
        groves[0].names,
        np.concatenate([grove.asked for grove in groves]),
        np.concatenate([grove.edges for grove in groves]),
        np.concatenate([grove.leaves for grove in groves]) / len(groves),
        sum(grove.bias for grove in groves) / len(groves),
    )


def _tree(
    rows: Binned,
    features: NDArray[np.int64],
    sample: NDArray[np.int64],
    steps: tuple[Numbers, Numbers],
    growth: Growth,
) -> list[tuple[int, int]]:
    """Return the questions of a tree: the feature and the edge that part the sample best."""
    columns = [rows.bins[sample, feature].astype(np.int64) for feature in features]
    leaf = np.zeros(len(sample), np.int64)
    found: list[tuple[int, int]] = []
    for depth in range(growth.depth):
        best, chosen = -1.0, (0, 0, columns[0])
        for feature, column in zip(features, columns, strict=True):
            gains = _gains(leaf * BINS + column, steps, 1 << depth, growth.ridge)
            gains = gains[: len(rows.edges[feature])]
            cut = int(np.argmax(gains))
            if gains[cut] > best:
                best, chosen = float(gains[cut]), (int(feature), cut, column)
        found.append(chosen[:2])
        leaf = leaf * 2 + (chosen[2] > chosen[1])
    return found


def _gains(
    places: NDArray[np.int64], steps: tuple[Numbers, Numbers], leaves: int, ridge: float
) -> Numbers:
    """Return what parting all leaves after each bin gains."""
    pull, bend = (
        np.bincount(places, step, leaves * BINS).reshape(leaves, BINS).cumsum(axis=1)
        for step in steps
    )
    rest, left = pull[:, -1:] - pull, bend[:, -1:] - bend
    found: Numbers = (pull**2 / (bend + ridge) + rest**2 / (left + ridge)).sum(axis=0)
    return found


def _reached(rows: Binned, tree: list[tuple[int, int]]) -> NDArray[np.int64]:
    """Return the leaf of each row."""
    leaf = np.zeros(len(rows.bins), np.int64)
    for feature, cut in tree:
        leaf = leaf * 2 + (rows.bins[:, feature] > cut)
    return leaf


def written(grove: Grove) -> str:
    """Return the keys of a grove's table, a string a tree."""
    features = [" ".join(grove.names[place] for place in tree) for tree in grove.asked]
    parts = [f'bias = ["{grove.bias:.4g}"]']
    parts += [_listed("features", features)]
    for key, table in (("edges", grove.edges), ("leaves", grove.leaves)):
        digits = 6 if key == "edges" else 3
        parts.append(_listed(key, [" ".join(f"{n:.{digits}g}" for n in row) for row in table]))
    return "\n".join(parts) + "\n"


def _listed(key: str, strings: list[str]) -> str:
    """Return a list of strings as TOML writes it, one a line."""
    return "\n".join([f"{key} = [", *(f'  "{string}",' for string in strings), "]"])
