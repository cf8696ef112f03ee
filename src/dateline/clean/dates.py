"""Read the dates that news pages print: "Published: Tue, 4 Sep 2018 10:22 GMT".

A date without its year stays partial ("XXXX-09-04"); "04/09/2018" may be April or September
and is no date at all; an hour counts only with its zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        "january february march april may june july august september october november"
        " december".split(),
        start=1,
    )
}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

_SHAPES = (
    # "2018-09-04", "2018/09/04", "2018-09-04T10:22:00Z"
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<number>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)"),
    # "September 4, 2018", "Sept. 4 2018", "September 4"
    re.compile(rf"\b{_MONTH}\s{{1,3}}{_DAY}\b(?:,?\s{{1,3}}{_YEAR}\b)?", re.I),
    # "4 September 2018", "4-Sep-2018", "4th of September"
    re.compile(rf"\b{_DAY}(?:\s{{1,3}}of)?[\s-]{{1,3}}{_MONTH}(?:,?[\s-]{{1,3}}{_YEAR}\b)?", re.I),
    # "24/09/2018", "09/24/2018", "24.09.2018"
    re.compile(
        r"\b(?P<first>[0-3]?\d)(?P<mark>[-/.])(?P<second>[0-3]?\d)(?P=mark)(?P<year>20\d\d)\b"
    ),
)

# "14:30", "2.30 pm", "10:22:05 GMT", "1430 UTC", "T10:22:00+02:00"
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?)?"
    r"\s{0,2}(?P<half>[ap]\.?m\b\.?)?\s{0,2}\(?"
    r"(?P<zone>[A-Z]{2,4}\b|Z\b|[+-]\d\d:?\d\d\b)?",
    re.I,
)
_BARE_CLOCK = re.compile(r"\b(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?(?P<zone>GMT|UTC|EST|EDT)\b")

_ZONES = {
    "GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00", "WET": "+00:00", "BST": "+01:00",
    "CET": "+01:00", "WAT": "+01:00", "CEST": "+02:00", "EET": "+02:00", "SAST": "+02:00",
    "CAT": "+02:00", "EEST": "+03:00", "EAT": "+03:00", "MSK": "+03:00", "TRT": "+03:00",
    "PKT": "+05:00", "WIB": "+07:00", "HKT": "+08:00", "SGT": "+08:00", "JST": "+09:00",
    "KST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00", "EST": "-05:00", "EDT": "-04:00",
    "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
    "ET": "-05:00", "NZST": "+12:00",
}  # fmt: skip
"""Zones that mean one thing in news; IST and CST mean three, ET depends on the season."""

# What else stands on a line that is only a date: "Published on", "Last updated:", "Tuesday".
_BESIDE = re.compile(
    r"\b(?:(?:first |last )?(?:published|updated|posted|modified|issued|created|update|edited)"
    r"|date|time|on|at|as of|of|and|local|from|the|release|released"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|\d{1,3}[ -]min(?:ute)?s?(?: read)?|hrs|hours|[a-z]{3,4}t|gmt|utc|ist)\b",
    re.I,
)
# "3 hours ago", "Yesterday", "Updated 20 minutes ago"
_AGO = re.compile(
    r"(?:(?:published|updated|posted)\W{1,3})?(?:\d{1,3}|an?|one)"
    r" (?:min(?:ute)?|hour|hr|day|week|month)s? ago|yesterday|just now",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed date: `[start, end)` in its text, and ISO 8601 with XXXX for no year."""

    start: int
    end: int
    value: str


def find_dates(text: str) -> Iterator[Printed]:
    """Yield the dates of a short text in their order, with hour where a zone is printed."""
    found: list[Printed] = []
    for shape in _SHAPES:
        for match in shape.finditer(text):
            day = _day(match)
            if day is None or any(match.start() < p.end and p.start < match.end() for p in found):
                continue
            found.append(_with_clock(text, match, day))
    yield from sorted(found, key=lambda printed: printed.start)


def is_date_line(text: str) -> bool:
    """Whether a line holds a date and nothing but what stands around dates."""
    if len(text) > 120 or not any(character.isdigit() for character in text):
        return bool(_AGO.fullmatch(text.strip(" .|·•-–—"))) and len(text) < 40
    if _AGO.fullmatch(text.strip(" .|·•-–—")):
        return True
    dates = list(find_dates(text)) or list(_ambiguous(text))
    if not dates:
        return False
    rest = text
    for printed in reversed(dates):
        rest = rest[: printed.start] + " " + rest[printed.end :]
    rest = _CLOCK.sub(" ", _BARE_CLOCK.sub(" ", _BESIDE.sub(" ", rest)))
    return not any(character.isalpha() for character in _BESIDE.sub(" ", rest))


def _ambiguous(text: str) -> Iterator[Printed]:
    """Yield what is a date of some sort and can't be told: "04/09/2018"."""
    for match in _SHAPES[-1].finditer(text):
        yield Printed(match.start(), match.end(), "")


def _day(match: re.Match[str]) -> str | None:
    """Return the ISO day of a match, or None if it isn't one or may be two."""
    parts = match.groupdict()
    year = parts["year"]
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if parts["mark"] == "." or first > 12 or first == second:
            day, month = first, second
        elif second > 12:
            day, month = second, first
        else:
            return None
    else:
        day = int(parts["day"])
        month = int(parts["number"]) if "number" in parts else _MONTHS[parts["month"][:3].lower()]
    try:
        date(int(year or 2000), month, day)
    except ValueError:
        return None
    return f"{year or 'XXXX'}-{month:02}-{day:02}"


def _with_clock(text: str, match: re.Match[str], day: str) -> Printed:
    """Return the date with the hour printed after it ("… 10:22 GMT") or before it."""
    after = text[match.end() : match.end() + 40]
    before = text[max(0, match.start() - 30) : match.start()]
    for near in (after, before):
        clock = _BARE_CLOCK.search(near) or next(
            (c for c in _CLOCK.finditer(near) if c["minute"] or c["half"]), None
        )
        if clock is None or clock.start() > 12 and near is after:
            continue
        if near is before and not re.fullmatch(
            r"[\W\d]*(?:on)?[\W]*\w{0,9}\W*", near[clock.end() :]
        ):
            continue
        zone = _zone(clock["zone"])
        if zone is None or day.startswith("X"):
            continue
        end = match.end() + clock.end() if near is after else match.end()
        start = match.start() if near is after else match.start() - len(near) + clock.start()
        return Printed(start, end, f"{day}T{_hour(clock):02}:{clock['minute'] or '00'}:00{zone}")
    return Printed(match.start(), match.end(), day)


def _zone(printed: str | None) -> str | None:
    """Return "+02:00" for a printed zone, or None if it means nothing or several things."""
    if printed is None:
        return None
    if printed[0] in "+-":
        return f"{printed[:3]}:{printed[-2:]}"
    return _ZONES.get(printed.upper())


def _hour(clock: re.Match[str]) -> int:
    """Return the hour of the day, "2 pm" as 14."""
    hour = int(clock["hour"])
    half = (clock.groupdict().get("half") or "").lower()
    if half.startswith("p") and hour < 12:
        return hour + 12
    return 0 if half.startswith("a") and hour == 12 else min(hour, 23)
