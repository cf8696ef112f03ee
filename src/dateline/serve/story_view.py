"""View a story as a web page draws it: brief, matrix of claims, and texts side by side.

The line "A flood in Beira killed people [A2, B1]" lights its evidence in the texts that stand
beside it, and leads to the pages of those that don't.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Report, Span, Story
from dateline.serve.chart import Chart, lay_charts
from dateline.serve.citing import Citing, Mark
from dateline.serve.links import report_link
from dateline.serve.matrix import Matrix
from dateline.serve.pairing import Pairing
from dateline.serve.sheet import Line, Moment, Row, Sheet, lay_out
from dateline.serve.texts import TextView, sentence_anchor, view_text


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as the template wants it."""

    key: str
    sheet: Sheet
    texts: tuple[TextView, ...]
    anchors: Mapping[Mark, str]
    """Where a citation leads without a script: to its sentence, or to its report's page."""
    cites: Mapping[Mark, str]
    """The key of a citation whose text stands on the page."""
    starts: Mapping[str, str]
    """Where the letter of a report leads: to its text, or to its page."""
    charts: tuple[Chart, ...]
    matrix: Matrix | None = None
    pairing: Pairing | None = None


def view_story(
    story: Story,
    key: str,
    *,
    texts: int | None = None,
    matrix: Matrix | None = None,
    pairing: Pairing | None = None,
) -> StoryView:
    """Return the view of a story; `key` sets its anchors apart from other stories'.

    The first so many `texts` stand beside the brief, all of them where nothing is said; of two
    that are paired, these two.
    """
    citing = Citing(story.reports)
    sheet, charts = lay_out(story), lay_charts(story, citing)
    first = [report.id for report in story.reports[:texts]]
    both = [pairing.left, pairing.right] if pairing else first
    shown = {id: citing.reports[id] for id in both}
    owns = {id: f"{key}-{citing.letters[id]}" for id in shown}
    marks = list(dict.fromkeys(_marks(sheet, charts, matrix)))
    cites = {mark: f"{key}-c{number}" for number, mark in enumerate(marks) if mark.report in shown}
    sources = {source.id: source for source in sheet.sources}
    return StoryView(
        key,
        sheet,
        tuple(
            view_text(report, sources[id], owns[id], _cited(id, cites), _paired(id, pairing))
            for id, report in shown.items()
        ),
        {mark: _leads(mark, shown, owns) for mark in marks},
        cites,
        {id: f"#{owns[id]}" if id in shown else report_link(id) for id in citing.letters},
        charts,
        matrix,
        pairing,
    )


def _cited(report: str, cites: Mapping[Mark, str]) -> list[tuple[Span, str]]:
    """Return the spans of a report that are cited, each with the citation's key."""
    return [
        (span, key) for mark, key in cites.items() if mark.report == report for span in mark.spans
    ]


def _paired(report: str, pairing: Pairing | None) -> list[tuple[Span, int]]:
    """Return the characters that the other one of two texts has too, with their number."""
    return pairing.spans(report) if pairing else []


def _leads(mark: Mark, shown: Mapping[str, Report], owns: Mapping[str, str]) -> str:
    """Return where a citation leads."""
    if mark.report not in shown:
        return report_link(mark.report, mark.spans[0])
    return "#" + sentence_anchor(shown[mark.report], owns[mark.report], mark.spans[0].start)


def _marks(sheet: Sheet, charts: Sequence[Chart], matrix: Matrix | None) -> Iterator[Mark]:
    """Yield every citation of a sheet, its charts and its matrix."""
    lines: list[Line | Row | Moment] = [*sheet.figures, *sheet.said]
    for section in sheet.sections:
        lines += section.lines
    for _, moments in sheet.timeline:
        lines += moments
    for line in lines:
        yield from line.marks
    for bar in (bar for chart in charts for bar in chart.bars):
        yield from bar.marks
    for row in matrix.rows if matrix else ():
        for cell in row.cells:
            yield from cell.marks
