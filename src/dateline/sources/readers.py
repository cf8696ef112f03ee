"""Choose the reader of a source: by its first bytes, then by its name.

"crawl.warc.gz" is an archive whose pages come one by one, "feed.xml" a feed if it begins as
one, "report.pdf" a PDF; what no reader knows is one page of HTML or text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from dateline.errors import UnreadablePage
from dateline.model import Page, Reject
from dateline.sources import pdf
from dateline.sources.archives import mail, packed, warc
from dateline.sources.limits import LIMITS
from dateline.sources.lists import feeds, newsml, objects, sitemaps, tables
from dateline.sources.page import HTML_SUFFIXES, page_of_bytes, starts_as_html, suffix_of
from dateline.sources.source import Opened, Source, bare

Read = Callable[[Source, Callable[[Source], Iterator[Opened]]], Iterator[Opened]]
"""Yields the pages and rejects of a source; the second argument reads what lies inside."""

TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md"})


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of source: how it is known and how it is read."""

    knows: Callable[[bytes, str], bool]
    """Asked with the first `PEEK` bytes and the file name in lower case, without ".gz"."""
    read: Read


READERS: tuple[Reader, ...] = (
    Reader(packed.is_compressed, packed.read_compressed),
    Reader(packed.is_zip, packed.read_zip),
    Reader(packed.is_tar, packed.read_tar),
    Reader(warc.is_warc, warc.read_warc),
    Reader(mail.is_mailbox, mail.read_mailbox),
    Reader(mail.is_mail, mail.read_mail),
    Reader(pdf.is_pdf, pdf.read_pdf),
    Reader(feeds.is_feed, feeds.read_feed),
    Reader(sitemaps.is_sitemap, sitemaps.read_sitemap),
    Reader(sitemaps.is_opml, sitemaps.read_opml),
    Reader(newsml.is_newsml, newsml.read_newsml),
    Reader(tables.is_lines, tables.read_lines),
    Reader(tables.is_table, tables.read_table),
    Reader(objects.is_json, objects.read_json),
)
"""In the order in which they are asked."""


def read_source(source: Source) -> Iterator[Opened]:
    """Yield the pages of a source, and a reject with its reason for each that can't be read."""
    try:
        head = source.peek()
        reader = _reader(source.path, head)
        if reader is None:
            yield _one_page(source, head)
        else:
            yield from reader.read(source, read_source)
    except UnreadablePage as problem:
        yield Reject(problem.path, problem.reason)
    except (OSError, EOFError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        yield Reject(source.path, f"can't be read: {reason}")


def is_one_page(path: str, head: bytes) -> bool:
    """Whether a file that begins like this is one page, not a list or an archive of pages."""
    return _reader(path, head) is None


def _reader(path: str, head: bytes) -> Reader | None:
    """Return the reader that knows this kind of source."""
    name = bare(PurePath(path).name.lower())
    return next((reader for reader in READERS if reader.knows(head, name)), None)


def _one_page(source: Source, head: bytes) -> Page:
    """Return the page of a source that is one. Raises `UnreadablePage`."""
    data = source.whole(LIMITS.page)
    suffix = suffix_of(source.path)
    known = suffix in TEXT_SUFFIXES | HTML_SUFFIXES
    if data and not known and not starts_as_html(head.decode("latin-1")):
        raise UnreadablePage(source.path, f"neither text nor HTML by its name ({suffix})")
    return page_of_bytes(data, path=source.path)
