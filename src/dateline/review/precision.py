"""Say how many of a sample are right, and between which shares the whole may lie.

88 right of 100 is 88 %, and of all rows 80 to 93 % with 95 % confidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from dateline.corrections import Judged

_CONFIDENT = 1.959964
"""Standard deviations of 95 %."""


@dataclass(frozen=True, slots=True)
class Precision:
    """What the verdicts on a sample come to; what nobody is sure of counts on neither side."""

    right: int
    wrong: int
    unsure: int

    @property
    def share(self) -> float | None:
        """The share of right ones."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the whole lies, with 95 % confidence (Wilson, 1927)."""
        return wilson(self.right, self.right + self.wrong)


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Return the score interval of a share of 95 %; all is possible where nothing was seen."""
    if not count:
        return 0.0, 1.0
    share, squared = hits / count, _CONFIDENT**2
    middle = (share + squared / (2 * count)) / (1 + squared / count)
    spread = sqrt(share * (1 - share) / count + squared / (4 * count**2))
    half = _CONFIDENT * spread / (1 + squared / count)
    # At the ends rounding must not leave out what was seen.
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def precision(verdicts: Iterable[Judged]) -> Precision:
    """Return what verdicts come to."""
    held = list(verdicts)
    return Precision(*(held.count(kind) for kind in Judged))
