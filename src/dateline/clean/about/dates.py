"""Read the dates that news pages print: "Published: Tue, 4 Sep 2018 10:22 GMT".

A date without its year stays partial ("XXXX-09-04"); "04/09/2018" may be April or September
and is no date unless the page's country tells; an hour counts only with its zone. Months are
read in several languages: "28. April 2024", "1er mai 2024", "28 Nisan 2024", "2024年4月28日".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.knowledge.lexicon import fold
from dateline.knowledge.vocabulary import words

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
# Pages run words together: "3 min readSeptember 4, 20186:01 PM"
_START = r"(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))"
_END = r"(?:\b|(?=\d{1,2}:\d\d))"
_DIGIT = re.compile(r"\d")

_SHAPES = (
    # "2018-09-04", "2018/09/04", "2018-09-04T10:22:00Z"
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<number>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)"),
    # "September 4, 2018", "Sept. 4 2018", "September 4"
    re.compile(rf"{_START}{_MONTH}\s{{1,3}}{_DAY}\b(?:,?\s{{1,3}}{_YEAR}{_END})?", re.I),
    # "4 September 2018", "4-Sep-2018", "4th of September"
    re.compile(
        rf"\b{_DAY}(?:\s{{1,3}}of)?[\s-]{{1,3}}{_MONTH}(?:,?[\s-]{{1,3}}{_YEAR}{_END})?", re.I
    ),
    # "24/09/2018", "09/24/2018", "24.09.2018"
    re.compile(
        r"\b(?P<first>[0-3]?\d)(?P<mark>[-/.])(?P<second>[0-3]?\d)(?P=mark)(?P<year>20\d\d)\b"
    ),
)

# "28. April 2024", "1er mai 2024", "28 de abril de 2024": the name is looked up
_NAMED = re.compile(
    r"\b(?P<day>[0-3]?\d)(?:\.|er|º|°)?\s{1,3}(?:de )?"
    rf"(?P<name>[^\W\d_]{{3,12}})\.?,?\s{{1,3}}(?:del? )?{_YEAR}\b"
)
# "2024年4月28日", "2024년 4월 28일"
_COUNTED = re.compile(
    rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<number>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일号]"
)

# "14:30", "2.30 pm", "10:22:05 GMT", "1430 UTC", "T10:22:00+02:00"
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?)?"
    r"\s{0,2}(?P<half>[ap]\.?m\b\.?)?\s{0,2}\(?"
    r"(?:(?:GMT|UTC)(?=[+-]\d))?(?P<zone>[A-Z]{2,4}\b|Z\b|[+-]\d\d:?\d\d\b)?",
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
    r"|date|time|on|at|as of|of|and|local|from|the|to|release|released|cover(?:s|ed|ing)|period"
    r"|comments?|shares?|views?|likes?"
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


def find_dates(text: str, *, day_first: bool | None = None) -> Iterator[Printed]:
    """Yield the dates of a short text in their order, with hour where a zone is printed.

    `day_first` says how the page's country writes "04/09/2018"; unknown, it is no date.
    """
    if not _DIGIT.search(text):
        return
    found: list[Printed] = []
    for shape in _shapes_for(text):
        for match in shape.finditer(text):
            day = _named_day(match) if shape is _NAMED else _day(match, day_first)
            if day is None or any(match.start() < p.end and p.start < match.end() for p in found):
                continue
            found.append(_with_clock(text, match, day))
    yield from sorted(found, key=lambda printed: printed.start)


def _shapes_for(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the shapes that a text can hold, the ones of its own script first."""
    if not text.isascii():
        yield _COUNTED
    yield from _SHAPES
    yield _NAMED


def is_update(text: str) -> bool:
    """Whether words say that a date is of a change: "Last updated", "Aktualisiert am"."""
    return bool(_beside()[1].search(text))


def is_date_line(text: str) -> bool:
    """Whether a line holds a date and nothing but what stands around dates."""
    if len(text) > 120 or not _DIGIT.search(text):
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
    rest = _beside()[0].sub(" ", _BESIDE.sub(" ", rest))
    return not any(character.isalpha() for character in rest)


def _ambiguous(text: str) -> Iterator[Printed]:
    """Yield what is a date of some sort and can't be told: "04/09/2018"."""
    for match in _SHAPES[-1].finditer(text):
        yield Printed(match.start(), match.end(), "")


@lru_cache(maxsize=1)
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands beside dates in other languages, and what says "updated" in any."""
    listed = words("dates")
    beside, updated = (
        "|".join(re.escape(word) for word in sorted(listed[key]["words"], key=len, reverse=True))
        for key in ("beside", "updated")
    )
    return (
        re.compile(rf"\b(?:{beside})\b", re.I),
        re.compile(rf"\b(?:{updated})\b|更新", re.I),
    )


@lru_cache(maxsize=1)
def _month_names() -> Mapping[str, int]:
    """Return the months of the languages that are listed, by their names without accents."""
    months = words("dates")["months"]
    return {fold(name): int(number) for number, names in months.items() for name in names}


def _named_day(match: re.Match[str]) -> str | None:
    """Return the ISO day of a date whose month is named in some language."""
    month = _month_names().get(fold(match["name"]))
    return _checked(match["year"], month, int(match["day"])) if month else None


def _day(match: re.Match[str], day_first: bool | None) -> str | None:
    """Return the ISO day of a match, or None if it isn't one or may be two."""
    parts = match.groupdict()
    if "first" not in parts:
        named = parts.get("month")
        month = _MONTHS[named[:3].lower()] if named else int(parts["number"])
        return _checked(parts["year"], month, int(parts["day"]))
    first, second = int(parts["first"]), int(parts["second"])
    if parts["mark"] == "." or first > 12 or first == second:
        return _checked(parts["year"], second, first)
    if second > 12 or day_first is False:
        return _checked(parts["year"], first, second)
    return _checked(parts["year"], second, first) if day_first else None


def _checked(year: str | None, month: int, day: int) -> str | None:
    """Return an ISO day, with XXXX for no year; None if there is no such day."""
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
        second = clock.groupdict().get("second") or "00"
        hour = f"{_hour(clock):02}:{clock['minute'] or '00'}:{second}"
        return Printed(start, end, f"{day}T{hour}{zone}")
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
