"""The sets: where their gold is, and how what dateline makes of their pages is scored.

"seeds" and "gold" are whole stories, "sentences" annotated sentences; the others are public
benchmarks, found beside the project or where DATELINE_BENCH points, and left out aloud where
they are not.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from dateline.cli import DONE, PROBLEMS, main
from evaluation import bodies, metadata
from evaluation.across import score_across
from evaluation.attributions import score_attributions
from evaluation.casualties import score_casualties
from evaluation.chains import score_chains
from evaluation.copying import score_copying
from evaluation.credits import score_credits
from evaluation.dictionary import score_dictionary
from evaluation.dumps import SOURCES, score_dumps
from evaluation.entities import score_entities
from evaluation.figure_gold import score_figure_gold
from evaluation.grouping import score_galaxy, score_newscluster, score_subtopics
from evaluation.measure import Measure, Tally
from evaluation.mentions import score_names, score_seeds_names
from evaluation.offsets import score_offsets
from evaluation.order import score_order
from evaluation.pairs import score_pairs
from evaluation.places import score_geovirus, score_lgl
from evaluation.quantities import score_quantities
from evaluation.samefact import score_samefact
from evaluation.sentences import score_sentences
from evaluation.story import Case
from evaluation.times import score_timeset, score_wikiwars
from evaluation.together import score_story
from evaluation.userbooks import score_indiapolice, score_satp

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "evaluation" / "gold"
_PAGES = frozenset({".txt", ".html"})


Scorer = Callable[[str, Path], tuple[list[Measure], list[str]]]
"""The name of a set and its folder in, measures and a line for each miss out."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What measuring a set gave."""

    measures: list[Measure]
    misses: list[str]


@dataclass(frozen=True, slots=True)
class Set:
    """A set of gold."""

    name: str
    find: Callable[[], Path | None]
    score: Callable[[str, Path], Scores]
    quick: bool = False
    """Whether `SET=quick` measures it."""


def shared_folder(variable: str, *names: str) -> Path | None:
    """Return the folder that a variable names, else the one beside the project, if it is there."""
    named = os.environ.get(variable)
    folder = Path(named) if named else ROOT.parent.joinpath("shared", *names[:1])
    folder = folder.joinpath(*names[1:])
    return folder if folder.exists() else None


def seeds_folder() -> Path | None:
    """Return the folder of the two seed reports and their gold."""
    return shared_folder("DATELINE_SEEDS", "seeds")


def own_gold() -> Path | None:
    """Return the folder of the stories that are written for this project."""
    return GOLD / "stories" if any(GOLD.glob("stories/*/gold.yaml")) else None


def marked_passages() -> Path | None:
    """Return the passages whose mentions are marked."""
    return GOLD / "chains"


def figure_sentences() -> Path | None:
    """Return the sentences whose figures are marked."""
    return GOLD / "figures"


def sentence_corpus() -> Path | None:
    """Return the folder of the codebook's marked sentences."""
    return ROOT / "src" / "dateline" / "codebooks" / "plover"


def bench_folder(name: str) -> Callable[[], Path | None]:
    """Return how a benchmark's folder is found."""
    return lambda: shared_folder("DATELINE_BENCH", "bench", name)


def run_dateline(pages: Sequence[Path], given: Path | None = None) -> dict[str, Any]:
    """Return what `dateline brief PAGES --json` prints; raises if it fails."""
    options = ["--given", str(given)] if given else []
    printed = io.StringIO()
    with redirect_stdout(printed):
        code = main(["brief", *map(str, pages), "--json", *options])
    if code not in {DONE, PROBLEMS}:
        raise RuntimeError(f"dateline brief ended with {code} on {[page.name for page in pages]}")
    found: dict[str, Any] = json.loads(printed.getvalue())
    return found


def story_case(folder: Path, tally: Tally) -> Case:
    """Return one story of gold with what dateline makes of its pages.

    The pages stand beside the gold, or in the folder that the gold names as `pages`.
    """
    gold = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
    home = (folder / gold.get("pages", ".")).resolve()
    pages = sorted(page for page in home.iterdir() if page.suffix in _PAGES)
    given = home / "given.csv"
    found = run_dateline(pages, given if given.exists() else None)
    return Case(gold, found["stories"], tally)


def score_seeds(name: str, folder: Path) -> Scores:
    """Return the scores of the two seed reports."""
    case = story_case(folder, Tally())
    score_story(case)
    return Scores(case.tally.measures(name), case.tally.misses)


