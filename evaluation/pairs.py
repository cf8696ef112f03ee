"""Score the category of a marked pair of parties, and the parties that are found unasked.

Each row is a sentence with a source and a target marked and the PLOVER root of what the one
does to the other; CONCEDE and RETREAT count as YIELD there. `macro_f1` and `accuracy` are of
the root, given the marks: among the words that may name an act, each counts by how likely it
is one whose parties are the marked ones, and an act counts as what the standard calls it, which
knows no status ("will meet" is AGREE); a promise to yield is AGREE too in the draft of PLOVER
that the set follows, as it is in CAMEO (035). `actor` and `recipient` are of the finished pipeline,
given the sentence alone: whether the marked party is one of an act that is found.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dateline.check import events_of
from dateline.desk import knowledge
from dateline.model import Actor, Span, Status
from dateline.text.encoder import open_encoder
from dateline.text.heads import Reading, open_heads
from evaluation.draws import error_of_mean
from evaluation.measure import Measure, Tally

_MARK = re.compile(r"<(/?)([st])>")
_WORD = re.compile(r"\w+")
_MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_DRAFT = {("RETREAT", Status.PLANNED): "AGREE"}
"""What the draft calls otherwise than the standard."""
_PROMISE = re.compile(
    r"(agree|consent|promis|pledg|offer|accept|vow|commit)\w*|willing|ready|prepared|says?|said",
    re.I,
)
"""Words that promise what they concede, and grant nothing yet."""
_NO_MARK = 0.05
"""What a word weighs whose parties are not the marked ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with its marked parties and the root of the act between them."""

    text: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]
    root: str


def score_pairs(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return macro-F1 and accuracy of the root, and how many marked parties are found."""
    rows = list(_rows(folder / "PLV_train.tsv"))
    told = [root_of(row) for row in rows]
    right = [mine == row.root for mine, row in zip(told, rows, strict=True)]
    misses = [
        f"{row.root} as {mine}: {row.text}"
        for mine, row in zip(told, rows, strict=True)
        if mine != row.root
    ]
    tally = Tally()
    for row in rows:
        _score_parties(row, tally)
    measures = [
        Measure(name, "macro_f1", macro_f1([row.root for row in rows], told), len(rows)),
        Measure(name, "accuracy", sum(right) / len(rows), len(rows), error_of_mean(right)),
        *tally.measures(name),
    ]
    return measures, [*misses, *tally.misses]


def macro_f1(gold: list[str], told: list[str]) -> float:
    """Return the mean of F1 over the labels of either side."""
    labels = {*gold, *told}
    hits = Counter(a for a, b in zip(gold, told, strict=True) if a == b)
    total = Counter(gold) + Counter(told)
    return sum(2 * hits[label] / total[label] for label in labels) / len(labels)


def root_of(row: Row) -> str:
    """Return the root that is likeliest for what the source does to the target."""
    weights = knowledge().weights
    assert weights is not None
    found = list(_WORD.finditer(row.text))
    words = [match.start() for match in found]
    (encoded,) = open_encoder(weights).encode([row.text])
    reading = _promising(
        open_heads(weights).read(encoded, words), [bool(_PROMISE.fullmatch(m[0])) for m in found]
    )
    sources = [n for n, at in enumerate(words) if any(s.start <= at < s.end for s in row.sources)]
    targets = [n for n, at in enumerate(words) if any(t.start <= at < t.end for t in row.targets)]
    free = [n for n in range(len(words)) if n not in {*sources, *targets}]
    return _likeliest(reading, free, sources, targets)


def _promising(reading: Reading, promises: list[bool]) -> Reading:
    """Return a reading in which the concessions of words that promise are agreements."""
    category = reading.category.copy()
    agree, concede = (1 + reading.labels.categories.index(code) for code in ("AGREE", "CONCEDE"))
    category[promises, agree] += category[promises, concede]
    category[promises, concede] = 0
    return replace(reading, category=category)


def _likeliest(reading: Reading, free: list[int], sources: list[int], targets: list[int]) -> str:
    """Return the root with most weight over the words that may name the act."""
    actor, recipient = reading.roles[0], reading.roles[1]
    weight = 1 - reading.category[:, 0] + 1e-3
    if sources:
        weight = weight * (actor[:, sources].max(1) + _NO_MARK)
    if targets:
        # Those who meet are both actors.
        taken = np.maximum(recipient[:, targets], 0.7 * actor[:, targets])
        weight = weight * (taken.max(1) + _NO_MARK)
    shares = reading.category[free, 1:] / reading.category[free, 1:].sum(1, keepdims=True)
    likely = np.einsum("w,wc,ws->cs", weight[free], shares, reading.status[free])
    standard = knowledge().codebook.standard
    totals: dict[str, float] = defaultdict(float)
    for code, row in zip(reading.labels.categories, likely, strict=True):
        for status, share in zip(reading.labels.statuses, row, strict=True):
            called = _DRAFT.get((code, status)) or standard.get((code, status), code)
            totals[_MERGED.get(called, called)] += float(share)
    return max(totals, key=lambda root: totals[root])


def _score_parties(row: Row, tally: Tally) -> None:
    """Count whether the marked parties are parties of an act that is found."""
    events = events_of(row.text, knowledge())
    for side, marked in (("actor", row.sources), ("recipient", row.targets)):
        if not marked:
            continue
        found: list[Actor] = []
        for event in events:
            found += event.actors if side == "actor" else (*event.recipients, *event.actors[1:])
        spans = [party.span for party in found if party.span is not None]
        hit = any(s.start < m.end and m.start < s.end for s in spans for m in marked)
        names = [party.name for party in found]
        tally.count(side, hit, f"{[m.of(row.text) for m in marked]} not in {names}: {row.text}")


def _rows(file: Path) -> Iterator[Row]:
    """Yield the rows of the table."""
    with file.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            text, spans = _unmarked(row["marked_sentence"])
            yield Row(text, tuple(spans["s"]), tuple(spans["t"]), row["gold_root"])


def _unmarked(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """Return a sentence without its marks, and where they stood."""
    text, at, opened = "", 0, 0
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            spans[mark[2]].append(Span(opened, len(text)))
        else:
            opened = len(text)
    return text + marked[at:], spans
