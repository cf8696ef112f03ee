"""View a story as a web page draws it: brief, matrix of claims, and texts side by side.

The line "A flood in Beira killed people [A2, B1]" lights its evidence in the texts that stand
beside it, and leads to the pages of those that don't.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.model import Report, Span, Story
from dateline.serve.citing import Citing, Mark
from dateline.serve.links import report_link
from dateline.serve.matrix import Matrix
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
    matrix: Matrix | None = None


def view_story(
    story: Story, key: str, *, texts: int | None = None, matrix: Matrix | None = None
) -> StoryView:
    """Return the view of a story; `key` sets its anchors apart from other stories'.

    The first so many `texts` stand beside the brief, all of them where nothing is said.
    """
    sheet, letters = lay_out(story), Citing(story.reports).letters
    shown = {report.id: report for report in story.reports[:texts]}
    owns = {id: f"{key}-{letters[id]}" for id in shown}
    marks = list(dict.fromkeys(_marks(sheet, matrix)))
    cites = {mark: f"{key}-c{number}" for number, mark in enumerate(marks) if mark.report in shown}
    return StoryView(
        key,
        sheet,
        tuple(
            view_text(shown[source.id], source, owns[source.id], _cited(source.id, cites))
            for source in sheet.sources
            if source.id in shown
        ),
        {mark: _leads(mark, shown, owns) for mark in marks},
        cites,
        {id: f"#{owns[id]}" if id in shown else report_link(id) for id in letters},
        matrix,
    )


def _cited(report: str, cites: Mapping[Mark, str]) -> list[tuple[Span, str]]:
    """Return the spans of a report that are cited, each with the citation's key."""
    return [
        (span, key) for mark, key in cites.items() if mark.report == report for span in mark.spans
    ]


def _leads(mark: Mark, shown: Mapping[str, Report], owns: Mapping[str, str]) -> str:
    """Return where a citation leads."""
    if mark.report not in shown:
        return report_link(mark.report, mark.spans[0])
    return "#" + sentence_anchor(shown[mark.report], owns[mark.report], mark.spans[0].start)


def _marks(sheet: Sheet, matrix: Matrix | None) -> Iterator[Mark]:
    """Yield every citation of a sheet and its matrix."""
    lines: list[Line | Row | Moment] = [*sheet.figures, *sheet.said]
    for section in sheet.sections:
        lines += section.lines
    for _, moments in sheet.timeline:
        lines += moments
    for line in lines:
        yield from line.marks
    for row in matrix.rows if matrix else ():
        for cell in row.cells:
            yield from cell.marks
