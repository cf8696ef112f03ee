"""Find claims of events with their day and place: what stands beside the rows of other data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.store.engine import AMONG, Session

_CLAIMS = """
SELECT members.claim, events.report, events.id, events.first, events.grain, events.place,
    events.country, events.lat, events.lon
FROM events JOIN members ON members.report = events.report AND members.record = events.id
WHERE events.first >= ? AND events.first <= ?
ORDER BY members.claim, events.place IS NULL, events.first, events.report, events.id
"""
_TOLD = (
    "SELECT id, story, gist, code, status, least, most, outlets FROM claims"
    f" WHERE kind = 'event' AND id {AMONG}"
)
_PARTIES = (
    "SELECT report, record, name FROM parties WHERE role IN ('actor', 'recipient')"
    f" AND report {AMONG} ORDER BY report, record, role, span_start"
)
_GRAINS = f"SELECT DISTINCT report, name, grain FROM places WHERE report {AMONG}"
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim of an event, with day, place and parties of one member: one with a place if any."""

    id: str
    story: str
    gist: str
    code: str | None
    status: str | None
    least: int
    most: int
    outlets: int
    day: str
    grain: str | None
    """How exact the day is; None where only the day of publication is known."""
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    place_grain: str
    """city, district, province, country or area."""
    actors: tuple[str, ...]


def find_placed(session: Session, since: str, until: str) -> Iterator[PlacedClaim]:
    """Yield the claims of events that begin within these days, by their ids."""
    first: dict[str, Sequence[Any]] = {}
    for row in session.run(_CLAIMS, (since, until)):
        first.setdefault(row[0], row)
    ids = list(first)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        told = {row[0]: row for row in session.run(_TOLD, (some,))}
        reports = sorted({first[id][1] for id in some})
        parties = _parties(session, reports)
        grains = {(report, name): grain for report, name, grain in session.run(_GRAINS, (reports,))}
        for id in (id for id in some if id in told):
            _, report, record, day, grain, *where = first[id]
            actors = tuple(dict.fromkeys(parties.get((report, record), ())))
            exact = grains.get((report, where[0]), "area")
            yield PlacedClaim(*(*told[id], day, grain, *where, exact, actors))


def _parties(session: Session, reports: list[str]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for report, record, name in session.run(_PARTIES, (reports,)):
        found.setdefault((report, record), []).append(name)
    return found
