"""The shapes of English time expressions, and the value that each one's words have.

"Monday, September 3, 2018" has the value "2018-09-03", "last month" "REF-P1M" and "a 22-day
break" holds the duration "P22D". Which of overlapping shapes wins, what is no time at all
("may", "2,000 people") and on which side of the reference it lies is for `times`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.text.number_words import SPELLED, read_number

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
GRAINS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}

_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_Y = r"(?:1[5-9]|20)\d\d"
_PART = r"(?:morning|afternoon|evening|night|lunchtime|noon|midnight|dawn)"
_UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)"
_COUNT = rf"(?:\d{{1,4}}(?:\.5)?|{SPELLED}|an?|a few|a couple of|several|some)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a time expression say."""

    value: str
    grain: str
    direction: str | None = None
    anchor: str | None = "published"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of words and how to read it."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]


def _shape(name: str, pattern: str, read: Callable[[re.Match[str]], Reading | None]) -> Shape:
    """Return a shape that matches whole words, of any case, over any white space."""
    spaced = pattern.replace(" ", r"\s+")
    whole = rf"(?<![\w$€£-])(?<!\d[.,:/])(?:{spaced})(?!\w|[-–]\w|['’][^s]|[,.:]\d)"
    return Shape(name, re.compile(whole, re.I), read)


def _number(text: str) -> int:
    """Return the day or year of "3rd", "03", "2018"."""
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> str:
    """Return the two digits of a month's name."""
    return f"{MONTHS[text.casefold().rstrip('.')]:02d}"


def _clock_part(text: str | None) -> str:
    """Return "TNI" for "night", nothing for nothing."""
    return f"T{PARTS[text.casefold()]}" if text else ""


def _date(found: re.Match[str]) -> Reading:
    """Read "September 3, 2018" and "3 September"."""
    year = found["year"]
    value = f"{year or 'XXXX'}-{_month(found['month'])}-{_number(found['day']):02d}"
    return Reading(value, "day", anchor=None if year else "published")


def _days(found: re.Match[str]) -> Reading:
    """Read "September 3-5, 2018" and "3 to 5 September"."""
    stem = f"{found['year'] or 'XXXX'}-{_month(found['month'])}"
    value = f"{stem}-{_number(found['day']):02d}/{stem}-{_number(found['last']):02d}"
    return Reading(value, "day", anchor=None if found["year"] else "published")


def _dated_month(found: re.Match[str]) -> Reading:
    """Read "August 2016" and "August"."""
    year = found["year"]
    anchor = None if year else "published"
    return Reading(f"{year or 'XXXX'}-{_month(found['month'])}", "month", anchor=anchor)


def _side_month(found: re.Match[str]) -> Reading:
    """Read "last August", "next June", "this May"."""
    side = {"last": "past", "past": "past", "next": "future"}.get(found["side"].casefold())
    return Reading(f"XXXX-{_month(found['month'])}", "month", side)


def _in_other_year(found: re.Match[str]) -> Reading:
    """Read "August last year", "September 4 of next year"."""
    base = {"last": "REF-P1Y", "next": "REF+P1Y", "this": "REF-P0Y"}[found["side"].casefold()]
    named = found["first"] or found["day"]
    day = f"-{_number(named):02d}" if named else ""
    return Reading(f"{base}-{_month(found['month'])}{day}", "day" if day else "month")


def _year(found: re.Match[str]) -> Reading:
    """Read "2015"."""
    return Reading(found["year"], "year", anchor=None)


def _years(found: re.Match[str]) -> Reading:
    """Read "2014-2018", "2014-18" and "2011/12"."""
    last = found["last"]
    last = last if len(last) == 4 else found["year"][:2] + last
    return Reading(f"{found['year']}/{last}", "year", anchor=None)


def _decade(found: re.Match[str]) -> Reading:
    """Read "the 1990s"."""
    return Reading(f"{found['decade']}X", "decade", anchor=None)


def _iso(found: re.Match[str]) -> Reading:
    """Read "2018-09-03"."""
    return Reading(found[0], "day", anchor=None)


def _slashes(found: re.Match[str]) -> Reading | None:
    """Read "25/12/2018": only where no other order of day and month is possible."""
    first, second = int(found["first"]), int(found["second"])
    if first > 12 >= second >= 1 and first <= 31:
        return Reading(f"{found['year']}-{second:02d}-{first:02d}", "day", anchor=None)
    if second > 12 >= first >= 1 and second <= 31 or first == second <= 12:
        return Reading(f"{found['year']}-{first:02d}-{second:02d}", "day", anchor=None)
    return None


