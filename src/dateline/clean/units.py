"""Cut a page into units: the stretches of text that get one label each.

A line of a dump is a unit; where a dump is wrapped at a column ("…the bridge was / closed on
Monday.") the whole paragraph is one. A block element of HTML is a unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dateline.model import Page, Piece, Span

_WIDEST = 100
"""Columns; a dump with longer lines is not wrapped."""
_NARROWEST = 45
_EARLY = 6
"""Columns by which a line may be cut before the last word that had room."""

# "• A ferry", "- a tunnel", "3. A bridge"
_ITEM = re.compile(r"(?:[•·*»▶►–—-]|\d{1,3}[.)])\s")
# A sentence's end: "…on Monday.", '…for all."', "…at night. »", "…closed (file).", "…why?"
_FINAL = re.compile(r"[.!?…。！？](?:[\"'”’»)\]*」』）]{0,3}|\s[»”])$")
# What an agency puts after it: "…on Monday. — AFP", "…on Monday. (Reuters)"
_CREDITED = re.compile(
    r"(?<=[.!?\"”])\s{0,2}(?:[-–—/]{1,2}\s?|[(\[])[A-Z][\w./, &-]{1,40}[)\]]?\.?$"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


@dataclass(frozen=True)
class Unit:
    """A stretch of text that gets one label, and what the page says of where it stands."""

    span: Span
    text: str
    tag: str = "line"
    within: tuple[str, ...] = ()
    linked: int = 0
    alone: bool = True
    """Whether blank lines, or the ends of the page, stand on both sides."""
    group: int = 0
    """The number of the stretch without blank lines that holds the unit."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, without digits and marks."""
        return tuple(_WORD.findall(self.text[:5_000]))

    @cached_property
    def final(self) -> bool:
        """Whether it ends as a sentence does."""
        ending = _CREDITED.sub("", self.text[-60:])
        return bool(_FINAL.search(ending[-6:]))

    @property
    def link_share(self) -> float:
        """How much of it stands inside links, between 0 and 1."""
        return self.linked / max(1, len(self.text))


def cut_units(page: Page) -> tuple[Unit, ...]:
    """Return the units of a page, in order."""
    if page.kind == "html":
        return tuple(
            Unit(piece.span, piece.span.of(page.text), piece.tag, piece.within, piece.linked)
            for piece in _trimmed(page)
        )
    groups = _groups(page)
    spaced = len(groups) > 1
    found: list[Unit] = []
    width = _width(page, groups)
    for number, group in enumerate(groups):
        # Between blank lines a paragraph is likely, and lines may be cut a little early.
        room = (width or 0) - (_EARLY if spaced else 1)
        spans = _paragraphs(page, group, room) if width else [piece.span for piece in group]
        alone = spaced and len(spans) == 1
        found += [Unit(s, s.of(page.text), alone=alone, group=number) for s in spans]
    return tuple(found)


def _trimmed(page: Page) -> list[Piece]:
    """Return the pieces that hold more than white space."""
    return [piece for piece in page.pieces if piece.span.of(page.text).strip()]


def _groups(page: Page) -> list[list[Piece]]:
    """Return the lines of a dump, parted where blank lines stand."""
    groups: list[list[Piece]] = []
    for piece in page.pieces:
        end = groups[-1][-1].span.end if groups else 0
        between = page.text[end : piece.span.start].replace("\r\n", "\n")
        if groups and sum(between.count(mark) for mark in "\n\r\x85\u2028\f\v") < 2:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _width(page: Page, groups: list[list[Piece]]) -> int | None:
    """Return the column at which the dump's lines were cut; None if at paragraphs.

    Cut lines crowd just below the column; a long address stands out over it, and menus and
    the last lines of paragraphs stand far below.
    """
    lengths = [_length(page, piece) for piece in page.pieces]
    width = max(lengths, default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    crowd = sum(length > width - 10 for length in lengths)
    below = sum(width - 25 < length <= width - 10 for length in lengths)
    joins = [pair for group in groups for pair in pairwise(group)]
    full = [first for first, second in joins if _runs_on(page, first, second, width - _EARLY)]
    # Paragraphs of one line each may be of like length too, but they end as sentences do.
    inside = sum(not _FINAL.search(piece.span.of(page.text)[-6:]) for piece in full)
    if inside < 0.6 * len(full):
        return None
    crowded = len(full) >= 4 and crowd > 1.5 * below
    return width if crowded or (len(joins) >= 2 and len(full) >= 0.6 * len(joins)) else None


def _length(page: Page, piece: Piece) -> int:
    """Return the length of a line; 0 of a single word, which can't be cut."""
    length = piece.span.end - piece.span.start
    return length if length < _NARROWEST or len(piece.span.of(page.text).split(None, 1)) > 1 else 0


def _runs_on(page: Page, first: Piece, second: Piece, width: int) -> bool:
    """Whether a line is full: the next line's first word had no room left on it."""
    following = second.span.of(page.text)
    word = following.split(maxsplit=1)[0]
    return first.span.end - first.span.start + 1 + len(word) > width and not _ITEM.match(following)


def _paragraphs(page: Page, group: list[Piece], width: int) -> list[Span]:
    """Return the paragraphs of a group of wrapped lines; a line that isn't full ends one."""
    spans = [group[0].span]
    for first, second in pairwise(group):
        if _runs_on(page, first, second, width):
            spans[-1] = Span(spans[-1].start, second.span.end)
        else:
            spans.append(second.span)
    return spans
