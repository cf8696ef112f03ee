"""Read what is packed: gzip, bzip2 and xz data, and the members of ZIP and tar archives.

"bridge.html.gz" is one page. "crawl.zip" yields "crawl.zip/2020/bridge.html" and so on: a ZIP in
the order of its names, a tar as it stands. Nothing is unpacked to disk, and no more than a
page is held. Folders, links and hidden members are passed over.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, BinaryIO

from dateline.errors import UnreadablePage
from dateline.model import Reject
from dateline.sources.limits import LIMITS
from dateline.sources.source import Opened, Source, told_path, unpacked

Inner = Callable[[Source], Iterator[Opened]]
"""Reads what lies inside."""

_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_TAR_AT, _TAR = 257, b"ustar"
_OFFICE = {"[Content_Types].xml": "an office document", "mimetype": "an office document or e-book"}
_LONGEST_NAME = 1_000_000
"""Bytes of a tar member that only names the next one; names have some hundred at most."""

_SAYS = 80
"""Characters of a library's words that are told on."""


# ---------------------------------------------------------------------------- one compressed


def is_compressed(head: bytes, name: str) -> bool:
    """Whether these are gzip, bzip2 or xz data."""
    del name
    return head.startswith(_COMPRESSED)


def read_compressed(source: Source, inner: Inner) -> Iterator[Opened]:
    """Yield what lies in gzip (of one or many members), bzip2 or xz data."""
    _check_depth(source)
    head = source.peek()
    stream = _decompressed(source.file, head)
    # One block at a time: what was unpacked before damaged data isn't lost with them.
    file = unpacked(stream.read1, source.path, source.budget)
    yield from inner(_within(source, source.path, file))


def _decompressed(file: BinaryIO, head: bytes) -> bz2.BZ2File | lzma.LZMAFile | gzip.GzipFile:
    """Return a stream of the unpacked bytes."""
    if head.startswith(b"BZh"):
        return bz2.BZ2File(file)
    if head.startswith(b"\xfd7zXZ"):
        return lzma.LZMAFile(file)
    return gzip.GzipFile(fileobj=file)


# ---------------------------------------------------------------------------------- ZIP


def is_zip(head: bytes, name: str) -> bool:
    """Whether this is a ZIP archive (an office document is one too)."""
    del name
    return head.startswith(_ZIP)


def read_zip(source: Source, inner: Inner) -> Iterator[Opened]:
    """Yield what lies in the members of a ZIP, in the order of their names."""
    _check_depth(source)
    try:
        archive = zipfile.ZipFile(_seekable(source))
        members = sorted(archive.infolist(), key=lambda member: member.filename)
    except UnreadablePage:
        raise
    except Exception as problem:
        raise UnreadablePage(source.path, f"a damaged ZIP archive: {_said(problem)}") from problem
    with archive:
        for member in members:
            if kind := _OFFICE.get(member.filename):
                raise UnreadablePage(source.path, f"{kind}, not text or HTML")
        seen = _Seen(source)
        for member in members:
            if member.filename.endswith("/") or _hidden(member.filename):
                continue
            if reject := seen.reject(member.filename):
                yield reject
                continue
            yield from _zip_member(source, archive, member, inner)
            if source.budget.spent:
                return


def _zip_member(
    source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo, inner: Inner
) -> Iterator[Opened]:
    """Yield what lies in one member, or why it can't be read."""
    path = told_path(f"{source.path}/{member.filename}")
    if member.flag_bits & 1:
        yield Reject(path, "encrypted")
        return
    try:
        stream = archive.open(member)
    except Exception as problem:  # noqa: BLE001 - zipfile has a dozen kinds of complaint
        yield Reject(path, f"damaged: {_said(problem)}")
        return
    with stream:
        file = unpacked(stream.read, path, source.budget)
        yield from inner(_within(source, path, file, member.file_size))


def _seekable(source: Source) -> BinaryIO:
    """Return the file; an archive in an archive is held, for a ZIP begins at its end."""
    if source.file.seekable():
        return source.file
    return io.BytesIO(source.whole(LIMITS.listing))


