"""Render HTML as text in one walk, keeping for every character where it stands in the markup.

`<p>Fish &amp; <b>chips</b>` becomes "Fish & chips" with anchors (0, 3), (6, 12) and (7, 16):
white space is collapsed as a browser does, block elements stand on lines of their own, and
what a browser doesn't show (scripts, templates, hidden elements) is left out.
"""

from __future__ import annotations

from bisect import bisect_right

from dateline.model import Head, Piece
from dateline.sources.markup.head import HEARD, HeadListener
from dateline.sources.markup.nesting import Nesting
from dateline.sources.markup.references import decoded
from dateline.sources.markup.tags import Element, element_of, sort_of
from dateline.sources.markup.tokens import attributes_of, tokens
from dateline.sources.markup.writing import Writer

_SHOWN_RAW = frozenset({"xmp", "plaintext"})
_ONCE = frozenset({"html", "head", "body", "select"})
_LONGEST_KEY = 500
"""Characters of a tag that is kept in case it comes again; longer ones carry whole pictures."""


class Walker:
    """One walk over a document, made on construction; then read the public fields."""

    def __init__(self, markup: str, *, hiding: bool = True) -> None:
        self.hidden = 0
        """Characters that only an attribute hides."""
        self._hiding = hiding
        self._markup = markup
        self._nesting = Nesting()
        self._writer = Writer(markup, self._nesting)
        self._listener = HeadListener()
        self._elements: dict[tuple[str, str], Element] = {}
        self._walk()
        self.text = self._writer.text

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The stretches of text that the page keeps apart."""
        return tuple(self._writer.pieces)

    @property
    def anchors(self) -> tuple[tuple[int, int], ...]:
        """Where text and markup fall out of step."""
        return tuple(self._writer.anchors)

    @property
    def head(self) -> Head:
        """What the page says of itself."""
        return self._listener.head()

    def _walk(self) -> None:
        """Go through the document, token by token."""
        nesting, listener = self._nesting, self._listener
        for kind, start, end, tag, source in tokens(self._markup):
            if kind == "text" and not nesting.unseen and not listener.in_time:
                self._writer.write(start, end)
            elif kind == "text":
                self._read_text(start, end)
            elif kind == "start":
                self._start(tag, source)
            elif kind == "end":
                self._end(tag)
            elif kind == "empty":
                self._start(tag, source, empty=True)
            else:
                self._read_raw(start, end, tag)
        self._writer.end_line()

    def _start(self, tag: str, source: str, *, empty: bool = False) -> None:
        """Open an element: close what it ends, break the line if it is a block.

        "<div/>" stays open in HTML, as in a browser; "<script/>" and "<path/>" don't.
        """
        sort, nesting = sort_of(tag), self._nesting
        if tag in HEARD or "itemprop" in source:
            self._listener.start(tag, attributes_of(source), drawn=nesting.drawing)
        if tag in _ONCE and nesting.has_begun(tag):
            if tag == "select":
                # A browser takes the second "<select>" for the end tag that was meant.
                nesting.end(tag)
            return
        if sort.ends or nesting.unseen:
            nesting.make_room(sort)
        if (sort.block or tag == "br") and not nesting.unseen:
            self._writer.end_line()
        if sort.void or empty and (sort.unseen or nesting.drawing):
            return
        element = self._elements.get((tag, source))
        if element is None:
            element = element_of(sort, source, hiding=self._hiding)
            if len(source) < _LONGEST_KEY:
                self._elements[tag, source] = element
        nesting.open(element)

    def _end(self, tag: str) -> None:
        """Close an element, and with it the line if it is a block; "</br>" is a "<br>"."""
        if tag == "time":
            self._listener.end_time()
        shown = not self._nesting.unseen
        closed = self._nesting.end(tag)
        if shown and (closed and sort_of(tag).block or tag in ("p", "br")):
            self._writer.end_line()

    def _read_text(self, start: int, end: int) -> None:
        """Hear text inside a time element, and write it unless nobody sees it."""
        nesting = self._nesting
        if self._listener.in_time:
            self._listener.hear(decoded(self._markup[start:end]))
        if nesting.unseen:
            words = self._markup[start:end].strip()
            if words and nesting.in_head:
                nesting.close_head()
            self.hidden += len(words) * (nesting.unseen == nesting.masked)
        if not nesting.unseen:
            self._writer.write(start, end)

    def _read_raw(self, start: int, end: int, tag: str) -> None:
        """Hear a title or JSON-LD; write what is shown as it stands."""
        if tag in _SHOWN_RAW and not self._nesting.unseen:
            self._writer.write(start, end, raw=True)
        elif tag == "title":
            self._listener.hear_title(decoded(self._markup[start:end]))
        elif tag == "script":
            self._listener.hear_script(self._markup[start:end])


def markup_offset(anchors: tuple[tuple[int, int], ...], offset: int) -> int:
    """Return where a character of the text stands in the markup."""
    index = bisect_right(anchors, (offset, float("inf"))) - 1
    if index < 0:
        return offset
    written, stands = anchors[index]
    return stands + offset - written
