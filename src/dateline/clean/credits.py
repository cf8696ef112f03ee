"""Find the news agencies that a report credits: "With reporting by AP and dpa".

Credits stand on lines of their own ("ab/cd (AFP, dpa)", "Image: Jane Doe/AFP"), in a dateline
("KABUL, Jan 5 (Reuters) -"), in a byline, after the last full stop ("… on Monday. — AFP"), and
where the text has none, in the page's markup or the feed that it came in. An agency that a
sentence names is a source and not a credit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.clean.crediting.agency_names import Named, agencies_in, listed_agencies, only_agencies
from dateline.clean.crediting.credit_shapes import (
    Part,
    caption_parts,
    closing_parts,
    copyright_parts,
    line_parts,
    names_parts,
    opening_parts,
    run_together_parts,
    stamped_parts,
    thanking_parts,
)
from dateline.clean.crediting.credit_sources import outside_credits
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Block, Credit, Label, Report, Span

_ABOVE = 8
"""Blocks above the headline, or above the body of a page without one, that may credit."""
_BELOW = 15
"""Blocks below the body in which a line of credits may stand."""
_NEAR = 3
"""Blocks below the body in which a byline is still its own, and not that of the next report."""
_CLOSING = 3
"""Last paragraphs of the body whose ends are looked at."""
_LONGEST_BYLINE = 160
"""Characters; longer ones tell what an author has done."""
_LONGEST_LINE = 260
_MOST_NAMES = 9
"""Words of a line that is nothing but names."""
_READ = frozenset({Label.BODY, Label.LEDE})


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the report lies among the blocks of its page."""

    opening: int
    bodies: tuple[int, ...]

    @property
    def last(self) -> int:
        """The last block of the body."""
        return self.bodies[-1]

    def holds(self, index: int) -> bool:
        """Whether a block is near enough to speak of the report."""
        return self.opening <= index <= self.last + _BELOW

    def is_amid(self, index: int) -> bool:
        """Whether a block stands between paragraphs, where no byline does."""
        return bisect_left(self.bodies, index) > 2 and index < self.last


def find_credits(report: Report, *, lexicon: Lexicon) -> tuple[Credit, ...]:
    """Return one credit for each agency that a line credits, in the order of the text.

    `kind` is "photo" beside a picture, else "wire". A picture library ("Getty Images") is no
    source of anybody's words; its name stands in the photo credit's block and is no credit.
    What the markup or a listing credits follows, if the text itself does not.
    """
    printed = tuple(_printed(report, lexicon))
    wires = {credit.agency for credit in printed if credit.kind == "wire"}
    outside = outside_credits(report.page, lexicon=lexicon)
    return (*printed, *(credit for credit in outside if credit.agency not in wires))


def _printed(report: Report, lexicon: Lexicon) -> Iterator[Credit]:
    """Yield the credits of the text, one an agency and block."""
    frame = _frame(report.blocks)
    for index in range(len(report.blocks)):
        named: set[str] = set()
        for part in _parts(report, index, frame, lexicon):
            for span, agency in _agencies(report.text, part, lexicon):
                if agency.name not in named and agency.kind != "photo":
                    named.add(agency.name)
                    kind = "photo" if part.photo else "wire"
                    yield Credit(span, agency.name, kind, by=f"credits/{part.rule}")


def _frame(blocks: tuple[Block, ...]) -> _Frame:
    """Return where the report lies; a page without a body is all report."""
    bodies = tuple(i for i, block in enumerate(blocks) if block.label in _READ)
    if not bodies:
        return _Frame(0, (max(0, len(blocks) - 1),))
    titles = (i for i, block in enumerate(blocks) if block.label is Label.TITLE)
    return _Frame(min(next(titles, bodies[0]), bodies[0]) - _ABOVE, bodies)


def _agencies(text: str, part: Part, lexicon: Lexicon) -> tuple[Named, ...]:
    """Return the agencies of a part, with their spans."""
    if part.alone:
        return only_agencies(text, part.span, lexicon)
    listed = listed_agencies(text, part.span, lexicon)
    return listed if part.listed or listed else tuple(agencies_in(text, part.span, lexicon))


def _parts(report: Report, index: int, frame: _Frame, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the parts of a block that credit somebody, by what the block is."""
    block, text = report.blocks[index], report.text
    if not frame.holds(index):
        return
    match block.label:
        case Label.BODY | Label.LEDE:
            yield from _body_parts(text, block.span, index, frame)
            if block.label is Label.LEDE:
                yield from _name_parts(text, block.span, lexicon)
        case Label.CREDIT:
            yield from line_parts(text, block.span)
        case Label.PHOTO_CREDIT:
            # "Reuters/AFP" below the body: nobody's picture stands there
            wire = index > frame.last and bool(only_agencies(text, block.span, lexicon))
            yield Part(block.span, "line" if wire else "photo", listed=False, photo=not wire)
        case Label.CAPTION:
            yield from caption_parts(text, block.span)
        case Label.BYLINE:
            yield from _byline_parts(report, index, frame, lexicon)
        case Label.DATELINE:
            yield Part(block.span, "dateline", listed=False)
        case Label.TITLE | Label.URL:
            return
        case _:
            yield from _beside_parts(report, index, frame, lexicon)


def _body_parts(text: str, span: Span, index: int, frame: _Frame) -> Iterator[Part]:
    """Yield what a paragraph credits before its first sentence or after its last."""
    yield from opening_parts(text, span)
    if index in frame.bodies[:2]:
        yield from run_together_parts(text, span)
    if index in frame.bodies[-_CLOSING:]:
        yield from closing_parts(text, span)


def _byline_parts(report: Report, index: int, frame: _Frame, lexicon: Lexicon) -> Iterator[Part]:
    """Yield a byline; a bare agency between paragraphs is whose picture stood there."""
    span = report.blocks[index].span
    if index > frame.last + _NEAR or span.end - span.start > _LONGEST_BYLINE:
        return
    dated = any(block.label is Label.DATE for block in report.blocks[index - 1 : index + 3])
    bare = not dated and frame.is_amid(index) and only_agencies(report.text, span, lexicon)
    yield Part(span, "photo" if bare else "byline", listed=False, photo=bool(bare))


def _beside_parts(report: Report, index: int, frame: _Frame, lexicon: Lexicon) -> Iterator[Part]:
    """Yield what a line credits that was taken for furniture: thanks, copyright, bare names."""
    text, span = report.text, report.blocks[index].span
    if span.end - span.start <= _LONGEST_LINE:
        yield from thanking_parts(text, span)
        yield from stamped_parts(text, span)
    after = index > frame.last
    yield from (part for part in copyright_parts(text, span) if after or part.photo)
    adjoins = frame.bodies[0] - 3 <= index <= frame.last + 1 and not frame.is_amid(index)
    if adjoins and "breadcrumb" not in report.blocks[index].by:
        yield from _name_parts(text, span, lexicon)


def _name_parts(text: str, span: Span, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the agencies of a short line of names; of two letters only beside others."""
    found = listed_agencies(text, span, lexicon)
    if len(text[span.start : span.end].split()) <= _MOST_NAMES:
        if len(found) > 1 or any(at.end - at.start > 2 for at, _ in found):
            yield from names_parts(text, span, (at for at, _ in found))
