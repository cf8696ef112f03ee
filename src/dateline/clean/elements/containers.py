"""Part a page into the elements that hold its units, and sum up what each of them holds.

The three paragraphs of `<div class=story><p>…<p>…<p>…</div>` share the element "div.story";
a fourth one in a later `<div class=story>` shares its kind and not the element. An element is
known by where it begins and ends: units that follow one another under the same names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.clean.elements.element_names import name_list, says
from dateline.clean.units import Unit

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]

_FAR = 12
"""Elements outwards; a name further away than this says no more than that it is there."""


@dataclass(frozen=True, slots=True)
class Containers:
    """The elements around each unit: a row a unit, outermost first, padded with 0."""

    elements: Whole
    """Numbers of elements, from 1 up."""
    kinds: Whole
    """Numbers of elements that have the same names all the way from the root."""
    said: Whole
    """What the names of the elements say, as bits."""
    depth: Whole
    """How many elements are around each unit."""
    level: Whole
    """For each number of an element, how deep it lies."""

    def path(self, unit: int) -> Whole:
        """Return the numbers of the elements around a unit."""
        return self.elements[unit, : self.depth[unit]]

    def shared(self, path: Whole) -> Whole:
        """Return how many elements each unit shares with a path, from the root inwards."""
        found: Whole = (self.elements[:, : len(path)] == path).sum(axis=1)
        return found

    def core(self, mass: Numbers, share: float, total: float) -> Whole:
        """Return the path of the innermost element that holds such a share of the total mass."""
        held = np.flatnonzero(mass >= share * total)
        held = held[held > 0]
        if not len(held):
            return np.zeros(0, np.int64)
        innermost = held[np.argmax(self.level[held])]
        unit = int(np.argmax((self.elements == innermost).any(axis=1)))
        return self.elements[unit, : self.level[innermost]]

    def said_below(self, shared: Whole) -> Whole:
        """Return for each unit and name whether an element below the shared ones says it."""
        places = np.arange(self.said.shape[1])
        bits = np.bitwise_or.reduce(np.where(places >= shared[:, None], self.said, 0), axis=1)
        found: Whole = (bits[:, None] >> np.arange(len(name_list()))) & 1
        return found

    def nearness(self) -> Numbers:
        """Return for each unit and name 12 less the elements in between, or 0."""
        rows, names = np.arange(len(self.depth)), np.arange(len(name_list()))
        found = np.zeros((len(rows), len(names)))
        for steps in range(_FAR - 1, -1, -1):
            place = self.depth - 1 - steps
            bits = np.where(place >= 0, self.said[rows, np.maximum(place, 0)], 0)
            found[((bits[:, None] >> names) & 1) > 0] = _FAR - steps
        return found


def mass(numbers: Whole, values: Numbers) -> Numbers:
    """Return for each number of an element the sum of what its units are worth."""
    found: Numbers = np.bincount(numbers.ravel(), np.repeat(values, numbers.shape[1])).astype(float)
    found[0] = 0.0
    return found


def outwards(numbers: Whole, depth: Whole, steps: int) -> Whole:
    """Return the element of each unit that is so many steps out from the innermost."""
    found: Whole = numbers[np.arange(len(depth)), np.maximum(depth - 1 - steps, 0)]
    return found


def containers_of(units: Sequence[Unit]) -> Containers:
    """Return the elements around the units of a page."""
    level, named = [0], dict[tuple[int, str], int]()
    before: tuple[str, ...] = ()
    opened: list[int] = []
    kinds: list[int] = []
    around: list[int] = []
    kinds_around: list[int] = []
    said: list[int] = []
    for unit in units:
        if unit.within != before:
            shared = _alike(before, unit.within)
            del opened[shared:], kinds[shared:]
            for name in unit.within[shared:]:
                opened.append(len(level))
                level.append(len(opened))
                kinds.append(named.setdefault((kinds[-1] if kinds else 0, name), len(named) + 1))
            before = unit.within
        around += opened
        kinds_around += kinds
        said += map(says, before)
    depth = np.array([len(unit.within) for unit in units], np.int64)
    return Containers(
        elements=_padded(around, depth),
        kinds=_padded(kinds_around, depth),
        said=_padded(said, depth),
        depth=depth,
        level=np.array(level),
    )


def _padded(listed: list[int], depth: Whole) -> Whole:
    """Return numbers that stand one row after the other as a table, padded with 0."""
    width = max(1, int(depth.max(initial=0)))
    table = np.zeros((len(depth), width), np.int64)
    table[np.arange(width) < depth[:, None]] = listed
    return table


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """Return how many of the outermost elements two paths have in common."""
    for count, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return count
    return min(len(first), len(second))
