"""Spreading work over processes gives what one process would give."""

from __future__ import annotations

import math

import pytest

from evaluation.workers import processors, spread


@pytest.mark.slow
def test_results_come_in_the_order_of_the_items() -> None:
    assert spread(math.sqrt, [float(n * n) for n in range(20)]) == [float(n) for n in range(20)]


def test_a_few_items_are_done_here() -> None:
    # What cannot be pickled can't have been sent anywhere.
    assert spread(lambda item: item + 1, [1, 2]) == [2, 3]


def test_there_is_a_processor() -> None:
    assert processors() >= 1
