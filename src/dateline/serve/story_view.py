"""View a story as a web page draws it: brief, matrix of claims, and texts side by side.

The line "A flood in Beira killed people [A2, B1]" lights its evidence in the texts that stand
beside it, and leads to the pages of those that don't.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Report, Story
from dateline.serve.chart import Chart, lay_charts
from dateline.serve.citing import Citing, Mark
from dateline.serve.links import report_link
from dateline.serve.marks import Marked
from dateline.serve.matrix import Matrix
from dateline.serve.pairing import Pairing
from dateline.serve.sheet import Line, Moment, Row, Sheet, lay_out
from dateline.serve.texts import CITED, PAIRED, TextView, sentence_anchor, view_text


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

    The first so many `texts` stand beside the brief, of two that are paired these two, and each
    report's page has the rest of it; where nothing is said, all stands on this page.
    """
    citing = Citing(story.reports)
    sheet, charts = lay_out(story), lay_charts(story, citing)
    first = [report.id for report in story.reports[:texts]]
    shown = {id: citing.reports[id] for id in ((pairing.left, pairing.right) if pairing else first)}
    owns = {id: f"{key}-{citing.letters[id]}" for id in shown}
    marks = list(dict.fromkeys(_marks(sheet, charts, matrix)))
    cites = {mark: f"{key}-c{number}" for number, mark in enumerate(marks) if mark.report in shown}
    sources = {source.id: source for source in sheet.sources}
    pages = {id: "" if texts is None else report_link(id) for id in shown}
    return StoryView(
        key,
        sheet,
        tuple(
            view_text(report, sources[id], owns[id], _lit(id, cites, pairing), page=pages[id])
            for id, report in shown.items()
        ),
        {mark: _leads(mark, shown, owns) for mark in marks},
        cites,
        {id: f"#{owns[id]}" if id in shown else report_link(id) for id in citing.letters},
        charts,
        matrix,
        pairing,
    )


def _lit(report: str, cites: Mapping[Mark, str], pairing: Pairing | None) -> Iterator[Marked]:
    """Yield what is cited of a report, and what the other one of two texts has too."""
    for mark, key in cites.items():
        if mark.report == report:
            yield from (Marked(span, CITED, key) for span in mark.spans)
    for span, number in pairing.spans(report) if pairing else ():
        yield Marked(span, PAIRED, str(number))


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