def _today(found: re.Match[str]) -> Reading:
    """Read "today", "yesterday evening", "tomorrow night", "tonight"."""
    word = found["word"].casefold()
    base = {"yesterday": "REF-P1D", "tomorrow": "REF+P1D"}.get(word, "REF")
    part = "TNI" if word == "tonight" else _clock_part(found["part"])
    return Reading(base + part, "hour" if part else "day")


def _weekday(found: re.Match[str]) -> Reading:
    """Read "Monday", "Monday night"."""
    part = _clock_part(found["part"])
    return Reading(f"XXXX-WXX-{WEEKDAYS[found['day'].casefold()]}{part}", "day")


def _side_weekday(found: re.Match[str]) -> Reading:
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


def _weekday_of_week(found: re.Match[str]) -> Reading:
    """Read "Friday last week", "Tuesday of next week", "a week ago Monday"."""
    base = {"last": "REF-P1W", "next": "REF+P1W", "this": "REF-P0W"}[found["side"].casefold()]
    return Reading(f"{base}-{WEEKDAYS[found['day'].casefold()]}", "day")


def _weekend(found: re.Match[str]) -> Reading:
    """Read "the weekend", "last weekend", "next weekend"."""
    side = found["side"].casefold()
    if side == "last":
        return Reading("REF-WXX-WE", "day", "past")
    if side == "next":
        return Reading("REF+P1W-WE", "day", "future")
    return Reading("XXXX-WXX-WE", "day", "future" if side == "coming" else None)


def _calendar(found: re.Match[str]) -> Reading:
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


def _part_of_running(found: re.Match[str]) -> Reading:
    """Read "earlier this year", "later this week", "earlier today", "later in the month"."""
    unit = UNITS.get((found["unit"] or "day").casefold(), "D")
    if unit == "D":
        return Reading("REF", "day")
    whole = f"REF-P0{unit}"
    early = found["side"].casefold() == "earlier"
    value = f"{whole}/REF" if early else f"REF/{whole}"
    return Reading(value, GRAINS[unit], "past" if early else "future")


_VAGUE_DAYS = {"D": 7, "W": 28}
"""How far "in the coming days", "in recent weeks" reach; months and years stay open."""


def _window(found: re.Match[str]) -> Reading:
    """Read "the past three days", "the coming weeks", "recent months", "the next 48 hours"."""
    ahead = found["side"].casefold() in {"coming", "next", "following"}
    sign, direction = ("+", "future") if ahead else ("-", "past")
    unit = UNITS[found["unit"].casefold()]
    grain = GRAINS.get(unit, "hour" if unit in "SNH" else "year")
    count = read_number(found["count"]) if found["count"] else None
    if unit in "SNH":
        days = max(1, round((count or 0) / 24)) if unit == "H" else 1
        length = f"P{days}D"
    elif count is not None and count == int(count) and unit in GRAINS:
        length = f"P{7 * int(count)}D" if unit == "W" else f"P{int(count)}{unit}"
    elif found["count"] == "" and unit in GRAINS:
        length = "P7D" if unit == "W" else f"P1{unit}"
    elif unit in _VAGUE_DAYS:
        length = f"P{_VAGUE_DAYS[unit]}D"
    else:
        return Reading("FUTURE" if ahead else "PAST", grain, direction)
    if ahead:
        return Reading(f"REF/REF{sign}{length}", grain, direction)
    return Reading(f"REF{sign}{length}/REF", grain, direction)


def read_count(text: str) -> int | None:
    """Return the whole number of "three", "3", "a"; None for "several"."""
    word = re.sub(r"\s+", " ", text.casefold())
    if word in {"a", "an"}:
        return 1
    if word == "a couple of":
        return 2
    count = None if word in {"several", "some", "a few"} else read_number(word)
    return int(count) if count is not None and count == int(count) else None


def _ago(found: re.Match[str]) -> Reading:
    """Read "three days ago", "a week ago", "several years ago"."""
    unit = UNITS[found["unit"].casefold()]
    count = read_count(found["count"])
    if unit in "SNH":
        hours = count if unit == "H" and count else 0
        return Reading(f"REF-P{hours // 24}D" if hours >= 24 else "REF", "hour", "past")
    if unit == "E":
        return Reading(f"REF-P{10 * count}Y" if count else "PAST", "year", "past")
    if unit == "F" or count is None:
        vague = {"D": "REF-P7D/REF", "W": "REF-P28D/REF-P7D"}.get(unit, "PAST")
        return Reading("REF-P2W" if unit == "F" else vague, GRAINS.get(unit, "week"), "past")
    return Reading(f"REF-P{count}{unit}", GRAINS[unit], "past")


