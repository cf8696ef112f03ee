"""The codebook's sentences: enough of each kind, soundly marked, and nobody else's words."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.marked import MarkedSentence, corpus_digest, is_held_back, read_marked
from training.count_stories import counts_digest, read_count_stories
from training.figure_marks import MEASURES, figures_digest, read_figures
from training.name_marks import names_digest
from training.overlap import learned_texts, shared_rows
from training.retellings import read_retellings, retellings_digest
from training.sentences import STATUSES, faults, repeats

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "src" / "dateline" / "codebooks" / "plover"
WEIGHTS = ROOT / "src" / "dateline" / "weights" / "plover"
BENCH = Path(os.environ.get("DATELINE_BENCH", ROOT.parent / "shared" / "bench"))
CATEGORIES = open_codebook().categories


@cache
def corpus() -> tuple[MarkedSentence, ...]:
    return tuple(s for path in sorted(CORPUS.glob("*.txt")) for s in read_marked(path))


@cache
def manifest() -> dict[str, Any]:
    told: dict[str, Any] = json.loads((WEIGHTS / "manifest.json").read_text("utf-8"))
    return told


def counts(*parts: str) -> Iterator[str]:
    for sentence in corpus():
        for act in sentence.acts:
            yield "/".join(str(getattr(act, part)) for part in parts)


def test_every_mark_is_sound() -> None:
    modes = {code: category.modes for code, category in CATEGORIES.items()}
    assert [(s.id, fault) for s in corpus() for fault in faults(s, modes)] == []


def test_no_sentence_repeats_another() -> None:
    assert list(repeats(corpus())) == []


def test_there_are_enough_sentences_of_every_kind() -> None:
    assert len(corpus()) >= 4_500
    assert sum(not sentence.acts for sentence in corpus()) >= 1_000
    code, mode, status = (
        Counter(counts("code")),
        Counter(counts("code", "mode")),
        Counter(counts("status")),
    )
    assert {c: code[c] for c in CATEGORIES if code[c] < 180} == {}
    wanted = [f"{c}/{m}" for c, category in CATEGORIES.items() for m in category.modes]
    assert {name: mode[name] for name in wanted if mode[name] < 25} == {}
    assert {name: status[name] for name in STATUSES if status[name] < 250} == {}


def test_a_seventh_is_held_back_with_every_category_in_it() -> None:
    held = [sentence for sentence in corpus() if is_held_back(sentence)]
    assert 0.13 < len(held) / len(corpus()) < 0.18
    assert {act.code for sentence in held for act in sentence.acts} == set(CATEGORIES)


def test_the_weights_were_learned_from_these_sentences() -> None:
    assert manifest()["corpus"] == corpus_digest(CORPUS)
    assert manifest()["figures"] == figures_digest()
    assert manifest()["retellings"] == retellings_digest()
    assert manifest()["counts"] == counts_digest()
    assert manifest()["names"] == names_digest()


def test_every_mark_of_a_figure_is_sound() -> None:
    figures = [(s.text, f) for s in read_figures() for f in s.figures]
    assert {f.measure for _, f in figures} == set(MEASURES)
    assert {f.status for _, f in figures} == set(STATUSES)
    assert [text for text, f in figures if not text[f.start : f.end].strip()] == []


def test_no_sentence_with_figures_repeats_another() -> None:
    texts = Counter(sentence.text for sentence in read_figures())
    assert [text for text, count in texts.items() if count > 1] == []


def test_every_article_is_told_again_with_acts_that_are_the_same_and_others() -> None:
    told = list(read_retellings())
    articles = {s.group for s in corpus() if s.group.startswith("story-")}
    assert sorted(story.article[0].group for story in told) == sorted(articles)
    acts = [acts for story in told for sentence in story.retold for _, acts in sentence.acts]
    assert sum(map(bool, acts)) > 8_000
    assert sum(not one for one in acts) > 2_500


def test_numbers_of_two_reports_count_the_same_and_other_things() -> None:
    shared = apart = 0
    for story in read_count_stories():
        keys = {name: {key for one in story if one.report == name for _, key in one.figures}
                for name in "AB"}  # fmt: skip
        shared += len(keys["A"] & keys["B"])
        apart += len(keys["A"] ^ keys["B"])
    assert shared > 800
    assert apart > 800


@pytest.mark.parametrize("name", ["encoder.onnx", "heads.npz", "names.npz", "vocabulary.txt"])
def test_the_weights_are_those_of_their_manifest(name: str) -> None:
    digest = hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest()
    assert manifest()["files"][name] == digest


def test_no_sentence_is_near_a_published_one() -> None:
    # Measured by the base model when the weights were made: `training/coder/nearest.py`.
    near = manifest()["nearest"]
    if near is None:
        pytest.skip("the weights were made without the published sets at hand")
    assert near["cosine"] < 0.85


@pytest.mark.benchmark
@pytest.mark.slow
@pytest.mark.skipif(not BENCH.exists(), reason="the public benchmarks are not beside the project")
def test_no_sentence_shares_six_words_in_a_row_with_a_published_set() -> None:
    assert shared_rows(learned_texts(), BENCH) == {}
