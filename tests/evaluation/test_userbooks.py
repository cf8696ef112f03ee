"""Example F1, and how a few examples are drawn."""

from __future__ import annotations

from random import Random

import numpy as np

from evaluation.userbooks import EACH, _drawn, example_f1


def test_f1_is_of_texts_where_either_side_has_a_label() -> None:
    gold = np.array([[1, 1], [0, 1], [0, 0], [0, 0]], bool)
    told = np.array([[1, 0], [0, 1], [0, 0], [1, 0]], bool)
    assert example_f1(gold, told) == [2 / 3, 1.0, 0.0]


def test_a_few_are_drawn_of_each_label_and_of_none() -> None:
    held = np.array([[1, 0]] * 20 + [[0, 1]] * 20 + [[0, 0]] * 20, bool)
    drawn, again = (_drawn(held, Random(1)) for _ in range(2))  # noqa: S311 - drawn alike
    assert drawn == again
    assert [int(held[drawn, n].sum()) for n in (0, 1)] == [EACH, EACH]
    assert len(drawn) == 3 * EACH