def score_own(name: str, folder: Path) -> Scores:
    """Return the scores of all own stories, their cases pooled, and of those kept from rules."""
    whole, kept = Tally(), Tally()
    for gold in sorted(folder.glob("*/gold.yaml")):
        own = Tally()
        score_story(story_case(gold.parent, own))
        is_kept = gold.parent.name.endswith("-held")
        whole.misses += [f"-- {gold.parent.name}", *([] if is_kept else own.misses)]
        for tally in (whole, kept) if is_kept else (whole,):
            for measure, hits in own.hits.items():
                tally.hits.setdefault(measure, []).extend(hits)
    held = [replace(measure, name=f"held_{measure.name}") for measure in kept.measures(name)]
    return Scores([*whole.measures(name), *held], whole.misses)


def all_of(*scorers: Scorer) -> Callable[[str, Path], Scores]:
    """Return how a set is scored of which several scorers measure a part."""

    def score(name: str, folder: Path) -> Scores:
        parts = [scorer(name, folder) for scorer in scorers]
        measures = [measure for found, _ in parts for measure in found]
        return Scores(measures, [miss for _, misses in parts for miss in misses])

    return score


def all_folders(*names: str) -> Callable[[], Path | None]:
    """Return how the folder of the benchmarks is found, where all of these are in it."""

    def find() -> Path | None:
        found = [bench_folder(name)() for name in names]
        return found[0].parent if found[0] and all(found) else None

    return find


SETS = (
    Set("seeds", seeds_folder, score_seeds, quick=True),
    Set("gold", own_gold, score_own, quick=True),
    Set("sentences", sentence_corpus, all_of(score_sentences), quick=True),
    Set("names", own_gold, all_of(score_names), quick=True),
    Set("chains", marked_passages, all_of(score_chains), quick=True),
    Set("figures", figure_sentences, all_of(score_figure_gold), quick=True),
    Set("copies", own_gold, all_of(score_copying), quick=True),
    Set("names-seeds", seeds_folder, all_of(score_seeds_names), quick=True),
    Set(
        "extraction-scrapinghub-ninth",
        bench_folder("extraction-scrapinghub"),
        all_of(bodies.score_slice),
        quick=True,
    ),
    Set(
        "extraction-scrapinghub",
        bench_folder("extraction-scrapinghub"),
        all_of(bodies.score_scrapinghub),
    ),
    Set(
        "extraction-wcxb-dev150",
        bench_folder("extraction-wcxb-dev150"),
        all_of(bodies.score_wcxb, metadata.score_wcxb),
    ),
    Set(
        "pages-fundus",
        bench_folder("pages-fundus"),
        all_of(metadata.score_fundus, bodies.score_languages),
    ),
    Set("dumps", all_folders(*SOURCES), all_of(score_dumps)),
    Set(
        "dumps-metadata",
        all_folders("extraction-wcxb-dev150", "pages-fundus"),
        all_of(metadata.score_dumped),
    ),
    Set("offsets", all_folders(*SOURCES, "pages-fundus"), all_of(score_offsets)),
    Set(
        "quotes-polnear", bench_folder("quotes-polnear"), all_of(score_credits, score_attributions)
    ),
    Set("geo-lgl", bench_folder("geo-lgl-geovirus"), all_of(score_lgl)),
    Set("geo-geovirus", bench_folder("geo-lgl-geovirus"), all_of(score_geovirus)),
    Set("entities-re3d", bench_folder("entities-re3d"), all_of(score_entities)),
    Set("figures-isaf", bench_folder("figures-isaf"), all_of(score_casualties)),
    Set(
        "quantities-recognizers",
        bench_folder("quantities-recognizers"),
        all_of(score_quantities),
    ),
    Set("temporal-wikiwars", bench_folder("temporal-wikiwars"), all_of(score_wikiwars)),
    Set("timeline-timeset", bench_folder("timeline-timeset"), all_of(score_timeset, score_order)),
    Set("events-plv", bench_folder("events-plv"), all_of(score_pairs)),
    Set("events-petrarch", bench_folder("events-petrarch"), all_of(score_dictionary)),
    Set("events-satp", bench_folder("events-satp"), all_of(score_satp)),
    Set("events-indiapolice", bench_folder("events-indiapolice"), all_of(score_indiapolice)),
    Set("coref-ecbplus", bench_folder("coref-ecbplus"), all_of(score_across)),
    Set("samefact-nanco", bench_folder("samefact-nanco"), all_of(score_samefact)),
    Set("stories-newscluster", bench_folder("stories-newscluster"), all_of(score_newscluster)),
    Set("stories-galaxy", bench_folder("stories-galaxy"), all_of(score_galaxy)),
    Set("stories-ecbplus", bench_folder("coref-ecbplus"), all_of(score_subtopics)),
)
