"""A text is cut where its records begin and end, so that any overlap can be drawn."""

from __future__ import annotations

from dateline.model import Span
from dateline.serve.marks import Marked, found_marks, segments
from tests.serve import sample


def test_crossing_marks_are_runs_of_whole_segments() -> None:
    marks = [Marked(Span(2, 6), "figure", "a"), Marked(Span(4, 9), "event", "b")]
    cut = segments("0123456789", Span(0, 10), marks)
    assert [(s.span.of("0123456789"), [m.record for m in s.marks]) for s in cut] == [
        ("01", []), ("23", ["a"]), ("45", ["a", "b"]), ("678", ["b"]), ("9", []),
    ]  # fmt: skip


def test_a_mark_that_reaches_beyond_is_clipped() -> None:
    cut = segments("0123456789", Span(3, 5), [Marked(Span(0, 10), "event", "a")])
    assert [(s.span, len(s.marks)) for s in cut] == [(Span(3, 5), 1)]


def test_an_event_is_marked_by_its_trigger_and_a_statement_by_its_words() -> None:
    report = sample.courier()
    shown = {(m.kind, m.span.of(report.text)) for m in found_marks(report)}
    assert ("event", "were killed") in shown
    assert ("statement", "We are still looking for the missing,") in shown


def test_segments_are_the_whole_text() -> None:
    report = sample.courier()
    cut = segments(report.text, Span(0, len(report.text)), found_marks(report))
    assert "".join(s.span.of(report.text) for s in cut) == report.text
