"""Score how dated articles fall into stories: B-cubed and the adjusted Rand index.

For a document, precision is the share of its found story that belongs to its gold story,
and recall the share of its gold story that was found with it (itself counted in both).
Stories of one report score 1.0 in precision for free, so the Rand index stands beside it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from math import comb
from pathlib import Path
from statistics import fmean

from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.lexicon import open_lexicon
from dateline.model import Given, Page, Report
from dateline.pipeline import Knowledge, skim
from dateline.sources.page import page_of_text
from dateline.weaving.stories import group_reports
from evaluation.measure import Measure

Labels = Mapping[str, Hashable]


def groups(labels: Labels) -> dict[Hashable, set[str]]:
    """Return the documents of each label."""
    found: dict[Hashable, set[str]] = defaultdict(set)
    for document, label in labels.items():
        found[label].add(document)
    return found


def b_cubed(found: Labels, gold: Labels) -> tuple[float, float, float]:
    """Return precision, recall and the F1 of the two, averaged over documents."""
    mine, theirs = groups(found), groups(gold)
    shared = {one: len(mine[found[one]] & theirs[gold[one]]) for one in gold}
    precision = fmean(shared[one] / len(mine[found[one]]) for one in gold)
    recall = fmean(shared[one] / len(theirs[gold[one]]) for one in gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def adjusted_rand(found: Labels, gold: Labels) -> float:
    """Return the adjusted Rand index: 1.0 for the same groups, about 0.0 for chance."""
    both = _together((found[one], gold[one]) for one in gold)
    mine, theirs = _together(found[one] for one in gold), _together(gold.values())
    by_chance = mine * theirs / comb(len(gold), 2)
    most = (mine + theirs) / 2
    return (both - by_chance) / (most - by_chance) if most != by_chance else 1.0


def _together(labels: Iterable[Hashable]) -> int:
    """Return how many pairs of documents share a label."""
    return sum(comb(size, 2) for size in Counter(labels).values())


def score_grouping(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the scores of grouping all articles, and the gold stories that were split."""
    gold: dict[str, Hashable] = {}
    reports: dict[str, Report] = {}
    known = Knowledge(open_lexicon(), open_codebook("plover"), parser="")
    for file in sorted(folder.glob("data/**/*.json")):
        article = json.loads(file.read_text("utf-8"))
        report = skim(_page(article, file.name), known)
        cluster = article["newsCluster"]
        gold[report.id] = (cluster["CategoryId"], cluster["Event"])
        reports[report.id] = report
    found: dict[str, Hashable] = {
        report.id: number
        for number, story in enumerate(group_reports(reports.values()))
        for report in story
    }
    precision, recall, f1 = b_cubed(found, gold)
    values = {
        "b3_f1": f1,
        "b3_precision": precision,
        "b3_recall": recall,
        "ari": adjusted_rand(found, gold),
    }
    measures = [Measure(name, measure, value, len(gold)) for measure, value in values.items()]
    split = [
        f"{event}: in {len({found[one] for one in documents})} stories"
        for event, documents in sorted(groups(gold).items(), key=str)
        if len({found[one] for one in documents}) > 1
    ]
    return measures, split


def _page(article: Mapping[str, str], path: str) -> Page:
    """Return an article as the page that a reader with its metadata at hand would open."""
    text = f"{article['title']}\n\n{article['text']}"
    published = str(article["date_publish"])[:10]
    given = Given(outlet=article.get("source_domain"), published=published, url=article.get("url"))
    return page_of_text(text, path=path, given=given)
