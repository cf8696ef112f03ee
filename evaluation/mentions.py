"""Score the kinds of names on the gold of all mentions: "Assad" a person, "Idlib" a place.

A mention counts when a name of the right kind stands on its characters; `exact` asks for the
same characters, `precision` how many of the names found are mentions at all. The parser's own
entities are measured beside ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import dateline
from dateline.model import Block, Kind, Label, Page, Report, Span
from evaluation.measure import Measure, Tally
from evaluation.reading import meet, recognised

GOLD = Path(__file__).parent / "gold" / "names"
_KINDS = {
    Kind.PERSON: "person",
    Kind.ORGANISATION: "body",
    Kind.GROUP: "body",
    Kind.COUNTRY: "country",
    Kind.PLACE: "place",
}
_LABELS = {"PERSON": "person", "ORG": "body", "NORP": "country", "GPE": "country|place",
           "LOC": "place", "FAC": "place"}  # fmt: skip
"""The parser's labels; it does not tell a country from a city."""
_ASIDE = frozenset({Label.CREDIT, Label.BYLINE, Label.PHOTO_CREDIT})


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text and what it is the name of: one kind, or several that are right."""

    span: Span
    kinds: frozenset[str]
    words: str

    def __str__(self) -> str:
        """Return what a list of misses prints."""
        return f"{self.words!r} {'|'.join(sorted(self.kinds))} at {self.span.start}"


def score_seeds_names(name: str, seeds: Path) -> tuple[list[Measure], list[str]]:
    """Return the shares of the seeds' mentions that are found with their kind."""
    files = [(gold, seeds / f"{gold.stem}.txt") for gold in _gold() if "--" not in gold.stem]
    return _score(name, files)


def score_names(name: str, stories: Path) -> tuple[list[Measure], list[str]]:
    """Return the same of own stories, those apart (`held_…`) whose gold no rule was made by."""
    groups: dict[str, list[tuple[Path, Path]]] = {"": [], "held_": []}
    for gold in _gold():
        story, _, report = gold.stem.partition("--")
        if report:
            group = "held_" if story.endswith("-held") else ""
            groups[group].append((gold, stories / story / f"{report}.txt"))
    scores = [_score(name, files, group) for group, files in groups.items()]
    # What is missed of the held ones is nobody's to read.
    return [measure for measures, _ in scores for measure in measures], scores[0][1]


def _gold() -> list[Path]:
    """Return the files of gold."""
    return sorted(GOLD.glob("*.tsv"))


def _score(
    name: str, files: list[tuple[Path, Path]], prefix: str = ""
) -> tuple[list[Measure], list[str]]:
    """Return ours and the parser's measures on these pages with their gold."""
    ours, theirs = Tally(), Tally()
    for gold, path in files:
        report = dateline.read(_page(path))
        marked = _marked(gold)
        _count(ours, marked, list(_found(report)), prefix)
        _count(theirs, marked, list(_recognised(report)), prefix)
    return ours.measures(name) + theirs.measures(name, rival="spacy"), ours.misses


def _page(path: Path) -> Page:
    """Return a page of gold."""
    return next(iter(dateline.open_pages(path)))


def _marked(gold: Path) -> list[Mention]:
    """Return the mentions of a file: start, kinds and words on a line."""
    found = []
    for line in gold.read_text("utf-8").splitlines():
        start, kinds, words = line.split("\t")
        span = Span(int(start), int(start) + len(words))
        found.append(Mention(span, frozenset(kinds.split("|")), words))
    return found


def _found(report: Report) -> Iterator[Mention]:
    """Yield our names."""
    aside = [block for block in report.blocks if block.label in _ASIDE]
    for name in report.names:
        if not _within(name.span, aside):
            yield Mention(name.span, frozenset({_KINDS[name.kind]}), name.span.of(report.text))


def _recognised(report: Report) -> Iterator[Mention]:
    """Yield the parser's entities of these kinds."""
    for span, label in recognised(report):
        if label in _LABELS:
            yield Mention(span, frozenset(_LABELS[label].split("|")), span.of(report.text))


def _within(span: Span, blocks: list[Block]) -> bool:
    """Whether a span stands in one of the blocks."""
    return any(meet(span, block.span) for block in blocks)


def _count(tally: Tally, marked: list[Mention], found: list[Mention], prefix: str) -> None:
    """Count each mention, and each name that is found."""
    for mention in marked:
        near = [one for one in found if meet(one.span, mention.span)]
        right = [one for one in near if one.kinds & mention.kinds]
        told = f"{mention}: found {', '.join(map(str, near)) or 'nothing'}"
        tally.count(f"{prefix}kind_right", right, told)
        tally.count(f"{prefix}exact", any(one.span == mention.span for one in right), told)
    for one in found:
        met = any(meet(one.span, mention.span) for mention in marked)
        tally.count(f"{prefix}precision", met, f"{one} is no mention")
