"""Score how many a military release says were killed and captured in the operation it reports.

The annotators count low: "several" and "multiple" are 3, "numerous" is 4, "more than 10" is
what is told for sure. A release tells its operation more than once, so that a count of as many
again is the same count; "an additional insurgent" adds to what was told before. What happened
elsewhere and earlier ("the commander is linked to an attack that killed four soldiers") is not
counted: a clause that describes somebody tells of no deed of the operation.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from dateline.desk import knowledge
from dateline.model import Figure, Report, Sentence, Span, Status
from dateline.text.tree import Tree
from evaluation.individuals import find_individuals
from evaluation.measure import Measure, Tally
from evaluation.reading import plain_report, read_upto

FIELDS = {"min_killed": "killed", "min_captured": "arrested"}
_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
_NAMED, _KNOWN = "", "the"
# Words under which a release tells of the same people again.
_ANYBODY = frozenset(
    "insurgent militant fighter individual man suspect associate aide accomplice companion other"
    " person people attacker enemy terrorist guard detainee combatant rebel gunman criminal one"
    " member".split()
)


def score_casualties(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the share of releases whose number of killed and of captured is the annotators'."""
    tally = Tally()
    for line in (folder / "isaf_test_half.jsonl").read_text("utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        report = read_upto(plain_report(row["text"]), "figures")
        for field, measure in FIELDS.items():
            count = count_of(report, measure)
            wanted = row["gold"][field]
            miss = f"{count} for {wanted} in {row['text']!r}"
            tally.count(f"{measure}_exact", count == wanted, miss)
    return tally.measures(name, by_page=True), tally.misses


def count_of(report: Report, measure: str) -> int:
    """Return how many of a measure a release tells of, nobody twice.

    Whoever is named or known is one of those that are told of by their part, as "a leader".
    """
    most: Counter[str] = Counter()
    for sentence in report.sentences:
        told = _told(report, sentence, measure)
        if most:
            del told[_KNOWN]  # "the leader": one of those who are counted already
        most |= told
    named = max(most.pop(_NAMED, 0), most.pop(_KNOWN, 0))
    anybody = most.pop("anybody", 0)
    return anybody + max(named, most.total())


def _told(report: Report, sentence: Sentence, measure: str) -> Counter[str]:
    """Return how many a sentence tells of, by who they are."""
    told: Counter[str] = Counter()
    for figure in report.figures:
        if not _counts(figure, measure) or not _holds(sentence.span, figure.span):
            continue
        if not _is_part(report.text[sentence.span.start : figure.span.start]):
            words = figure.span.of(report.text).casefold()
            told[_kind(figure.head or "one")] += low_of(figure) + words.startswith("more than")
    names = [name.span for name in report.names if name.kind == "person"]
    inside = [name for name in names if _holds(sentence.span, name)]
    tree = Tree(sentence, report.text)
    for one in find_individuals(tree, inside, lexicon=knowledge().lexicon):
        kind = one.head if one.head in {_NAMED, "member"} else _kind(one.head)
        if one.measure == measure:
            told[_KNOWN if one.is_known else kind] += one.count
    return told


def _is_part(before: str) -> bool:
    """Whether the words before a count make it one of a count before: "12, including [3]"."""
    return before.rstrip().casefold().endswith(("including", "among them"))


def _kind(head: str) -> str:
    """Return who a noun speaks of: "Insurgents" is anybody, "facilitators" a facilitator."""
    word = head.casefold()
    single = word if word in _ANYBODY else word.removesuffix("s").replace("men", "man")
    return "anybody" if single in _ANYBODY else single


def _holds(outer: Span, inner: Span) -> bool:
    """Whether a stretch begins inside another."""
    return outer.start <= inner.start < outer.end


def _counts(figure: Figure, measure: str) -> bool:
    """Whether a figure tells of the measure as done."""
    return figure.measure == measure and figure.status in _TOLD


def low_of(figure: Figure) -> int:
    """Return the least that a count can be."""
    return int(figure.low if figure.low is not None else figure.high or 0)