# ---------------------------------------------------------------------------------- tar


def is_tar(head: bytes, name: str) -> bool:
    """Whether this is a tar archive."""
    del name
    return head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR


def read_tar(source: Source, inner: Inner) -> Iterator[Opened]:
    """Yield what lies in the members of a tar archive, as they stand in it."""
    _check_depth(source)
    seen = _Seen(source)
    for name, size, stream in _tar_members(source):
        if reject := seen.reject(name):
            yield reject
            continue
        # What breaks off a member breaks off the archive: there is nothing behind it.
        file = unpacked(stream.read, source.path, source.budget)
        path = told_path(f"{source.path}/{name}")
        for opened in inner(_within(source, path, file, size)):
            yield opened
            if isinstance(opened, Reject) and opened.path == source.path:
                return
        if source.budget.spent:
            return


def _tar_members(source: Source) -> Iterator[tuple[str, int, IO[bytes]]]:
    """Yield name, size and bytes of each file. Raises `UnreadablePage` where they break off."""
    count = 0
    while True:
        try:
            if not count:
                # Closing it would close the file, which is its opener's.
                archive = tarfile.open(fileobj=source.file, mode="r|", tarinfo=_Header)  # noqa: SIM115
            member = archive.next()
            stream = archive.extractfile(member) if member and member.isreg() else None
        except UnreadablePage:
            raise
        except Exception as problem:
            reason = f"a damaged tar archive: {_said(problem)} (after {count} members)"
            raise UnreadablePage(source.path, reason) from problem
        if member is None:
            return
        count += 1
        # The module would keep each header for good; its stubs don't tell of the list.
        archive.members.clear()  # type: ignore[attr-defined]
        if stream is not None and not _hidden(member.name):
            yield member.name, member.size, stream


class _Header(tarfile.TarInfo):
    """A tar header; a broken one is an error, where the module would take it for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        """Return the header in a block. Raises `tarfile.ReadError`."""
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as problem:
            if not buf.strip(b"\0"):
                # The end, as it should be.
                raise
            raise tarfile.ReadError(str(problem)) from None
        if header.type not in tarfile.SUPPORTED_TYPES or header.type in _NAMING:
            if header.size > _LONGEST_NAME:
                raise tarfile.ReadError("a name of more than a million bytes")
        return header


_NAMING = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)
"""Kinds of member that say something of the next one and are held in memory."""


# ------------------------------------------------------------------------------ all of them


class _Seen:
    """The names met in an archive; says which members are not to be read, and why."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._names: set[str] = set()

    def reject(self, name: str) -> Reject | None:
        """Return why this member isn't read. Raises `UnreadablePage` when they are too many."""
        path = told_path(f"{self._source.path}/{name}")
        if len(self._names) >= LIMITS.members:
            self._source.budget.stop(f"has more than {LIMITS.members:,} members")
        if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/"):
            return Reject(path, "a name that leads out of its archive")
        if not name:
            return Reject(path, "a member without a name")
        if name in self._names:
            return Reject(path, "a second member of the same name")
        self._names.add(name)
        return None


def _within(source: Source, path: str, file: BinaryIO, size: int | None = None) -> Source:
    """Return what lies inside a source."""
    return Source(path, file, size, source.depth + 1, source.budget)


def _check_depth(source: Source) -> None:
    """Raise `UnreadablePage` for an archive that lies too deep."""
    if source.depth >= LIMITS.depth:
        raise UnreadablePage(source.path, f"packed more than {LIMITS.depth} times")


def _hidden(name: str) -> bool:
    """Whether a member is hidden, or what a Mac adds to a ZIP."""
    parts = name.replace("\\", "/").split("/")
    return "__MACOSX" in parts or any(p.startswith(".") and p not in (".", "..") for p in parts)


def _said(problem: Exception) -> str:
    """Return what a library says, or the kind of its error, in one short line."""
    return " ".join(str(problem).split())[:_SAYS] or type(problem).__name__
