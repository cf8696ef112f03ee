"""Set two reports of a story side by side: what both say has one number and one colour in both.

"At least 40 people were killed" on the left and "killed 52 people" on the right are both 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.model import Claim, Span, Story
from dateline.serve.matrix import record_spans, told_relation


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim that both reports make."""

    number: int
    claim: str
    gist: str
    relation: str | None
    """How their values differ, if they do."""
    spans: Mapping[str, tuple[Span, ...]]
    """Its characters in each of the two, by the report's id."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two reports and what both say, in the order of the first."""

    left: str
    right: str
    shared: tuple[Shared, ...]

    def spans(self, report: str) -> list[tuple[Span, int]]:
        """Return the characters of a report that the other one has too, with their number."""
        return [(span, held.number) for held in self.shared for span in held.spans[report]]


def pair_reports(story: Story, left: str, right: str) -> Pairing | None:
    """Return two reports of a story side by side, None where they are not two of it."""
    known = {report.id: report for report in story.reports}
    if left == right or left not in known or right not in known:
        return None
    where = record_spans([known[left], known[right]])
    met = [held for claim in story.claims if (held := _held(claim, where, left, right))]
    met.sort(key=lambda held: held[1][left][0])
    shared = tuple(
        Shared(number, claim.id, claim.gist, told_relation(claim), spans)
        for number, (claim, spans) in enumerate(met, 1)
    )
    return Pairing(left, right, shared)


def _held(
    claim: Claim, where: Mapping[tuple[str, str], Span], left: str, right: str
) -> tuple[Claim, Mapping[str, tuple[Span, ...]]] | None:
    """Return a claim with its characters in both reports, None where one doesn't make it."""
    spans = {report: tuple(sorted(_of(claim, where, report))) for report in (left, right)}
    return (claim, spans) if all(spans.values()) else None


def _of(claim: Claim, where: Mapping[tuple[str, str], Span], report: str) -> Iterator[Span]:
    for member in claim.members:
        if member.report == report and (span := where.get((report, member.record))):
            yield span
