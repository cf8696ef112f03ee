"""Set claims against the reports that make them: a row a claim, a column a report.

A cell holds the sentences in which the report makes the claim, and its value where the
reports differ: "52" beside "at least 40". An empty cell is a report that doesn't make it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.identity import record_ids
from dateline.model import Cite, Claim, Report, Span, Story
from dateline.serve import phrases
from dateline.serve.citing import Citing, Mark

_RELATIONS = ("conflict", "updated", "finer", "translation")
"""The relation that is told, where a claim's members differ in several ways."""
_SHORT = frozenset({"number", "day", "place"})
"""What reports differ in that a cell has room for."""
_FIELDS = ("events", "statements", "figures")


@dataclass(frozen=True, slots=True)
class Cell:
    """How a report makes a claim: not at all without marks."""

    marks: tuple[Mark, ...]
    value: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim and what each report has of it, in the order of the story's reports."""

    claim: str
    kind: str
    gist: str
    least: int
    most: int
    relation: str | None
    """How its values differ, if they do."""
    cells: tuple[Cell, ...]

    @property
    def told(self) -> int:
        """How many reports make it."""
        return sum(bool(cell.marks) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The claims that are shown, those of most reports first, and how many are left out."""

    rows: tuple[ClaimLine, ...]
    left_out: int


def lay_matrix(story: Story, *, most: int) -> Matrix:
    """Return the matrix of a story's claims, `most` at most."""
    citing, spans = Citing(story.reports), record_spans(story.reports)
    lines = [_line(claim, citing, spans) for claim in story.claims]
    lines.sort(key=lambda line: (line.relation is None, -line.told))
    lines.sort(key=lambda line: line.told < 2)
    return Matrix(tuple(lines[:most]), len(lines[most:]))


def record_spans(reports: Sequence[Report]) -> Mapping[tuple[str, str], Span]:
    """Return the characters of each record that can make a claim, by report and id."""
    return {
        (report.id, id): record.span
        for report in reports
        for field in _FIELDS
        for id, record in zip(
            record_ids(field, getattr(report, field)), getattr(report, field), strict=True
        )
    }


def told_relation(claim: Claim) -> str | None:
    """Return in words how the members of a claim differ, None where they agree."""
    found = {difference.relation for difference in claim.differences}
    first = next((relation for relation in _RELATIONS if relation in found), None)
    return phrases.RELATIONS[first] if first else None


def _line(claim: Claim, citing: Citing, spans: Mapping[tuple[str, str], Span]) -> ClaimLine:
    cites: dict[str, list[Cite]] = {id: [] for id in citing.reports}
    for member in claim.members:
        span = spans.get((member.report, member.record))
        if span and member.report in cites:
            cites[member.report].append(Cite(member.report, span))
    values = _values(claim)
    return ClaimLine(
        claim.id,
        claim.kind,
        claim.gist,
        claim.origins.least,
        claim.origins.most,
        told_relation(claim),
        tuple(Cell(citing.marks(cites[id]), values.get(id)) for id in citing.reports),
    )


def _values(claim: Claim) -> Mapping[str, str]:
    """Return the first value of each report, where the reports differ in one that is short."""
    found: dict[str, str] = {}
    for difference in claim.differences:
        if difference.relation in _RELATIONS and difference.on in _SHORT:
            for side in difference.values:
                found.setdefault(side.report, side.value)
    return found
