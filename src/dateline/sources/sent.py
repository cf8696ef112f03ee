r"""Open what a program sends: one page, or a list of pages, by the media type that it says.

`open_sent(b'{"url": …, "content": …}\n…', "application/x-ndjson", name="sent")` yields a
page for each line. A media type chooses the reader, never the bytes: nothing that is sent as a
text is unpacked as an archive.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from dateline.errors import UnreadablePage
from dateline.model import Given, Page, Reject
from dateline.sources.lists import feeds, objects, tables
from dateline.sources.page import page_of_bytes, with_given
from dateline.sources.readers import Read
from dateline.sources.source import Budget, Opened, Source

PAGES: Mapping[str, str] = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
}
"""Media types of one page, with the ending of its name."""
LISTS: Mapping[str, tuple[str, Read]] = {
    "application/x-ndjson": (".jsonl", tables.read_lines),
    "application/jsonl": (".jsonl", tables.read_lines),
    "application/json": (".json", objects.read_json),
    "application/feed+json": (".json", objects.read_json),
    "text/csv": (".csv", tables.read_table),
    "application/rss+xml": (".xml", feeds.read_feed),
    "application/atom+xml": (".xml", feeds.read_feed),
}
"""Media types of lists of pages, with the ending of the list's name, and its reader."""


def media_type(content_type: str) -> str:
    """Return a header without its parameters: "text/html; charset=koi8-r" is "text/html"."""
    return content_type.partition(";")[0].strip().lower()


def open_sent(
    data: bytes, content_type: str, *, name: str, given: Given = Given()
) -> Iterator[Opened]:
    """Yield the pages of what was sent, and a reject with its reason for each that can't be read.

    What is given holds for all of them, but for an address in a list. Raises `KeyError` for a
    media type that is neither among `PAGES` nor among `LISTS`.
    """
    kind = media_type(content_type)
    if kind in PAGES:
        path = name + PAGES[kind]
        try:
            yield page_of_bytes(data, path=path, given=given, content_type=content_type)
        except UnreadablePage as problem:
            yield Reject(problem.path, problem.reason)
        return
    ending, read = LISTS[kind]
    for opened in _listed(data, name + ending, read):
        if isinstance(opened, Page) and given != Given():
            opened = with_given(opened, given)
        yield opened


def _listed(data: bytes, path: str, read: Read) -> Iterator[Opened]:
    """Yield the pages of a list."""
    budget = Budget(path, len(data))
    try:
        source = Source(path, io.BytesIO(data), len(data), budget=budget)
        yield from read(source, lambda _: iter(()))
    except UnreadablePage as problem:
        yield Reject(problem.path, problem.reason)
    except (OSError, EOFError, ValueError) as problem:
        yield Reject(path, f"can't be read: {problem}")
