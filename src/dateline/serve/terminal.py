"""Draw the brief of a story in the terminal: 80 columns, each line with its citations.

    What both report
      • A flood in Beira killed people. [A2, B1]

Emphasis is bold and dim, and only where the output is a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Story
from dateline.serve import phrases
from dateline.serve.citing import Mark
from dateline.serve.legend import Source
from dateline.serve.sheet import Line, Moment, Row, Sheet, lay_out
from dateline.serve.typeset import (
    PLAIN,
    WIDTH,
    Ink,
    Run,
    columns,
    one_line,
    padded,
    set_runs,
    wrapped,
)

_BULLET = "  • "
_REST = "    "
_COLUMNS = (24, 20, 18, 10)
"""Widths of the table of figures: what, how many, who says so, where."""
SPARE = 4
"""How many figures are shown that one report alone has and that count no people."""
_WHEN = 22
"""Columns that a date of the timeline may take before its text goes below it."""


def draw_brief(story: Story, *, ink: Ink = PLAIN) -> str:
    """Return the brief of a story as text, without a line break at its end."""
    sheet = lay_out(story)
    return "\n".join(_page(sheet, ink)).rstrip()


def draw_briefs(stories: Sequence[Story], *, ink: Ink = PLAIN) -> str:
    """Return the briefs of stories, with a rule between two of them."""
    rule = "\n\n" + ink.dim("─" * WIDTH) + "\n\n"
    return rule.join(draw_brief(story, ink=ink) for story in stories)


def _page(sheet: Sheet, ink: Ink) -> Iterator[str]:
    yield from set_runs([Run(sheet.headline, "1")], ink=ink)
    if sheet.dates:
        yield ink.dim(sheet.dates)
    yield from set_runs([Run(sheet.origins)], ink=ink)
    yield ""
    for source in sheet.sources:
        yield from _source(source, ink)
    for section in sheet.sections:
        yield from _heading(section.title, ink)
        yield from _listed(section.lines, ink)
    if sheet.figures:
        yield from _heading("Figures", ink)
        yield from _table(sheet.figures, ink)
    if sheet.said:
        yield from _heading("Who said what", ink)
        yield from _listed(sheet.said, ink)
    if sheet.timeline:
        yield from _heading("Timeline", ink)
    for tense, moments in sheet.timeline:
        yield f"  {ink.dim(tense)}"
        for moment in moments:
            yield from _moment(moment, ink)


def _heading(title: str, ink: Ink) -> Iterator[str]:
    yield ""
    yield from set_runs([Run(title, "1")], ink=ink)


def _source(source: Source, ink: Ink) -> Iterator[str]:
    """Yield a report of the legend: letter, outlet and title, then date and file."""
    indent = " " * (len(source.letter) + 4)
    title = f"{source.outlet}: {source.title}" if source.title else source.outlet
    yield from set_runs([Run(title)], ink=ink, first=f"  {source.letter}  ", rest=indent)
    rows = [""]
    for part in filter(None, (source.date or "no date", *source.kin, source.path)):
        joined = f"{rows[-1]} · {part}" if rows[-1] else part
        if columns(indent + joined) <= WIDTH:
            rows[-1] = joined
        else:
            rows.append(part)
    for row in rows:
        yield from set_runs([Run(row, "2")], ink=ink, first=indent, rest=indent)


def _cited(marks: Sequence[Mark]) -> list[Run]:
    """Return the citations of a line: each stays in one piece, [A3, B2] may break between."""
    runs: list[Run] = []
    for mark in marks:
        runs += [Run(", " if runs else " [", "2"), Run(mark.text, "2", kept=True)]
    return [*runs, Run("]", "2")] if runs else []


def _listed(lines: Sequence[Line], ink: Ink) -> Iterator[str]:
    for line in lines:
        note = [Run(" "), Run(f"({line.note})", "1")] if line.note else []
        runs = [Run(line.text), *note, *_cited(line.marks)]
        yield from set_runs(runs, ink=ink, first=_BULLET, rest=_REST)


def _table(rows: Sequence[Row], ink: Ink) -> Iterator[str]:
    """Yield the table of figures; what is counted is named once for all its readings."""
    yield _cells(("what", "how many", "who says so", "where"), ink, code="2")[0]
    before = None
    minor = [row for row in rows if row.minor][SPARE:]
    for row in (row for row in rows if row not in minor):
        what = "" if row.what == before else row.what
        before = row.what
        where = ", ".join(mark.text for mark in row.marks)
        yield from _cells((what, row.how_many, row.who or "–", f"[{where}]"), ink)
    if minor:
        told = phrases.counted(len(minor), "figure")
        yield from set_runs([Run(f"and {told} more, each in one report alone", "2")], first="  ")


def _cells(texts: Sequence[str], ink: Ink, code: str = "") -> list[str]:
    """Return the lines of one table row, each cell wrapped in its column."""
    cells = [wrapped(one_line(text), width) for text, width in zip(texts, _COLUMNS, strict=True)]
    height = max(map(len, cells))
    lines = []
    for number in range(height):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        spaced = [padded(part, width) for part, width in zip(parts, _COLUMNS, strict=True)]
        where = ink.tinted(spaced[-1].rstrip(), code or "2")
        left = "  ".join(spaced[:-1])
        lines.append(f"  {ink.tinted(left, code)}  {where}".rstrip())
    return lines


def _moment(moment: Moment, ink: Ink) -> Iterator[str]:
    """Yield a line of the timeline: the date in its own column where it fits."""
    runs = [Run(moment.text), *_cited(moment.marks)]
    when, indent = one_line(moment.when), " " * (_REST.count(" ") + _WHEN)
    if columns(when) < _WHEN:
        yield from set_runs(runs, ink=ink, first=_REST + padded(when, _WHEN), rest=indent)
        return
    yield _REST + when
    yield from set_runs(runs, ink=ink, first=indent, rest=indent)
