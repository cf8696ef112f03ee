"""Score the article body of HTML pages: shared runs of four words.

Precision and recall are means over pages and F1 is their harmonic mean, as the public
article-extraction benchmark does it; the mean of each page's F1 is another, lower figure.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from itertools import islice
from pathlib import Path
from statistics import fmean

from dateline.clean.blocks import find_blocks
from dateline.model import READ_LABELS, Label, Report
from dateline.sources.files import page_of_html
from evaluation.measure import Measure

_WORD = re.compile(r"\w+")
_RUN = 4
_BODY = READ_LABELS - {Label.TITLE}


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the four-word runs of a text; a shorter text is one run, an empty one none."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    places = range(max(1, len(words) - _RUN + 1))
    return Counter(tuple(words[place : place + _RUN]) for place in places)


def body(markup: str, path: str) -> str:
    """Return the text of the blocks that are the article."""
    report = Report(page_of_html(markup, path=path))
    return "\n".join(b.span.of(report.text) for b in find_blocks(report) if b.label in _BODY)


def score_bodies(name: str, folder: Path, step: int = 1) -> tuple[list[Measure], list[str]]:
    """Return precision, recall and F1 over every `step`-th page, and the worst pages."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    precision, recall, worst = [], [], []
    for page in islice(sorted(truth), 0, None, step):
        markup = gzip.decompress((folder / "html" / f"{page}.html.gz").read_bytes())
        found = runs(body(markup.decode("utf-8", errors="replace"), f"{page}.html"))
        wanted = runs(truth[page]["articleBody"])
        both = (found & wanted).total()
        if found:
            precision.append(both / found.total())
        if wanted:
            recall.append(both / wanted.total())
        worst.append((both * 2 / max(1, found.total() + wanted.total()), page))
    mean_precision, mean_recall = fmean(precision or [0.0]), fmean(recall or [0.0])
    both_means = mean_precision + mean_recall
    f1 = 2 * mean_precision * mean_recall / both_means if both_means else 0.0
    measures = [
        Measure(name, "f1", f1, len(recall)),
        Measure(name, "precision", mean_precision, len(precision)),
        Measure(name, "recall", mean_recall, len(recall)),
    ]
    return measures, [f"f1 {value:.2f}: {page}" for value, page in sorted(worst)[:20]]
