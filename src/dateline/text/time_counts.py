"""Read times that count units: "three days ago", "the past week", "a week after", "19-day".

A count from now has days of its own ("REF-P3D"), a count from an event needs that event
("EVENT+P1W"), a bare length has none ("P19D").
"""

from __future__ import annotations

import re

from dateline.text.number_words import read_number
from dateline.text.time_words import GRAINS, MONTHS, PARTS, UNITS, Reading

_VAGUE_DAYS = {"D": 7, "W": 28}
"""How far "in the coming days", "in recent weeks" reach; months and years stay open."""


def read_window(found: re.Match[str]) -> Reading:
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


def read_ago(found: re.Match[str]) -> Reading:
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


def read_from_event(found: re.Match[str]) -> Reading | None:
    """Read "a week after", "two days earlier", "the day before", "the following day"."""
    groups = found.groupdict()
    unit = UNITS[found["unit"].casefold()]
    count = read_count(groups["count"]) if groups.get("count") else 1
    if count is None or unit not in GRAINS:
        return None
    later = found["side"].casefold() in {"after", "later", "next", "following"}
    value = f"EVENT{'+' if later else '-'}P{count}{unit}"
    return Reading(value, GRAINS[unit], "future" if later else "past", "event")


def read_same(found: re.Match[str]) -> Reading | None:
    """Read "the same day", "that year"."""
    unit = UNITS[found["unit"].casefold()]
    return Reading(f"EVENT+P0{unit}", GRAINS[unit], None, "event") if unit in GRAINS else None


def read_same_part(found: re.Match[str]) -> Reading:
    """Read "that afternoon"."""
    return Reading(f"EVENT+P0DT{PARTS[found['part'].casefold()]}", "day", None, "event")


def read_later(found: re.Match[str]) -> Reading:
    """Read "a few months later", "weeks earlier": a side of what was told, and no days."""
    later = found["side"].casefold() == "later"
    return Reading("FUTURE_REF" if later else "PAST_REF", "vague", None, "text")


def read_in_that_year(found: re.Match[str]) -> Reading:
    """Read "August of that year", "3 May of the same year"."""
    named = found["first"] or found["day"]
    day = f"-{int(re.sub(r'[^0-9]', '', named)):02d}" if named else ""
    month = f"-{MONTHS[found['month'].casefold().rstrip('.')]:02d}"
    return Reading(f"EVENT+P0Y{month}{day}", "day" if day else "month", None, "event")


def read_inside(found: re.Match[str]) -> Reading:
    """Read "the end of the year", "early in the month", "the rest of the week"."""
    unit = UNITS[found["unit"].casefold()]
    if unit == "E":
        return Reading("REF-P0E", "decade")
    return Reading(f"REF-P0{unit}", GRAINS[unit])


def read_duration(found: re.Match[str]) -> Reading | None:
    """Read "19-day", "three weeks", "for decades", "month-long"."""
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
