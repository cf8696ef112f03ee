"""Whether two answers say the same: thresholds and balance."""

from __future__ import annotations

from evaluation.samefact import balanced, left_out


def test_a_threshold_is_right_by_halves() -> None:
    pairs = [(0.9, True), (0.4, True), (0.3, False), (0.1, False), (0.6, False)]
    assert balanced(pairs, 0.5) == (1 / 2 + 2 / 3) / 2


def test_each_question_is_scored_at_the_threshold_of_the_others() -> None:
    low = [(0.2, True), (0.1, False)]
    high = [(0.9, True), (0.8, False)]
    # The others' best threshold is 0.9 for the low one and 0.2 for the high one.
    assert left_out([low, high]) == 0.5
    assert left_out([low, low]) == 1.0
