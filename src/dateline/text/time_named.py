"""Read times that are words of their own: "Christmas Eve", "now", "daily", "every Friday".

A feast with a fixed date has days; "now" and "recently" have a side and no days; a set comes
round again and again, so that none of its days is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dateline.knowledge.vocabulary import words
from dateline.text.time_pattern import MONTH, PART, SEASON, UNIT, WEEKDAY, YEAR, Shape, shape
from dateline.text.time_words import MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS, Reading

_VAGUE = {
    "present": Reading("PRESENT_REF", "vague"),
    "past": Reading("PAST_REF", "vague", "past"),
    "future": Reading("FUTURE_REF", "vague", "future"),
}
_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W",
    "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q", "annually": "P1Y",
    "yearly": "P1Y",
}  # fmt: skip
_BY_CLOCK = {"S": "PT1S", "N": "PT1M", "H": "PT1H", "F": "P2W", "E": "P1DE"}


@cache
def named_shapes() -> tuple[Shape, ...]:
    """Return the shapes whose words stand in the lexicon, compiled once."""
    lists = words("times")
    feasts = (feast for days in lists["feasts"].values() for feast in days)
    vague = (word for group in lists["vague"].values() for word in group)
    return (
        shape("feast", rf"(?P<feast>{_one_of(feasts)})(?:,?(?: of)? (?P<year>{YEAR}))?", _feast),
        shape("vague", rf"(?P<word>{_one_of(vague)})", _vague),
        *_SET_SHAPES,
    )


def _one_of(held: Iterable[str]) -> str:
    """Return the alternation of words, the longest first, for a shape to space out."""
    longest = sorted(held, key=lambda word: (-len(word), word))
    return "|".join(re.escape(w).replace("\\ ", " ").replace("'", "['’]") for w in longest)


@cache
def _feast_days() -> dict[str, str]:
    """Return the month and day of each feast."""
    return {name: day for day, names in words("times")["feasts"].items() for name in names}


def _feast(found: re.Match[str]) -> Reading:
    """Read "Christmas", "New Year's Eve", "Christmas Day 2018"."""
    name = re.sub(r"\s+", " ", found["feast"].casefold()).replace("’", "'")
    year = found["year"]
    value = f"{year or 'XXXX'}-{_feast_days()[name]}"
    return Reading(value, "day", anchor=None if year else "published")


def _vague(found: re.Match[str]) -> Reading:
    """Read "now", "recently", "the future"."""
    word = re.sub(r"\s+", " ", found["word"].casefold())
    lists = words("times")["vague"]
    return next(_VAGUE[side] for side, held in lists.items() if word in held)


def _adverb(found: re.Match[str]) -> Reading:
    """Read "daily", "annually"."""
    return Reading(_ADVERBS[found["word"].casefold()], "set", anchor=None)


def _each(found: re.Match[str]) -> Reading | None:
    """Read "every day", "each Friday", "every three months", "every summer"."""
    if day := found["day"]:
        return Reading(f"XXXX-WXX-{WEEKDAYS[day.casefold()]}", "set", anchor=None)
    if month := found["month"]:
        return Reading(f"XXXX-{MONTHS[month.casefold()]:02d}", "set", anchor=None)
    if part := found["part"]:
        return Reading(f"XXXX-XX-XXT{PARTS[part.casefold()]}", "set", anchor=None)
    if season := found["season"]:
        return Reading(f"XXXX-{SEASONS[season.casefold()]}", "set", anchor=None)
    unit = UNITS[found["unit"].casefold().rstrip("s")]
    return Reading(_BY_CLOCK.get(unit, f"P1{unit}"), "set", anchor=None)


def _rate(found: re.Match[str]) -> Reading:
    """Read "per day", "a year" after a number: "3,000 tonnes per day"."""
    unit = UNITS[found["unit"].casefold()]
    return Reading(_BY_CLOCK.get(unit, f"P1{unit}"), "set", anchor=None)


_SET_SHAPES: tuple[Shape, ...] = (
    shape("set", rf"(?P<word>{'|'.join(_ADVERBS)})", _adverb),
    shape(
        "set-each",
        rf"(?:every|each)(?: other)? (?:(?P<day>{WEEKDAY})s?|(?P<part>{PART})|(?P<month>{MONTH})"
        rf"|(?P<season>{SEASON})|(?P<unit>{UNIT}))",
        _each,
        needs="every|each",
    ),
    shape(
        "set-days",
        rf"(?P<day>{WEEKDAY})s(?P<month>)(?P<part>)(?P<season>)(?P<unit>)",
        _each,
        WEEKDAY,
    ),
    shape("rate", rf"per (?P<unit>{UNIT})", _rate, "per"),
)
