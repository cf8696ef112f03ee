"""Learn what a line of a dump weighs: from pages whose body is known, rendered as text.

    python -m training.lines extraction-scrapinghub extraction-wcxb-dev150 pages-fundus --folds

reads the folders of those names (page-by-page truth of article bodies: MIT, CC BY 4.0, MIT),
renders each page to text, and writes `src/dateline/lexicons/lines.toml`. `--folds` first writes
`evaluation/folds/lines-<n>.toml`: what is learned without the outlets of a fold. The
second look is learned from first looks of pages that the first did not learn from either. The
same folders give the same files.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from dateline.clean.around import surround
from dateline.clean.lines.features import Column, Columns, Described, describe
from dateline.clean.lines.second import look_again
from dateline.clean.units import cut_units
from dateline.clean.weights import read_forest
from dateline.sources.page import page_of_text
from training.pages import FOLDER, FOLDS, Truth, fold_of, known_pages, rendered

LEXICON = Path(__file__).parents[1] / "src" / "dateline" / "lexicons" / "lines.toml"
_OLDEST_SHARE = 0.3
"""Of a body that stands on its page: less, and the truth belongs to another version of it."""
_BARE = 4
"""Of so many pages the body of one is a dump of its own."""
_FAR = 30
"""Lines; of furniture further from the body every second line is learned from, doubly."""
_CONSTANT = frozenset({"told", "core_size", "mass", "title_score"})
"""Features that are one number a page: with few pages they would tell which page it is."""
_SHARED = {
    "objective": "binary",
    "learning_rate": 0.1,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.5,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 31,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
_FIRST = {"num_leaves": 12, "max_depth": 5, "min_data_in_leaf": 100, "num_iterations": 90}
_AGAIN = {"num_leaves": 6, "max_depth": 4, "min_data_in_leaf": 100, "num_iterations": 90}

Table = dict[str, list[str]]


@dataclass(slots=True)
class Known:
    """A dump of which each line is known to be body or not."""

    fold: int
    page: Described
    columns: Columns
    body: NDArray[np.bool_]

    def counts(self) -> Column:
        """Return how much each line counts: longer ones more, those of long pages less."""
        sizes = np.sqrt(np.minimum(self.page.columns["words"], 80.0)) + 0.7
        place = np.arange(len(self.body))
        held = np.flatnonzero(self.body)
        far = (place < held[0] - _FAR) | (place > held[-1] + _FAR)
        times = np.where(far, 2.0 * (place % 2), 1.0)
        return np.asarray(times * sizes * 3.2 / np.sqrt(sizes.sum()))


def known_dumps(folder: Path) -> Iterator[Known]:
    """Yield a rendering of each page, each way in turn, and some bodies alone.

    Other tools hand over a body without its page; a text without furniture is all body.
    """
    for number, (page, body) in enumerate(known_pages(folder)):
        truth = Truth(body)
        dumps = list(rendered(page))
        found = _known(dumps[number % len(dumps)].text, truth, fold_of(page))
        held = [line for line in dumps[0].text.splitlines() if truth.holds(line)]
        if len(held) < _OLDEST_SHARE * len(truth.lines) or not found.body.any():
            continue
        yield found
        if number % _BARE == 0 and len(held) > 2:
            yield _known("\n\n".join(held), truth, fold_of(page))


def _known(text: str, truth: Truth, fold: int) -> Known:
    """Return what is known of one dump."""
    units = cut_units(page_of_text(text, path="dump.txt"))
    page = describe(units)
    body = np.array([truth.holds(unit.text) for unit in units])
    return Known(fold, page, surround(page.columns), body)


# --------------------------------------------------------------------------------- learning


class Looks:
    """The first looks that were learned, by the folds that they were learned without."""

    def __init__(self, dumps: Sequence[Known]) -> None:
        self._dumps = dumps
        self._tables: dict[frozenset[int], Table] = {}

    def first(self, without: Collection[int]) -> Table:
        """Return the first look that is learned without some folds."""
        left_out = frozenset(without)
        if left_out not in self._tables:
            rows = [(d.columns, d) for d in self._dumps if d.fold not in left_out]
            self._tables[left_out] = learned(rows, _FIRST)
            print("first look without", sorted(left_out), flush=True)
        return self._tables[left_out]

    def again(self, without: Collection[int]) -> Table:
        """Return the second look, learned from first looks at pages that are new to them."""
        rows = []
        for dump in self._dumps:
            if dump.fold not in without:
                forest = read_forest(self.first({*without, dump.fold}))
                likely = forest.likelihoods(dump.columns)
                rows.append((look_again(dump.page, dump.columns, likely), dump))
        return learned(rows, _AGAIN)


def learned(rows: Sequence[tuple[Columns, Known]], shape: dict[str, Any]) -> Table:
    """Return the trees that tell body from furniture by these features."""
    names = sorted(set(rows[0][0]) - _CONSTANT)
    counts = np.concatenate([dump.counts() for _, dump in rows])
    used = counts > 0
    body = np.concatenate([dump.body for _, dump in rows]).astype(np.float32)
    features = np.column_stack(
        [np.concatenate([columns[name] for columns, _ in rows])[used] for name in names]
    ).astype(np.float32)
    held = lightgbm.Dataset(features, body[used], weight=counts[used], feature_name=names)
    model = lightgbm.train({**_SHARED, **shape}, held)
    trees = [tree["tree_structure"] for tree in model.dump_model()["tree_info"]]
    asked = sorted({node["split_feature"] for tree in trees for node in _splits(tree)})
    numbers = {feature: number for number, feature in enumerate(asked)}
    return {
        "features": [names[feature] for feature in asked],
        "trees": [_written_tree(tree, numbers) for tree in trees],
    }


def _splits(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the nodes of a tree that ask for a feature."""
    if "split_feature" in node:
        yield node
        for side in ("left_child", "right_child"):
            yield from _splits(node[side])


