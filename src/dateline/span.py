"""Characters of a text: what every record points at, in Unicode code points, half-open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters themselves."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Whether two stretches of one text share a character."""
        return self.start < other.end and other.start < self.end
