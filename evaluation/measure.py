"""A measure: its name, its value between 0 and 1, and how many cases stand behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: "seeds/title 1.000 n=2"."""

    set: str
    name: str
    value: float
    count: int

    @property
    def key(self) -> str:
        """The name that floors and results know it by."""
        return f"{self.set}/{self.name}"

    def __str__(self) -> str:
        """Return the line that is printed."""
        return f"{self.key} {self.value:.3f} n={self.count}"


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

    def measures(self, of_set: str) -> list[Measure]:
        """Return the measures, in the order in which they were met."""
        return [
            Measure(of_set, name, sum(hits) / len(hits), len(hits))
            for name, hits in self.hits.items()
        ]
