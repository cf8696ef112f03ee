"""Weigh what a line of a dump is described by: how likely it is to be the report's own.

Each line is looked at twice: "It would be hardly surprising, said the analyst." is likely by
itself; the second look sees that it stands thirty lines below the report, among readers'
comments. What the numbers speak for is learned by `training/lines.py` and stands in
`lexicons/lines.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.clean.around import surround
from dateline.clean.lines.features import Column, describe
from dateline.clean.lines.second import core_of, look_again
from dateline.clean.units import Unit
from dateline.clean.weights import Weights, shipped_weights

_INSIDE, _OUTSIDE = 0.5, -1.0
"""What standing inside or outside the core adds to a line's likelihood, in logits."""


def likelihoods(units: Sequence[Unit], weights: Weights | None = None) -> list[float]:
    """Return for each unit how likely it belongs to the report, between 0 and 1."""
    if not units:
        return []
    return [float(likely) for likely in _likely(units, weights or shipped_weights())[0]]


def body_lines(units: Sequence[Unit], weights: Weights | None = None) -> list[bool]:
    """Return for each unit whether it is the report's: the choice that promises most.

    A choice promises 2 · right / (chosen + told) words, where `right` and `told` are what the
    likelihoods lead to expect; the best one takes all lines above half of what it promises.
    """
    if not units:
        return []
    likely, words = _likely(units, weights or shipped_weights())
    start, end = core_of(likely, np.minimum(words, 80.0))
    place = np.arange(len(units))
    inside = (place >= start) & (place < end)
    bounded = np.clip(likely, 1e-4, 1 - 1e-4)
    odds = np.log(bounded / (1 - bounded)) + np.where(inside, _INSIDE, _OUTSIDE)
    return chosen(1.0 / (1.0 + np.exp(-odds)), words)


def chosen(likely: Column, words: Column) -> list[bool]:
    """Return the lines whose choice has the highest expected F1, in words."""
    size = np.maximum(words, 0.5)
    order = np.argsort(-likely, kind="stable")
    right = np.cumsum((size * likely)[order])
    taken = np.cumsum(size[order])
    best = int(np.argmax(2 * right / (taken + right[-1])))
    found = np.zeros(len(likely), dtype=np.bool_)
    found[order[: best + 1]] = True
    return [bool(held) for held in found]


def _likely(units: Sequence[Unit], weights: Weights) -> tuple[Column, Column]:
    """Return the likelihood and the number of words of each unit."""
    page = describe(units)
    surrounded = surround(page.columns)
    first = weights.lines["first"].likely(surrounded)
    again = look_again(page, surrounded, first)
    return weights.lines["second"].likely(again), page.columns["words"]
