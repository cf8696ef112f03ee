"""What is planned as iCalendar (RFC 5545): an entry for each act that has a day to come.

A meeting that is called off has STATUS:CANCELLED, any other TENTATIVE: that it is planned is
what reports say. DTSTAMP is the day of the last report, since a run has no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dateline import __version__
from dateline.export.addresses import urn
from dateline.export.pieces import json_line
from dateline.export.quoting import brief_words
from dateline.export.report_shape import EventRecord
from dateline.export.row_columns import names
from dateline.export.rows import Mention, Row, event_rows, evidence
from dateline.export.shape import Shape, made_by
from dateline.model import Status, Story

_OCTETS = 75
"""A line holds no more; what is longer goes on in the next, after a blank."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def export_calendar(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield one calendar."""
    yield _line("BEGIN", "VCALENDAR")
    yield _line("VERSION", "2.0")
    yield _line("PRODID", f"-//dateline//dateline {__version__}//EN")
    yield _line("X-DATELINE-RUN", _text(made_by(shape)))
    for story in stories:
        for row in event_rows(story, shape):
            yield from _entry(row)
    yield _line("END", "VCALENDAR")


def _entry(row: Row[EventRecord]) -> Iterator[str]:
    """Yield the lines of an act, if it is planned for a day that is known."""
    days = _days(row)
    stamp = max((day for m in row.mentions if (day := _published(m))), default=None)
    if row.record["status"] != Status.PLANNED or days is None:
        return
    first, last = days
    place, cancelled = row.record["place"], row.record["cancelled"]
    yield _line("BEGIN", "VEVENT")
    yield _line("UID", urn("calendar", row.id))
    yield _line("DTSTAMP", f"{(stamp or first):%Y%m%d}T000000Z")
    yield _line("DTSTART;VALUE=DATE", f"{first:%Y%m%d}")
    yield _line("DTEND;VALUE=DATE", f"{last + timedelta(days=1):%Y%m%d}")
    yield _line("STATUS", "CANCELLED" if cancelled else "TENTATIVE")
    yield _line("SUMMARY", _text(brief_words(" ".join(row.lead.words.split()))))
    yield _line("DESCRIPTION", _text(_description(row)))
    yield _line("CATEGORIES", _text(row.record["code"]))
    if place and place["name"]:
        yield _line("LOCATION", _text(place["name"]))
    if place and place["lat"] is not None and place["lon"] is not None:
        yield _line("GEO", f"{place['lat']};{place['lon']}")
    if row.lead.source.url:
        yield _line("URL", row.lead.source.url)
    for mention in row.mentions:
        yield _line("X-DATELINE-EVIDENCE", _text(json_line(evidence(mention))))
    yield _line("END", "VEVENT")


def _days(row: Row[EventRecord]) -> tuple[date, date] | None:
    """Return the first and last day of an act; a year alone is no entry."""
    when = row.record["when"]
    if not (when and when["start"] and when["end"]) or when["grain"] in {"year", "decade"}:
        return None
    try:
        first, last = date.fromisoformat(when["start"]), date.fromisoformat(when["end"])
    except ValueError:
        return None
    return (first, last) if last < date.max else None


def _published(mention: Mention[EventRecord]) -> date | None:
    day = mention.source.report.metadata.published
    return date.fromisoformat(day[:10]) if day else None


def _description(row: Row[EventRecord]) -> str:
    """Return who does it, and each quotation with its outlet."""
    lines = [", ".join(names(row.record["actors"]))]
    for mention in row.mentions:
        report = mention.source.report
        outlet = report.metadata.outlet or report.page.path
        lines.append(f"“{' '.join(mention.words.split())}” ({outlet})")
    return "\n".join(line for line in lines if line)


def _text(words: str) -> str:
    """Return words as a value of a property."""
    clean = "".join(c for c in words if c in "\n\t" or ord(c) >= 32 and c != "\x7f")
    return clean.translate(_ESCAPED)


def _line(name: str, value: str) -> str:
    """Return a property, folded where its line would be too long; no letter is cut in two."""
    folded, room, line = [], _OCTETS, ""
    for character in f"{name}:{value}":
        size = len(character.encode("utf-8", "surrogatepass"))
        if size > room:
            folded.append(line)
            line, room = " ", _OCTETS - 1
        line, room = line + character, room - size
    return "\r\n".join([*folded, line]) + "\r\n"
