"""Cut a text where its records begin and end, so that overlapping spans can be drawn.

"[At least [40] people] were [killed]" becomes stretches that each lie in the same marks from
end to end: nested or crossing, every mark is a run of whole stretches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.identity import Spanned, record_ids
from dateline.model import Report, Span

KINDS = ("event", "statement", "figure", "time", "place", "name")
"""What is marked, in the order in which a reader wants to hear of it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters that are drawn as marked, and the record that they stand for."""

    span: Span
    kind: str
    record: str
    """The record's id in its report, or the key of a citation."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that lie in the same marks from end to end."""

    span: Span
    marks: tuple[Marked, ...]


def found_marks(report: Report) -> tuple[Marked, ...]:
    """Return the marks of a report: the words of a statement, the trigger of an event."""
    return tuple(
        mark
        for kind, field, records, spans in (
            ("event", "events", report.events, [e.trigger for e in report.events]),
            ("statement", "statements", report.statements, [s.words for s in report.statements]),
            ("figure", "figures", report.figures, [f.span for f in report.figures]),
            ("time", "times", report.times, [t.span for t in report.times]),
            ("place", "places", report.places, [p.span for p in report.places]),
            ("name", "names", report.names, [n.span for n in report.names]),
        )
        for mark in _marks(kind, field, records, spans)
    )


def _marks(
    kind: str, field: str, records: Sequence[Spanned], spans: Sequence[Span]
) -> Iterator[Marked]:
    for record, span in zip(record_ids(field, records), spans, strict=True):
        yield Marked(span, kind, record)


def segments(text: str, span: Span, marks: Sequence[Marked]) -> tuple[Segment, ...]:
    """Return the stretches of `span` in order; together they are all its characters."""
    inside = [m for m in marks if _meets(m.span, span.start, span.end)]
    cuts = {span.start, span.end}
    for mark in inside:
        cuts.update((max(span.start, mark.span.start), min(span.end, mark.span.end)))
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    return tuple(
        Segment(Span(start, end), tuple(m for m in inside if _meets(m.span, start, end)))
        for start, end in pairwise(edges)
    )


def _meets(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end
