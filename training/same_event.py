"""Fit what each sign that two events are one act weighs.

Prints the table `WEIGHTS` of `dateline.weaving.claims.same_event`. The pairs are those of the own
stories, two acts of two reports that the gold names with one key or with two; stories whose
folder ends in "-held" are left out, so that what is fitted here can be measured there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import yaml

from dateline.desk import open_pages, read, weave
from dateline.export.stories import story_object
from dateline.model import Event
from dateline.weaving.claims.ledger import acts_of
from dateline.weaving.claims.same_event import comparable, signs, word_for_word
from evaluation.sets import GOLD
from evaluation.story import Case, score_events
from training.weighing import Example, fit_weights

EXPECTED = {
    "doers": 1.0, "one person": 0.5, "one person's rare act": 1.0, "other doers": -1.5,
    "other speakers": -2.0, "both sides": -2.0, "other recipients": -1.0, "hearers": 0.3,
    "named together": 1.2, "one day": 1.0, "one place": 1.0, "other places": -1.5,
    "one speech": 1.0, "both denied": 0.5, "other weapons": -2.0, "not yet": -1.0,
    "one mode": 0.5, "other modes": -0.5,
    "meaning": 3.0,
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
    """Yield the signs of each two acts that a story's gold has keys for, and whether they are one.

    Pairs that are decided without weighing are left out.
    """
    gold = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
    pages = sorted(page for page in folder.iterdir() if page.suffix in _PAGES)
    stories = weave(read(page) for page in open_pages(*pages))
    case = Case(gold, [story_object(story) for story in stories])
    score_events(case)
    also = {row["key"]: row["also_key"] for row in gold["events"] if row.get("also_key")}
    acts = acts_of([report for story in stories for report in story.reports])
    keyed = [(act, case.keys[act.key]) for own in acts for act in own if act.key in case.keys]
    for (one, key), (other, named) in combinations(keyed, 2):
        first, second = one.record, other.record
        if one.report.id == other.report.id or not isinstance(first, Event):
            continue
        if not isinstance(second, Event) or word_for_word(one, other, first, second):
            continue
        if comparable(one, other, first, second):
            same = key == named or also.get(key) == named or also.get(named) == key
            yield dict(signs(one, other, first, second)), same


if __name__ == "__main__":
    main()
