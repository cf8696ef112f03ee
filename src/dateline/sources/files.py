"""Open pages from files and folders: plain-text dumps and saved HTML.

`open_pages(["pages/", "late.txt"], given={})` yields a `Page` for each file that can be read
and a `Reject` with its reason for each that can't; it never raises for a bad page.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dateline.errors import UnreadablePage
from dateline.model import Given, Page, Piece, Reject, Span
from dateline.sources.decode import binary_reason, decode, mend
from dateline.sources.html import read_html

LIMIT = 20_000_000
"""Bytes; no news page is larger, and a dump of many pages is not one page."""

TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
# "<!DOCTYPE html>", "<?xml …?>…<html" or "<html" at the start of a file of any name.
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I
)


def open_pages(
    paths: Iterable[str | os.PathLike[str]], *, given: Mapping[str, Given] | None = None
) -> Iterator[Page | Reject]:
    """Yield a page, or the reason why not, for each file; folders are read in sorted order.

    `given` is looked up by the path as it was given, by file name, and by canonical URL.
    """
    known = given or {}
    seen: dict[str, str] = {}
    for path in paths:
        for entry in _entries(os.fspath(path)):
            opened = entry if isinstance(entry, Reject) else _opened(entry, known)
            if isinstance(opened, Page) and opened.id in seen:
                opened = Reject(opened.path, f"the same page as {seen[opened.id]}")
            if isinstance(opened, Page):
                seen[opened.id] = opened.path
            yield opened


def page_of_text(text: str, *, path: str, given: Given = Given()) -> Page:
    """Return the page of a plain-text dump; each line that isn't blank is a piece."""
    kept, notes = mend(text)
    pieces = tuple(Piece(span, "line") for span in _lines(kept))
    return Page(
        id=page_id(given.url or os.path.basename(path), kept),
        path=path,
        text=kept,
        kind="text",
        pieces=pieces,
        given=given,
        notes=notes,
    )


def page_of_bytes(data: bytes, *, path: str, given: Given = Given()) -> Page:
    """Return the page of a file's bytes. Raises `UnreadablePage` with the reason."""
    if not data:
        raise UnreadablePage(path, "an empty file")
    if len(data) > LIMIT:
        raise UnreadablePage(path, _too_large(len(data)))
    text, notes = decode(data)
    if reason := binary_reason(data, text):
        raise UnreadablePage(path, reason)
    named_html = Path(path).suffix.lower() in HTML_SUFFIXES
    if named_html or _HTML_START.match(text[:2_000]):
        page = page_of_html(text, path=path, given=given)
    else:
        page = page_of_text(text, path=path, given=given)
    if not page.pieces:
        raise UnreadablePage(path, "a page with no text")
    return replace(page, notes=notes + page.notes)


def page_of_html(markup: str, *, path: str, given: Given = Given()) -> Page:
    """Return the page of an HTML document, rendered to text; `markup` is kept beside it."""
    kept, notes = mend(markup)
    rendered = read_html(kept)
    return Page(
        id=page_id(given.url or rendered.head.canonical or os.path.basename(path), rendered.text),
        path=path,
        text=rendered.text,
        kind="html",
        pieces=rendered.pieces,
        head=rendered.head,
        given=given,
        markup=kept,
        anchors=rendered.anchors,
        notes=notes,
    )


def page_id(name: str, text: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of URL or file name, NUL, text."""
    return sha256(f"{name}\0{text}".encode()).hexdigest()[:16]


def _lines(text: str) -> Iterator[Span]:
    """Yield each line without the white space around it; blank lines are left out."""
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if words:
            start = line.start() + line[0].index(words[0])
            yield Span(start, start + len(words))


def _entries(path: str) -> Iterator[str | Reject]:
    """Yield the files that a path stands for, in sorted order."""
    if not os.path.isdir(path):
        yield path
        return
    problems: list[OSError] = []
    names: list[str] = []
    for folder, folders, files in os.walk(path, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += [os.path.join(folder, name) for name in files if not name.startswith(".")]
    for problem in problems:
        yield Reject(str(problem.filename), f"this folder can't be read: {problem.strerror}")
    if not names and not problems:
        yield Reject(path, "nothing readable in this folder")
    yield from sorted(names)


def _opened(path: str, known: Mapping[str, Given]) -> Page | Reject:
    """Return the page of one file, or why it can't be read."""
    given = _given_for(known, path, os.path.normpath(path), os.path.basename(path))
    try:
        page = page_of_bytes(_bytes(path), path=path, given=given or Given())
    except UnreadablePage as problem:
        return Reject(problem.path, problem.reason)
    if given is None and (by_url := _given_for(known, page.head.canonical)):
        return replace(page, given=by_url)
    return page


def _given_for(known: Mapping[str, Given], *names: str | None) -> Given | None:
    """Return what is given under the first of these names that is known."""
    return next((known[name] for name in names if name is not None and name in known), None)


def _bytes(path: str) -> bytes:
    """Return the bytes of a regular file. Raises `UnreadablePage` with the reason."""
    suffix = Path(path).suffix.lower()
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            raise UnreadablePage(path, "not a regular file")
        if about.st_size > LIMIT:
            raise UnreadablePage(path, _too_large(about.st_size))
        with open(path, "rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise UnreadablePage(path, "no such file") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise UnreadablePage(path, f"can't be read: {reason}") from None
    if suffix not in TEXT_SUFFIXES | HTML_SUFFIXES and not _HTML_START.match(
        data[:2_000].decode("latin-1")
    ):
        raise UnreadablePage(path, f"neither text nor HTML by its name ({suffix})")
    return data


def _too_large(size: int) -> str:
    """Return "too large (50 MB; at most 20 MB)"."""
    return f"too large ({size / 1e6:.0f} MB; at most {LIMIT / 1e6:.0f} MB)"
