"""Show a text with its records marked and its furniture greyed.

    promotion   Sign up for our newsletter
    lede     1  At least 40 people were killed on Monday
                  event   “killed”  …

On a terminal the marked words are coloured in the text as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import READ_LABELS, Actor, Block, Event, Figure, Report, Span, Statement
from dateline.serve import phrases
from dateline.serve.citing import sentence_numbers
from dateline.serve.entries import time_words
from dateline.serve.marks import found_marks, segments
from dateline.serve.typeset import PLAIN, Ink, Run, one_line, set_runs

_MARGIN = 18
"""Columns of the margin: the block's label and the sentence's number."""
_CODES = {
    "event": "1;31",
    "statement": "36",
    "figure": "1;34",
    "time": "32",
    "place": "35",
    "name": "4",
}
"""SGR codes of the kinds, the first one that holds wins."""


def draw_report(report: Report, *, ink: Ink = PLAIN) -> str:
    """Return the whole text of a report, block by block, with what was found below each."""
    head = f"{report.metadata.title or report.page.path}"
    lines = [*set_runs([Run(head, "1")], ink=ink), ink.dim(one_line(report.page.path)), ""]
    for block in report.blocks:
        read = block.label in READ_LABELS
        lines += _read(report, block, ink) if read else _furniture(report, block, ink)
    return "\n".join(lines).rstrip()


def _furniture(report: Report, block: Block, ink: Ink) -> Iterator[str]:
    """Yield a block that is set aside, greyed."""
    label = f"{phrases.LABELS[block.label.value]} |"
    runs = [Run(block.span.of(report.text), "2")]
    yield from set_runs(runs, ink=ink, first=f"{label:<{_MARGIN}}", rest=" " * _MARGIN)
    yield ""


def _read(report: Report, block: Block, ink: Ink) -> Iterator[str]:
    """Yield a block's sentences, each with the records that begin in it."""
    label = phrases.LABELS[block.label.value]
    for number, sentence in zip(sentence_numbers(report), report.sentences, strict=True):
        span = sentence.span
        if not (block.span.start <= span.start < block.span.end):
            continue
        count = number if number.isdigit() else ""
        margin = f"{label:<{_MARGIN - 5}}{count:>3}  "
        label = ""
        yield from set_runs(_marked(report, span), ink=ink, first=margin, rest=" " * _MARGIN)
        for kind, words, about in _records(report, span):
            first = f"{'':<{_MARGIN}}- {kind}: "
            runs = [Run(f"“{words}”", _CODES[kind]), Run(f" {about}", "2")]
            yield from set_runs(runs, ink=ink, first=first, rest=" " * (_MARGIN + 2))
    yield ""


def _marked(report: Report, span: Span) -> list[Run]:
    """Return a sentence with each marked stretch in the colour of its first kind."""
    runs = []
    for segment in segments(report.text, span, found_marks(report)):
        kinds = {mark.kind for mark in segment.marks}
        code = next((code for kind, code in _CODES.items() if kind in kinds), "")
        runs.append(Run(segment.span.of(report.text), code))
    return runs


def _records(report: Report, span: Span) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, words, what is said of them) of the records that begin in a sentence."""
    for event in report.events:
        if _begins(event.trigger, span):
            yield "event", event.trigger.of(report.text), _event(event)
    for statement in report.statements:
        if _begins(statement.words, span):
            yield "statement", statement.words.of(report.text), _statement(statement)
    for figure in report.figures:
        if _begins(figure.span, span):
            yield "figure", figure.span.of(report.text), _figure(figure)
    for time in report.times:
        if _begins(time.span, span):
            yield "time", time.span.of(report.text), time_words(time)


def _begins(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _listed(actors: tuple[Actor, ...]) -> str:
    return phrases.listed([actor.name for actor in actors]) or "nobody named"


def _event(event: Event) -> str:
    status = phrases.STATUSES[event.status.value] or "happened"
    aim = f" → {_listed(event.recipients)}" if event.recipients else ""
    by = f" (as {event.claimed_by.name} has it)" if event.claimed_by else ""
    return f"{phrases.code_words(event.code)}, {status}: {_listed(event.actors)}{aim}{by}"


def _statement(statement: Statement) -> str:
    return f"{statement.mode}, by {_listed(statement.speakers)}"


def _figure(figure: Figure) -> str:
    many = phrases.how_many(figure.low, figure.high, figure.hedge, figure.unit)
    what = phrases.measured(figure.of_what or figure.head or "", figure.measure)
    by = f", says {figure.claimed_by.name}" if figure.claimed_by else ""
    return f"{many} {what}{by}"
