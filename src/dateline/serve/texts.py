"""View a text as a web page draws it: cut at every mark, with what each mark stands for.

The words "At least 40 people" become a `Piece` of the kinds "figure" and "event" that knows
the citations which light it and the entries which explain it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.export.addresses import web_address
from dateline.model import READ_LABELS, Block, Label, Report, Span
from dateline.serve import phrases
from dateline.serve.citing import sentence_numbers
from dateline.serve.entries import Entry, entries
from dateline.serve.legend import Source
from dateline.serve.marks import KINDS, Marked, found_marks, segments

CITED = "cited"
"""The kind of a mark that a citation lights; its record is the citation's key."""
PAIRED = "paired"
"""The kind of a mark on what a second text says too; its record is a number."""
_COLOURS = 8
ALONE = "r"
"""What opens the anchors of a report that has a page to itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that lie in the same marks from end to end."""

    text: str
    kinds: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    """Keys of the entries that explain it, the most telling first."""
    cites: tuple[str, ...] = ()
    """Keys of the citations that light it."""
    pair: int | None = None
    """The number of what a second text says too."""
    opens: bool = False
    """Whether that begins here."""

    @property
    def is_plain(self) -> bool:
        """Whether it lies in no mark."""
        return not (self.records or self.cites or self.pair)

    @property
    def colour(self) -> str:
        """What a style sheet calls the pair."""
        return f"pair-{(self.pair - 1) % _COLOURS + 1}" if self.pair else ""

    @property
    def looks(self) -> str:
        """What a style sheet calls its marks."""
        own = ("mark", *(f"is-{kind}" for kind in self.kinds)) if self.records else ()
        return " ".join((*own, self.colour) if self.pair else own)


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
    page: str = ""
    """The page that has the entries, where this one has none."""


def view_text(
    report: Report, source: Source, own: str, lit: Iterable[Marked] = (), *, page: str = ""
) -> TextView:
    """Return the view of a text; `own` opens its anchors, `lit` are marks beside its records.

    Where its records are explained on another page, their marks lead there.
    """
    at = ALONE if page else own
    found = [replace(m, record=_key(at, m.record)) for m in found_marks(report)]
    views = tuple(_blocks(report, own, (*found, *lit)))
    told = () if page else entries(report)
    keyed = tuple(replace(entry, key=_key(own, entry.key)) for entry in told)
    return TextView(source, web_address(source.url), own, views, keyed, page)


def sentence_anchor(report: Report, own: str, at: int) -> str:
    """Return the anchor of the sentence that holds a character, else of the whole text."""
    spans = enumerate(sentence.span for sentence in report.sentences)
    number = next((n for n, span in spans if span.start <= at < span.end), None)
    return own if number is None else f"{own}-{number}"


def _key(own: str, record: str) -> str:
    """Return the anchor of a record: "s1-A-events-120-188"."""
    return f"{own}-{record.replace('/', '-').replace('.', '-')}"


def _blocks(report: Report, own: str, marks: Sequence[Marked]) -> Iterator[BlockView]:
    """Yield the blocks and, between them, what no block holds."""
    at, numbers = 0, sentence_numbers(report)
    for block in report.blocks:
        yield from _gap(report, Span(at, block.span.start), marks)
        yield _block(report, block, own, marks, numbers)
        at = block.span.end
    yield from _gap(report, Span(at, len(report.text)), marks)


def _gap(report: Report, span: Span, marks: Sequence[Marked]) -> Iterator[BlockView]:
    if span.of(report.text).strip():
        pieces = _pieces(report.text, span, marks)
        yield BlockView("not labelled", read=False, tag="p", stretches=(Stretch(pieces),))


def _block(
    report: Report, block: Block, own: str, marks: Sequence[Marked], numbers: Sequence[str]
) -> BlockView:
    read = block.label in READ_LABELS
    tag = {Label.TITLE: "h3", Label.SUBHEAD: "h4"}.get(block.label, "p")
    near = [mark for mark in marks if mark.span.meets(block.span)]
    stretches = tuple(_stretches(report, block, own, near, numbers))
    return BlockView(phrases.LABELS[block.label.value], read, tag, stretches)


def _stretches(
    report: Report, block: Block, own: str, marks: Sequence[Marked], numbers: Sequence[str]
) -> Iterator[Stretch]:
    """Yield the sentences of a block and what stands between them."""
    at = block.span.start
    for index, (sentence, number) in enumerate(zip(report.sentences, numbers, strict=True)):
        span = sentence.span
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
        records = [m for m in segment.marks if m.kind in KINDS]
        paired = [m for m in segment.marks if m.kind == PAIRED]
        pair = min(paired, key=lambda m: m.span.end - m.span.start, default=None)
        records.sort(key=lambda m: (KINDS.index(m.kind), m.span.end - m.span.start))
        found.append(
            Piece(
                segment.span.of(text),
                tuple(dict.fromkeys(m.kind for m in records)),
                tuple(m.record for m in records),
                tuple(m.record for m in segment.marks if m.kind == CITED),
                int(pair.record) if pair else None,
                opens=pair is not None and pair.span.start == segment.span.start,
            )
        )
    return tuple(found)
