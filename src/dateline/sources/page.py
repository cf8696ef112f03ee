r"""Make a page of text, of HTML, or of bytes of which neither is known.

`page_of_text("Bridge closed\n\nThe river …", path="bridge.txt")` has a piece for each line;
`page_of_bytes(data, path="bridge.html")` finds out charset and kind first.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath

from dateline.errors import UnreadablePage
from dateline.model import Given, Listing, Page, Piece, Span
from dateline.sources.decode import binary_reason, decode, mend
from dateline.sources.limits import LIMITS
from dateline.sources.markup.html import read_html
from dateline.sources.source import bare, too_large

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})

# "charset=UTF-8", 'charset="windows-1251"' of a header
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.I)

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
# "<!DOCTYPE html>", "<?xml …?>…<html" or "<html" at the start of a file of any name.
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I
)


def page_of_text(
    text: str, *, path: str, given: Given = Given(), listing: Listing | None = None
) -> Page:
    """Return the page of a plain text; each line that isn't blank is a piece."""
    kept, notes = mend(text)
    return _named(
        Page(
            id="",
            path=path,
            text=kept,
            kind="text",
            pieces=tuple(Piece(span, "line") for span in _lines(kept)),
            given=given,
            notes=notes,
            listing=listing,
        )
    )


def page_of_html(
    markup: str, *, path: str, given: Given = Given(), listing: Listing | None = None
) -> Page:
    """Return the page of an HTML document, rendered to text; `markup` is kept beside it."""
    kept, notes = mend(markup)
    rendered = read_html(kept)
    return _named(
        Page(
            id="",
            path=path,
            text=rendered.text,
            kind="html",
            pieces=rendered.pieces,
            head=rendered.head,
            given=given,
            markup=kept,
            anchors=rendered.anchors,
            notes=notes,
            listing=listing,
        )
    )


def page_of_bytes(
    data: bytes,
    *,
    path: str,
    given: Given = Given(),
    listing: Listing | None = None,
    content_type: str | None = None,
) -> Page:
    """Return the page of a file's bytes. Raises `UnreadablePage` with the reason.

    `content_type` is what the transport says (a header of HTTP or of a mail:
    "text/html; charset=koi8-r"); the bytes may overrule its charset.
    """
    if not data:
        raise UnreadablePage(path, "an empty file")
    if len(data) > LIMITS.page:
        raise UnreadablePage(path, too_large(len(data)))
    kind, charset = _told(content_type or "")
    text, notes = decode(data, charset)
    if reason := binary_reason(data, text):
        raise UnreadablePage(path, reason)
    named_html = kind in HTML_TYPES or suffix_of(path) in HTML_SUFFIXES
    make = page_of_html if named_html or starts_as_html(text) else page_of_text
    page = make(text, path=path, given=given, listing=listing)
    if not page.pieces:
        raise UnreadablePage(path, "a page with no text")
    if len(page.text) > LIMITS.text:
        told = f"{len(page.text):,} characters of text: more than {LIMITS.text:,} are no report"
        raise UnreadablePage(path, told)
    return replace(page, notes=notes + page.notes)


def with_given(page: Page, given: Given) -> Page:
    """Return the page with what the caller knows of it; its address is part of its id."""
    return _named(replace(page, given=given))


def starts_as_html(text: str) -> bool:
    """Whether a text begins as HTML documents do."""
    return bool(_HTML_START.match(text[:2_000]))


def page_id(name: str, text: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of URL or file name, NUL, text."""
    return sha256(f"{name}\0{text}".encode()).hexdigest()[:16]


def suffix_of(path: str) -> str:
    """Return the ending of a name, without that of a compression: ".html" of "A.HTML.gz"."""
    return PurePath(bare(path)).suffix.lower()


def _told(content_type: str) -> tuple[str, str | None]:
    """Return kind and charset of a header: "text/html" and "koi8-r"."""
    kind, _, parameters = content_type.partition(";")
    found = _CHARSET.search(parameters)
    return kind.strip().lower(), found[1] if found else None


def _named(page: Page) -> Page:
    """Return the page with the id that its address, else its file name, and its text give."""
    listed = page.listing.url if page.listing else None
    name = page.given.url or listed or page.head.canonical or os.path.basename(bare(page.path))
    return replace(page, id=page_id(name, page.text))


def _lines(text: str) -> Iterator[Span]:
    """Yield each line without the white space around it; blank lines are left out."""
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if words:
            start = line.start() + line[0].index(words[0])
            yield Span(start, start + len(words))
