"""The shapes of English time expressions: "Monday, June 14, 2021", "the past three days".

Each shape names the reader (`time_words`) that gives its words their value. Which of
overlapping shapes wins, what is no time at all ("may", "2,000 people") and on which side of
the reference it lies is for `times`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.text.number_words import SPELLED
from dateline.text.time_counts import (
    read_ago,
    read_duration,
    read_from_event,
    read_same,
    read_same_part,
    read_window,
)
from dateline.text.time_words import (
    Reading,
    read_calendar,
    read_clock,
    read_date,
    read_dated_month,
    read_days,
    read_decade,
    read_in_other_year,
    read_iso,
    read_part_of_running,
    read_quarter,
    read_season,
    read_side_month,
    read_side_weekday,
    read_slashes,
    read_today,
    read_weekday,
    read_weekday_of_week,
    read_weekend,
    read_year,
    read_years,
)

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
class Shape:
    """A shape of words and how to read it."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]


def _shape(name: str, pattern: str, read: Callable[[re.Match[str]], Reading | None]) -> Shape:
    """Return a shape that matches whole words, of any case, over any white space."""
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    whole = rf"(?<![\w$€£-])(?<!\d[.,:/])(?:{spaced})(?!\w|[-–]\w|['’][^s]|[,.:]\d)"
    return Shape(name, re.compile(whole, re.I), read)


_LATE = r"(?:(?:early|late|mid|the end of|the start of|the beginning of)[ -](?:in )?)?"
_ZONE = r"(?: (?P<zone>GMT|UTC|local time|hours|hrs|[ECMP][SD]?T))?"

SHAPES: tuple[Shape, ...] = (
    _shape("iso", r"\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])", read_iso),
    _shape("slashes", rf"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>{_Y})", read_slashes),
    _shape(
        "date",
        rf"(?:{_W}(?:,? |, the ))?(?P<month>{_M}) (?P<day>{_D})(?:(?:, ?| )(?P<year>{_Y}))?",
        read_date,
    ),
    _shape(
        "date-days",
        rf"(?P<month>{_M}) (?P<day>{_D})(?: ?[-–—] ?| (?:to|through|and|until) )(?P<last>{_D})"
        rf"(?:,? (?P<year>{_Y}))?",
        read_days,
    ),
    _shape(
        "days-date",
        rf"(?P<day>{_D})(?: ?[-–—] ?| (?:to|through|and|until) )(?P<last>{_D}) (?P<month>{_M})"
        rf"(?:,? (?P<year>{_Y}))?",
        read_days,
    ),
    _shape(
        "day-date",
        rf"(?:{_W},? )?(?:the )?(?P<day>{_D})(?: of|[ -])? ?(?P<month>{_M})"
        rf"(?:(?:, ?|[ -])(?P<year>{_Y}))?",
        read_date,
    ),
    _shape("month", rf"{_LATE}(?P<month>{_M})(?:,?(?: of)? (?P<year>{_Y}))?", read_dated_month),
    _shape("side-month", rf"(?P<side>last|past|next|this) (?P<month>{_M})", read_side_month),
    _shape(
        "other-year",
        rf"(?:(?P<first>{_D}) )?(?P<month>{_M})(?: (?P<day>{_D}))?,?(?: of)?"
        r" (?P<side>last|next|this) year",
        read_in_other_year,
    ),
    _shape("year", rf"{_LATE}(?P<year>{_Y})", read_year),
    _shape("years", rf"(?P<year>{_Y}) ?[-–—/] ?(?P<last>{_Y}|\d\d)", read_years),
    _shape("decade", rf"{_LATE}(?:the )?{_LATE}(?P<decade>(?:1[5-9]|20)\d)0['’]?s", read_decade),
    _shape(
        "today",
        rf"(?P<word>today|tonight|yesterday|tomorrow)(?: (?P<part>{_PART}))?",
        read_today,
    ),
    _shape("weekday", rf"(?P<day>{_W})(?: (?P<part>{_PART}))?", read_weekday),
    _shape(
        "side-weekday",
        rf"(?P<side>last|past|next|this|coming|this coming|this past) (?P<day>{_W})"
        rf"(?: (?P<part>{_PART}))?",
        read_side_weekday,
    ),
    _shape(
        "weekday-of-week",
        rf"(?P<day>{_W})(?: of)? (?P<side>last|next|this) week",
        read_weekday_of_week,
    ),
    _shape("weekend", r"(?P<side>the|last|this|next|past|coming) weekend", read_weekend),
    _shape(
        "calendar",
        rf"(?P<side>last|next|this) (?P<unit>night|morning|afternoon|evening|week|month|quarter"
        rf"|year|decade|{_SEASON})",
        read_calendar,
    ),
    _shape(
        "part-of-running",
        r"(?P<side>earlier|later)(?: in)?(?: today| (?:this|the) (?P<unit>day|week|month|year))",
        read_part_of_running,
    ),
    _shape(
        "window",
        rf"(?:(?:the|these) )?(?P<side>past|last|previous|coming|next|following|recent)"
        rf"(?: (?P<count>\d{{1,3}}|{SPELLED}))? (?:few |several |couple of )?(?P<unit>{_UNIT})s",
        read_window,
    ),
    _shape("past-one", rf"the (?P<side>past|coming) (?P<count>)(?P<unit>{_UNIT})", read_window),
    _shape("ago", rf"(?P<count>{_COUNT}) (?P<unit>{_UNIT})s? ago", read_ago),
    _shape(
        "from-event",
        rf"(?P<count>{_COUNT}) (?P<unit>{_UNIT})s? (?P<side>after|before|later|earlier)",
        read_from_event,
    ),
    _shape("side-of-event", rf"the (?P<unit>{_UNIT}) (?P<side>after|before)", read_from_event),
    _shape(
        "next-to-event",
        rf"the (?P<side>next|following|previous) (?P<unit>{_UNIT})",
        read_from_event,
    ),
    _shape("same", rf"(?:the same|that same|that) (?P<unit>{_UNIT})", read_same),
    _shape(
        "same-part",
        r"(?:the same|that same|that) (?P<part>morning|afternoon|evening)",
        read_same_part,
    ),
    _shape(
        "clock-half",
        rf"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?){_ZONE}",
        read_clock,
    ),
    _shape("clock", rf"(?P<hour>\d\d?):(?P<minute>\d\d){_ZONE}", read_clock),
    _shape("clock-digits", rf"(?P<hour>\d\d)\.?(?P<minute>\d\d){_ZONE[:-1]}", read_clock),
    _shape("clock-word", r"(?P<word>noon|midnight)", read_clock),
    _shape("season", rf"{_LATE}(?P<season>{_SEASON})(?:,?(?: of)? (?P<year>{_Y}))?", read_season),
    _shape(
        "quarter",
        rf"(?:Q(?P<digit>[1-4])|(?P<word>first|second|third|fourth) quarter)(?: of|,)?"
        rf" (?P<year>{_Y})",
        read_quarter,
    ),
    _shape(
        "hyphened",
        rf"(?P<count>\d{{1,4}}|{SPELLED})[-‑–](?P<unit>{_UNIT})s?(?:[ -](?P<long>long))?",
        read_duration,
    ),
    _shape("length", rf"(?P<count>{_COUNT}) (?:more )?(?P<unit>{_UNIT})s?", read_duration),
    _shape("long", rf"(?P<unit>{_UNIT})s?[ -](?P<long>long)", read_duration),
    _shape("vague-length", rf"(?P<unit>{_UNIT})s", read_duration),
)
