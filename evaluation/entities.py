"""Score names against annotated persons, organisations and locations of the Syria-Iraq conflict.

The annotators marked whole noun phrases ("the State Department", "Foreign Minister Omid Karimi");
dateline and the parser mark names. So each name is widened to the left, over its article, titles
and modifiers, ours and the parser's by the same rule on the same parse; then it counts when its
characters and its kind are the annotators'. `bare_…` are the same figures without the widening.
The small spaCy model that parses for us is measured beside ours, on the same sentences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Kind, Name, Report, Span
from dateline.text.tree import Tree
from evaluation.measure import Measure
from evaluation.reading import plain_report, read_upto, recognised

Mention = tuple[int, int, str]
"""(first character, one past the last, type)."""

_TYPES = ("Person", "Organisation", "Location")
_LABELS = {"PERSON": "Person", "ORG": "Organisation", "GPE": "Location", "LOC": "Location",
           "FAC": "Location"}  # fmt: skip
_BEFORE = frozenset(
    {"det", "predet", "poss", "case", "amod", "compound", "nmod", "nummod", "punct"}
)
"""Relations of words that stand in a noun phrase before its last word."""


def score_entities(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return precision, recall and F1 of spans with their kinds, ours and the parser's."""
    gold: list[set[Mention]] = []
    ours: dict[str, list[set[Mention]]] = {"": [], "bare_": []}
    parser: dict[str, list[set[Mention]]] = {"": [], "bare_": []}
    misses: list[str] = []
    for text, wanted in _documents(folder):
        report = read_upto(plain_report(text), "chains")
        gold.append(wanted)
        for found, mentions in ((ours, set(_named(report))), (parser, set(_recognised(report)))):
            found["bare_"].append(mentions)
            found[""].append(_widened(report, mentions))
        whole = ours[""][-1]
        misses += [f"missed {k} {text[a:b]!r}" for a, b, k in sorted(wanted - whole)]
        misses += [f"extra {k} {text[a:b]!r}" for a, b, k in sorted(whole - wanted)]
    measures = []
    for rival, found in ((None, ours), ("spacy", parser)):
        for prefix, marked in found.items():
            measures += _measures(Measured(name, prefix, rival), gold, marked)
    return measures, misses


def _documents(folder: Path) -> Iterator[tuple[str, set[Mention]]]:
    """Yield each text with its sure annotations of the three types."""
    for file in sorted(folder.glob("*/documents.json")):
        marks = [json.loads(line) for line in _lines(file.with_name("entities.json"))]
        for line in _lines(file):
            document = json.loads(line)
            yield (
                document["text"],
                {
                    (mark["begin"], mark["end"], mark["type"])
                    for mark in marks
                    if mark["documentId"] == document["_id"]
                    and mark["confidence"] == 1
                    and mark["type"] in _TYPES
                },
            )


def _lines(file: Path) -> list[str]:
    """Return the lines that hold something."""
    return [line for line in file.read_text("utf-8").splitlines() if line.strip()]


def _named(report: Report) -> Iterator[Mention]:
    """Yield our names."""
    for name in report.names:
        if kind := _kind(name):
            yield name.span.start, name.span.end, kind


def _kind(name: Name) -> str | None:
    """Return a name's type; a demonym is none of the three."""
    if name.kind is Kind.PERSON:
        return "Person"
    if name.kind in (Kind.ORGANISATION, Kind.GROUP):
        return "Organisation"
    if name.kind is Kind.COUNTRY and name.by != "names/name":
        return None
    return "Organisation" if name.as_government else "Location"


def _recognised(report: Report) -> Iterator[Mention]:
    """Yield the parser's own entities."""
    for span, label in recognised(report):
        if label in _LABELS:
            yield span.start, span.end, _LABELS[label]


def _widened(report: Report, mentions: set[Mention]) -> set[Mention]:
    """Return the mentions with the words before them in their noun phrase."""
    trees = [Tree(s, report.text) for s in report.sentences if s.parse is not None]
    found = set(mentions)
    for tree in trees:
        sentence = tree.sentence.span
        for start, end, kind in mentions:
            if sentence.start <= start and end <= sentence.end:
                found.remove((start, end, kind))
                found.add((_opening(tree, Span(start, end)), end, kind))
    return found


def _opening(tree: Tree, span: Span) -> int:
    """Return where the noun phrase begins that a name ends: at "the" of "the State Department"."""
    inside = set(tree.inside(span))
    if not inside:
        return span.start
    first = opening = min(inside)
    while first and tree.head(first - 1) in inside and tree.relation(first - 1) in _BEFORE:
        first -= 1
        inside.add(first)
        opening = opening if tree.relation(first) == "punct" else first
    return min(span.start, tree.parse.start[opening])


@dataclass(frozen=True, slots=True)
class Measured:
    """Whose names are measured, and in which way."""

    set: str
    prefix: str
    rival: str | None


def _measures(what: Measured, gold: list[set[Mention]], found: list[set[Mention]]) -> list[Measure]:
    """Return F1 pooled, and by type."""
    measures = []
    for kind in (None, *_TYPES):
        wanted = [{m for m in one if kind in (None, m[2])} for one in gold]
        given = [{m for m in one if kind in (None, m[2])} for one in found]
        right = sum(len(a & b) for a, b in zip(wanted, given, strict=True))
        total = sum(map(len, wanted)) + sum(map(len, given))
        label = f"{what.prefix}{kind.lower()}_f1" if kind else f"{what.prefix}f1"
        count = sum(map(len, wanted))
        value = 2 * right / max(1, total)
        measures.append(Measure(what.set, label, value, count, None, what.rival))
    return measures
