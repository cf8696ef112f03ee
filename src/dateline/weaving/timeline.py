"""Put a story's dated acts in order, past and scheduled: "7 September: leaders meet in Oslo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Cite, Entry, Event, Report, Status, Time
from dateline.weaving.claims import Telling
from dateline.weaving.items import Item, sentence_at
from dateline.weaving.lines import sentence_line

LINES = 24
_GRAINS = ("minute", "hour", "day", "week", "month", "quarter", "year", "decade")
_COARSE = frozenset({"year", "decade", "duration"})


def find_entries(tellings: Sequence[Telling]) -> tuple[Entry, ...]:
    """Return one entry a dated claim, in order of time; a sentence makes one entry a day."""
    found: dict[tuple[str, str, str], Entry] = {}
    for telling in tellings:
        if telling.claim.kind != "event":
            continue
        dated = sorted(_dated(telling), key=lambda pair: _fineness(pair[1], pair[0]))
        for item, time in dated:
            entry = _entry(item, time, telling)
            if entry is not None:
                found.setdefault((entry.start, entry.end, entry.text), entry)
                break
    ordered = sorted(found.values(), key=lambda e: (e.start, e.end, e.text))
    return tuple(ordered[-LINES:])


def _dated(telling: Telling) -> Iterator[tuple[Item, Time]]:
    for item in telling.items:
        if item.when is not None and item.when.start and item.when.grain not in _COARSE:
            yield item, item.when


def _fineness(time: Time, item: Item) -> tuple[int, tuple[str, str]]:
    grain = _GRAINS.index(time.grain) if time.grain in _GRAINS else len(_GRAINS)
    return (grain, item.key)


def _entry(item: Item, time: Time, telling: Telling) -> Entry | None:
    line = sentence_line(item.report, time.span)
    if line is None or time.start is None or not isinstance(item.record, Event):
        return None
    others = (
        Cite(other.report.id, span)
        for other in telling.items
        if (span := sentence_at(other.report, other.record.span)) is not None
    )
    cites = tuple(dict.fromkeys((*line.cites, *others)))
    end = time.end or time.start
    tense = _tense(item.record.status, time.start, end, item.report)
    return Entry(time.start, end, time.grain, tense, line.text, cites)


def _tense(status: Status, start: str, end: str, report: Report) -> str:
    """Return whether the days lie before, around or after the report's own."""
    published = (report.metadata.published or "")[:10]
    if status is Status.PLANNED and (not published or end >= published):
        return "scheduled"
    if not published:
        return "ongoing" if status is Status.ONGOING else "past"
    if start > published:
        return "scheduled"
    if status is Status.ONGOING or (start < published <= end):
        return "ongoing"
    return "past"
