"""Give a figure its speaker, place and time: those of the words around it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.figures.lengths import within
from dateline.identity import Spanned
from dateline.model import Actor, Figure, Report, Sentence, Span, Statement

_ITS = re.compile(r"\b(?:its|their|whose)\b")


def placed(report: Report, figure: Figure, sentence: Sentence) -> Figure:
    """Return the figure with who says it, and the place and time nearest in its sentence."""
    said = _narrowest(report, figure)
    spoken = None if said is None else said.speakers[0]
    own = figure.claimed_by
    closing = said is not None and own is not None and _closes(report.text, said, own)
    return replace(
        figure,
        claimed_by=spoken if own is None or closing else own,
        place=_nearest(figure.span, within(report.places, sentence.span)),
        when=_nearest(
            figure.span, [t for t in within(report.times, sentence.span) if t.start is not None]
        ),
    )


def _narrowest(report: Report, figure: Figure) -> Statement | None:
    """Return the narrowest statement that holds the figure."""
    said = (s for s in report.statements if s.mode != "stance")
    around = [s for s in said if _holds(s.content, figure.span) and s.speakers]
    return min(around, key=lambda s: s.content.end - s.content.start, default=None)


def _closes(text: str, said: Statement, own: Actor) -> bool:
    """Whether a body's own people say what it counted: "the office counted 9, [its head] said"."""
    speaker = said.speakers[0].span
    if own.span is None or speaker is None or not _holds(said.content, own.span):
        return False
    between = Span(said.content.end, max(said.content.end, speaker.end))
    return _ITS.search(between.of(text)) is not None


def _nearest(span: Span, inside: Sequence[Spanned]) -> Span | None:
    """Return the span of the record of a sentence that stands nearest to another span."""
    if not inside:
        return None
    return min(inside, key=lambda r: max(r.span.start - span.end, span.start - r.span.end)).span


def _holds(outer: Span, inner: Span) -> bool:
    """Whether one span lies inside another."""
    return outer.start <= inner.start and inner.end <= outer.end