def _from_event(found: re.Match[str]) -> Reading | None:
    """Read "a week after", "two days earlier", "the day before", "the following day"."""
    groups = found.groupdict()
    unit = UNITS[found["unit"].casefold()]
    count = read_count(groups["count"]) if groups.get("count") else 1
    if count is None or unit not in GRAINS:
        return None
    later = found["side"].casefold() in {"after", "later", "next", "following"}
    value = f"EVENT{'+' if later else '-'}P{count}{unit}"
    return Reading(value, GRAINS[unit], "future" if later else "past", "event")


def _same(found: re.Match[str]) -> Reading | None:
    """Read "the same day", "that year"."""
    unit = UNITS[found["unit"].casefold()]
    return Reading(f"EVENT+P0{unit}", GRAINS[unit], None, "event") if unit in GRAINS else None


def _clock(found: re.Match[str]) -> Reading | None:
    """Read "18:30", "1830 GMT", "5 p.m.", "noon"."""
    groups = found.groupdict()
    if word := groups.get("word"):
        return Reading("T12:00" if word.casefold() == "noon" else "T24:00", "hour", anchor=None)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (groups.get("half") or "").casefold()[:1]
    hour += 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0
    if hour > 24 or minute > 59:
        return None
    zone = "Z" if (groups.get("zone") or "").upper() in {"GMT", "UTC"} else ""
    return Reading(f"T{hour:02d}:{minute:02d}{zone}", "minute", anchor=None)


def _season(found: re.Match[str]) -> Reading:
    """Read "the summer of 2016", "winter 2019"."""
    value = f"{found['year'] or 'XXXX'}-{SEASONS[found['season'].casefold()]}"
    return Reading(value, "quarter", anchor=None if found["year"] else "published")


def _quarter(found: re.Match[str]) -> Reading:
    """Read "the third quarter of 2018", "Q3 2018"."""
    words = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
    number = words.get((found["word"] or "").casefold(), found["digit"])
    return Reading(f"{found['year']}-Q{number}", "quarter", anchor=None)


def _duration(found: re.Match[str]) -> Reading | None:
    """Read "22-day", "three weeks", "for decades", "month-long"."""
    groups = found.groupdict()
    unit = UNITS[found["unit"].casefold().rstrip("s")]
    text = groups.get("count")
    count = "1" if groups.get("long") and not text else None
    if text:
        number = read_number(re.sub(r"\s+", " ", text))
        if text.casefold() in {"a", "an"}:
            number = 1
        count = None if number is None else f"{number:g}"
    code = {"S": "T{}S", "N": "T{}M", "H": "T{}H", "F": "{}W", "E": "{}DE"}.get(unit, "{}" + unit)
    return Reading("P" + code.format(count or "X"), "duration", anchor=None)


_LATE = r"(?:(?:early|late|mid|the end of|the start of|the beginning of)[ -](?:in )?)?"
_ZONE = r"(?: (?P<zone>GMT|UTC|local time|hours|hrs|[ECMP][SD]?T))?"

