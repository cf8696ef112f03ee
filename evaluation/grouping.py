"""Score how dated articles fall into stories: B-cubed and the adjusted Rand index.

For a document, precision is the share of its found story that belongs to its gold story,
and recall the share of its gold story that was found with it (itself counted in both).
Stories of one report score 1.0 in precision for free, so the Rand index stands beside it.
"""

from __future__ import annotations

import json
import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from random import Random
from statistics import fmean

from lxml import etree

from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.lexicon import open_lexicon
from dateline.model import Given, Page, Report
from dateline.pipeline import Knowledge, skim
from dateline.sources.page import page_of_text
from dateline.weaving.stories.features import read_features
from dateline.weaving.stories.grouping import arrival, group_reports
from dateline.weaving.stories.window import Window
from evaluation.measure import Measure

Labels = Mapping[str, Hashable]

_SEED = 7
# Tokens are written apart: "Lamu , Kenya ( AP )".
_CLOSES = re.compile(r" ([.,;:!?)\]%'’])")
_OPENS = re.compile(r"([(\[$]) ")


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


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a set and the story that people put it into."""

    page: Page
    story: Hashable


def score_newscluster(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the scores of articles that come one by one in order of their dates."""
    told = [
        Told(_page(article, file.name), (cluster["CategoryId"], cluster["Event"]))
        for file in sorted(folder.glob("data/**/*.json"))
        if (article := json.loads(file.read_text("utf-8"))) and (cluster := article["newsCluster"])
    ]
    return _score(name, told, _one_by_one)


def score_galaxy(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the scores of articles that are grouped at once, their order shuffled by seed.

    The day on which they were fetched is not that of their publication and is not handed in.
    """
    told = [
        Told(page_of_text(text, path=f"{file.stem}-{number}-{place}.txt", given=given), story)
        for file in sorted(folder.glob("*.json"))
        for number, event in enumerate(json.loads(file.read_text("utf-8")))
        for place, article in enumerate(event["articles"])
        for text in [f"{article['title']}\n\n{article['text']}"]
        for given in [Given(url=article.get("ext_url"))]
        for story in [(file.stem, number)]
    ]
    Random(_SEED).shuffle(told)  # noqa: S311 (no secret hangs on these dice)
    return _score(name, told, _at_once)


def score_subtopics(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the scores of the documents of ECB+ by topic and by the event of its two halves."""
    with tarfile.open(folder / "ecbplus_train_dev.tar.gz") as packed:
        told = [
            Told(page_of_text(_text_of(packed, member), path=path.name), _subtopic(path.name))
            for member in sorted(packed.getmembers(), key=lambda member: member.name)
            for path in [Path(member.name)]
            if path.suffix == ".xml"
        ]
    return _score(name, told, _at_once)


def _text_of(packed: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    """Return the sentences of a document, a line each, their marks put to their words."""
    opened = packed.extractfile(member)
    if opened is None:
        raise ValueError(f"{member.name} is no file")
    sentences: dict[int, list[str]] = defaultdict(list)
    for token in etree.parse(opened).iter("token"):
        sentences[int(token.get("sentence", "0"))].append(token.text or "")
    lines = (" ".join(words) for _, words in sorted(sentences.items()))
    return "\n\n".join(_OPENS.sub(r"\1", _CLOSES.sub(r"\1", line)) for line in lines)


def _subtopic(name: str) -> Hashable:
    topic, _, number = name.partition("_")
    return topic, "ecbplus" in number


def _at_once(reports: Iterable[Report]) -> Iterable[Iterable[str]]:
    return [[report.id for report in story] for story in group_reports(reports)]


def _one_by_one(reports: Iterable[Report]) -> Iterable[Iterable[str]]:
    window = Window()
    for report in sorted(reports, key=arrival):
        window.add(read_features(report))
    return window.stories()


def _score(
    name: str,
    told: Sequence[Told],
    group: Callable[[Iterable[Report]], Iterable[Iterable[str]]],
) -> tuple[list[Measure], list[str]]:
    """Return the scores of grouping all articles, and the gold stories that were split."""
    known = Knowledge(open_lexicon(), open_codebook("plover"), parser="")
    reports = [skim(one.page, known) for one in told]
    gold = {one.page.id: one.story for one in told}
    found: dict[str, Hashable] = {
        id: number for number, ids in enumerate(group(reports)) for id in ids
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
