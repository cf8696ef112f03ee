"""Fit what each sign that two figures count one thing weighs.

Prints the table `WEIGHTS` of `dateline.weaving.claims.same_figure`. The pairs are those of the own
stories, two figures that the gold names with one key or with two; stories whose folder ends in
"-held" are left out, so that what is fitted here can be measured there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import yaml

from dateline.desk import open_pages, read, weave
from dateline.export.stories import story_object
from dateline.model import Figure
from dateline.weaving.claims.items import Item
from dateline.weaving.claims.ledger import items_of
from dateline.weaving.claims.same_figure import comparable, revalued, signs
from dateline.weaving.claims.whom import equal
from evaluation.sets import GOLD
from evaluation.story import Case, score_figures
from training.weighing import Example, fit_weights

EXPECTED = {
    "one measure": 1.0, "one noun": 0.5, "said alike": 0.5, "few": -0.5, "words beside": 1.0,
    "many words": 0.5, "small, of other nouns": -2.0, "other measures": -1.0,
    "recount: one measure": 2.0, "recount: no measure": 1.0, "recount: one crowd": 1.0,
    "recount: said alike": 0.5, "recount: times the other": -1.0, "recount: one source": 0.5,
    "recount: two sources": 0.5, "recount: others": -1.5, "recount: part of the other": -3.0,
 "recount: troops of two": -3.0, "recount: many words": 0.5,
    "recount: of other times": -5.0,
}  # fmt: skip
"""What a reader would say that a sign weighs, before any story is counted."""
_PAGES = frozenset({".txt", ".html"})


def main() -> None:
    """Fit the weights and print them."""
    folders = sorted((GOLD / "stories").glob("*/gold.yaml"))
    shown = [path.parent for path in folders if not path.parent.name.endswith("-held")]
    examples = [example for folder in shown for example in find_examples(folder)]
    for sign, weight in fit_weights(examples, EXPECTED).items():
        print(f'    "{sign}": {weight:.1f},')


def find_examples(folder: Path) -> Iterator[Example]:
    """Yield the signs of each two figures that a story's gold has keys for, and if they are one."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
    pages = sorted(page for page in folder.iterdir() if page.suffix in _PAGES)
    stories = weave(read(page) for page in open_pages(*pages))
    case = Case(gold, [story_object(story) for story in stories])
    score_figures(case)
    also = {row["key"]: row["also_key"] for row in gold["figures"] if row.get("also_key")}
    reports = [report for story in stories for report in story.reports]
    figures = [figure for report in reports for figure in items_of(report, "figure")]
    keyed = [(item, case.keys[item.key]) for item in figures if item.key in case.keys]
    yield from pair_up(keyed, also)


def pair_up(keyed: Sequence[tuple[Item, str]], also: Mapping[str, str]) -> Iterator[Example]:
    """Yield an example for each two figures; what is decided without weighing is left out."""
    for (one, key), (other, named) in combinations(keyed, 2):
        first, second = one.record, other.record
        if not isinstance(first, Figure) or not isinstance(second, Figure):
            continue
        if not comparable(one, other, first, second) or revalued(one, other, first, second):
            continue
        if one.report.id == other.report.id and not equal(first, second):
            continue
        same = key == named or also.get(key) == named or also.get(named) == key
        yield dict(signs(one, other, first, second)), same


if __name__ == "__main__":
    main()
