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

_OUTSIDE = -1.5
"""What standing outside the core adds to a line's likelihood, in logits."""
_SUPPOSED = (np.arange(64) + 0.5) / 64
"""Likelihoods from which lines are supposed to be the report's; each is as likely to be right."""


def likelihoods(units: Sequence[Unit], weights: Weights | None = None) -> list[float]:
    """Return for each unit how likely it belongs to the report, between 0 and 1."""
    if not units:
        return []
    return [float(likely) for likely in _likely(units, weights or shipped_weights())[0]]


def body_lines(units: Sequence[Unit], weights: Weights | None = None) -> list[bool]:
    """Return for each unit whether it is the report's: the choice that promises most."""
    if not units:
        return []
    likely, words = _likely(units, weights or shipped_weights())
    start, end = core_of(likely, np.minimum(words, 80.0))
    place = np.arange(len(units))
    outside = (place < start) | (place >= end)
    bounded = np.clip(likely, 1e-4, 1 - 1e-4)
    odds = np.log(bounded / (1 - bounded)) + np.where(outside, _OUTSIDE, 0.0)
    return chosen(1.0 / (1.0 + np.exp(-odds)), words)


def chosen(likely: Column, words: Column) -> list[bool]:
    """Return the lines whose choice has the highest expected F1, in words.

    The lines of a page share their fate: if one reader's comment is the report's, the likelier
    ones are too. So the report is supposed to be the lines above some likelihood, and a choice
    promises the mean of its F1 over all that may be supposed.
    """
    size = np.maximum(words, 0.5)
    order = np.argsort(-likely, kind="stable")
    taken = np.cumsum(size[order])
    counts = np.searchsorted(-likely[order], -_SUPPOSED)
    promised = np.zeros(len(likely))
    for told in taken[counts[counts > 0] - 1]:
        promised += np.minimum(taken, told) / (taken + told)
    found = np.zeros(len(likely), dtype=np.bool_)
    found[order[: int(np.argmax(promised)) + 1]] = True
    return [bool(held) for held in found]


def _likely(units: Sequence[Unit], weights: Weights) -> tuple[Column, Column]:
    """Return the likelihood and the number of words of each unit."""
    page = describe(units)
    surrounded = surround(page.columns)
    first = weights.lines["first"].likely(surrounded)
    again = look_again(page, surrounded, first)
    return weights.lines["second"].likely(again), page.columns["words"]
