"""Compare what two records mean by what was learned of retold stories.

The coder gives each word that names an act a vector, near to those of the same act in another
report and far from the other acts of its story (`training/retellings`). It speaks for one act or
for two as one sign among others, and joins nothing that has nothing else in common.
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

MIDDLE = 0.45
"""The cosine at which two words name one act as likely as two."""
WIDTH = 128
"""Numbers of a vector. Databases of old hold longer ones, of another kind."""
ALIKE = 0.1
"""From which likeness two records are compared in spite of what keeps them apart."""


def meant_alike(first: bytes, second: bytes) -> float:
    """Return how far two records mean one act, -1.45 to 0.55; 0 where either is unknown.

    So it is where two networks read them. Whole numbers make it the same on every machine.
    """
    if len(first) != len(second) or len(first) > WIDTH:
        return 0.0
    one, length = _opened(first)
    other, width = _opened(second)
    return int(one @ other) / sqrt(length * width) - MIDDLE if length and width else 0.0


@lru_cache(maxsize=4096)
def _opened(packed: bytes) -> tuple[NDArray[np.int64], int]:
    """Return a vector and the square of its length."""
    vector = np.frombuffer(packed, np.int8).astype(np.int64)
    return vector, int(vector @ vector)