SHAPES: tuple[Shape, ...] = (
    _shape("iso", r"\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])", _iso),
    _shape("slashes", rf"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>{_Y})", _slashes),
    _shape(
        "date",
        rf"(?:{_W}(?:,? |, the ))?(?P<month>{_M}) (?P<day>{_D})(?:(?:, ?| )(?P<year>{_Y}))?",
        _date,
    ),
    _shape(
        "date-days",
        rf"(?P<month>{_M}) (?P<day>{_D})(?: ?[-–—] ?| (?:to|through|and|until) )(?P<last>{_D})"
        rf"(?:,? (?P<year>{_Y}))?",
        _days,
    ),
    _shape(
        "days-date",
        rf"(?P<day>{_D})(?: ?[-–—] ?| (?:to|through|and|until) )(?P<last>{_D}) (?P<month>{_M})"
        rf"(?:,? (?P<year>{_Y}))?",
        _days,
    ),
    _shape(
        "day-date",
        rf"(?:{_W},? )?(?:the )?(?P<day>{_D})(?: of|[ -])? ?(?P<month>{_M})"
        rf"(?:(?:, ?|[ -])(?P<year>{_Y}))?",
        _date,
    ),
    _shape("month", rf"{_LATE}(?P<month>{_M}),?(?: of)?(?: (?P<year>{_Y}))?", _dated_month),
    _shape("side-month", rf"(?P<side>last|past|next|this) (?P<month>{_M})", _side_month),
    _shape(
        "other-year",
        rf"(?:(?P<first>{_D}) )?(?P<month>{_M})(?: (?P<day>{_D}))?,?(?: of)?"
        r" (?P<side>last|next|this) year",
        _in_other_year,
    ),
    _shape("year", rf"{_LATE}(?P<year>{_Y})", _year),
    _shape("years", rf"(?P<year>{_Y}) ?[-–—/] ?(?P<last>{_Y}|\d\d)", _years),
    _shape("decade", rf"{_LATE}(?:the )?{_LATE}(?P<decade>(?:1[5-9]|20)\d)0['’]?s", _decade),
    _shape(
        "today",
        rf"(?P<word>today|tonight|yesterday|tomorrow)(?: (?P<part>{_PART}))?",
        _today,
    ),
    _shape("weekday", rf"(?P<day>{_W})(?: (?P<part>{_PART}))?", _weekday),
    _shape(
        "side-weekday",
        rf"(?P<side>last|past|next|this|coming|this coming|this past) (?P<day>{_W})"
        rf"(?: (?P<part>{_PART}))?",
        _side_weekday,
    ),
    _shape(
        "weekday-of-week", rf"(?P<day>{_W})(?: of)? (?P<side>last|next|this) week", _weekday_of_week
    ),
    _shape("weekend", r"(?P<side>the|last|this|next|past|coming) weekend", _weekend),
    _shape(
        "calendar",
        rf"(?P<side>last|next|this) (?P<unit>night|morning|afternoon|evening|week|month|quarter"
        rf"|year|decade|{_SEASON})",
        _calendar,
    ),
    _shape(
        "part-of-running",
        r"(?P<side>earlier|later)(?: in)?(?: today| (?:this|the) (?P<unit>day|week|month|year))",
        _part_of_running,
    ),
    _shape(
        "window",
        rf"(?:(?:the|these) )?(?P<side>past|last|previous|coming|next|following|recent)"
        rf"(?: (?P<count>\d{{1,3}}|{SPELLED}))? (?:few |several |couple of )?(?P<unit>{_UNIT})s",
        _window,
    ),
    _shape("past-one", rf"the (?P<side>past|coming) (?P<count>)(?P<unit>{_UNIT})", _window),
    _shape("ago", rf"(?P<count>{_COUNT}) (?P<unit>{_UNIT})s? ago", _ago),
    _shape(
        "from-event",
        rf"(?P<count>{_COUNT}) (?P<unit>{_UNIT})s? (?P<side>after|before|later|earlier)",
        _from_event,
    ),
    _shape("side-of-event", rf"the (?P<unit>{_UNIT}) (?P<side>after|before)", _from_event),
    _shape("next-to-event", rf"the (?P<side>next|following|previous) (?P<unit>{_UNIT})", _from_event),
    _shape("same", rf"(?:the same|that) (?P<unit>{_UNIT})", _same),
    _shape(
        "clock-half", rf"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?){_ZONE}", _clock
    ),
    _shape("clock", rf"(?P<hour>\d\d?):(?P<minute>\d\d){_ZONE}", _clock),
    _shape("clock-digits", rf"(?P<hour>\d\d)\.?(?P<minute>\d\d){_ZONE[:-1]}", _clock),
    _shape("clock-word", r"(?P<word>noon|midnight)", _clock),
    _shape("season", rf"(?P<season>{_SEASON})(?:,?(?: of)? (?P<year>{_Y}))", _season),
    _shape(
        "quarter",
        rf"(?:Q(?P<digit>[1-4])|(?P<word>first|second|third|fourth) quarter)(?: of|,)?"
        rf" (?P<year>{_Y})",
        _quarter,
    ),
    _shape(
        "hyphened",
        rf"(?P<count>\d{{1,4}}|{SPELLED})[-‑–](?P<unit>{_UNIT})s?(?:[ -](?P<long>long))?",
        _duration,
    ),
    _shape("length", rf"(?P<count>{_COUNT}) (?:more )?(?P<unit>{_UNIT})s?", _duration),
    _shape("long", rf"(?P<unit>{_UNIT})s?[ -](?P<long>long)", _duration),
    _shape("vague-length", rf"(?P<unit>{_UNIT})s", _duration),
)
