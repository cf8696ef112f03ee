"""Cite as people do: report A, sentence 3, is "A3".

Letters follow the order of a story's reports; sentences are counted from 1, and those of
the title have the word "title" instead.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dateline.model import Cite, Label, Report, Span
from dateline.serve import phrases

TITLE = " title"
"""Stands in a citation where a sentence of the text has its number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation: a report's letter with the number of the sentence."""

    text: str
    """"A3", "A3–4", "A title"."""
    letter: str
    report: str
    spans: tuple[Span, ...]
    """The characters cited."""
    whole: Span
    """The sentences that hold them."""


class Citing:
    """The letters of a story's reports and the numbers of their sentences."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports: Mapping[str, Report] = {report.id: report for report in reports}
        self.letters = {report.id: letter(i) for i, report in enumerate(reports)}
        self.outlets = {report.id: outlet_name(report) for report in reports}
        self._numbers = {report.id: sentence_numbers(report) for report in reports}
        self._starts = {r.id: [s.span.start for s in r.sentences] for r in reports}
        self._ends = {r.id: [s.span.end for s in r.sentences] for r in reports}

    def marks(self, cites: Iterable[Cite]) -> tuple[Mark, ...]:
        """Return citations in the order of the reports, those of neighbouring sentences as one."""
        cited: dict[str, set[Span]] = {}
        for cite in cites:
            cited.setdefault(cite.report, set()).add(cite.span)
        return tuple(
            mark
            for id in self.reports
            if id in cited
            for mark in self._of(self.reports[id], sorted(cited[id]))
        )

    def _of(self, report: Report, spans: Sequence[Span]) -> Iterator[Mark]:
        """Yield the citations of one report."""
        own, numbers = self.letters[report.id], self._numbers[report.id]
        runs: list[tuple[list[Span], int, int]] = []
        for span in spans:
            # Sentences stand in order and share no character.
            met = range(
                bisect_right(self._ends[report.id], span.start),
                bisect_left(self._starts[report.id], span.end),
            )
            if not met:
                yield Mark(own + _where(report, span), own, report.id, (span,), span)
            elif runs and _joined(runs[-1][2], met[0], numbers):
                held, first, last = runs[-1]
                runs[-1] = ([*held, span], first, max(last, met[-1]))
            else:
                runs.append(([span], met[0], met[-1]))
        for held, first, last in runs:
            whole = Span(report.sentences[first].span.start, report.sentences[last].span.end)
            text = _between(own, numbers[first], numbers[last])
            yield Mark(text, own, report.id, tuple(held), whole)


def letter(number: int) -> str:
    """Return A for 0, B for 1, AA for 26."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def outlet_name(report: Report) -> str:
    """Return the report's outlet, or the name of its file where that is unknown."""
    return report.metadata.outlet or PurePath(report.page.path).stem or report.page.path


def sentence_numbers(report: Report) -> tuple[str, ...]:
    """Return the number of each sentence; those of the title have the word instead."""
    number, found = 0, []
    for sentence in report.sentences:
        titled = sentence.label is Label.TITLE
        number += not titled
        found.append(TITLE if titled else str(number))
    return tuple(found)


def _joined(last: int, next: int, numbers: Sequence[str]) -> bool:
    """Whether a sentence is the same as the last, or follows it; the title stands apart."""
    return next <= last + 1 and (numbers[last] == TITLE) == (numbers[next] == TITLE)


def _between(own: str, first: str, last: str) -> str:
    """Return "A3", "A3–4", "A title" or "A title–2"."""
    return f"{own}{first}" if first == last else f"{own}{first}–{last}"


def _where(report: Report, span: Span) -> str:
    """Return the block that holds characters outside all sentences: " credit"."""
    blocks = (block for block in report.blocks if block.span.meets(span))
    held = next(blocks, None)
    return "" if held is None else f" {phrases.LABELS[held.label.value]}"
