"""Teach two looks at pages: the second knows what the first thought of a page new to it.

    school = School(known, Growth())
    school.both(3)      # "first" and "second", learned from the pages outside fold 3

A first look that has learned from a page is surer of it than of any page it will meet, so the
second is taught with first likelihoods of looks that had not seen the page.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.clean.grove import Columns, Grove
from training.groves import Binned, Growth, binned, grow, mean_of, written
from training.pages import FOLDER, FOLDS

Numbers = NDArray[np.float64]

_GROVES = 4
"""Groves of other dice whose mean is taken: what one learned of chance, the other didn't."""


@dataclass(frozen=True, slots=True)
class Known:
    """A page, each part of which is known to be the report's or not."""

    fold: int
    columns: Columns
    body: Numbers
    """1 for the parts that are the report's."""
    weights: Numbers
    """How much each part counts; 0 for those that are not learned from."""
    again: Callable[[Numbers], Columns]
    """Returns the features of the second look, given the first likelihoods."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """The parts of all pages as one table."""

    rows: Binned
    body: Numbers
    weights: Numbers
    folds: NDArray[np.int64]

    def learned(self, growth: Growth, without: Collection[int] = ()) -> Grove:
        """Return what the pages outside these folds teach."""
        rest = ~np.isin(self.folds, list(without))
        rows, body, weights = self.rows.only(rest), self.body[rest], self.weights[rest]
        seeds = (growth.seed + 100 * number for number in range(_GROVES))
        return mean_of([grow(rows, body, weights, replace(growth, seed=seed)) for seed in seeds])


class School:
    """Learns both looks, from all pages or without some; what two ask for is learned once."""

    def __init__(
        self, known: Sequence[Known], growth: Growth, *, ignored: Collection[str] = ()
    ) -> None:
        self._known, self._growth, self._ignored = known, growth, frozenset(ignored)
        self._first = self._lesson(known, [page.columns for page in known])
        self._learned: dict[frozenset[int], Grove] = {}

    def first(self, *without: int) -> Grove:
        """Return the first look, learned from the pages outside these folds."""
        asked = frozenset(without)
        if asked not in self._learned:
            self._learned[asked] = self._first.learned(self._growth, asked)
        return self._learned[asked]

    def both(self, *without: int) -> dict[str, Grove]:
        """Return both looks, learned from the pages outside these folds."""
        pages = [page for page in self._known if page.fold not in without]
        likely = (self.first(page.fold, *without).likely(page.columns) for page in pages)
        columns = [page.again(first) for page, first in zip(pages, likely, strict=True)]
        growth = replace(self._growth, seed=self._growth.seed + 1)
        return {
            "first": self.first(*without),
            "second": self._lesson(pages, columns).learned(growth),
        }

    def _lesson(self, known: Sequence[Known], columns: Sequence[Columns]) -> Lesson:
        """Return the table of these features of the pages' parts."""
        names = sorted(set(columns[0]) - self._ignored)
        weights = np.concatenate([page.weights for page in known])
        used = weights > 0
        table = np.column_stack(
            [np.concatenate([column[name] for column in columns])[used] for name in names]
        )
        body = np.concatenate([page.body for page in known])[used]
        folds = np.concatenate([np.full(len(page.body), page.fold) for page in known])[used]
        counts = weights[used] / weights[used].mean()
        return Lesson(binned(names, table), body, counts, folds)


def asked_folders(about: str | None) -> argparse.Namespace:
    """Return the folders that are named on the command line, and whether folds are asked for."""
    asked = argparse.ArgumentParser(description=about)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--folds", action="store_true")
    return asked.parse_args()


def teach(school: School, lexicon: Path, heading: str, kind: str | None) -> None:
    """Write what all pages teach to a lexicon; with a `kind`, what each fold's others teach."""
    if kind is None:
        lexicon.write_text(_text_of(school.both(), heading), "utf-8")
        return
    for fold in range(FOLDS):
        path = FOLDER / f"{kind}-{fold}.toml"
        path.write_text(_text_of(school.both(fold), heading), "utf-8")
        print(path.name, flush=True)


def _text_of(groves: dict[str, Grove], heading: str) -> str:
    """Return the groves as a lexicon."""
    told = "".join(f"# {line}\n" for line in heading.splitlines())
    return told + "".join(f"\n[{name}]\n{written(grove)}" for name, grove in groves.items())
