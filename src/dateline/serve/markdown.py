"""Draw the brief of a story as Markdown for pasting, with a footnote a citation.

    - A flood in Beira killed people.[^A2][^B1]

    [^A2]: Harbour Courier, 12 March 2030: At least 40 people were killed …

What pages say is escaped: a title "*free* [click](…)" stays words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.model import Story
from dateline.serve.citing import Mark
from dateline.serve.legend import Source
from dateline.serve.sheet import Line, Row, Sheet, lay_out
from dateline.serve.typeset import one_line

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
# A line that would open a list or quote: "- ", "+ ", "> ", "1. ", "2) ".
_OPENING = re.compile(r"^(?P<number>\d{0,9})(?P<mark>[-+>.)=:])(?=\s|$)")


def draw_markdown(story: Story) -> str:
    """Return the brief of a story as Markdown, without a line break at its end."""
    sheet = lay_out(story)
    notes = _Notes({report.id: report.text for report in story.reports}, sheet.sources)
    body = list(_page(sheet, notes))
    return "\n".join([*body, "", *notes.lines()]).rstrip()


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it as it stands."""
    plain = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    return _OPENING.sub(r"\g<number>\\\g<mark>", plain)


class _Notes:
    """The footnotes in the order in which they are first called."""

    def __init__(self, texts: dict[str, str], sources: Sequence[Source]) -> None:
        self._texts = texts
        self._sources = {source.id: source for source in sources}
        self._met: dict[str, Mark] = {}

    def call(self, marks: Iterable[Mark]) -> str:
        """Return the calls of some citations: "[^A2][^B1]"."""
        calls = []
        for mark in marks:
            key = mark.text.replace(" ", "-").replace("–", "-")
            self._met.setdefault(key, mark)
            calls.append(f"[^{key}]")
        return "".join(calls)

    def lines(self) -> Iterator[str]:
        """Yield the footnotes: outlet, date, and the sentence."""
        for key, mark in self._met.items():
            source = self._sources[mark.report]
            about = ", ".join(filter(None, (source.outlet, source.date)))
            words = escaped(mark.whole.of(self._texts[mark.report]))
            yield f"[^{key}]: {escaped(about)}: {words}"


def _page(sheet: Sheet, notes: _Notes) -> Iterator[str]:
    yield f"# {escaped(sheet.headline)}"
    yield ""
    yield " · ".join(filter(None, (sheet.dates, escaped(sheet.origins))))
    yield ""
    yield from map(_source, sheet.sources)
    for section in sheet.sections:
        yield from _heading(section.title)
        yield from _listed(section.lines, notes)
    if sheet.figures:
        yield from _heading("Figures")
        yield from _table(sheet.figures, notes)
    if sheet.said:
        yield from _heading("Who said what")
        yield from _listed(sheet.said, notes)
    if sheet.timeline:
        yield from _heading("Timeline")
    for tense, moments in sheet.timeline:
        for moment in moments:
            when = f"{moment.when} ({tense.lower()})" if tense != "Past" else moment.when
            yield f"- **{escaped(when)}**: {escaped(moment.text)}{notes.call(moment.marks)}"


def _heading(title: str) -> Iterator[str]:
    yield ""
    yield f"## {escaped(title)}"
    yield ""


def _source(source: Source) -> str:
    """Return a report of the legend; its address only as words, never as a link to follow."""
    title = f": {source.title}" if source.title else ""
    about = "; ".join((source.date or "no date", source.path, *source.kin))
    return f"- **{source.letter}** {escaped(source.outlet + title)} ({escaped(about)})"


def _listed(lines: Iterable[Line], notes: _Notes) -> Iterator[str]:
    for line in lines:
        note = f" *({line.note})*" if line.note else ""
        yield f"- {escaped(line.text)}{note}{notes.call(line.marks)}"


def _table(rows: Iterable[Row], notes: _Notes) -> Iterator[str]:
    yield "| What | How many | Who says so |"
    yield "|---|---|---|"
    for row in rows:
        cells = (escaped(row.what), escaped(row.how_many), escaped(row.who or "–"))
        yield f"| {' | '.join(cells)}{notes.call(row.marks)} |"
