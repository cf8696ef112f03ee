"""Find fast the reports of which a new one shares the heaviest words.

A ferry that capsized off Lamu is told by "ferry", "capsized" and "Lamu". A list for each such
word says who holds it and how heavy it is there, so that whom two reports have too little in
common with is never compared in full: only lists of numbers grow with the window.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import numpy as np

from dateline.weaving.stories.features import Features

SHARED = 2
"""Marks that two reports share at least where they are compared."""
MET = 0.05
"""The likeness by their marks alone at which two reports are compared: a third of a link."""
_BITS = 12
UNIT = 1 << _BITS
"""Weights are parts of so many: sums of whole numbers are the same in any order."""
_ONE = 1 << 2 * _BITS + 1
"""What counts one mark more in a sum of products, which comes to no more than a unit squared."""


class Index:
    """The holders of each mark, by number, each with the weight that the mark has in it."""

    def __init__(self) -> None:
        self._holders: dict[int, array[int]] = {}
        self._count = 0
        self._sums = np.zeros(1024, np.int64)
        """What each report shares with the one that is sought for; 0 between two searches."""

    def add(self, features: Features) -> None:
        """Enter a report; its number is how many were there before it."""
        for mark, part in weigh_marks(features):
            # A number and a weight in one: most lists hold a single report.
            self._holders.setdefault(mark, array("Q")).append(self._count << _BITS | part)
        self._count += 1
        if self._count > len(self._sums):
            self._sums = np.zeros(2 * self._count, np.int64)

    def find(self, features: Features) -> list[int]:
        """Return the numbers of the reports that are worth comparing with one, ascending."""
        lists, parts = [], []
        for mark, part in weigh_marks(features):
            if mark in self._holders:
                lists.append(np.frombuffer(self._holders[mark], np.uint64))
                parts.append(part)
        if len(lists) < SHARED:
            return []
        entries = np.concatenate(lists).astype(np.int64)
        numbers = entries >> _BITS
        products = (entries & UNIT - 1) * np.repeat(parts, list(map(len, lists)))
        np.add.at(self._sums, numbers, products + _ONE)
        sums = self._sums[numbers]
        self._sums[numbers] = 0
        near = numbers[(sums >= SHARED * _ONE) & (sums % _ONE >= MET * UNIT**2)]
        return sorted(set(near.tolist()))


def weigh_marks(features: Features) -> Iterator[tuple[int, int]]:
    """Yield each mark of a report with its weight in parts of a unit."""
    parts = np.minimum(features.weights[features.marks] * UNIT, UNIT - 1).astype(np.int64)
    return zip(features.items[features.marks].tolist(), parts.tolist(), strict=True)
