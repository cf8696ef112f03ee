"""Archives, mails and saved pages built from invented stories."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from typing import Any

from fastwarc.warc import WarcRecord, WarcRecordType

from dateline.model import Page, Reject
from tests.sources import reading

STORY = "Ferry sinks off the cape. A ferry sank on Monday, the coast guard said."
PAGE = f"<!DOCTYPE html><title>Ferry sinks</title><p>{STORY}</p>".encode()
HTML = "Content-Type: text/html; charset=utf-8"


def told(number: int) -> bytes:
    """Return a page of its own: "<p>Story 3: …"."""
    return f"<!DOCTYPE html><p>Story {number}: {STORY}</p>".encode()


def opened(data: bytes, path: str) -> list[Page | Reject]:
    """Return what reading these bytes yields."""
    return reading.opened(path, data)


def texts(data: bytes, path: str) -> dict[str, str]:
    """Return the text of each page, by its path."""
    return {page.path: page.text for page in opened(data, path) if isinstance(page, Page)}


def rejects(data: bytes, path: str) -> list[tuple[str, str]]:
    """Return path and reason of each reject."""
    return [(one.path, one.reason) for one in opened(data, path) if isinstance(one, Reject)]


def a_zip(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def a_tar(members: Mapping[str, bytes], packing: str = "") -> bytes:
    """Return a tar archive, perhaps compressed ("gz", "bz2", "xz")."""
    file = io.BytesIO()
    options: dict[str, Any] = {"mode": f"w:{packing}"}
    with tarfile.open(fileobj=file, **options) as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


def a_record(
    url: str,
    body: bytes = PAGE,
    *heads: str,
    kind: WarcRecordType = WarcRecordType.response,
    fields: Mapping[str, str] | None = None,
) -> bytes:
    """Return a WARC record: an answer with status 200, or with the status line in `heads`."""
    record = WarcRecord()
    record.init_headers(kind)
    record.is_http = kind in (WarcRecordType.response, WarcRecordType.revisit)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = "2020-05-03T07:15:00Z"
    for name, value in (fields or {}).items():
        record.headers[name] = value
    status = heads[0] if heads and heads[0].startswith("HTTP/") else "HTTP/1.1 200 OK"
    lines = (status, *(head for head in heads if head != status))
    head = "\r\n".join(lines).encode() + b"\r\n\r\n" if record.is_http else b""
    record.set_bytes_content(head + body)
    file = io.BytesIO()
    record.write(file)
    return file.getvalue()
