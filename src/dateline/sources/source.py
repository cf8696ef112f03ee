"""A source: an opened file, or what lies inside an archive, before anybody knows what it is.

"crawl.tar.gz/2020/bridge.html" is a source inside a source. All that is unpacked from one file
is counted in one `Budget`, however deep it lies, so that no bomb gets further than its limit.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from dateline.errors import UnreadablePage
from dateline.model import Page, Reject
from dateline.sources.limits import LIMITS

Opened: TypeAlias = Page | Reject
"""What reading yields: a page, or why there is none."""

PEEK = 8_192
"""Bytes from which a kind of source is known."""

_MB = 1_000_000
_PACKINGS = (".gz", ".bz2", ".xz")


@dataclass(slots=True)
class Budget:
    """What has been unpacked from one file so far."""

    path: str = ""
    """The file, as it is told to people."""
    packed: int | None = None
    """Its bytes on disk."""
    unpacked: int = 0
    spent: bool = False
    """Whether a limit was met; nothing more is read of the file then."""

    def take(self, count: int) -> None:
        """Count unpacked bytes. Raises `UnreadablePage` beyond the limits."""
        self.unpacked += count
        if self.unpacked > LIMITS.unpacked:
            self.stop(f"unpacks to more than {LIMITS.unpacked // _MB:,} MB")
        by_ratio = max(LIMITS.trusted, LIMITS.ratio * (self.packed or 0))
        if self.packed is not None and self.unpacked > by_ratio:
            self.stop(f"unpacks to more than {LIMITS.ratio} times its size")

    def stop(self, reason: str) -> None:
        """Read nothing more of the file. Raises `UnreadablePage`."""
        self.spent = True
        raise UnreadablePage(self.path, reason)


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read from their beginning."""

    path: str
    """As it is told to people; "crawl.zip/2020/bridge.html" lies inside an archive."""
    file: BinaryIO
    """At its beginning. What lies in an archive can't be sought in: see `whole`."""
    size: int | None = None
    """Bytes, where known beforehand."""
    depth: int = 0
    """How many archives and compressions it lies in."""
    budget: Budget = field(default_factory=Budget)
    """Shared by all that lies in one file."""

    def peek(self) -> bytes:
        """Return the first bytes and stay at the beginning."""
        if isinstance(self.file, io.BufferedReader) and not self.file.seekable():
            return self.file.peek(PEEK)[:PEEK]
        head = self.file.read(PEEK)
        self.file.seek(0)
        return head

    def whole(self, limit: int) -> bytes:
        """Return all bytes. Raises `UnreadablePage` where they are more than the limit."""
        data = self.file.read(limit + 1)
        if len(data) > limit:
            raise UnreadablePage(self.path, too_large(self.size, limit))
        return data


def too_large(size: int | None, limit: int = LIMITS.page) -> str:
    """Return "too large (50 MB; at most 20 MB)", without the size where it isn't known."""
    found = f"{size / _MB:.0f} MB; " if size is not None and size > limit else ""
    return f"too large ({found}at most {limit / _MB:.0f} MB)"


def bare(path: str) -> str:
    """Return a path without the ending of a compression: "bridge.html.gz" is "bridge.html"."""
    while path.lower().endswith(_PACKINGS):
        path = path.rpartition(".")[0]
    return path


def told_path(path: str) -> str:
    r"""Return a path as text that can be stored: bytes that are no UTF-8 stand as "\xe9"."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


class Unpacked(io.RawIOBase):
    """A stream that counts what it gives, and fails in words.

    Whatever a library raises on damaged data becomes `UnreadablePage` with the source's path.
    """

    def __init__(self, read: Callable[[int], bytes], path: str, budget: Budget) -> None:
        super().__init__()
        self._read, self._path, self._budget = read, path, budget
        self._broken: UnreadablePage | None = None

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    # The stubs ask for any buffer; what `io` hands in is a memoryview.
    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as the data reaches. Raises `UnreadablePage`.

        What stands before damaged data is given first; then every call raises.
        """
        filled = 0
        while filled < len(buffer) and self._broken is None:
            try:
                data = self._given(len(buffer) - filled)
            except UnreadablePage as problem:
                self._broken = problem
                break
            if not data:
                break
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        if not filled and self._broken is not None:
            raise self._broken
        self._budget.take(filled)
        return filled

    def _given(self, count: int) -> bytes:
        """Return the next bytes. Raises `UnreadablePage` for damaged data."""
        try:
            return self._read(count)
        except UnreadablePage:
            raise
        except EOFError:
            raise UnreadablePage(self._path, "cut short: its packed data end too early") from None
        except Exception as problem:
            raise UnreadablePage(self._path, f"damaged: {problem}") from problem


def unpacked(read: Callable[[int], bytes], path: str, budget: Budget) -> BinaryIO:
    """Return a buffered stream over a function that reads the next bytes."""
    return io.BufferedReader(Unpacked(read, path, budget), buffer_size=4 * PEEK)
