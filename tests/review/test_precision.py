"""The interval of a sample is Wilson's, and holds what was seen."""

from __future__ import annotations

import pytest

from dateline.corrections import Judged
from dateline.review.precision import precision, wilson


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [
        (88, 100, 0.802, 0.930),  # As tables of score intervals have them.
        (5, 10, 0.237, 0.763),
        (0, 10, 0.0, 0.278),
        (10, 10, 0.722, 1.0),
        (0, 0, 0.0, 1.0),
    ],
)
def test_the_interval(hits: int, count: int, low: float, high: float) -> None:
    assert wilson(hits, count) == pytest.approx((low, high), abs=0.001)


@pytest.mark.parametrize("count", [1, 2, 7, 50])
def test_the_interval_holds_the_share(count: int) -> None:
    for hits in range(count + 1):
        low, high = wilson(hits, count)
        assert 0 <= low <= hits / count <= high <= 1


def test_what_nobody_is_sure_of_counts_on_neither_side() -> None:
    told = precision([Judged.RIGHT] * 3 + [Judged.WRONG] + [Judged.UNSURE] * 6)
    assert (told.right, told.wrong, told.unsure, told.share) == (3, 1, 6, 0.75)
    assert precision([Judged.UNSURE]).share is None
