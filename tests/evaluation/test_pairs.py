"""The scorer of marked pairs reads its rows right and counts as it says."""

from __future__ import annotations

import pytest

from evaluation.pairs import _unmarked, macro_f1


def test_marks_are_taken_off_and_their_words_kept() -> None:
    text, spans = _unmarked("<s>Chad</s> and <s>Mali</s> met <t>Togo</t>.")
    assert text == "Chad and Mali met Togo."
    assert [span.of(text) for span in spans["s"]] == ["Chad", "Mali"]
    assert [span.of(text) for span in spans["t"]] == ["Togo"]


@pytest.mark.parametrize(
    ("gold", "told", "f1"),
    [
        (["A", "B"], ["A", "B"], 1.0),
        (["A", "B"], ["B", "A"], 0.0),
        (["A", "A", "B"], ["A", "B", "B"], 2 / 3),
        (["A", "A"], ["A", "C"], 1 / 3),  # a label outside the gold adds a zero to the mean
    ],
)
def test_macro_f1_is_the_mean_over_labels(gold: list[str], told: list[str], f1: float) -> None:
    assert macro_f1(gold, told) == pytest.approx(f1)
