"""Find the reports that are versions of one: the same address with new text.

"https://news.example/ferry" read at noon with "12 dead" and again at night with "15 dead" is
one report that its paper has gone on writing: the last version stands, and the first is no
second origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from dateline.model import Report, Versions

# "https://news.example/", "http://news.example": the front of a site is the address of no
# report. What follows the question mark may be all that tells two reports apart: "/story?id=7".
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|m\.)?(?P<host>[^/?#]+)(?P<page>[^#]*)")
# "ferry-9.txt" comes before "ferry-10.txt".
_DIGITS = re.compile(r"(\d+)")


def find_versions(reports: Iterable[Report]) -> tuple[Versions, ...]:
    """Return the versions of each report that has several, the last one last."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        if address := read_address(report.metadata.url):
            found.setdefault(address, []).append(report)
    versions = (_ordered(group) for group in found.values() if len(group) > 1)
    return tuple(sorted(versions, key=lambda group: group.reports))


def read_address(url: str | None) -> str | None:
    """Return an address without what changes between readings, None for the front of a site."""
    match = _ADDRESS.match(url or "")
    if match is None or not match["page"].strip("/?"):
        return None
    return f"{match['host'].casefold()}{match['page'].rstrip('/')}"


def later_versions(versions: Iterable[Versions]) -> dict[str, str]:
    """Return the last version of each earlier one."""
    return {id: group.reports[-1] for group in versions for id in group.reports[:-1]}


def last_reports(reports: Iterable[Report], versions: Iterable[Versions]) -> tuple[Report, ...]:
    """Return the reports without the earlier versions of any."""
    earlier = later_versions(versions)
    return tuple(report for report in reports if report.id not in earlier)


def in_order(reports: Sequence[Report], versions: Iterable[Versions]) -> tuple[Report, ...]:
    """Return the reports with the versions of each in their order, in the places they hold."""
    known = {report.id: report for report in reports}
    order = [report.id for report in reports]
    for group in versions:
        places = sorted(order.index(id) for id in group.reports)
        for place, id in zip(places, group.reports, strict=True):
            order[place] = id
    return tuple(known[id] for id in order)


def _ordered(group: Sequence[Report]) -> Versions:
    """Return the versions in the order of the first clock that has a time for each of them.

    Where none has, or all times are the same, the names of their files decide: a guess,
    which `by` confesses.
    """
    placed = sorted(group, key=lambda report: (_numbered(report.page.path), report.id))
    for by, times in _clocks(placed).items():
        known = [time for time in times if time is not None]
        if len(known) == len(placed) and len(set(known)) > 1:
            timed = sorted(zip(known, range(len(placed)), strict=True))
            return Versions(tuple(placed[place].id for _, place in timed), by)
    return Versions(tuple(report.id for report in placed), "path")


def _clocks(reports: Sequence[Report]) -> Mapping[str, list[datetime | None]]:
    """Return for each kind of time what the reports bear of it, the surest kind first."""
    own = [r.metadata for r in reports]
    published = [None if m.published_by == "inferred" else _instant(m.published) for m in own]
    updated = [_instant(m.updated) or day for m, day in zip(own, published, strict=True)]
    changed = {"updated": updated} if any(m.updated for m in own) else {}
    fetched = [_instant(report.page.fetched) for report in reports]
    return {**changed, "published": published, "fetched": fetched}


def _instant(iso: str | None) -> datetime | None:
    """Return an ISO day or instant as an instant; a day is its first, no zone is Greenwich's."""
    try:
        found = datetime.fromisoformat(iso or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _numbered(path: str) -> tuple[tuple[int, str], ...]:
    """Return a path so that its numbers compare as numbers."""
    parts: Iterator[str] = (part for part in _DIGITS.split(path) if part)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
