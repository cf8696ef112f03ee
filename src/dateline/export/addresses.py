"""Names for reports and rows that other programs can follow: a web address, else a digest.

A report without an address is named by its text (RFC 6920): ni:///sha-256;…; a row by a UUID
made from its id, the same each time.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from dateline.model import Report

_NAMESPACE = uuid5(NAMESPACE_URL, "https://dateline.invalid/")


@dataclass(frozen=True, slots=True)
class Source:
    """A report as rows name it."""

    report: Report
    url: str | None
    """Where it is on the web, if that is an address that may be followed."""
    sha256: str
    """The digest of its text in UTF-8."""


def urn(*parts: str) -> str:
    """Return the name of what these ids name together."""
    return uuid5(_NAMESPACE, "\0".join(parts)).urn


def source_of(report: Report) -> Source:
    """Return a report with its address and the digest of its text."""
    url = report.metadata.url or report.page.given.url or report.page.head.canonical
    digest = sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(report, web_address(url), digest)


def web_address(url: str | None) -> str | None:
    """Return an address that may be linked to: http and https alone, never a script."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else None


def address_of(source: Source) -> str:
    """Return where a report is, else which text it is."""
    return source.url or _digest_address(source)


def _digest_address(source: Source) -> str:
    """Return the name of a report's text."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(source.sha256)).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"
