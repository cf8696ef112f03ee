r"""Undo the codings in which HTTP sends a body: chunks, gzip, deflate, Brotli.

A crawler may keep "Transfer-Encoding: chunked" and "Content-Encoding: gzip" though it undid
both; so "5\r\nhello\r\n0\r\n\r\n" is taken apart, and "<p>hello" under the same heads is left.
"""

from __future__ import annotations

import io
import re
import zlib

from fastwarc.stream_io import BrotliReader

from dateline.errors import UnreadablePage
from dateline.sources.limits import LIMITS
from dateline.sources.source import too_large

# The line before each chunk: "1f40", "5;name=value"
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]{0,9}(?:;[^\r\n]{0,500})?\r?\n")
_GZIP = b"\x1f\x8b"
_LARGEST = LIMITS.page + 1


def undo_codings(data: bytes, transfer: str, content: str, path: str) -> bytes:
    """Return a body as its author wrote it, whether or not the heads still hold.

    `transfer` and `content` are the values of Transfer-Encoding and Content-Encoding. Raises
    `UnreadablePage` for one that is too large, before it is unpacked or after.
    """
    if len(data) > LIMITS.page:
        raise UnreadablePage(path, too_large(None))
    if "chunked" in transfer.lower():
        data = _joined(data)
    for coding in reversed([name.strip() for name in content.lower().split(",")]):
        data = _undone(data, coding)
        if len(data) > LIMITS.page:
            raise UnreadablePage(path, too_large(None))
    return data


def _joined(data: bytes) -> bytes:
    """Return the chunks of a body without the lines between; as it is if it has none."""
    parts: list[bytes] = []
    at = 0
    while line := _CHUNK.match(data, at):
        size = int(line[1], 16)
        if not size:
            break
        parts.append(data[line.end() : line.end() + size])
        at = line.end() + size
        at += 2 if data.startswith(b"\r\n", at) else data.startswith(b"\n", at)
    return b"".join(parts) or data


def _undone(data: bytes, coding: str) -> bytes:
    """Return the data with one coding undone; as they are if they don't have it."""
    if coding in {"gzip", "x-gzip"} and data.startswith(_GZIP):
        return _inflated(data, 31)
    if coding == "deflate":
        return _inflated(data, 15) or _inflated(data, -15) or data
    if coding == "br":
        return _from_brotli(data)
    return data


def _inflated(data: bytes, window: int) -> bytes:
    """Return what can be unpacked of zlib data, up to a page; nothing if they are none."""
    try:
        return zlib.decompressobj(window).decompress(data, _LARGEST)
    except zlib.error:
        return b""


def _from_brotli(data: bytes) -> bytes:
    """Return unpacked Brotli data, up to a page; as they are if they are none."""
    try:
        return BrotliReader(io.BytesIO(data)).read(_LARGEST) or data
    except OSError:
        return data
