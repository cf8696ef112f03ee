"""How much of a source is read: what stops bombs before they fill memory or disk.

A ZIP of 40 KB that unpacks to 4 GB, an archive in an archive in an archive, or an XML file
whose entities multiply ends in one reject that names the limit; what was read before it stays.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of one source at most."""

    page: int = 20_000_000
    """Bytes of one page, unpacked; no news page is larger."""
    text: int = 2_000_000
    """Characters of a page's text: 300,000 words, three books, and a minute or two to parse."""
    members: int = 1_000_000
    """Pages, entries or rows of one archive, feed or table."""
    unpacked: int = 50_000_000_000
    """Bytes unpacked from one file; large crawls are split into files of about 1 GB."""
    ratio: int = 200
    """Unpacked bytes for each packed one; HTML packs about 1 : 5, never 1 : 200."""
    trusted: int = 10_000_000
    """Unpacked bytes up to which the ratio isn't asked: a page of one repeated line is no bomb."""
    depth: int = 4
    """Archives and compressions inside one another: a `.html.gz` in a `.tar.gz` in a ZIP."""
    listing: int = 50_000_000
    """Bytes of a feed, sitemap, mail, wire item, PDF or inner ZIP, which are read as one."""
    row: int = 20_000_000
    """Bytes of one line of JSONL, or of one row of CSV."""


LIMITS = Limits()