def _written_tree(node: dict[str, Any], numbers: dict[int, int]) -> str:
    """Return a tree as text: what is asked, the tree for values up to the limit, the other."""
    if "split_feature" not in node:
        return f"{node['leaf_value']:.4g}"
    asked = f"{numbers[node['split_feature']]}<{node['threshold']:.6g}"
    sides = (_written_tree(node[side], numbers) for side in ("left_child", "right_child"))
    return " ".join([asked, *sides])


def written(tables: dict[str, Table]) -> str:
    """Return the weights as a lexicon."""
    text = [f"# {line}\n" for line in _HEADING.splitlines()]
    for name, table in tables.items():
        text.append(f"\n[{name}]\n")
        for key, listed in table.items():
            lines = "".join(f'  "{entry}",\n' for entry in listed)
            text.append(f"{key} = [\n{lines}]\n")
    return "".join(text)


_HEADING = """What the features of a line say for (above 0) or against its being the report's own.
Written by training/lines.py from extraction-scrapinghub (MIT), WCXB (CC BY 4.0) and
pages-fundus (MIT); not edited by hand. A tree is read from left to right: "3<14.5" asks whether
feature 3 is at most 14.5, then follow the tree for yes and the tree for no; a bare number is
what the tree says, in logits. `first` looks at each line, `again` knows what the first said."""


def main() -> None:
    """Learn from the folders that are named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--folds", action="store_true")
    options = asked.parse_args()
    dumps = [dump for folder in options.folders for dump in known_dumps(folder)]
    print(f"{len(dumps)} dumps, {sum(len(dump.body) for dump in dumps)} lines", flush=True)
    looks = Looks(dumps)
    for without in [*({fold} for fold in range(FOLDS) if options.folds), set[int]()]:
        tables = {"first": looks.first(without), "again": looks.again(without)}
        fold = "".join(map(str, without))
        path = FOLDER / f"lines-{fold}.toml" if without else LEXICON
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(tables), "utf-8")
        print(path.name, flush=True)


if __name__ == "__main__":
    main()
