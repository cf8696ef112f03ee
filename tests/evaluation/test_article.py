"""The two recipes for article bodies, on pages small enough to count by hand."""

from __future__ import annotations

import math

import pytest

from evaluation.article import (
    Figures,
    Pair,
    run_measures,
    run_shares,
    runs,
    word_f1,
    word_measure,
    worst,
)

SAME: Pair = ("The dam held all night.", "The dam held all night.")
HALF: Pair = ("The dam held all night long here.", "The dam held all night.")
NOTHING: Pair = ("", "The dam held all night.")


def test_a_short_text_is_one_run_and_an_empty_one_none() -> None:
    assert sum(runs("one two").values()) == 1
    assert sum(runs("one two three four five").values()) == 2
    assert not runs(" … ")


def test_runs_are_counted_as_often_as_they_stand() -> None:
    assert run_shares(("a b c d a b c d", "a b c d")) == (1 / 5, 1.0)


def test_case_tells_runs_apart_and_words_not() -> None:
    pair = ("the dam held firm", "The dam held firm")
    assert run_shares(pair) == (0.0, 0.0)
    assert word_f1(pair) == 1.0


def test_the_truth_against_itself_is_perfect() -> None:
    assert [m.value for m in run_measures([SAME, SAME], Figures("dam"))] == [1.0, 1.0, 1.0]
    assert word_measure([word_f1(SAME)], Figures("dam")).value == 1.0


def test_an_empty_output_has_a_recall_of_nought_and_no_precision() -> None:
    precision, recall = run_shares(NOTHING)
    assert math.isnan(precision)
    assert recall == 0.0
    f1, mean_precision, mean_recall = run_measures([SAME, NOTHING], Figures("dam"))
    assert (mean_precision.value, mean_precision.count) == (1.0, 1)
    assert (mean_recall.value, mean_recall.count) == (0.5, 2)
    assert f1.value == pytest.approx(2 / 3)


def test_f1_is_of_the_means_and_not_the_mean_of_pages() -> None:
    f1 = run_measures([HALF, ("One lone dog ran.", "Two cats sat here.")], Figures("dam"))[0]
    precision, recall = (0.5 + 0) / 2, (1 + 0) / 2
    assert f1.value == pytest.approx(2 * precision * recall / (precision + recall))


def test_words_are_counted_as_often_as_they_stand() -> None:
    assert word_f1(("dam dam", "dam")) == pytest.approx(2 / 3)
    assert word_f1(("", "")) == 1.0
    assert word_f1(NOTHING) == 0.0


def test_a_measure_says_whose_it_is_and_how_it_was_read() -> None:
    ours, theirs = Figures("dam", suffix="_in_sample"), Figures("dam", "sluice")
    assert run_measures([SAME], ours)[0].key == "dam/f1_in_sample"
    assert run_measures([SAME], theirs)[0].key == "dam@sluice/f1"


def test_the_lowest_pages_come_first() -> None:
    assert worst([("a", SAME), ("b", NOTHING)], 1) == ["f1 0.00: b"]
