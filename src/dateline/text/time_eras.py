"""Read years before our era and centuries: "in 480 BC", "the early 19th century".

A year before our era has the value "BC0480" and no days, since the calendar of `datetime`
has none; a century has the value "18" for the nineteenth, as TIMEX3 writes it.
"""

from __future__ import annotations

import re

from dateline.text.number_words import ORDINALS
from dateline.text.time_pattern import LATE, MONTH, SEASON, Shape, shape
from dateline.text.time_words import MONTHS, SEASONS, Reading

_BC = r"B\.? ?C\.?(?:E\b\.?)?"
_ABOUT = r"(?:(?:circa|ca\.?|c\.?) ?)?"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)}|twenty[ -]first)"
_ERA = re.compile(r"\d\s*B\.?\s?C\b")


def has_era(text: str) -> bool:
    """Whether a text counts years before our era, so that "in 480" may be one."""
    return _ERA.search(text) is not None


def _before_era(year: str) -> str:
    """Return "BC0480" for "480"."""
    return f"BC{int(year):04d}"


def read_year_before_era(found: re.Match[str]) -> Reading:
    """Read "480 BC", "c. 500 BCE", "the spring of 480 BC", "August 480 BC", "the 490s BC"."""
    groups = found.groupdict()
    value = _before_era(found["year"])
    if found["decade"]:
        return Reading(value[:-1], "decade", anchor=None)
    if month := groups.get("month"):
        return Reading(f"{value}-{MONTHS[month.casefold().rstrip('.')]:02d}", "month", anchor=None)
    if season := groups.get("season"):
        return Reading(f"{value}-{SEASONS[season.casefold()]}", "quarter", anchor=None)
    return Reading(value, "year", anchor=None)


def read_bare_year(found: re.Match[str]) -> Reading:
    """Read the "480" of a text that counts before our era: "in 480"."""
    return Reading(_before_era(found["year"]), "year", anchor=None)


def read_century(found: re.Match[str]) -> Reading | None:
    """Read "the nineteenth century", "the early 21st century", "the 5th century BC"."""
    word = re.sub(r"[\s-]+", " ", found["number"].casefold())
    digits = re.match(r"\d+", word)
    number = int(digits[0]) if digits else ORDINALS.get(word, 21)
    if not 1 <= number <= 22:
        return None
    era = "BC" if found["era"] else ""
    return Reading(f"{era}{number - 1:02d}", "century", anchor=None)


ERA_SHAPES: tuple[Shape, ...] = (
    shape(
        "year-before-era",
        rf"{LATE}(?:(?P<month>{MONTH}),? (?:of )?|(?:the )?(?P<season>{SEASON}) (?:of )?|the )?"
        rf"{LATE}{_ABOUT}(?P<year>\d{{1,4}})(?P<decade>['’]?s)? ?{_BC}",
        read_year_before_era,
        needs=r"\bB",
    ),
    shape("bare-year", r"(?:(?:early|late|mid)[ -])?(?P<year>[1-9]\d\d)", read_bare_year),
    shape(
        "century",
        rf"(?:the )?{LATE}(?:the )?(?P<number>{_ORDINAL})[ -]century(?P<era> {_BC})?",
        read_century,
        needs="century",
    ),
)
