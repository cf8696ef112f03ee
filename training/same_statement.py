"""Fit what each sign that two statements are one weighs.

Prints the table `WEIGHTS` of `dateline.weaving.same_statement`. The pairs are those of the own
stories: two statements of two reports, at least one of which the gold has a key for. Stories
whose folder ends in "-held" are left out, so that what is fitted here can be measured there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import yaml

from dateline.desk import open_pages, read, weave
from dateline.export.stories import story_object
from dateline.model import Statement
from dateline.weaving.claims import items_of
from dateline.weaving.same_statement import comparable, one_wording, signs
from evaluation.sets import GOLD
from evaluation.story import Case, score_statements
from training.weighing import Example, fit_weights

EXPECTED = {
    "speakers": 1.0, "likeness": 2.0, "shared words": 0.8, "one demand": 1.0, "one day": 0.5,
    "one denies": -0.5, "build": 1.0, "both deny": 0.3, "only quotation": 1.0,
}  # fmt: skip
"""What a reader would say that a sign weighs, before any story is counted."""
TRUST = 2.0
"""How strongly a weight is drawn to what is expected of it (L2)."""
_PAGES = frozenset({".txt", ".html"})


def main() -> None:
    """Fit the weights and print them."""
    folders = sorted((GOLD / "stories").glob("*/gold.yaml"))
    shown = [path.parent for path in folders if not path.parent.name.endswith("-held")]
    examples = [example for folder in shown for example in find_examples(folder)]
    for sign, weight in fit_weights(examples, EXPECTED, TRUST).items():
        print(f'    "{sign}": {weight:.1f},')


def find_examples(folder: Path) -> Iterator[Example]:
    """Yield the signs of each two statements of a story that are weighed, and whether they are one.

    Pairs that are decided without weighing are left out.
    """
    gold = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
    pages = sorted(page for page in folder.iterdir() if page.suffix in _PAGES)
    stories = weave(read(page) for page in open_pages(*pages))
    case = Case(gold, [story_object(story) for story in stories])
    score_statements(case)
    tied = {(row["key"], row["also_key"]) for row in gold["statements"] if row.get("also_key")}
    reports = [report for story in stories for report in story.reports]
    items = [item for report in reports for item in items_of(report, "statement")]
    for one, other in combinations(items, 2):
        keys = case.keys.get(one.key), case.keys.get(other.key)
        first, second = one.record, other.record
        if one.report.id == other.report.id or keys == (None, None):
            continue
        if not isinstance(first, Statement) or not isinstance(second, Statement):
            continue
        if comparable(one, other) and not one_wording(one, other, first, second):
            same = keys[0] == keys[1] or (keys[0], keys[1]) in tied or (keys[1], keys[0]) in tied
            yield dict(signs(one, other, first, second)), same


if __name__ == "__main__":
    main()
