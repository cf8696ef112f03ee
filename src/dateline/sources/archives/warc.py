"""Read WARC archives of crawls: each page with its address and the instant it was fetched.

The response record of https://herald.example/bridge in "crawl.warc.gz" becomes the page
"crawl.warc.gz/https://herald.example/bridge". Records that hold no page (images, requests,
pages not found) are counted, and told in one line an archive.
"""

from __future__ import annotations

import io
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from dateline.errors import UnreadablePage
from dateline.model import Listing, Page, Reject
from dateline.sources.archives.coding import undo_codings
from dateline.sources.dates import iso_date
from dateline.sources.limits import LIMITS
from dateline.sources.page import HTML_TYPES, page_of_bytes
from dateline.sources.source import Opened, Source

_READ = (
    WarcRecordType.response
    | WarcRecordType.resource
    | WarcRecordType.conversion
    | WarcRecordType.revisit
)
_PAGE_TYPES = HTML_TYPES | {"text/plain"}
_REVISIT = WarcRecordType.revisit
_END = b"\r\n\r\n"
"""What every record ends with, the last one too."""

_FINE = 200
_KINDS = 8
"""Kinds that are told of what holds no page."""

_LONGEST_KIND = 60
_KEPT = 50_000_000
"""Bytes of pages that are kept for revisits of the same content under another address."""


def is_warc(head: bytes, name: str) -> bool:
    """Whether a file begins as WARC archives do."""
    del name
    return head.startswith(b"WARC/")


