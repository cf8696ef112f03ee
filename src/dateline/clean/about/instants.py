"""Read the dates that machines write for machines: "2024-04-28T10:11:12+02:00", "1714299072".

A zone that is written is kept; a clock without one stays local ("2024-04-28T10:11:12") until all
of the page is read, since another of its dates may have the zone. A bare midnight is no clock but
a day. Of two values for one moment `is_finer` says which tells more.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from dateline.clean.about.dates import find_dates
from dateline.sources.dates import machine_date

_LONGEST = 80
"""Characters in which a date stands."""
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
    read = machine_date(value[:_LONGEST])
    if read is None:
        printed = find_dates(value[:_LONGEST], day_first=day_first)
        read = next((one.value for one in printed if not one.value.startswith("X")), None)
    elif read.endswith("T00:00:00"):
        read = read[:10]
    return None if read is None or read < _OLDEST or read[:10] in _NO_DATES else read


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
