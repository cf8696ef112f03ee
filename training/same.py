"""Fit what each sign that two records are one weighs: `python -m training.same event`.

Prints the table `WEIGHTS` of `dateline.weaving.claims.same_event`, `…same_statement` or
`…same_figure`. The pairs are those of the own stories, two records of two reports that the gold
names with one key or with two (figures of one report as well); stories whose folder ends in
"-held" are left out, so that what is fitted here can be measured there.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from dateline.desk import open_pages, read, weave
from dateline.export.stories import story_object
from dateline.model import Report
from dateline.weaving.claims import same_event, same_figure, same_statement
from dateline.weaving.claims.counted_twice import revalued
from dateline.weaving.claims.items import Item
from dateline.weaving.claims.ledger import acts_of, items_of
from dateline.weaving.claims.whom import equal
from evaluation.sets import GOLD
from evaluation.story import Case, score_events, score_figures, score_statements
from training.weighing import Example, fit_weights

# What a reader would say that each sign weighs, before any story is counted.
EXPECTED_OF_EVENTS = {
    "doers": 1.0, "one person": 0.5, "one person's rare act": 1.0, "other doers": -1.5,
    "other speakers": -2.0, "both sides": -2.0, "other recipients": -1.0, "hearers": 0.3,
    "named together": 1.2, "one day": 1.0, "one place": 1.0, "other places": -1.5,
    "one speech": 1.0, "both denied": 0.5, "other weapons": -2.0, "not yet": -1.0,
    "one mode": 0.5, "other modes": -0.5, "meaning": 6.0, "other codes": -2.0, "other days": -2.5,
    "elsewhere": -2.5, "upon others": -2.0, "by others": -2.5,
    "only one denies": -1.5,
}  # fmt: skip
EXPECTED_OF_STATEMENTS = {
    "one speaker": 0.5, "other speakers": -1.0, "joint": -2.0,
    "same words": 2.0, "wording": 4.0, "demands": 1.5, "numbers": 1.5, "build": 1.5,
    "both deny": 0.5, "translated": 0.5, "one day": 0.5, "other days": -1.5, "meaning": 6.0,
}  # fmt: skip
EXPECTED_OF_FIGURES = {
    "one measure": 1.0, "one noun": 0.5, "said alike": 0.5, "few": -0.5, "words beside": 1.0,
    "many words": 0.5, "small, of other nouns": -2.0, "other measures": -1.0, "meaning": 3.0,
    "recount: one measure": 2.0, "recount: no measure": 1.0, "recount: one crowd": 1.0,
    "recount: said alike": 0.5, "recount: times the other": -1.0, "recount: one source": 0.5,
    "recount: two sources": 0.5, "recount: others": -1.5, "recount: part of the other": -3.0,
    "recount: troops of two": -3.0, "recount: many words": 0.5, "recount: meaning": 3.0,
    "recount: of other times": -5.0, "recount: as a toll": 1.0,
    "recount: measured apart": -2.5, "recount: of somebody": -2.0, "recount: no toll": -2.0,
    "recount: few things": -2.0, "recount: some of them": -2.5, "recount: far apart": -3.0,
    "freed or held": -5.0, "recount: freed or held": -3.0,
    "recount: only one aside": -1.5, "recount: only one armed": -2.0,
}  # fmt: skip
_PAGES = frozenset({".txt", ".html"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record, and how two of it are compared."""

    field: str
    score: Callable[[Case], None]
    items: Callable[[list[Report]], Iterator[Item]]
    comparable: Callable[..., bool]
    decided: Callable[..., bool]
    """Whether two are one, or two, without weighing."""
    signs: Callable[..., Iterator[tuple[str, float]]]
    expected: dict[str, float]


def _acts(reports: list[Report]) -> Iterator[Item]:
    return (act for own in acts_of(reports) for act in own)


def _records(kind: str, reports: list[Report]) -> Iterator[Item]:
    return (item for report in reports for item in items_of(report, kind))


def _is_revalued(one: Item, other: Item, first: Any, second: Any) -> bool:
    of_one_report = one.report.id == other.report.id and not equal(first, second)
    return of_one_report or revalued(one, other, first, second)


KINDS = {
    "event": Kind(
        "events", score_events, _acts, same_event.comparable, same_event.word_for_word,
        same_event.signs, EXPECTED_OF_EVENTS,
    ),
    "statement": Kind(
        "statements", score_statements, partial(_records, "statement"),
        same_statement.comparable, same_statement.is_repeated, same_statement.signs,
        EXPECTED_OF_STATEMENTS,
    ),
    "figure": Kind(
        "figures", score_figures, partial(_records, "figure"), same_figure.comparable,
        _is_revalued, same_figure.signs, EXPECTED_OF_FIGURES,
    ),
}  # fmt: skip


def main() -> None:
    """Fit the weights of a kind and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    kind = parser.parse_args().kind
    folders = sorted((GOLD / "stories").glob("*/gold.yaml"))
    shown = [path.parent for path in folders if not path.parent.name.endswith("-held")]
    with ProcessPoolExecutor() as several:
        found = list(several.map(partial(find_examples, kind), shown))
    weights = fit_weights([one for examples in found for one in examples], KINDS[kind].expected)
    for sign, weight in weights.items():
        print(f'    "{sign}": {weight:.1f},')


def find_examples(kind: str, folder: Path) -> list[Example]:
    """Return the signs of each two records that a story's gold has keys for, and if they are one.

    Pairs that are decided without weighing are left out.
    """
    given, gold = KINDS[kind], yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
    pages = sorted(page for page in folder.iterdir() if page.suffix in _PAGES)
    stories = weave(read(page) for page in open_pages(*pages))
    case = Case(gold, [story_object(story) for story in stories])
    given.score(case)
    also = {row["key"]: row["also_key"] for row in gold[given.field] if row.get("also_key")}
    reports = [report for story in stories for report in story.reports]
    keyed = [(i, case.keys[i.key]) for i in given.items(reports) if i.key in case.keys]
    return [
        (
            dict(given.signs(one, other, one.record, other.record)),
            key == named or also.get(key) == named or also.get(named) == key,
        )
        for (one, key), (other, named) in combinations(keyed, 2)
        if one.report.id != other.report.id or kind == "figure"
        if not given.decided(one, other, one.record, other.record)
        and given.comparable(one, other, one.record, other.record)
    ]


if __name__ == "__main__":
    main()
