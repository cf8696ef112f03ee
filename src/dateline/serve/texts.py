"""View a story as a web page draws it: texts cut at every mark, and what each mark stands for.

The words "At least 40 people" become a `Piece` of the kinds "figure" and "event" that knows
the citations which light it and the entries which explain it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dateline.model import READ_LABELS, Block, Label, Report, Span, Story
from dateline.serve import phrases
from dateline.serve.citing import Mark, sentence_numbers
from dateline.serve.entries import Entry, entries
from dateline.serve.legend import Source
from dateline.serve.marks import KINDS, Marked, found_marks, segments
from dateline.serve.sheet import Line, Moment, Row, Sheet, lay_out
from dateline.serve.typeset import is_steering

_CITED = "cited"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that lie in the same marks from end to end."""

    text: str
    kinds: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    """Keys of the entries that explain it, the most telling first."""
    cites: tuple[str, ...] = ()
    """Keys of the citations that light it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a block, or what stands between two."""

    pieces: tuple[Piece, ...]
    key: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with the words for its label."""

    label: str
    read: bool
    tag: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """A report's text beside its line of the legend."""

    source: Source
    link: str | None
    key: str
    blocks: tuple[BlockView, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as the template wants it."""

    key: str
    sheet: Sheet
    texts: tuple[TextView, ...]
    anchors: dict[Mark, str]
    """Where a citation leads without a script: the key of its sentence."""
    cites: dict[Mark, str]
    """The key of a citation."""


def view_story(story: Story, key: str) -> StoryView:
    """Return the view of a story; `key` sets its anchors apart from other stories'."""
    sheet = lay_out(story)
    marks = list(dict.fromkeys(_marks(sheet)))
    cites = {mark: f"{key}-c{number}" for number, mark in enumerate(marks)}
    sources = {source.id: source for source in sheet.sources}
    texts = tuple(_text(report, sources[report.id], key, cites) for report in story.reports)
    by_id = {report.id: report for report in story.reports}
    anchors = {mark: _anchor(mark, by_id[mark.report], key) for mark in marks}
    return StoryView(key, sheet, texts, anchors, cites)


def web_link(url: str | None) -> str | None:
    """Return an address that a page may link to: http and https alone, never a script."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else None


def _marks(sheet: Sheet) -> Iterator[Mark]:
    """Yield every citation of a sheet."""
    lines: list[Line | Row | Moment] = [*sheet.figures, *sheet.said]
    for section in sheet.sections:
        lines += section.lines
    for _, moments in sheet.timeline:
        lines += moments
    for line in lines:
        yield from line.marks


def _anchor(mark: Mark, report: Report, key: str) -> str:
    """Return the key of the sentence that a citation begins in, else of the whole text."""
    own = f"{key}-{mark.letter}"
    at, spans = mark.spans[0].start, [sentence.span for sentence in report.sentences]
    number = next((n for n, span in enumerate(spans) if span.start <= at < span.end), None)
    return own if number is None else f"{own}-{number}"


def _text(report: Report, source: Source, key: str, cites: dict[Mark, str]) -> TextView:
    own = f"{key}-{source.letter}"
    cited = [
        Marked(span, _CITED, cite)
        for mark, cite in cites.items()
        for span in (mark.spans if mark.report == report.id else ())
    ]
    found = [replace(m, record=_key(own, m.record)) for m in found_marks(report)]
    views = tuple(_blocks(report, own, (*found, *cited)))
    told = tuple(replace(entry, key=_key(own, entry.key)) for entry in entries(report))
    return TextView(source, web_link(source.url), own, views, told)


def _key(own: str, record: str) -> str:
    """Return the anchor of a record: "s1-A-events-120-188"."""
    return f"{own}-{record.replace('/', '-').replace('.', '-')}"


def _blocks(report: Report, own: str, marks: Sequence[Marked]) -> Iterator[BlockView]:
    """Yield the blocks and, between them, what no block holds."""
    at = 0
    for block in report.blocks:
        yield from _gap(report, Span(at, block.span.start), marks)
        yield _block(report, block, own, marks)
        at = block.span.end
    yield from _gap(report, Span(at, len(report.text)), marks)


def _gap(report: Report, span: Span, marks: Sequence[Marked]) -> Iterator[BlockView]:
    if span.of(report.text).strip():
        pieces = _pieces(report.text, span, marks)
        yield BlockView("not labelled", read=False, tag="p", stretches=(Stretch(pieces),))


def _block(report: Report, block: Block, own: str, marks: Sequence[Marked]) -> BlockView:
    read = block.label in READ_LABELS
    tag = {Label.TITLE: "h3", Label.SUBHEAD: "h4"}.get(block.label, "p")
    near = [mark for mark in marks if mark.span.meets(block.span)]
    stretches = tuple(_stretches(report, block, own, near))
    return BlockView(phrases.LABELS[block.label.value], read, tag, stretches)


def _stretches(
    report: Report, block: Block, own: str, marks: Sequence[Marked]
) -> Iterator[Stretch]:
    """Yield the sentences of a block and what stands between them."""
    at = block.span.start
    for index, number in enumerate(sentence_numbers(report)):
        span = report.sentences[index].span
        if not (at <= span.start and span.end <= block.span.end):
            continue
        if at < span.start:
            yield Stretch(_pieces(report.text, Span(at, span.start), marks))
        shown = number if number.isdigit() else None
        yield Stretch(_pieces(report.text, span, marks), f"{own}-{index}", shown)
        at = span.end
    if at < block.span.end:
        yield Stretch(_pieces(report.text, Span(at, block.span.end), marks))


def _pieces(text: str, span: Span, marks: Sequence[Marked]) -> tuple[Piece, ...]:
    found = []
    for segment in segments(text, span, marks):
        records = [m for m in segment.marks if m.kind != _CITED]
        records.sort(key=lambda m: (KINDS.index(m.kind), m.span.end - m.span.start))
        found.append(
            Piece(
                _shown(segment.span.of(text)),
                tuple(dict.fromkeys(m.kind for m in records)),
                tuple(m.record for m in records),
                tuple(m.record for m in segment.marks if m.kind == _CITED),
            )
        )
    return tuple(found)


def _shown(text: str) -> str:
    """Return the text without characters that HTML can't hold or that turn a line around."""
    return "".join("\ufffd" if c not in "\n\r\t" and is_steering(c) else c for c in text)
