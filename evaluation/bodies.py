"""Score the article body of saved pages, ours beside the rivals'.

Weights are learned from these pages, so each page is judged by weights that were learned
without its outlet: that is what `f1` says. `f1_in_sample` is of the weights that ship, which
have seen the page, and flatters.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from dateline.clean.blocks import find_blocks
from dateline.clean.weights import Weights, shipped_weights
from dateline.model import READ_LABELS, Label, Page, Report
from dateline.sources.page import page_of_bytes
from evaluation.article import Figures, Pair, run_measures, word_f1, word_measure, worst
from evaluation.measure import Measure
from evaluation.rivals import page_rivals
from evaluation.saved import Saved, saved_pages
from evaluation.workers import spread
from training.pages import fold_of, fold_weights

OWN = "dateline"
IN_SAMPLE = "dateline in sample"
REFERENCE = "reference-output-trafilatura.json"
"""trafilatura 2.0.0's published output: scored to see that the scorer is right (F1 0.9575)."""

_BODY = READ_LABELS - {Label.TITLE}
_SLICE = 9

Scored = tuple[list[Measure], list[str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A saved page and the body that each reader finds in it."""

    saved: Saved
    texts: Mapping[str, str]

    def pair(self, reader: str) -> Pair:
        """Return what a reader found and what is wanted."""
        return self.texts[reader], self.saved.body


def body_of(page: Page, weights: Weights) -> str:
    """Return the text of the blocks that are the article, without its headline."""
    blocks = find_blocks(Report(page), weights=weights)
    return "\n".join(block.span.of(page.text) for block in blocks if block.label in _BODY)


@lru_cache(maxsize=8)
def weights_without(fold: int) -> Weights:
    """Return the weights that were learned without the outlets of a fold."""
    return fold_weights(fold)


def page_of(saved: Saved) -> Page:
    """Return a saved page as a file of its name gives it."""
    return page_of_bytes(saved.data(), path=saved.path.name.removesuffix(".gz"))


def read_saved(saved: Saved, rivals: Sequence[str]) -> Reading:
    """Return what we find out of fold and in sample, and what each of these rivals finds."""
    page = page_of(saved)
    texts = {
        OWN: body_of(page, weights_without(fold_of(page))),
        IN_SAMPLE: body_of(page, shipped_weights()),
    }
    extractors = page_rivals()
    return Reading(saved, texts | {name: extractors[name](saved.markup()) for name in rivals})


@lru_cache(maxsize=8)
def readings(folder: Path, rivals: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return the readings of a folder's pages; each is read once a run."""
    return tuple(spread(partial(read_saved, rivals=rivals), saved_pages(folder)))


# -------------------------------------------------------------------------------- shared runs


def score_scrapinghub(name: str, folder: Path) -> Scored:
    """Return F1, precision and recall over runs of four words, and the rivals' beside them."""
    rivals = tuple(page_rivals())
    found = readings(folder, rivals)
    measures = run_measures(_pairs(found, OWN), Figures(name))
    flattered = run_measures(_pairs(found, IN_SAMPLE), Figures(name, suffix="_in_sample"))
    measures += flattered[:1]
    for rival in rivals:
        measures += run_measures(_pairs(found, rival), Figures(name, rival))
    published = reference_pairs(folder)
    measures += run_measures(published, Figures(name, "trafilatura-2.0.0-published"))
    return measures, worst([(one.saved.name, one.pair(OWN)) for one in found])


def reference_pairs(folder: Path) -> list[Pair]:
    """Return the published output beside the truth, page by page."""
    output = json.loads((folder / REFERENCE).read_text("utf-8"))["output"]
    return [(output[saved.name]["articleBody"], saved.body) for saved in saved_pages(folder)]


def score_slice(name: str, folder: Path) -> Scored:
    """Return our figures over every ninth page: enough to see that something broke."""
    found = spread(partial(read_saved, rivals=()), saved_pages(folder)[::_SLICE])
    measures = run_measures(_pairs(found, OWN), Figures(name))
    return measures, worst([(one.saved.name, one.pair(OWN)) for one in found])


def _pairs(found: Sequence[Reading], reader: str) -> list[Pair]:
    return [reading.pair(reader) for reading in found]


# --------------------------------------------------------------------------------------- words


def score_wcxb(name: str, folder: Path) -> Scored:
    """Return the mean F1 over words, the rivals', and how far we are above trafilatura."""
    rivals = tuple(page_rivals())
    found = readings(folder, rivals)
    values = {reader: [word_f1(one.pair(reader)) for one in found] for reader in found[0].texts}
    measures = [
        word_measure(values[OWN], Figures(name)),
        word_measure(values[IN_SAMPLE], Figures(name), "f1_in_sample"),
    ]
    if "trafilatura" in values:
        paired = zip(values[OWN], values["trafilatura"], strict=True)
        above = [own - theirs for own, theirs in paired]
        measures.append(word_measure(above, Figures(name), "f1_above_trafilatura"))
    measures += [word_measure(values[rival], Figures(name, rival)) for rival in rivals]
    return measures, worst([(one.saved.name, one.pair(OWN)) for one in found])


def score_languages(name: str, folder: Path) -> Scored:
    """Return the mean F1 over words of each language's pages, trafilatura's beside it.

    `body_not_en` pools the languages of which dateline reads no more than the page.
    """
    rivals = tuple(rival for rival in page_rivals() if rival == "trafilatura")
    found = readings(folder, rivals)
    grouped: dict[str, list[Reading]] = {}
    for reading in found:
        language = reading.saved.language()
        grouped.setdefault(language, []).append(reading)
        if language != "en":
            grouped.setdefault("not_en", []).append(reading)
    measures = []
    for language, group in sorted(grouped.items()):
        for reader in (OWN, *rivals):
            values = [word_f1(reading.pair(reader)) for reading in group]
            figures = Figures(name, None if reader == OWN else reader)
            measures.append(word_measure(values, figures, f"body_{language}"))
    return measures, worst([(one.saved.name, one.pair(OWN)) for one in found])
