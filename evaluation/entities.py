"""Score names against annotated persons, organisations and locations of the Syria-Iraq conflict.

A name counts when its characters and its kind are the annotators'; the small spaCy model that
parses for us is measured beside it, by the same rules, on the same sentences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from dateline.model import Kind, Name, Report, Span
from evaluation.measure import Measure
from evaluation.reading import plain_report, read_upto

Mention = tuple[int, int, str]
"""(first character, one past the last, type)."""

_TYPES = ("Person", "Organisation", "Location")
_LABELS = {"PERSON": "Person", "ORG": "Organisation", "GPE": "Location", "LOC": "Location",
           "FAC": "Location"}  # fmt: skip


def score_entities(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return precision, recall and F1 of spans with their kinds, ours and the parser's."""
    gold: list[set[Mention]] = []
    ours: list[set[Mention]] = []
    parser: list[set[Mention]] = []
    misses: list[str] = []
    for text, wanted in _documents(folder):
        report = read_upto(plain_report(text), "chains")
        gold.append(wanted)
        ours.append(set(_named(report)))
        parser.append(set(_recognised(report)))
        misses += [f"missed {k} {text[a:b]!r}" for a, b, k in sorted(wanted - ours[-1])]
        misses += [f"extra {k} {text[a:b]!r}" for a, b, k in sorted(ours[-1] - wanted)]
    measures = [*_measures(name, None, gold, ours), *_measures(name, "spacy", gold, parser)]
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
    for sentence in report.sentences:
        parse = sentence.parse
        for first, last, label in parse.entities if parse else ():
            if parse and label in _LABELS:
                span = Span(parse.start[first], parse.end[last - 1])
                yield span.start, span.end, _LABELS[label]


def _measures(
    name: str, rival: str | None, gold: list[set[Mention]], found: list[set[Mention]]
) -> list[Measure]:
    """Return F1 pooled, and by type."""
    measures = []
    for kind in (None, *_TYPES):
        wanted = [{m for m in one if kind in (None, m[2])} for one in gold]
        given = [{m for m in one if kind in (None, m[2])} for one in found]
        right = sum(len(a & b) for a, b in zip(wanted, given, strict=True))
        total = sum(map(len, wanted)) + sum(map(len, given))
        label = f"{kind.lower()}_f1" if kind else "f1"
        count = sum(map(len, wanted))
        measures.append(Measure(name, label, 2 * right / max(1, total), count, None, rival))
    return measures
