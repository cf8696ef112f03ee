"""Carry the year along in a text that tells history: "On 3 May 1951 … In [June] …".

A news report counts its days from its own date. A text that gives full dates throughout, far
from its own date or without one, and hardly ever a "Monday" or "yesterday", is a narrative:
a month there is of the year that stands last before it, a time of day of the day. A year that
is only looked back or ahead to ("the largest since 1813") does not move the telling.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Time

_FULL = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_OPEN = re.compile(r"XXXX(?:-(?P<month>\d\d|S[PU]|FA|WI)(?!X)|(?![-X\d]))")
_DAY_ALONE = re.compile(r"XXXX-XX-(?P<day>\d\d)")
_RUNNING = re.compile(r"REF-P0(?P<unit>[YM])|REF/REF-P0(?P<late>Y)")
_CLOCK = re.compile(r"T(?:\d\d:\d\d)Z?")
_DEICTIC = re.compile(r"REF(?!-P0[YM])|XXXX-WXX")
_ENOUGH = 6
"""Full dates: fewer make no narrative."""
_LIKE_YEARS = 3
"""Years, at least, in a text whose dates mostly leave the year out."""
_TURN = 6
"""Months: a month that lies further back than this is next year's."""
_FAR = 3
"""Years: a single leap this far is a look back or ahead."""
_OLD = 2
"""Years from the report's own date, at least, of what a dated narrative tells."""


def carry_years(times: Sequence[Time], *, openings: Collection[int] = ()) -> tuple[Time, ...]:
    """Return a narrative's times, those without a year with the year that the text has come to.

    `openings` are the offsets near which sentences begin: a year that opens a sentence moves
    the telling on.
    """
    return tuple(_told(times, frozenset(openings)))


def is_narrative(times: Sequence[Time], reference: date | None = None) -> bool:
    """Whether full dates rule, and few times count from the day of writing.

    `reference` is the day of the report, if it has one.
    """
    full = [time.value for time in times if re.match(r"\d{4}-\d\d", time.value)]
    years = sum(1 for time in times if re.match(r"\d{4}", time.value))
    bare = sum(1 for time in times if re.match(r"XXXX-\d\d", time.value))
    deictic = sum(1 for time in times if _DEICTIC.match(time.value))
    if reference is not None:
        old = sum(1 for value in full if abs(int(value[:4]) - reference.year) > _OLD)
        return old >= _ENOUGH and 10 * old >= 9 * len(full) and 4 * deictic < old
    if len(full) >= _ENOUGH and 4 * deictic < len(full):
        return True
    return years >= _LIKE_YEARS and bare >= 2 * _ENOUGH and 8 * deictic < bare


@dataclass(slots=True)
class _Line:
    """How far a telling has come."""

    year: int = 0
    month: int = 0
    day: str = ""

    def move(self, found: re.Match[str]) -> None:
        """Go to a date that names its year."""
        if int(found["year"]) != self.year or found["month"]:
            self.month = int(found["month"] or 0)
        self.year = int(found["year"])
        self.day = found[0] if found["day"] else ""


def _told(times: Sequence[Time], openings: frozenset[int]) -> Iterator[Time]:
    """Yield the times with what each leaves out taken from the line of the telling."""
    line = _Line()
    for position, time in enumerate(times):
        told = time
        if line.year and (value := _filled(time.value, line)) != time.value:
            told = replace(time, value=value, anchor="text")
        found = _FULL.match(told.value)
        if found and (told is not time or _moves(times, position, line, openings)):
            line.move(found)
        yield told


def _moves(times: Sequence[Time], position: int, line: _Line, openings: frozenset[int]) -> bool:
    """Whether a date with its year moves the telling, and isn't a look back or ahead."""
    value = times[position].value
    if not line.year or times[position].span.start in openings:
        return True
    year = int(value[:4])
    following = next((t.value for t in times[position + 1 :] if re.match(r"\d{4}", t.value)), "")
    after = int(following[:4]) if following else line.year
    if re.match(r"\d{4}-\d\d", value):
        return abs(year - line.year) < _FAR or abs(after - line.year) >= _FAR
    return year == after or (year < after and 0 < year - line.year < _FAR)


def _filled(value: str, line: _Line) -> str:
    """Return a value with what it leaves out: the year, the month or the day of the telling."""
    if _CLOCK.fullmatch(value):
        return f"{line.day}{value}" if line.day else value
    if (alone := _DAY_ALONE.fullmatch(value)) and line.month:
        return f"{line.year}-{line.month:02d}-{alone['day']}"
    if running := _RUNNING.fullmatch(value):
        month = f"-{line.month:02d}" if running["unit"] == "M" and line.month else ""
        return f"{line.year}{month}"
    first, slash, last = value.partition("/")
    if slash and (named := _FULL.match(last)) and first.startswith("XXXX-"):
        return f"{_before(first, named)}/{last}"
    return _with_years(value, line)


def _before(first: str, last: re.Match[str]) -> str:
    """Return the first end of a range with the year of its last: "May to August 16, 1988"."""
    turned = last["month"] is not None and first[5:7] > last["month"]
    return f"{int(last['year']) - turned}{first[4:]}"


def _with_years(value: str, line: _Line) -> str:
    """Return a value with its year: that of the text, or the next one's after a turn of year."""
    year, month = line.year, line.month

    def fill(found: re.Match[str]) -> str:
        nonlocal year, month
        named = found["month"]
        if named is None:
            return f"{year}"
        if named.isdigit():
            late = 0 if found.start() else _TURN  # "October to March" turns the year at once
            year, month = year + (month - int(named) > late), int(named)
        return f"{year}-{named}"

    return _OPEN.sub(fill, value)
