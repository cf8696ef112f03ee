"""Read the dates that machines write for machines: "2024-04-28T10:11:12+02:00", "1714299072".

A zone that is written is kept; a clock without one stays local ("2024-04-28T10:11:12") until all
of the page is read, since another of its dates may have the zone. A bare midnight is no clock but
a day. Of two values for one moment `is_finer` says which tells more.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from dateline.clean.about.dates import find_dates

# "2024-04-28T10:11:12.123Z", "2024-04-28 10:11:12.000000-0400", "2024-04-28 10:11 GMT"
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:(?:T|\s{1,3})(?P<hour>[0-2]\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:[.,]\d{1,9})?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?(?![\d:])",
    re.I,
)
# "20240428", "20240428T101112Z", "20240428101112"
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<date>[0-3]\d)"
    r"(?:T?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?(?P<zone>Z|[+-]\d{4})?)?"
)
# "1714299072", "1714299072000": seconds or milliseconds since 1970
_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?:\d{3})?")
_OLDEST = "1700"
_NO_DATES = ("1900-01-01", "1969-12-31", "1970-01-01")
"""What systems write where they hold no date."""
_FARTHEST = timedelta(hours=14)
_STEP = timedelta(minutes=15)


def moment(value: str, *, day_first: bool | None = None) -> str | None:
    """Return the ISO day or instant of a machine or printed date; None if it is none."""
    value = value.strip()
    if not value or len(value) > 200:
        return None
    if found := _ISO.match(value):
        read = _joined(found["day"], found)
    elif found := _COMPACT.fullmatch(value):
        read = _joined(f"{found['year']}-{found['month']}-{found['date']}", found)
    elif found := _EPOCH.fullmatch(value):
        read = datetime.fromtimestamp(int(found["seconds"]), UTC).isoformat()
    else:
        printed = find_dates(value[:80], day_first=day_first)
        read = next((one.value for one in printed if not one.value.startswith("X")), None)
    return None if read is None or read < _OLDEST or read[:10] in _NO_DATES else read


def _joined(day: str, found: re.Match[str]) -> str | None:
    """Return the ISO day with the clock and zone of a match; None if there is no such moment."""
    clock, zone = "", found["zone"] or ""
    if found["hour"]:
        clock = f"T{found['hour']}:{found['minute']}:{found['second'] or '00'}"
    if clock == "T00:00:00" and not zone:
        clock = ""
    if zone[:1] in ("+", "-"):
        zone = f"{zone[:3]}:{zone[3:].strip(':') or '00'}"
    elif zone:
        zone = "+00:00"
    try:
        return datetime.fromisoformat(day + clock + zone).isoformat() if clock else _day(day)
    except ValueError:
        return None


def _day(day: str) -> str:
    """Return an ISO day. Raises `ValueError` if there is no such day."""
    return datetime.fromisoformat(day).date().isoformat()


def is_finer(value: str, kept: str) -> bool:
    """Whether a value says more exactly what the kept one says: with its clock, or its zone."""
    if len(kept) <= 10:
        return len(value) > 10 and value.startswith(kept)
    one, other = datetime.fromisoformat(value), datetime.fromisoformat(kept)
    if len(value) <= 10 or other.tzinfo is not None or one.tzinfo is None:
        return False
    apart = abs(one.astimezone(UTC).replace(tzinfo=None) - other)
    same_clock = one.replace(tzinfo=None) == other
    return same_clock or (apart <= _FARTHEST and not apart % _STEP)


def day_or_instant(value: str) -> str:
    """Return a date as it is, a clock without its zone cut off: that is no instant yet."""
    return value if len(value) <= 10 or _aware(value) else value[:10]


def in_zone_of(value: str, others: tuple[str, ...]) -> str:
    """Return an instant in UTC as the page's own clock has it, where its other dates tell that.

    "2024-04-29T02:10:00+00:00" on a page whose other dates are all at -04:00 is the evening
    before there; without one zone common to the others it stays as it is.
    """
    zones = {read.tzinfo for other in others if (read := _aware(other)) is not None}
    apart = {zone for zone in zones if zone is not None and zone.utcoffset(None)}
    read = _aware(value)
    if read is None or read.utcoffset() or len(apart) != 1:
        return value
    return read.astimezone(apart.pop()).isoformat()


def _aware(value: str) -> datetime | None:
    """Return an instant that has its zone, or None."""
    if len(value) <= 10:
        return None
    read = datetime.fromisoformat(value)
    return read if read.tzinfo else None
