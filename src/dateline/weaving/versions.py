"""Find the reports that are versions of one: the same address with new text.

"https://news.example/ferry" read at noon with "12 dead" and again at night with "15 dead" is
one report that its paper has gone on writing: the last version stands, and the first is no
second origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.model import Report

# "https://news.example/", "http://news.example": the front of a site is the address of no
# report. What follows the question mark may be all that tells two reports apart: "/story?id=7".
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|m\.)?(?P<host>[^/?#]+)(?P<page>[^#]*)")


def find_versions(reports: Iterable[Report]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the versions of each report that has several, the last one last."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        if address := read_address(report.metadata.url):
            found.setdefault(address, []).append(report)
    versions = (tuple(r.id for r in sorted(group, key=_age)) for group in found.values())
    return tuple(sorted(group for group in versions if len(group) > 1))


def read_address(url: str | None) -> str | None:
    """Return an address without what changes between readings, None for the front of a site."""
    match = _ADDRESS.match(url or "")
    if match is None or not match["page"].strip("/?"):
        return None
    return f"{match['host'].casefold()}{match['page'].rstrip('/')}"


def _age(report: Report) -> tuple[str, str, str]:
    """Return what versions are ordered by; a day or instant unknown comes first."""
    published = report.metadata.published or ""
    return (report.metadata.updated or published, published, report.id)
