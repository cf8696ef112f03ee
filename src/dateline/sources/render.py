"""Render HTML as text in one walk, keeping for every character where it stands in the markup.

`<p>Fish &amp; <b>chips</b>` becomes "Fish & chips" with anchors (0, 3), (6, 12) and (7, 16):
white space is collapsed as a browser does, block elements stand on lines of their own, and
what a browser doesn't show (scripts, templates, hidden elements) is left out.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from html.parser import HTMLParser

from dateline.model import Head, Piece, Span
from dateline.sources.head import HeadListener

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
    " main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr frame keygen".split()
)
_UNSEEN = frozenset(
    "head title script style template noscript svg iframe object canvas select textarea audio video"
    " datalist math".split()
)
# An end tag that is left out: a new element of the key closes an open one of the value.
_CLOSES = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
}
_CLOSED_AT = frozenset({"ul", "ol", "dl", "table", "menu"})
_P_ENDERS = _BLOCKS - {"button", "html", "body", "td", "th", "tr", "li", "caption", "summary"}

_HIDING = re.compile(r"display\s{0,9}:\s{0,9}none", re.I)
_RUN = re.compile(r"(?P<space>[ \t\n\r\f]+)|[^ \t\n\r\f]+")
_PRE_RUN = re.compile(r"(?P<space>[\r\n]+)|[^\r\n]+")
_LINE = re.compile(r"\n")
_DEEPEST = 64
"""Elements kept around a piece; deeper nesting says nothing and would cost its square."""
_LOOK_BACK = 512
"""Open elements that an end tag is matched against."""


@dataclass(slots=True)
class _Open:
    """An element that is open: what it is and what it does to the text inside."""

    tag: str
    label: str
    unseen: bool
    masked: bool
    link: bool
    pre: bool


@dataclass(slots=True)
class _Line:
    """The piece that is being written."""

    start: int
    tag: str
    within: tuple[str, ...]
    linked: int = 0


class Walker(HTMLParser):
    """One walk over a document; `finish` after `close`, then read the public fields."""

    def __init__(self, markup: str, *, hiding: bool = True) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[Piece] = []
        self.anchors: list[tuple[int, int]] = []
        self.text = ""
        self._hiding = hiding
        self._markup = markup
        self._lines = [0, *(match.end() for match in _LINE.finditer(markup))]
        self._open: list[_Open] = []
        self.hidden = 0
        """Characters that only an attribute hides."""
        self._unseen = self._masked = self._links = self._pre = 0
        self._written: list[str] = []
        self._length = 0
        self._line: _Line | None = None
        self._space_at: int | None = None
        self._in_link = False
        self._listener = HeadListener()

    # ---------------------------------------------------------------- what the parser meets

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element: close what it ends, break the line if it is a block."""
        values = {name: value or "" for name, value in reversed(attrs)}
        self._listener.start(tag, values)
        if tag == "br":
            self._break()
        if tag in _BLOCKS:
            self._break()
            self._close_before(tag)
        if tag in _VOID:
            return
        hidden = self._hiding and ("hidden" in values or _HIDING.search(values.get("style", "")))
        opened = _Open(
            tag,
            _label(tag, values),
            unseen=tag in _UNSEEN or bool(hidden),
            masked=tag not in _UNSEEN and bool(hidden),
            link=tag == "a" and "href" in values,
            pre=tag == "pre",
        )
        if len(self._open) < 100_000:
            self._open.append(opened)
            self._count(opened, 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; "<div/>" stays open in HTML, as in a browser."""
        self.handle_starttag(tag, attrs)
        if tag in ("svg", "script", "iframe", "template", "title"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and all that is still open inside it; ignore a stray end tag."""
        self._listener.end(tag)
        if tag in _BLOCKS:
            self._break()
        for depth in range(len(self._open) - 1, max(-1, len(self._open) - _LOOK_BACK), -1):
            if self._open[depth].tag == tag:
                self._close_to(depth)
                return

    def handle_data(self, data: str) -> None:
        """Write text, white space collapsed."""
        self._listener.hear(data)
        if self._unseen:
            self.hidden += len(data.strip()) * (self._unseen == self._masked)
            return
        at = self._at()
        for run in (_PRE_RUN if self._pre else _RUN).finditer(data):
            if run["space"] is None:
                self._put(run[0], at + run.start())
            elif self._pre:
                self._break()
            elif self._line is not None and self._space_at is None:
                self._space_at = at + run.start()

    def handle_charref(self, name: str) -> None:
        """Write a numeric reference: "&#8217;"."""
        self._refer(f"&#{name};")

    def handle_entityref(self, name: str) -> None:
        """Write a named reference: "&amp;", "&nbsp" without its semicolon."""
        raw = f"&{name}"
        ends = self._at() + len(raw)
        self._refer(raw + ";" if self._markup[ends : ends + 1] == ";" else raw)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over "<![if …]>" as a browser does; the inherited reader raises on odd ones."""
        return self.parse_bogus_comment(i, bool(report))

    def finish(self) -> None:
        """End the last line and set `text`."""
        self._break()
        self.text = "".join(self._written)

    @property
    def head(self) -> Head:
        """What the page says of itself, as far as the walk has come."""
        return self._listener.head()

    # ------------------------------------------------------------------------- open elements

    def _count(self, element: _Open, step: int) -> None:
        """Keep count of the open elements that change how text is read."""
        self._unseen += step * element.unseen
        self._masked += step * element.masked
        self._links += step * element.link
        self._pre += step * element.pre

    def _close_to(self, depth: int) -> None:
        """Close every open element from the innermost to this one."""
        for element in self._open[depth:]:
            self._count(element, -1)
        del self._open[depth:]

    def _close_before(self, tag: str) -> None:
        """Close the element that this one ends by beginning: "<li>one<li>two"."""
        if self._unseen and tag != "head":
            self._close_head()
        ended = _CLOSES.get(tag)
        for depth in range(len(self._open) - 1, max(-1, len(self._open) - 20), -1):
            inner = self._open[depth].tag
            if (ended and inner in ended) or (inner == "p" and tag in _P_ENDERS):
                self._close_to(depth)
                return
            if inner in _CLOSED_AT or (ended is None and inner in _BLOCKS):
                return

    def _close_head(self) -> None:
        """Close a head that was left open when the body begins."""
        for depth, element in enumerate(self._open[:4]):
            if element.tag == "head":
                self._close_to(depth)
                return

    # --------------------------------------------------------------------------- the writing

    def _at(self) -> int:
        """Return where the parser stands in the markup."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _refer(self, raw: str) -> None:
        """Write what a character reference stands for."""
        characters = html.unescape(raw)
        self._listener.hear(characters)
        if not self._unseen:
            self._put(characters, self._at())

    def _put(self, characters: str, at: int) -> None:
        """Write characters that stand at this place of the markup."""
        if self._line is None:
            if not characters.strip():
                return
            if self._length:
                self._write("\n", at)
            self._line = _Line(self._length, *self._around())
        elif self._space_at is not None:
            self._write(" ", self._space_at)
            self._line.linked += self._in_link and bool(self._links)
        self._space_at = None
        self._in_link = bool(self._links)
        self._line.linked += len(characters) * self._in_link
        self._write(characters, at)

    def _write(self, characters: str, at: int) -> None:
        """Add characters to the text, with an anchor where text and markup fall out of step."""
        last = self.anchors[-1] if self.anchors else (0, -1)
        if self._length - last[0] != at - last[1] or last[1] < 0:
            self.anchors.append((self._length, at))
        self._written.append(characters)
        self._length += len(characters)

    def _around(self) -> tuple[str, tuple[str, ...]]:
        """Return the block element that holds the text, and the elements around it."""
        held = next((e.tag for e in reversed(self._open) if e.tag in _BLOCKS), "body")
        return held, tuple(element.label for element in self._open[-_DEEPEST:])

    def _break(self) -> None:
        """End the line, and with it the piece."""
        if self._line is not None:
            span = Span(self._line.start, self._length)
            self.pieces.append(Piece(span, self._line.tag, self._line.within, self._line.linked))
        self._line = None
        self._space_at = None


def _label(tag: str, values: dict[str, str]) -> str:
    """Return "div.story.wide#top", with role and item property as classes, in lower case."""
    classes = f"{values.get('class', '')} {values.get('role', '')} {values.get('itemprop', '')}"
    label = ".".join([tag, *classes.split()[:12]])
    if identifier := values.get("id", "").strip():
        label += "#" + identifier
    return label.lower()[:200]


def markup_offset(anchors: tuple[tuple[int, int], ...], offset: int) -> int:
    """Return where a character of the text stands in the markup."""
    index = bisect_right(anchors, (offset, float("inf"))) - 1
    if index < 0:
        return offset
    written, stands = anchors[index]
    return stands + offset - written
