"""Read the dates of lists and headers into ISO 8601.

"Tue, 03 Mar 2020 10:00:00 EST" of a feed is 2020-03-03T10:00:00-05:00, "20200303T101500Z" of an
index 2020-03-03T10:15:00+00:00; a day stays a day, and an hour without its zone is left out.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_tz

_MONTHS = (
    "january february march april may june july august september october november december".split()
)

# "2020-03-03", "2020-3-3 10:15", "2020/03/03T10:15:00.000+01:00", "2020-03-03 10:15:00 UTC"
_ISO = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:[T ,]{1,2}(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?",
    re.I,
)
# "20200303", "20200303T101500Z", "20200303T101500+0100", "20200303101500"
_PACKED = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
# "March 3, 2020", "Mar. 3rd 2020", and with an hour behind it
_MONTH_FIRST = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b"
)
# "3 March 2020", "03-Mar-2020"
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[A-Za-z]{3,9})\.?,?[ -](?P<year>\d{4})\b"
)
# "10:00:00 +0100", "10:00 EST"
_CLOCK = re.compile(
    r"\d:\d\d(?::\d\d)?(?:\s(?:(?P<offset>[+-]\d{4})\b|(?P<zone>[A-Za-z]{1,5})\b))?"
)
_ZONES = {
    "GMT": "+0000", "UT": "+0000", "UTC": "+0000", "Z": "+0000", "EST": "-0500", "EDT": "-0400",
    "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
    "BST": "+0100", "CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300",
    "MSK": "+0300", "SAST": "+0200", "WIB": "+0700", "SGT": "+0800", "HKT": "+0800",
    "JST": "+0900", "KST": "+0900", "AEST": "+1000", "AEDT": "+1100", "NZST": "+1200",
}  # fmt: skip
"""What RFC 822 defines, and what means one thing in news; "IST" means three."""
# Seconds or milliseconds since 1970, as stores write instants.
_SECONDS = re.compile(r"(?P<seconds>1?\d{9})(?P<thousandths>\d{3})?(?:\.\d{1,9})?")
# A clock whose zone isn't known, and so no instant.
_LOCAL = re.compile(r"[\d-]{10}T[\d:]{8}")
_LONGEST = 80


def iso_date(value: object) -> str | None:
    """Return an ISO 8601 day, or instant with its zone; None for what is no date."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = " ".join(str(value).split())
    if not text or len(text) > _LONGEST:
        return None
    found = machine_date(text) or _of_mail(text) or _named(text)
    return found[:10] if found and _LOCAL.fullmatch(found) else found


def machine_date(text: str) -> str | None:
    """Return the day or instant that a machine wrote: ISO 8601, bare digits, seconds since 1970.

    A clock without its zone is kept as it is: "2020-03-03T10:15:00".
    """
    if match := _ISO.match(text) or _PACKED.fullmatch(text):
        return _made(match)
    match = _SECONDS.fullmatch(text)
    return datetime.fromtimestamp(int(match["seconds"]), UTC).isoformat() if match else None


def _of_mail(text: str) -> str | None:
    """Return the date of a mail or RSS header: "Tue, 3 Mar 2020 10:00:00 +0100"."""
    clock = _CLOCK.search(text)
    try:
        parts = parsedate_tz(text) if clock else None
    except (ValueError, IndexError, TypeError):
        return None
    if clock is None or parts is None:
        return None
    zone = _ZONES.get((clock["zone"] or "").upper(), clock["offset"])
    # "-0000" says that the zone isn't known.
    if not zone or zone == "-0000":
        return _written(parts[:3], None)
    return _written(parts[:3], parts[3:6], f"{zone[:3]}:{zone[3:]}")


def _named(text: str) -> str | None:
    """Return the day of "March 3, 2020" or "3 March 2020"."""
    match = _MONTH_FIRST.search(text) or _DAY_FIRST.search(text)
    if match is None:
        return None
    told = match["month"].lower()
    month = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(told)), None)
    return _written((int(match["year"]), month, int(match["day"])), None) if month else None


def _made(match: re.Match[str]) -> str | None:
    """Return the date of a match whose groups are numbers."""
    day = (int(match["year"]), int(match["month"]), int(match["day"]))
    if match["hour"] is None:
        return _written(day, None)
    hour = (int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    zone = (match["zone"] or "").upper()
    if zone in {"Z", "UTC", "GMT"}:
        return _written(day, hour, "+00:00")
    digits = zone.replace(":", "")
    return _written(day, hour, f"{digits[:3]}:{digits[3:] or '00'}" if digits else "")


def _written(
    day: tuple[int, int, int], hour: tuple[int, int, int] | None, zone: str = ""
) -> str | None:
    """Return the day, or the instant with its zone; None if there is no such day."""
    try:
        if hour is None:
            return date(*day).isoformat()
        clock = ":".join(f"{number:02}" for number in hour)
        return datetime.fromisoformat(f"{date(*day).isoformat()}T{clock}{zone}").isoformat()
    except (ValueError, OverflowError):  # no such day, or a year of forty digits
        return None
