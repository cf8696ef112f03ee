"""Bodies of saved pages and of dumps: whose figures they are, and that the scorer is right."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation import bodies, dumps
from evaluation.article import Figures, run_measures
from evaluation.bodies import reference_pairs, score_languages, score_scrapinghub, score_wcxb
from evaluation.dumps import score_dumps
from evaluation.measure import Measure
from evaluation.saved import saved_pages
from evaluation.sets import bench_folder

PARAGRAPHS = (
    (
        "The river burst its banks above the old mill on Monday, and crews moved families from "
        "forty houses to the school while engineers checked the bridge."
    ),
    (
        "Water reached the market hall by noon, the town said, and two roads into the valley were "
        "closed until the level falls."
    ),
    (
        "“Nobody was hurt, and the dam is holding,” said Anna Keller, who leads the town's fire "
        "service, on Monday evening."
    ),
    (
        "Another day of rain is forecast for the hills, and the school will stay open to those who "
        "cannot go home."
    ),
)
BODY = "\n".join(PARAGRAPHS)
GERMAN = (
    (
        "Der Fluss ist am Montag oberhalb der alten Mühle über die Ufer getreten. Helfer brachten "
        "Familien aus vierzig Häusern in die Schule, während Fachleute die Brücke prüften."
    ),
    (
        "Das Wasser erreichte gegen Mittag die Markthalle, teilte die Stadt mit. Zwei Straßen in das "
        "Tal bleiben gesperrt, bis der Pegel sinkt."
    ),
)


def markup(*paragraphs: str, host: str = "gazette.example") -> str:
    inner = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("News", "Sport", "Arts"))
    head = f"<title>River bursts its banks</title><link rel=canonical href='https://{host}/1'>"
    article = f"<article><h1>River bursts its banks</h1>{inner}</article>"
    footer = "<footer><p>All rights reserved.</p></footer>"
    return f"<html><head>{head}</head><body><ul>{menu}</ul>{article}{footer}</body></html>"


def save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    """Return a folder of benchmarks with one invented page in each."""
    zyte, wcxb = (tmp_path / name for name in dumps.SOURCES)
    save(zyte / "html" / "a.html.gz", markup(*PARAGRAPHS))
    save(zyte / "ground-truth.json", json.dumps({"a": {"articleBody": BODY}}))
    save(zyte / bodies.REFERENCE, json.dumps({"output": {"a": {"articleBody": PARAGRAPHS[0]}}}))
    save(wcxb / "html" / "1.html.gz", markup(*PARAGRAPHS, host="dispatch.example"))
    save(wcxb / "ground-truth" / "1.json", json.dumps({"ground_truth": {"main_content": BODY}}))
    for country, outlet, text in (("de", "Bote", GERMAN), ("uk", "Post", PARAGRAPHS)):
        section = {"headline": [], "paragraphs": list(text)}
        save(tmp_path / "pages" / country / f"{outlet}_2023_01_02.html.gz", markup(*text))
        known = {"V1": {"body": {"summary": [], "sections": [section]}}}
        save(tmp_path / "pages" / country / f"{outlet}.json", json.dumps(known))
    return tmp_path


def by_key(measures: list[Measure]) -> dict[str, float]:
    return {measure.key: measure.value for measure in measures}


def test_runs_are_scored_out_of_fold_in_sample_and_for_rivals(bench: Path) -> None:
    measures, misses = score_scrapinghub("zyte", bench / "extraction-scrapinghub")
    found = by_key(measures)
    assert found["zyte/f1"] == found["zyte/precision"] == found["zyte/recall"] == 1.0
    assert found["zyte/f1_in_sample"] == 1.0
    assert 0.5 < found["zyte@trafilatura/f1"] <= 1.0
    assert found["zyte@trafilatura-2.0.0-published/precision"] == 1.0
    assert found["zyte@trafilatura-2.0.0-published/recall"] < 0.5
    assert misses == ["f1 1.00: a"]


def test_words_are_scored_beside_trafilatura_and_against_it(bench: Path) -> None:
    found = by_key(score_wcxb("wcxb", bench / "extraction-wcxb-dev150")[0])
    assert found["wcxb/f1"] == 1.0
    above = found["wcxb/f1"] - found["wcxb@trafilatura/f1"]
    assert found["wcxb/f1_above_trafilatura"] == pytest.approx(above)


def test_other_languages_are_told_apart_from_english(bench: Path) -> None:
    found = by_key(score_languages("pages", bench / "pages")[0])
    assert found["pages/body_en"] > 0.9
    assert found["pages/body_de"] == found["pages/body_not_en"] > 0.9
    assert "pages@trafilatura/body_de" in found


def test_dumps_are_scored_by_rendering_by_source_and_pooled(bench: Path) -> None:
    measures, misses = score_dumps("dumps", bench)
    found = by_key(measures)
    ways = [found[f"dumps/f1_{way}"] for way in dumps.POOLED]
    assert found["dumps/f1"] == pytest.approx(sum(ways) / 3)
    assert {f"dumps/f1_{source}" for source in dumps.SOURCES} < set(found)
    assert found["dumps/f1"] > found["dumps@all-lines/f1"] > 0.8
    assert len(misses) == 8


@pytest.mark.benchmark
@pytest.mark.skipif(bench_folder("extraction-scrapinghub")() is None, reason="the set isn't here")
def test_the_published_output_gets_the_published_figure() -> None:
    folder = bench_folder("extraction-scrapinghub")()
    assert folder is not None
    published = run_measures(reference_pairs(folder), Figures("zyte"))
    assert [round(measure.value, 4) for measure in published] == [0.9575, 0.9383, 0.9775]
    gold = [(page.body, page.body) for page in saved_pages(folder)]
    assert [measure.value for measure in run_measures(gold, Figures("zyte"))] == [1.0, 1.0, 1.0]
