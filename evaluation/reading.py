"""Read the text of a benchmark as it stands: every paragraph is body, nothing is set aside.

What a page's lines are is measured elsewhere; here offsets have to stay the benchmark's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.desk import knowledge
from dateline.model import Block, Given, Label, Metadata, Report, Span
from dateline.pipeline import Stage, plan
from dateline.sources.page import page_of_text

_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")


def plain_report(text: str, *, published: str | None = None, path: str = "text.txt") -> Report:
    """Return a report whose lines are all body, published on a day if one is known."""
    page = page_of_text(text, path=path, given=Given(published=published))
    blocks = tuple(
        Block(Span(*line.span()), Label.BODY, "blocks/given")
        for line in _PARAGRAPH.finditer(page.text)
    )
    by = "given" if published else None
    about = Metadata(published=published, published_by=by, published_value=published)
    return Report(page, blocks=blocks, metadata=replace(about, language="en"))


def read_upto(report: Report, last: str) -> Report:
    """Return the report with every stage run from its sentences to the field that is named."""
    for stage in _stages(last):
        report = replace(report, **{stage.gives: stage.find(report)})
    return report


def _stages(last: str) -> Iterator[Stage]:
    """Yield the stages that read, up to the one that gives a field."""
    for stage in plan(knowledge()):
        if not stage.skims:
            yield stage
        if stage.gives == last:
            return


def meet(one: Span, other: Span) -> bool:
    """Whether two stretches share a character."""
    return one.start < other.end and other.start < one.end


def recognised(report: Report) -> Iterator[tuple[Span, str]]:
    """Yield the parser's own entities with its labels."""
    for sentence in report.sentences:
        parse = sentence.parse
        for first, end, label in parse.entities if parse else ():
            if parse:
                yield Span(parse.start[first], parse.end[end - 1]), label
