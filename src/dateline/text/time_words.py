"""Read the value of English time expressions from their words.

"Monday, June 14, 2021" has the value "2021-06-14", "last month" "REF-P1M" and "a 19-day
break" holds the duration "P19D". The shapes that the words stand in are those of `time_shapes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.text.number_words import read_number

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split(), start=1
    )
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "lunchtime": "MI",
    "noon": "MI", "midnight": "NI", "dawn": "MO",
}  # fmt: skip
UNITS = {
    "second": "S", "minute": "N", "hour": "H", "day": "D", "night": "D", "week": "W",
    "fortnight": "F", "month": "M", "quarter": "Q", "year": "Y", "decade": "E",
    "century": "C", "weekend": "E",
}  # fmt: skip
_SMALL_HOURS = 5
"""Up to five "at night" is past midnight."""
GRAINS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a time expression say."""

    value: str
    grain: str
    direction: str | None = None
    anchor: str | None = "published"


def _number(text: str) -> int:
    """Return the day or year of "3rd", "03", "2018"."""
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> str:
    """Return the two digits of a month's name."""
    return f"{MONTHS[text.casefold().rstrip('.')]:02d}"


def _clock_part(text: str | None) -> str:
    """Return "TNI" for "night", nothing for nothing."""
    return f"T{PARTS[text.casefold()]}" if text else ""


def read_date(found: re.Match[str]) -> Reading:
    """Read "June 14, 2021" and "3 September"."""
    year = found["year"]
    value = f"{year or 'XXXX'}-{_month(found['month'])}-{_number(found['day']):02d}"
    return Reading(value, "day", anchor=None if year else "published")


def read_days(found: re.Match[str]) -> Reading:
    """Read "September 3-5, 2018" and "3 to 5 September"."""
    stem = f"{found['year'] or 'XXXX'}-{_month(found['month'])}"
    value = f"{stem}-{_number(found['day']):02d}/{stem}-{_number(found['last']):02d}"
    return Reading(value, "day", anchor=None if found["year"] else "published")


def read_dated_month(found: re.Match[str]) -> Reading:
    """Read "August 2016" and "August"."""
    year = found["year"]
    anchor = None if year else "published"
    return Reading(f"{year or 'XXXX'}-{_month(found['month'])}", "month", anchor=anchor)


def read_side_month(found: re.Match[str]) -> Reading:
    """Read "last August", "next June", "this May"."""
    side = {"last": "past", "past": "past", "next": "future"}.get(found["side"].casefold())
    return Reading(f"XXXX-{_month(found['month'])}", "month", side)


def read_in_other_year(found: re.Match[str]) -> Reading:
    """Read "August last year", "September 4 of next year"."""
    base = {"last": "REF-P1Y", "next": "REF+P1Y", "this": "REF-P0Y"}[found["side"].casefold()]
    named = found["first"] or found["day"]
    day = f"-{_number(named):02d}" if named else ""
    return Reading(f"{base}-{_month(found['month'])}{day}", "day" if day else "month")


def read_year(found: re.Match[str]) -> Reading:
    """Read "2015"."""
    return Reading(found["year"], "year", anchor=None)


def read_years(found: re.Match[str]) -> Reading:
    """Read "2014-2018", "2014-18" and "2011/12"."""
    last = found["last"]
    last = last if len(last) == 4 else found["year"][:2] + last
    return Reading(f"{found['year']}/{last}", "year", anchor=None)


def read_decade(found: re.Match[str]) -> Reading:
    """Read "the 1990s"."""
    return Reading(f"{found['decade']}X", "decade", anchor=None)


def read_iso(found: re.Match[str]) -> Reading:
    """Read "2021-06-14"."""
    return Reading(found[0], "day", anchor=None)


def read_slashes(found: re.Match[str]) -> Reading | None:
    """Read "25/12/2018": only where no other order of day and month is possible."""
    first, second = int(found["first"]), int(found["second"])
    if first > 12 >= second >= 1 and first <= 31:
        return Reading(f"{found['year']}-{second:02d}-{first:02d}", "day", anchor=None)
    if second > 12 >= first >= 1 and second <= 31 or first == second <= 12:
        return Reading(f"{found['year']}-{first:02d}-{second:02d}", "day", anchor=None)
    return None


def read_today(found: re.Match[str]) -> Reading:
    """Read "today", "yesterday evening", "tomorrow night", "tonight"."""
    word = found["word"].casefold()
    base = {"yesterday": "REF-P1D", "tomorrow": "REF+P1D"}.get(word, "REF")
    part = "TNI" if word == "tonight" else _clock_part(found["part"])
    return Reading(base + part, "hour" if part else "day")


def read_eve(_found: re.Match[str]) -> Reading:
    """Read "on the eve" where no feast follows: the day before, as Spanish and Russian say it."""
    return Reading("REF-P1D", "day", "past")


def read_weekday(found: re.Match[str]) -> Reading:
    """Read "Monday", "Monday night"."""
    part = _clock_part(found["part"])
    return Reading(f"XXXX-WXX-{WEEKDAYS[found['day'].casefold()]}{part}", "day")


