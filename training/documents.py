"""Learn which units of an HTML page are its report's: from pages whose body is known.

    python -m training.documents extraction-scrapinghub extraction-wcxb-dev150 pages-fundus

reads the folders of those names (MIT, CC BY 4.0, MIT) and writes `lexicons/blocks.toml`;
`--folds` writes `evaluation/folds/units-<0-4>.toml` instead, each learned without the outlets
of that fold. The second look is learned on first likelihoods of pages that the first look had
not learned from.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.clean.elements.main_text import look_again
from dateline.clean.elements.markup_features import Described, describe_markup
from dateline.clean.grove import Grove
from dateline.clean.units import Unit, cut_units
from training.groves import Binned, Growth, binned, grow, written
from training.pages import FOLDER, FOLDS, Truth, fold_of, known_pages

LEXICON = Path(__file__).parents[1] / "src" / "dateline" / "lexicons" / "blocks.toml"
Numbers = NDArray[np.float64]

_OLDEST_SHARE = 0.5
"""Of a body that stands on its page: less, and the truth belongs to another version of it."""
_PARSED_COUNTS = 0.4
"""What a page counts whose body is a parser's and not a person's."""
_GROVES = 4
"""Groves of other dice whose mean is taken: what one learned of chance, the other didn't."""
_EASY = 0.2
"""The share of short units outside the body that is learned from, each counting for more."""


@dataclass(frozen=True, slots=True)
class Known:
    """A page's units, which of them are its body, and how much each counts."""

    units: tuple[Unit, ...]
    described: Described
    body: Numbers
    weights: Numbers
    fold: int


def known_units(folders: Iterable[Path]) -> list[Known]:
    """Return the pages of these folders, described and judged."""
    found = []
    for folder in folders:
        parsed = not any(folder.glob("ground-truth*"))
        for page, text in known_pages(folder):
            units, truth = cut_units(page), Truth(text)
            body = np.array([truth.holds(unit.text) for unit in units], float)
            words = np.array([len(unit.words) for unit in units], float)
            told = float(words @ body)
            if not units or parsed and told < _OLDEST_SHARE * len(text.split()):
                continue
            described = describe_markup(page, units)
            weights = (np.minimum(words, 100.0) + 1.5) / (told + 60.0) ** 0.5
            weights *= (_PARSED_COUNTS if parsed else 1.0) * (described.features["apart"] == 0)
            found.append(Known(units, described, body, weights, fold_of(page)))
    return found


@dataclass(frozen=True, slots=True)
class Lesson:
    """The rows of all pages as one table."""

    rows: Binned
    body: Numbers
    weights: Numbers
    folds: NDArray[np.int64]

    def learned(self, growth: Growth, *without: int) -> Grove:
        """Return what the pages outside these folds teach."""
        rest = ~np.isin(self.folds, without)
        rows, body, weights = self.rows.only(rest), self.body[rest], self.weights[rest]
        seeds = (growth.seed + 100 * number for number in range(_GROVES))
        return mean_of([grow(rows, body, weights, replace(growth, seed=s)) for s in seeds])


def mean_of(groves: list[Grove]) -> Grove:
    """Return the grove whose logits are the mean of these."""
    return Grove(
        groves[0].names,
        np.concatenate([grove.asked for grove in groves]),
        np.concatenate([grove.edges for grove in groves]),
        np.concatenate([grove.leaves for grove in groves]) / len(groves),
        sum(grove.bias for grove in groves) / len(groves),
    )


def lesson(known: list[Known], columns: list[dict[str, Numbers]]) -> Lesson:
    """Return the table of these features of the pages' units."""
    names = sorted(columns[0])
    random = np.random.default_rng(0)
    kept, weights = [], []
    for page in known:
        words = page.described.features["words"]
        easy = (words <= 4) & (page.body == 0)
        kept.append(((random.random(len(words)) < _EASY) | ~easy) & (page.weights > 0))
        weights.append(np.where(easy, page.weights / _EASY, page.weights))
    chosen = np.concatenate(kept)
    counted = np.concatenate(weights)[chosen]
    table = np.concatenate(
        [
            np.stack([column[name] for name in names], axis=1)[keep]
            for column, keep in zip(columns, kept, strict=True)
        ]
    )
    body = np.concatenate([page.body for page in known])[chosen]
    folds = np.concatenate([np.full(len(page.body), page.fold) for page in known])[chosen]
    return Lesson(binned(names, table), body, counted / counted.mean(), folds)


def second_look(known: list[Known], first: list[Numbers]) -> list[dict[str, Numbers]]:
    """Return all features of each page's units, given their first likelihoods."""
    return [
        page.described.features | look_again(page.units, page.described, likely)
        for page, likely in zip(known, first, strict=True)
    ]


class School:
    """Learns both looks, from all pages or without some; what two ask for is learned once."""

    def __init__(self, known: list[Known], growth: Growth) -> None:
        self._known, self._growth = known, growth
        self._first = lesson(known, [page.described.features for page in known])
        self._learned: dict[frozenset[int], Grove] = {}

    def first(self, *without: int) -> Grove:
        """Return the first look, learned from the pages outside these folds."""
        asked = frozenset(without)
        if asked not in self._learned:
            self._learned[asked] = self._first.learned(self._growth, *without)
        return self._learned[asked]

    def both(self, *without: int) -> dict[str, Grove]:
        """Return both looks, learned from the pages outside these folds."""
        pages = [page for page in self._known if page.fold not in without]
        first = [self.first(page.fold, *without).likely(page.described.features) for page in pages]
        again = lesson(pages, second_look(pages, first))
        second = again.learned(replace(self._growth, seed=self._growth.seed + 1))
        return {"first": self.first(*without), "second": second}


_HEADING = """What the numbers that describe a unit of an HTML page say for or against its being
the report's own: trees of five questions, learned by training/documents.py from
extraction-scrapinghub (MIT), WCXB (CC BY 4.0) and pages-fundus (MIT); not edited by hand.
`features` and `edges` are a tree's questions, `leaves` what its 32 answers weigh, in logits."""


def text_of(groves: dict[str, Grove]) -> str:
    """Return the groves as a lexicon."""
    heading = "".join(f"# {line}\n" for line in _HEADING.splitlines())
    return heading + "".join(f"\n[{name}]\n{written(grove)}" for name, grove in groves.items())


def main() -> None:
    """Learn from the folders that are named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--folds", action="store_true")
    options = asked.parse_args()
    known = known_units(options.folders)
    school = School(known, Growth(trees=80, rate=0.13))
    if not options.folds:
        LEXICON.write_text(text_of(school.both()), "utf-8")
        print(f"{LEXICON}: {sum(len(page.units) for page in known)} units")
        return
    for fold in range(FOLDS):
        path = FOLDER / f"units-{fold}.toml"
        path.write_text(text_of(school.both(fold)), "utf-8")
        print(f"{path}: without {sum(page.fold == fold for page in known)} pages")


if __name__ == "__main__":
    main()
