"""Hold what was learned of pages: trees that say what the features of a line speak for.

A tree asks "more than 14 words? among lines of prose?" and ends in a number, +1.2 or -2.3; the
numbers of all trees add up to how likely the line is the report's own. Weights are values that
are handed in, so that a page can be judged by weights that were learned without it;
`shipped_weights()` were learned from all pages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.clean.grove import Grove, read_grove
from dateline.knowledge.vocabulary import words

_LEAF = -1


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees over named features, all their nodes in one row; a leaf leads to itself."""

    features: tuple[str, ...]
    asked: NDArray[np.int64]
    """For each node the feature that it asks for."""
    limits: NDArray[np.float64]
    below: NDArray[np.int64]
    """The node for values up to the limit."""
    above: NDArray[np.int64]
    values: NDArray[np.float64]
    roots: NDArray[np.int64]
    depth: int

    def likelihoods(self, columns: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
        """Return for each line, given by its features, how likely it is, between 0 and 1."""
        rows = np.column_stack([columns[name] for name in self.features])
        flat, width = rows.ravel(), rows.shape[1]
        start = np.arange(len(rows))[:, None] * width
        nodes = np.repeat(self.roots[None, :], len(rows), axis=0)
        for _ in range(self.depth):
            low = flat[start + self.asked[nodes]] <= self.limits[nodes]
            nodes = np.where(low, self.below[nodes], self.above[nodes])
        total = self.values[nodes].sum(axis=1)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(total, -30.0, 30.0))))


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned of the lines of dumps and of the blocks of HTML pages."""

    lines: Forest
    """For the first look at a dump, line by line."""
    again: Forest
    """For the second, which knows how likely the other lines are."""
    units: Mapping[str, Grove] = field(default_factory=dict)
    """For the "first" and the "second" look at the units of an HTML page."""


def read_weights(lines: str, units: str = "") -> Weights:
    """Return the weights that two TOML texts hold, of dumps and of HTML pages."""
    return _weights(tomllib.loads(lines), tomllib.loads(units))


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Return the weights that ship: `lexicons/lines.toml` and `lexicons/blocks.toml`."""
    return _weights(words("lines"), words("blocks"))


def _weights(lines: Mapping[str, Any], units: Mapping[str, Any]) -> Weights:
    """Return the weights of two tables."""
    return Weights(read_forest(lines["first"]), read_forest(lines["again"]), _groves(units))


def _groves(tables: Mapping[str, Any]) -> Mapping[str, Grove]:
    """Return the grove of each look; none of an empty file."""
    return MappingProxyType({name: read_grove(table) for name, table in tables.items()})


def read_forest(table: Mapping[str, Sequence[str]]) -> Forest:
    """Return the trees of a table: `features`, and `trees`, each as one line of text.

    "3<14.5 -2.3 0<0.5 0.1 1.2" asks whether feature 3 is at most 14.5; if so the tree says -2.3,
    if not it asks for feature 0.
    """
    nodes: list[tuple[int, float, int, int, float]] = []
    roots: list[int] = []
    depth = 1
    for tree in table["trees"]:
        roots.append(len(nodes))
        depth = max(depth, _grow(iter(tree.split()), nodes))
    asked, limits, below, above, values = zip(*nodes, strict=True)
    return Forest(
        tuple(table["features"]),
        np.array(asked),
        np.array(limits, dtype=np.float64),
        np.array(below),
        np.array(above),
        np.array(values, dtype=np.float64),
        np.array(roots),
        depth,
    )


def _grow(parts: Iterator[str], nodes: list[tuple[int, float, int, int, float]]) -> int:
    """Add the nodes of a tree whose text begins here; return how deep it is."""
    asked, _, limit = next(parts).partition("<")
    place = len(nodes)
    if not limit:
        nodes.append((0, np.inf, place, place, float(asked)))
        return 0
    nodes.append((_LEAF, 0.0, 0, 0, 0.0))
    low = _grow(parts, nodes)
    above = len(nodes)
    high = _grow(parts, nodes)
    nodes[place] = (int(asked), float(limit), place + 1, above, 0.0)
    return 1 + max(low, high)
