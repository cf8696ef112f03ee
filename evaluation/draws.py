"""How far a value would move on other pages of the same kind: its standard error.

The pages of a set are drawn anew, with replacement, a thousand times; the standard error is
the deviation of the thousand values. Pages are drawn and not cases, since the cases of one
page stand or fall together. The dice fall alike in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Drawn = NDArray[np.int64]
"""The numbers of the pages of one draw."""

DRAWS = 1_000
_SEED = 20_230_405


def standard_error(pages: int, value: Callable[[Drawn], float]) -> float | None:
    """Return the standard error of a value that is computed from the numbers of pages.

    One page says nothing of how pages differ: None.
    """
    if pages < 2:
        return None
    dice = np.random.default_rng(_SEED)
    return float(np.std([value(dice.integers(pages, size=pages)) for _ in range(DRAWS)]))


def error_of_mean(values: Sequence[float]) -> float | None:
    """Return the standard error of the mean of one value a page."""
    column = np.array(values, dtype=float)
    return standard_error(len(column), lambda drawn: float(column[drawn].mean()))
