"""Write the text of a page, with an anchor where it falls out of step with the markup.

Of `<p>Fish  &amp;   chips` it writes "Fish & chips": white space is collapsed as a browser
does it, and the anchors say that "&" stands where its reference begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import Piece, Span
from dateline.sources.markup.nesting import Nesting
from dateline.sources.markup.references import REFERENCE, read_reference

_WHITE = " \t\n\r\f"
# White space that a browser shows as one space, and references: "a \n b", "Orl&amp;n".
_CHANGED = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|" + REFERENCE.pattern)
# The lines of a "pre": "one\n  two".
_LINE_BREAK = re.compile(r"[\r\n]+")


@dataclass(slots=True)
class _Line:
    """The piece that is being written."""

    start: int
    tag: str
    within: tuple[str, ...]
    linked: int = 0


class Writer:
    """Told of text and line breaks in their order; then `pieces`, `anchors`, `text`."""

    def __init__(self, markup: str, nesting: Nesting) -> None:
        self.pieces: list[Piece] = []
        self.anchors: list[tuple[int, int]] = []
        self._length = 0
        self._markup = markup
        self._nesting = nesting
        self._written: list[str] = []
        self._ahead: int | None = None
        """How far the markup runs ahead of the text since the last anchor."""
        self._line: _Line | None = None
        self._space_at: int | None = None
        self._in_link = False
        self._raw = False

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._written)

    def write(self, start: int, end: int, *, raw: bool = False) -> None:
        """Write the text that stands here in the markup; `raw` text has no references."""
        text = self._markup[start:end]
        self._raw = raw
        if raw or "&" not in text or not _has_odd_reference(text):
            self._write_plain(text, start)
            return
        told = 0
        for reference in REFERENCE.finditer(text):
            characters, length = read_reference(reference[0])
            if not length:
                continue
            at = reference.start()
            if at > told:
                self._write_plain(text[told:at], start + told)
            for character in characters:
                # Some stand for two characters, and both stand at its ampersand.
                self._write_plain(character, start + at)
            told = at + length
        if told < len(text):
            self._write_plain(text[told:], start + told)

    def end_line(self) -> None:
        """End the line, and with it the piece."""
        line = self._line
        if line is not None:
            span = Span(line.start, self._length)
            self.pieces.append(Piece(span, line.tag, line.within, line.linked))
            self._line = None
        self._space_at = None

    def _write_plain(self, text: str, at: int) -> None:
        """Write words with white space around them, or what keeps its white space."""
        if self._nesting.pre:
            self._write_lines(text, at)
            return
        words = text.strip(_WHITE)
        if not words:
            if self._line is not None and self._space_at is None:
                self._space_at = at
            return
        lead = text.index(words[0])
        if lead and self._line is not None and self._space_at is None:
            self._space_at = at
        self._put(words, at + lead)
        if lead + len(words) < len(text) and self._line is not None:
            self._space_at = at + lead + len(words)

    def _write_lines(self, text: str, at: int) -> None:
        """Write text whose line breaks and spaces are kept."""
        told = 0
        for line_break in _LINE_BREAK.finditer(text):
            if line_break.start() > told:
                self._put(text[told : line_break.start()], at + told)
            self.end_line()
            told = line_break.end()
        if told < len(text):
            self._put(text[told:], at + told)

    def _put(self, words: str, at: int) -> None:
        """Write words that stand at this place of the markup, on the line or on a new one."""
        linked = self._nesting.links > 0
        line = self._line
        if line is None:
            # No line begins with white space that can't be seen, a fixed space among it.
            shown = words if self._nesting.pre else words.lstrip()
            if not shown or shown.isspace():
                return
            at += len(words) - len(shown)
            words = shown
            if self._length:
                self._keep("\n", at)
            line = self._line = _Line(self._length, self._nesting.held, self._nesting.within)
        elif self._space_at is not None:
            self._keep(" ", self._space_at)
            line.linked += self._in_link and linked
        before = self._length
        self._space_at = None
        self._add(words, at)
        self._in_link = linked
        if linked:
            line.linked += self._length - before

    def _add(self, words: str, at: int) -> None:
        """Add words to the text: each run of white space as one space, references read."""
        kept = self._nesting.pre > 0
        if self._raw or not ("&" in words or not kept and _is_uneven(words)):
            self._keep(words, at)
            return
        changes = REFERENCE if kept else _CHANGED
        self._keep("", at)
        told, ahead = 0, at - self._length
        shown: list[str] = []
        for change in changes.finditer(words):
            character, length = " ", len(change[0])
            if change[0][0] == "&":
                character, length = read_reference(change[0])
            if not length:
                continue
            shown += words[told : change.start()], character
            told = change.start() + length
            if length > 1 and told < len(words):
                ahead += length - 1
                self.anchors.append((at + told - ahead, at + told))
        self._ahead = ahead
        text = "".join((*shown, words[told:]))
        self._written.append(text)
        self._length += len(text)

    def _keep(self, characters: str, at: int) -> None:
        """Add characters as they are, with an anchor if text and markup fell out of step."""
        if at - self._length != self._ahead:
            self._ahead = at - self._length
            self.anchors.append((self._length, at))
        self._written.append(characters)
        self._length += len(characters)


def _is_uneven(words: str) -> bool:
    """Whether white space in it has to be collapsed; much faster than a pattern."""
    return "\n" in words or "  " in words or "\t" in words or "\r" in words or "\f" in words


def _has_odd_reference(text: str) -> bool:
    """Whether a reference stands for white space, for nothing, or for two characters."""
    known = (read_reference(raw) for raw in REFERENCE.findall(text))
    return any(length and (len(shown) != 1 or shown.isspace()) for shown, length in known)
