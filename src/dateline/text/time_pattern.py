"""The parts that shapes of time expressions are written with: months, weekdays, counts, units.

A shape is a pattern and the reader of what it matched: "3 (?P<month>June)" and `read_date`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.text.number_words import SPELLED
from dateline.text.time_words import Reading

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]|20)\d\d"
PART = r"(?:morning|afternoon|evening|night|lunchtime|noon|midnight|dawn)"
UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)"
COUNT = rf"(?:\d{{1,4}}(?:\.5)?|{SPELLED}|an?|a few|a couple of|several|some)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
LATE = r"(?:(?:early|late|mid|the end of|the start of|the beginning of)[ -](?:in )?)?"
HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
PAST = r"(?P<past>quarter|half|ten|twenty|five|\d\d?) (?P<side>past|to)"
ABROAD = r"(?P<zone>(?-i:[BIMS]ST|[CEW]ES?T|MSK|[ACEW]AT|SAST|PKT|WIB))"
ZONE = r"(?: (?P<zone>GMT|UTC|local time|hours|hrs|[ECMP][SD]?T))?"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of words and how to read it."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]
    needs: re.Pattern[str] | None = None
    """What stands in every match: a sentence without it need not be searched."""


def shape(
    name: str, pattern: str, read: Callable[[re.Match[str]], Reading | None], needs: str = ""
) -> Shape:
    """Return a shape that matches whole words, of any case, over any white space."""
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    whole = rf"(?<![\w$€£-])(?<!\d[.,:/])(?:{spaced})(?!\w|[-–]\w|['’][^s]|[,.:]\d)"
    return Shape(name, re.compile(whole, re.I), read, re.compile(needs, re.I) if needs else None)
