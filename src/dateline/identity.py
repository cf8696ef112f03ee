"""Name the records of a report: by their field and the characters that they stand on.

The event on characters 120 to 188 is "events/120-188" wherever it is spoken of, so that one
better rule renumbers nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from dateline.model import Event, Figure, Place, Report, Span


class Spanned(Protocol):
    """Anything that points at characters."""

    @property
    def span(self) -> Span:
        """The characters."""
        ...


def record_ids(name: str, records: Sequence[Spanned]) -> tuple[str, ...]:
    """Return the public id of each record of one field: "events/120-188", ties with ".1"."""
    seen: dict[str, int] = {}
    found = []
    for record in records:
        plain = f"{name}/{record.span.start}-{record.span.end}"
        tie = seen.get(plain, 0)
        seen[plain] = tie + 1
        found.append(f"{plain}.{tie}" if tie else plain)
    return tuple(found)


def record_places(report: Report) -> Mapping[str, Place]:
    """Return the places in which acts and figures of a report are set, by the record's id."""
    places = {place.span: place for place in report.places}
    records: list[tuple[str, Event | Figure]] = [
        *zip(record_ids("events", report.events), report.events, strict=True),
        *zip(record_ids("figures", report.figures), report.figures, strict=True),
    ]
    return {
        id: places[record.place]
        for id, record in records
        if record.place is not None and record.place in places
    }
