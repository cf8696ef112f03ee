"""Score what is found of the article in a page's text, furniture and all.

No public set is of such dumps, so they are derived: a saved page whose body is known is
rendered to text, one line a block, with bullets and numbers, and wrapped at 80 columns, and
the body stays the same. `f1` pools these three; `f1_tight` is of wrapped text that has lost its
blank lines. Each page is judged by weights that were learned without its outlet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.sources.page import page_of_text
from evaluation.article import Figures, word_f1, word_measure
from evaluation.bodies import OWN, Scored, body_of, page_of, weights_without
from evaluation.measure import Measure
from evaluation.rivals import dump_rivals
from evaluation.saved import Saved, saved_pages
from evaluation.workers import spread
from training.pages import fold_of, rendered

SOURCES = ("extraction-scrapinghub", "extraction-wcxb-dev150")
POOLED = ("plain", "listed", "wrapped")

Values = Mapping[tuple[str, str], float]
"""F1 over words by reader and way of rendering."""


@dataclass(frozen=True, slots=True)
class Dumped:
    """What the dumps of a page gave."""

    name: str
    source: str
    values: Values

    def pooled(self, reader: str) -> float:
        """Return the mean of the ways that are pooled."""
        return sum(self.values[reader, way] for way in POOLED) / len(POOLED)


def read_dumps(saved: Saved) -> Values:
    """Return the F1 of each reader on each dump of a page."""
    page, values = page_of(saved), {}
    weights = weights_without(fold_of(page))
    for dump in rendered(page):
        opened = page_of_text(dump.text, path="dump.txt")
        texts = {OWN: body_of(opened, weights)}
        texts |= {name: extract(dump.text) for name, extract in dump_rivals().items()}
        for reader, text in texts.items():
            values[reader, dump.way] = word_f1((text, saved.body))
    return values


@lru_cache(maxsize=2)
def dumped(bench: Path) -> tuple[Dumped, ...]:
    """Return what the dumps of all pages gave; they are read once a run."""
    saved = [(source, page) for source in SOURCES for page in saved_pages(bench / source)]
    found = spread(read_dumps, [page for _, page in saved])
    return tuple(
        Dumped(page.name, source, values)
        for (source, page), values in zip(saved, found, strict=True)
    )


def score_dumps(name: str, bench: Path) -> Scored:
    """Return the mean F1 over words: pooled, by way and by source, and the rivals' beside it."""
    found = dumped(bench)
    measures = [*_pooled(found, OWN, Figures(name)), *_by_source(found, Figures(name))]
    for rival in dump_rivals():
        measures += _pooled(found, rival, Figures(name, rival))
    return measures, list(_worst(found))


def _pooled(found: Sequence[Dumped], reader: str, of: Figures) -> list[Measure]:
    """Return a reader's figure over the pooled ways and over each way."""
    ways = sorted({way for one in found for _, way in one.values}, key=[*POOLED, "tight"].index)
    measures = [word_measure([one.pooled(reader) for one in found], of)]
    for way in ways:
        values = [one.values[reader, way] for one in found]
        measures.append(word_measure(values, of, f"f1_{way}"))
    return measures


def _by_source(found: Sequence[Dumped], of: Figures) -> Iterable[Measure]:
    """Yield our pooled figure over the pages of each set."""
    for source in SOURCES:
        values = [one.pooled(OWN) for one in found if one.source == source]
        yield word_measure(values, of, f"f1_{source}")


def _worst(found: Sequence[Dumped], count: int = 30) -> Iterable[str]:
    """Yield a line for each of the dumps with the lowest F1."""
    ranked = sorted(
        (value, way, one.name)
        for one in found
        for (reader, way), value in one.values.items()
        if reader == OWN
    )
    return (f"f1 {value:.2f}: {way} {name}" for value, way, name in ranked[:count])
