"""A measure: its name, its value, how many cases stand behind it, and how sure that makes it.

"seeds/title 1.000 n=2" is ours; "extraction-scrapinghub@trafilatura/f1 0.960 n=181 se=0.006"
is a rival's, measured in the same run by the same scorer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.draws import error_of_mean


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table."""

    set: str
    name: str
    value: float
    count: int
    error: float | None = None
    """The standard error of the value, where it was drawn."""
    rival: str | None = None
    """Who was measured; None is dateline."""

    @property
    def key(self) -> str:
        """The name that floors and results know it by."""
        return f"{self.set}@{self.rival}/{self.name}" if self.rival else f"{self.set}/{self.name}"

    @property
    def is_own(self) -> bool:
        """Whether it is dateline's; a rival's value has no floor."""
        return "@" not in self.key

    def __str__(self) -> str:
        """Return the line that is printed."""
        error = "" if self.error is None else f" se={self.error:.3f}"
        return f"{self.key} {self.value:.3f} n={self.count}{error}"


@dataclass(slots=True)
class Tally:
    """Counts hits and cases by measure, and keeps what was missed."""

    hits: dict[str, list[bool]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, name: str, hit: object, miss: str) -> None:
        """Count one case of a measure; `miss` says what was found and what was wanted."""
        self.hits.setdefault(name, []).append(bool(hit))
        if not hit:
            self.misses.append(f"{name}: {miss}")

    def expect(self, names: Iterable[str]) -> None:
        """Count one miss for each measure that met no case: silence is not a good score."""
        for name in names:
            if name not in self.hits:
                self.count(name, hit=False, miss="nothing was found to be measured")

    def measures(
        self, of_set: str, *, rival: str | None = None, by_page: bool = False
    ) -> list[Measure]:
        """Return the measures, in the order in which they were met.

        `by_page` says that a case is a page, so that a standard error can be drawn.
        """
        return [
            Measure(
                of_set,
                name,
                sum(hits) / len(hits),
                len(hits),
                error_of_mean(hits) if by_page else None,
                rival,
            )
            for name, hits in self.hits.items()
        ]
