"""Carry the year along in a text that tells history: "On 3 May 1951 … In [June] …".

A news report counts its days from its own date. A text without one that gives full dates
throughout, and hardly ever a "Monday" or "yesterday", is a narrative: a month there is of the
year that stands last before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Time

_FULL = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?")
_OPEN = re.compile(r"XXXX-(?P<month>\d\d|S[PU]|FA|WI)(?!X)")
_DEICTIC = re.compile(r"REF|XXXX-WXX")
_ENOUGH = 6
"""Full dates: fewer make no narrative."""
_TURN = 6
"""Months: a month that lies further back than this is next year's."""


def carry_years(times: Sequence[Time]) -> tuple[Time, ...]:
    """Return the times, those without a year with the year that the text has come to."""
    if not _is_narrative(times):
        return tuple(times)
    carried: list[Time] = []
    year, month = 0, 0
    for time in times:
        if year and _OPEN.search(time.value):
            time = replace(time, value=_filled(time.value, year, month), anchor="text")
        if found := _FULL.match(time.value):
            if int(found["year"]) != year or found["month"]:
                month = int(found["month"] or 0)
            year = int(found["year"])
        carried.append(time)
    return tuple(carried)


def _is_narrative(times: Sequence[Time]) -> bool:
    """Whether full dates rule, and few times count from the day of writing."""
    full = sum(1 for time in times if re.match(r"\d{4}-\d\d", time.value))
    deictic = sum(1 for time in times if _DEICTIC.match(time.value))
    return full >= _ENOUGH and 4 * deictic < full


def _filled(value: str, year: int, month: int) -> str:
    """Return a value with its year: that of the text, or the next one's after a turn of year."""

    def fill(found: re.Match[str]) -> str:
        nonlocal year, month
        named = found["month"]
        if named.isdigit():
            late = 0 if found.start() else _TURN  # "October to March" turns the year at once
            year, month = year + (month - int(named) > late), int(named)
        return f"{year}-{named}"

    return _OPEN.sub(fill, value)