def read_side_weekday(found: re.Match[str]) -> Reading:
    """Read "last Friday", "next Tuesday", "this Sunday", "this coming Sunday"."""
    day = WEEKDAYS[found["day"].casefold()]
    side = re.sub(r"\s+", " ", found["side"].casefold())
    if side in {"last", "past", "this past"}:
        return Reading(f"REF-WXX-{day}", "day", "past")
    if side == "next":
        return Reading(f"REF+P1W-{day}", "day", "future")
    if side in {"coming", "this coming"}:
        return Reading(f"REF+WXX-{day}", "day", "future")
    return Reading(f"REF-P0W-{day}", "day")


def read_weekday_of_week(found: re.Match[str]) -> Reading:
    """Read "Friday last week", "Tuesday of next week", "a week ago Monday"."""
    base = {"last": "REF-P1W", "next": "REF+P1W", "this": "REF-P0W"}[found["side"].casefold()]
    return Reading(f"{base}-{WEEKDAYS[found['day'].casefold()]}", "day")


def read_weekend(found: re.Match[str]) -> Reading:
    """Read "the weekend", "last weekend", "next weekend"."""
    side = found["side"].casefold()
    if side == "last":
        return Reading("REF-WXX-WE", "day", "past")
    if side == "next":
        return Reading("REF+P1W-WE", "day", "future")
    return Reading("XXXX-WXX-WE", "day", "future" if side == "coming" else None)


def read_calendar(found: re.Match[str]) -> Reading:
    """Read "last week", "this month", "next year", "last night", "this morning"."""
    side, word = found["side"].casefold(), found["unit"].casefold()
    sign = {"last": "-P1", "next": "+P1"}.get(side, "-P0")
    if word in PARTS:
        return Reading((f"REF{sign}D" if side != "this" else "REF") + f"T{PARTS[word]}", "hour")
    if word in SEASONS:
        return Reading(f"REF{sign}Y-{SEASONS[word]}", "quarter")
    if word == "decade":
        return Reading(f"REF{sign}E", "decade")
    unit = UNITS[word]
    return Reading(f"REF{sign}{unit}", GRAINS[unit])


def read_part_of_running(found: re.Match[str]) -> Reading:
    """Read "earlier this year", "later this week", "earlier today", "later in the month"."""
    unit = UNITS.get((found["unit"] or "day").casefold(), "D")
    if unit == "D":
        return Reading("REF", "day")
    whole = f"REF-P0{unit}"
    early = found["side"].casefold() == "earlier"
    value = f"{whole}/REF" if early else f"REF/{whole}"
    return Reading(value, GRAINS[unit], "past" if early else "future")


def read_clock(found: re.Match[str]) -> Reading | None:
    """Read "18:30", "1830 GMT", "5 p.m.", "noon"."""
    groups = found.groupdict()
    if word := groups.get("word"):
        return Reading("T24:00" if word.casefold() == "midnight" else "T12:00", "hour", anchor=None)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (groups.get("half") or "").casefold()[:1]
    hour += 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0
    if hour > 24 or minute > 59:
        return None
    zone = "Z" if (groups.get("zone") or "").upper() in {"GMT", "UTC"} else ""
    return Reading(f"T{hour:02d}:{minute:02d}{zone}", "minute", anchor=None)


def read_spoken_clock(found: re.Match[str]) -> Reading:
    """Read "nine in the evening", "half past five in the afternoon", "ten o'clock"."""
    hour, part = _spoken(found["hour"]), found["part"].casefold()
    late = part in {"afternoon", "evening"} or (part == "night" and hour > _SMALL_HOURS)
    hour = hour % 12 + 12 * late if part else hour
    minute = {"quarter": 15, "half": 30}.get(word := (found["past"] or "").casefold(), 0)
    minute = minute or (_spoken(word) if word else 0)
    if (found["side"] or "").casefold() == "to":
        hour, minute = (hour - 1) % 24, 60 - minute
    return Reading(f"T{hour:02d}:{minute:02d}", "minute" if minute else "hour", anchor=None)


def _spoken(word: str) -> int:
    """Return the number of "nine", "9", "twenty"."""
    return int(word) if word.isdigit() else int(read_number(word.casefold()) or 0)


def read_part_of_day(found: re.Match[str]) -> Reading:
    """Read "the night of", which the day after it makes a time."""
    return Reading(f"T{PARTS[found['part'].casefold()]}", "hour", anchor=None)


def read_day_of_month(found: re.Match[str]) -> Reading | None:
    """Read "on the 12th"."""
    day = int(found["day"])
    return Reading(f"XXXX-XX-{day:02d}", "day") if 1 <= day <= 31 else None


def read_season(found: re.Match[str]) -> Reading:
    """Read "the summer of 2016", "winter 2019"."""
    value = f"{found['year'] or 'XXXX'}-{SEASONS[found['season'].casefold()]}"
    return Reading(value, "quarter", anchor=None if found["year"] else "published")


def read_quarter(found: re.Match[str]) -> Reading:
    """Read "the third quarter of 2018", "Q3 2018"."""
    words = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
    number = words.get((found["word"] or "").casefold(), found["digit"])
    return Reading(f"{found['year']}-Q{number}", "quarter", anchor=None)