def read_warc(source: Source, inner: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield the pages of an archive, and a reject for what it holds beside them."""
    del inner
    stream = _Ending(source)
    archive = _Archive(source.path)
    try:
        # Content stays coded: many crawlers undo the coding and leave its header as it was.
        for record in ArchiveIterator(stream, record_types=_READ, quirks_mode=True):
            yield from archive.read(record)
            if archive.records > LIMITS.members:
                source.budget.stop(f"has more than {LIMITS.members:,} records")
    except UnreadablePage as problem:
        yield Reject(problem.path, f"{problem.reason} (after {archive.records} records)")
    except OSError as problem:
        yield Reject(source.path, f"damaged after {archive.records} records: {problem}")
    else:
        if stream.end != _END:
            yield Reject(source.path, f"cut short in or after record {archive.records}")
    if told := archive.passed_over():
        yield Reject(source.path, told)


class _Ending:
    """A stream that remembers its last bytes: an archive that was cut has others."""

    def __init__(self, source: Source) -> None:
        file = source.file
        self._read = file.read1 if isinstance(file, io.BufferedReader) else file.read
        self._at = 0
        self.end = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._read(size)
        self._at += len(data)
        self.end = (self.end + data[-4:])[-4:]
        return data

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Refuse: an archive is read once, from its beginning."""
        raise io.UnsupportedOperation(f"can't go to {offset} ({whence})")

    def close(self) -> None:
        """Leave the file open: it is closed by who opened it."""


@dataclass(frozen=True, slots=True)
class _Original:
    """A page that revisits may speak of."""

    address: str
    data: bytes
    content_type: str | None
    keys: tuple[str, ...]
    """The digest of its content and the id of its record."""


@dataclass(slots=True)
class _Archive:
    """What has been met in one archive."""

    path: str
    records: int = 0
    _others: Counter[str] = field(default_factory=Counter)
    """What holds no page, by its kind."""
    _known: dict[str, _Original] = field(default_factory=dict)
    _queue: deque[_Original] = field(default_factory=deque)
    _kept: int = 0
    """Bytes of the pages in the queue."""

    def read(self, record: WarcRecord) -> Iterator[Opened]:
        """Yield the page of a record, if it holds one."""
        self.records += 1
        try:
            if record.record_type == _REVISIT:
                yield from self._revisit(record)
            elif other := _other(record):
                self._others[other] += 1
            else:
                yield self._page(record)
        except UnreadablePage as problem:
            if not problem.path.startswith(f"{self.path}/"):
                # Not this page but the archive around it is at its end.
                raise
            yield Reject(problem.path, problem.reason)

    def _page(self, record: WarcRecord) -> Page:
        """Return the page of a record. Raises `UnreadablePage`."""
        data = record.reader.read(LIMITS.page + 1)
        address = _address(record)
        path = f"{self.path}/{address or f'record {self.records}'}"
        head = _head(record)
        if head is not None:
            transfer, content = head.get("Transfer-Encoding"), head.get("Content-Encoding")
            data = undo_codings(data, transfer or "", content or "", path)
        keys = (record.headers.get("WARC-Payload-Digest"), record.headers.get("WARC-Record-ID"))
        original = _Original(address, data, _content_type(record), tuple(filter(None, keys)))
        self._keep(original)
        return _made(original, record, path)

    def _keep(self, original: _Original) -> None:
        """Remember a page for its revisits; the oldest go where they are too much to hold."""
        self._queue.append(original)
        self._kept += len(original.data)
        self._known.update(dict.fromkeys(original.keys, original))
        while self._kept > _KEPT:
            oldest = self._queue.popleft()
            self._kept -= len(oldest.data)
            for key in oldest.keys:
                if self._known.get(key) is oldest:
                    del self._known[key]

    def _revisit(self, record: WarcRecord) -> Iterator[Opened]:
        """Yield the page of a revisit, if its content was met under another address."""
        headers, address = record.headers, _address(record)
        keys = (headers.get("WARC-Payload-Digest"), headers.get("WARC-Refers-To"))
        original = next((self._known[key] for key in keys if key in self._known), None)
        path = f"{self.path}/{address}"
        if original is None:
            first = headers.get("WARC-Refers-To-Target-URI") or "a page"
            yield Reject(path, f"a revisit of {first}, which is not found before it")
        elif original.address == address:
            self._others["revisits of pages above"] += 1
        else:
            yield _made(original, record, path)

    def passed_over(self) -> str | None:
        """Return "12 records hold no page (9 image/jpeg, 3 status 404)"."""
        count = self._others.total()
        if not count:
            return None
        ranked = sorted(self._others.items(), key=lambda kind: (-kind[1], kind[0]))
        kinds = ", ".join(f"{number} {kind}" for kind, number in ranked[:_KINDS])
        more = ", …" if len(ranked) > _KINDS else ""
        return f"{count} record{'s hold' if count > 1 else ' holds'} no new page ({kinds}{more})"


def _made(original: _Original, record: WarcRecord, path: str) -> Page:
    """Return the page of a content, as this record fetched it. Raises `UnreadablePage`."""
    page = page_of_bytes(
        original.data,
        path=path,
        listing=Listing("warc", url=_address(record) or None),
        content_type=original.content_type,
    )
    return replace(page, fetched=iso_date(record.headers.get("WARC-Date")))


def _other(record: WarcRecord) -> str | None:
    """Return what a record is if it is no page: "status 404", "image/jpeg"."""
    head = _head(record)
    if record.is_http and (head is None or head.status_code is None):
        return "without a head of HTTP"
    if head is not None and head.status_code != _FINE:
        return f"status {head.status_code}"
    kind = (_content_type(record) or "").partition(";")[0].strip().lower()
    return None if not kind or kind in _PAGE_TYPES else kind[:_LONGEST_KIND]


def _head(record: WarcRecord) -> HeaderMap | None:
    """Return the head of the server's answer, where there was a server."""
    return record.http_headers


def _content_type(record: WarcRecord) -> str | None:
    """Return what the server says of the content, or the archive where there was no server."""
    head = _head(record)
    return (record.headers if head is None else head).get("Content-Type")


def _address(record: WarcRecord) -> str:
    """Return the address of a page; old archives put it in angle brackets."""
    return (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
