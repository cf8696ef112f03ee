"""Turn the value of a time expression into days: "XXXX-WXX-1" before 2021-06-15 is 2021-06-14.

A value keeps what the words say. Its forms (X stands for what the words leave out):

    2021-06-15  2021-06  2018  2021-W24  2021-Q3  201X  20 absolute (20: the 21st century)
    XXXX-09-04  XXXX-09  XXXX-XX-12                        no year, no month: the nearest one
    XXXX-WXX-1  XXXX-WXX-WE                                a weekday, a weekend
    REF  REF-P1D  REF-P1W  REF+P1M  REF-P0Y  REF-P1Q       whole days, weeks, months … about REF
    REF-P1W-5  REF+P1Y-06  REF-P1Y-09-04                   a weekday or date inside of those
    REF-WXX-5  REF+WXX-5                                   the last, the next such day, REF left out
    EVENT+P1W                                              counted from an event with no known day
    2021-06-14 +P1W                                        a value, then a shift in days
    A/B                                                    from the first day of A to the last of B
    …T18:30                                                a time of day after any of them

Everything else ("P3W", "PAST", "2018-SU", "BC0480", "T18:30") has no days. No value raises.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]

_LATE_YEARS = (1000, 9998)
_FAR = 300
"""Days: a date without its year is seldom meant when it lies that far off …"""
_NEAR = 65
"""… while the same date lies that near on the other side."""

_CLOCK = re.compile(r"T[\d:]*[A-Z]*$")  # "2021-06-15T18:30", "XXXX-WXX-1TNI"
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
_YEAR = re.compile(r"(?P<year>\d{4})")
_DECADE = re.compile(r"(?P<decade>\d{3})X")
_CENTURY = re.compile(r"(?P<century>\d\d)")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)")
_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")
_NO_YEAR = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_NO_MONTH = re.compile(r"XXXX-XX-(?P<day>\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<weekday>[1-7]|WE)")
_SIDE_DAY = re.compile(r"REF(?P<sign>[+-])WXX-(?P<weekday>[1-7]|WE)")
_RELATIVE = re.compile(
    r"REF(?:(?P<sign>[+-])P(?P<count>\d{1,4})(?P<unit>[DWMQY])"
    r"(?:-(?P<first>WE|\d\d|[1-7])(?:-(?P<second>\d\d))?)?)?"
)
_SHIFTED = re.compile(r"(?P<base>\S+) (?P<sign>[+-])P(?P<count>\d{1,4})(?P<unit>[DWMQY])")


def resolve(value: str, direction: str | None, reference: date | None) -> tuple[str, str] | None:
    """Return the first and last ISO day that a value means, both inclusive.

    `direction` ("past", "future") says on which side of the reference an incomplete value
    lies; without it a weekday is past and a date the nearest. None where the value has no
    days or needs a reference that isn't there.
    """
    try:
        days = _interval(value, direction, reference)
    except (ValueError, OverflowError):  # no such day ("2021-02-30"), or out of the calendar
        return None
    if days is None or days[0] > days[1]:
        return None
    return days[0].isoformat(), days[1].isoformat()


def read_day(text: str | None) -> date | None:
    """Return the day of an ISO day or instant; None where it is neither."""
    if text is None or not _DAY.match(text):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _interval(value: str, direction: str | None, reference: date | None) -> Days | None:
    """Resolve "A/B" and everything simpler."""
    first, slash, last = value.partition("/")
    start = _shifted(_CLOCK.sub("", first), direction, reference)
    if not slash or start is None:
        return start
    if _NO_YEAR.fullmatch(first) and (year := _year_of(last)):
        start = _one(f"{year}{first[4:]}", direction, reference) or start
    end = _shifted(_CLOCK.sub("", last), direction, reference)
    if end is None:
        return None
    if end[1] < start[0] and first.startswith("XXXX"):  # "from Friday to Tuesday"
        end = _shifted(_CLOCK.sub("", last), "future", start[1]) or end
    return start[0], end[1]


def _year_of(value: str) -> str | None:
    """Return the year that a value names."""
    named = _YEAR.match(value)
    return named["year"] if named else None


def _shifted(value: str, direction: str | None, reference: date | None) -> Days | None:
    """Resolve a value followed by a shift: "XXXX-09-03 +P1W"."""
    moved = _SHIFTED.fullmatch(value)
    if moved is None:
        return _one(value, direction, reference)
    base = _one(moved["base"], direction, reference)
    if base is None:
        return None
    count = int(moved["count"]) * (1 if moved["sign"] == "+" else -1)
    if moved["unit"] in "DW":
        step = timedelta(count * (7 if moved["unit"] == "W" else 1))
        return base[0] + step, base[1] + step
    months = count * {"M": 1, "Q": 3, "Y": 12}[moved["unit"]]
    return _add_months(base[0], months), _add_months(base[1], months)


def _one(value: str, direction: str | None, reference: date | None) -> Days | None:
    """Resolve a value that is no interval and has no shift."""
    fixed = _absolute(value)
    if fixed is not None or reference is None:
        return fixed
    if found := _NO_YEAR.fullmatch(value):
        day = int(found["day"]) if found["day"] else None
        return _nearest_year(int(found["month"]), day, direction, reference)
    if found := _NO_MONTH.fullmatch(value):
        return _nearest_month(int(found["day"]), direction, reference)
    if found := _WEEKDAY.fullmatch(value):
        return _weekday(found["weekday"], direction, reference)
    if found := _SIDE_DAY.fullmatch(value):
        step = timedelta(1 if found["sign"] == "+" else -1)
        side = "future" if found["sign"] == "+" else "past"
        return _weekday(found["weekday"], side, reference + step)
    if found := _RELATIVE.fullmatch(value):
        return _relative(found, reference)
    return None


def _absolute(value: str) -> Days | None:
    """Resolve what needs no reference."""
    if found := _DAY.fullmatch(value):
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        return day, day
    if found := _MONTH.fullmatch(value):
        return month_days(int(found["year"]), int(found["month"]))
    if found := _YEAR.fullmatch(value):
        return _years(int(found["year"]), 1)
    if found := _DECADE.fullmatch(value):
        return _years(10 * int(found["decade"]), 10)
    if found := _CENTURY.fullmatch(value):
        return _years(100 * int(found["century"]) + 1, 100)
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
        return monday, monday + timedelta(6)
    if found := _QUARTER.fullmatch(value):
        first = 3 * int(found["quarter"]) - 2
        year = int(found["year"])
        return month_days(year, first)[0], month_days(year, first + 2)[1]
    return None


def month_days(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _years(first: int, count: int) -> Days:
    """Return the first and last day of some years."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def _add_months(day: date, months: int) -> date:
    """Return the day some months off; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not _LATE_YEARS[0] <= year <= _LATE_YEARS[1]:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _nearest_year(month: int, day: int | None, direction: str | None, near: date) -> Days | None:
    """Return the date or month in the year that is meant, seen from `near`.

    The side that the tense gives is kept, unless it puts the date most of a year off while
    the same date is close on the other side ("agreed to vote on December 12").
    """
    found = []
    # A leap day may be four (over 1900, eight) years off.
    for year in range(max(near.year - 8, 1), min(near.year + 8, 9999) + 1):
        if day is None:
            found.append(month_days(year, month))
        elif 1 <= month <= 12 and day <= monthrange(year, month)[1]:
            found.append((date(year, month, day), date(year, month, day)))
    return _choose(found, direction, near)


def _nearest_month(day: int, direction: str | None, near: date) -> Days | None:
    """Return the day in the month that is meant, seen from `near`."""
    found = []
    for step in range(-2, 3):
        first = _add_months(near.replace(day=1), step)
        if 1 <= day <= monthrange(first.year, first.month)[1]:
            found.append((first.replace(day=day), first.replace(day=day)))
    return _choose(found, direction, near)


def _choose(found: list[Days], direction: str | None, near: date) -> Days | None:
    """Return the candidate that the direction asks for, else the nearest."""
    if not found:
        return None
    nearest = min(found, key=lambda days: (_distance(days, near), days))
    # A day of grace: the report may be dated by another clock than its event.
    if direction == "past":
        side = [days for days in found if days[0] <= near + timedelta(1)][-1:]
    elif direction == "future":
        side = [days for days in found if days[1] >= near - timedelta(1)][:1]
    else:
        side = []
    if not side or (_distance(side[0], near) > _FAR and _distance(nearest, near) < _NEAR):
        return nearest
    return side[0]


def _distance(days: Days, near: date) -> int:
    """Return how many days lie between an interval and a day; 0 inside."""
    return max((days[0] - near).days, (near - days[1]).days, 0)


def _weekday(weekday: str, direction: str | None, near: date) -> Days:
    """Return the weekday (or weekend) on or before the day, or on or after it."""
    if weekday == "WE":
        return _weekend(direction, near)
    wanted = int(weekday)
    if direction == "future":
        day = near + timedelta((wanted - near.isoweekday()) % 7)
    else:
        day = near - timedelta((near.isoweekday() - wanted) % 7)
    return day, day


def _weekend(direction: str | None, near: date) -> Days:
    """Return the Saturday and Sunday about the day, else those before or after it."""
    monday = near - timedelta(near.isoweekday() - 1)
    ahead = direction == "future" or near.isoweekday() >= 6
    saturday = monday + timedelta(5 if ahead else -2)
    return saturday, saturday + timedelta(1)


def _relative(found: re.Match[str], reference: date) -> Days | None:
    """Resolve "REF-P1W" and a day or month inside of it: "REF-P1W-5"."""
    if found["sign"] is None:
        return reference, reference
    count = int(found["count"]) * (1 if found["sign"] == "+" else -1)
    days = _whole(count, found["unit"], reference)
    first, second = found["first"], found["second"]
    if first is None:
        return days
    if found["unit"] == "Y" and len(first) == 2 and first.isdigit():
        if second is None:
            return month_days(days[0].year, int(first))
        inside = date(days[0].year, int(first), int(second))
    elif found["unit"] == "M" and len(first) == 2 and first.isdigit():
        inside = days[0].replace(day=int(first))
    elif found["unit"] == "W" and first == "WE":
        return days[0] + timedelta(5), days[1]
    elif found["unit"] == "W" and len(first) == 1:
        inside = days[0] + timedelta(int(first) - 1)
    else:
        return None
    return inside, inside


def _whole(count: int, unit: str, reference: date) -> Days:
    """Return the calendar day, week (Monday to Sunday), month … `count` off the reference's."""
    if unit == "D":
        day = reference + timedelta(count)
        return day, day
    if unit == "W":
        monday = reference + timedelta(7 * count - reference.isoweekday() + 1)
        return monday, monday + timedelta(6)
    if unit == "Y":
        return _years(reference.year + count, 1)
    first = _add_months(reference.replace(day=1), 3 * count if unit == "Q" else count)
    if unit == "M":
        return month_days(first.year, first.month)
    opening = 3 * ((first.month - 1) // 3) + 1
    return month_days(first.year, opening)[0], month_days(first.year, opening + 2)[1]
