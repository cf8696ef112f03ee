"""Standard errors: drawn over pages, the same in every run."""

from __future__ import annotations

import pytest

from evaluation.draws import error_of_mean


def test_equal_pages_leave_no_doubt() -> None:
    assert error_of_mean([0.5] * 20) == 0.0


def test_the_error_of_a_mean_is_the_deviation_over_the_root_of_the_pages() -> None:
    assert error_of_mean([0.0, 1.0] * 50) == pytest.approx(0.5 / 100**0.5, rel=0.1)


def test_the_dice_fall_alike_in_every_run() -> None:
    values = [0.2, 0.4, 0.9, 1.0]
    assert error_of_mean(values) == error_of_mean(values)


def test_one_page_says_nothing_of_others() -> None:
    assert error_of_mean([0.5]) is None
