"""Check that the text of saved HTML pages maps back to their markup and reads the same.

Written apart from what it checks: it walks the markup from one mapped character to the next with
the standard library's own readers. A letter has to stand where it is said to, a character
reference has to decode to what the text says, white space may stand for other white space, and
between two characters of a piece no word may stand that a reader of the page would see.
"""

from __future__ import annotations

import gzip
import html
import re
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from statistics import fmean

from dateline.errors import UnreadablePage
from dateline.model import Page, Piece
from dateline.sources.markup.render import markup_offset
from dateline.sources.page import page_of_bytes
from evaluation.measure import Measure

# "&amp;", "&#8217;", "&#x2019", "&nbsp"
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{0,31});?")
_WHITE = " \t\n\r\f"
_SILENT = frozenset(
    "script style noscript template title textarea iframe object svg math canvas select audio"
    " video datalist noembed noframes".split()
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split(),
)


class _Heard(HTMLParser):
    """Collect the words of a stretch of markup that a reader would see."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element that isn't shown, or deeper inside one."""
        values = dict(attrs)
        style = "".join((values.get("style") or "").lower().split())
        if tag in _VOID:
            return
        if self._silent or tag in _SILENT or "hidden" in values or "display:none" in style:
            self._silent.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read "<span/>" as a browser does; what is empty in XML alone isn't shown anyway."""
        if tag not in _SILENT and not self._silent:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Come out of an element that isn't shown."""
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Hear the words."""
        if not self._silent:
            self.words += data


def score_offsets(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the share of pages, and of pieces, that read the same in the markup; the faults."""
    pages, pieces, misses = [], [], []
    for path in sorted(folder.rglob("*.html.gz")):
        known = path.name.removesuffix(".gz")
        try:
            page = page_of_bytes(gzip.decompress(path.read_bytes()), path=known)
        except UnreadablePage as problem:
            pages.append(False)
            misses.append(f"offsets: {known}: {problem.reason}")
            continue
        faults = [fault for piece in page.pieces if (fault := piece_fault(page, piece))]
        if loose := words_outside(page):
            faults.append(f"in no piece: {loose!r}")
        pages.append(not faults)
        pieces += [False] * len(faults) + [True] * (len(page.pieces) - len(faults))
        misses += [f"offsets: {known}: {fault}" for fault in faults[:3]]
    measures = [
        Measure(name, "offsets", fmean(pages or [False]), len(pages)),
        Measure(name, "offsets_pieces", fmean(pieces or [False]), len(pieces)),
    ]
    return measures, misses


def piece_fault(page: Page, piece: Piece) -> str | None:
    """Return how a piece reads differently in the markup, or None if it doesn't."""
    markup = page.markup or ""
    last = end = -1
    for offset in range(piece.span.start, piece.span.end):
        at = markup_offset(page.anchors, offset)
        said = page.text[offset]
        if at == end and markup[at : at + 1] == said != "&":
            last, end = at, at + 1
            continue
        near = page.text[offset : offset + 40]
        reach = _read(markup, at, said)
        if reach is None:
            return f"{near!r} reads {markup[at : at + 40]!r} in the markup"
        if last >= 0 and at != end:
            if at < end and not (at == last and markup[at] == "&"):
                return f"{near!r} stands before what it follows"
            if at > end and (passed := _heard(markup[end:at])):
                return f"{passed[:40]!r} is passed over before {near!r}"
        last, end = at, reach
    return None


def words_outside(page: Page) -> str:
    """Return the words of a page that are in none of its pieces."""
    told, loose = 0, ""
    for piece in page.pieces:
        loose += page.text[told : piece.span.start]
        told = piece.span.end
    return (loose + page.text[told:]).strip()


def _read(markup: str, at: int, said: str) -> int | None:
    """Return where what says this character ends in the markup, or None if it isn't said."""
    standing = markup[at : at + 1]
    if standing == "&" and (reference := _REFERENCE.match(markup, at)):
        characters, length = _decoded(reference[0])
        if length:
            return at + length if said in characters else None
    if standing == said or said == " " and standing in _WHITE and standing:
        return at + 1
    return None


@lru_cache(maxsize=1_024)
def _decoded(raw: str) -> tuple[str, int]:
    """Return what a reference says, and how long it is; of "&notit" it is "&not"."""
    whole = html.unescape(raw)
    if whole == raw:
        return "", 0
    while html.unescape(raw[:-1]) + raw[-1] == whole:
        raw = raw[:-1]
    return html.unescape(raw), len(raw)


def _heard(markup: str) -> str:
    """Return the words that a reader would see in a stretch of markup between two words."""
    if "<" not in markup:
        return html.unescape(markup).strip(_WHITE)
    reader = _Heard()
    reader.feed(markup)
    reader.close()
    return reader.words.strip(_WHITE)
