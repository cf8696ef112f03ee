"""Date the reports that print no date, from dated reports of the same story.

A report that says "The court on June 15 dismissed the case" and prints no year, beside one
of 2021-06-15, is of 2021-06-15: its latest day in the past, in the year of its sibling. What
is printed, given or in the page's metadata is never changed, and where the words fit no
sibling the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.model import Report, Span, Time
from dateline.text.calendar import read_day, resolve
from dateline.text.times import resolve_times

_NEAR = timedelta(2)
"""How far a report's latest day may lie from a sibling's date."""
_SAME_STORY = timedelta(60)
"""How far a printed day without its year may lie from a sibling's date."""
_WEEK = timedelta(7)
"""How far before a sibling's date a day may lie that a report looks back to."""
_NAMED_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T\w+)?")
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7](?:T\w+)?")
# "late on Tuesday", "Tuesday night", "overnight to Wednesday"
_LATE = re.compile(r"\b(?:late|later|night|overnight|evening|midnight)\b", re.I)


def date_reports(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports of one story, in the same order, with dates inferred where they can be.

    Only dates that the reports came with are counted from, so the order doesn't matter. The
    times of a report that gets a date are resolved again from it.
    """
    known = sorted(
        {
            (day, report.id)
            for report in reports
            if report.metadata.published_by != "inferred"
            and (day := read_day(report.metadata.published)) is not None
        }
    )
    return tuple(_dated(report, known) for report in reports)


def _dated(report: Report, known: list[tuple[date, str]]) -> Report:
    """Return a report with its date inferred, or as it is."""
    said = report.metadata
    if (said.published is not None and said.published_by != "inferred") or not known:
        return report
    found = _year_of_printed(said.published_value, known) or _from_words(report, known)
    if found is None:
        return report
    day, reason, span = found
    kept = tuple(pair for pair in said.read_from if pair[0] != "published")
    spans = tuple(pair for pair in said.spans if pair[0] != "published" or span is None)
    if span is not None:
        spans = (*spans, ("published", span))
    metadata = replace(
        said,
        published=day.isoformat(),
        published_by="inferred",
        read_from=(*kept, ("published", f"inferred: {reason}")),
        spans=spans,
    )
    return replace(report, metadata=metadata, times=resolve_times(report, day))


Found = tuple[date, str, Span | None]


def _year_of_printed(value: str | None, known: list[tuple[date, str]]) -> Found | None:
    """Return the day of a printed "XXXX-09-04" that is nearest to a sibling's."""
    if value is None:
        return None
    found = []
    for sibling, name in known:
        day = _day(value, None, sibling)
        if day is not None and abs(day - sibling) <= _SAME_STORY:
            found.append((abs(day - sibling), day, name))
    if not found:
        return None
    _, day, name = min(found)
    return day, f"its printed {value} in the year of report {name}", None


def _from_words(report: Report, known: list[tuple[date, str]]) -> Found | None:
    """Return the latest day that the report speaks of in the past, if a sibling is near it.

    A weekday that it opens with may say that it is of a later one.
    """
    times = report.times
    ahead = {time.value for time in times if time.direction == "future"}
    past = [t for t in times if t.value not in ahead and t.direction == "past"]
    found: list[tuple[date, timedelta, str, Time]] = []
    for sibling, name in known:
        days = [(day, t) for t in past if (day := _named(t, sibling)) is not None]
        if days:
            day, time = max(days, key=lambda pair: (pair[0], -pair[1].span.start))
            found.append((day, abs(day - sibling), name, time))
    fitting = [item for item in found if item[1] <= _NEAR]
    if fitting:
        day, _, name, time = min(fitting, key=lambda item: (item[1], item[0], item[2]))
        reason = f"its latest day in the past, {time.value}, seen from report {name}"
        return _a_day_later(day, past, known) or (day, reason, time.span)
    recent = all(any(_is_just_before(item[0], day) for day, _ in known) for item in found)
    return _from_weekday(report, past, known) if recent else None


def _is_just_before(day: date, sibling: date) -> bool:
    """Whether a day lies so shortly before a sibling's that weekdays may be counted from it."""
    return timedelta(0) < sibling - day <= _WEEK


def _a_day_later(day: date, past: list[Time], known: list[tuple[date, str]]) -> Found | None:
    """Return the day after one that is named, or the next, where a report opens with its weekday.

    "Police said on Wednesday … The driver was shot on October 14", a Tuesday, is of the 15th.
    """
    spoken = (time for time in past if _WEEKDAY.fullmatch(time.value))
    first = min(spoken, key=lambda time: time.span, default=None)
    if first is None:
        return None
    for later in (day + timedelta(1), day + timedelta(2)):
        near = [(abs(later - sibling), name) for sibling, name in known]
        if _day(first.value, "past", later) == later and min(near)[0] <= _NEAR:
            reason = f"its first weekday, {first.value}, after {day}, seen from report"
            return later, f"{reason} {min(near)[1]}", first.span
    return None


def _from_weekday(report: Report, past: list[Time], known: list[tuple[date, str]]) -> Found | None:
    """Return the sibling's day from which the report's weekdays lie least far back.

    One of them has to be that day, or the night before it: of siblings of a Wednesday and a
    Thursday, "said on Thursday … since Wednesday" is of the Thursday, and "late on Tuesday" of
    the Wednesday.
    """
    spoken = [time for time in past if _WEEKDAY.fullmatch(time.value)]
    fitting = []
    for sibling, name in known:
        back = {time: _days_back(time, sibling) for time in spoken}
        first = min(spoken, key=lambda time: (back[time], time.span), default=None)
        if first is None or back[first] > int(_is_late(report, first)):
            continue
        total = sum({time.value: days for time, days in back.items()}.values())
        fitting.append((back[first], total, sibling, name, first))
    if not fitting:
        return None
    back_to, _, day, name, time = min(fitting, key=lambda found: found[:4])
    of_report = f"the night before report {name}" if back_to else f"that of report {name}"
    return day, f"its latest weekday, {time.value}, is {of_report}", time.span


def _days_back(time: Time, sibling: date) -> int:
    """Return how many days before a sibling's a weekday of the past lies; a week if unclear."""
    day = _day(time.value[:10], "past", sibling)
    return _WEEK.days if day is None else (sibling - day).days


def _is_late(report: Report, time: Time) -> bool:
    """Whether a weekday is told of at its end: "late on Tuesday", "Tuesday night"."""
    around = report.text[max(0, time.span.start - 20) : time.span.end + 12]
    return bool(_LATE.search(around))


def _named(time: Time, sibling: date) -> date | None:
    """Return the day that a time names by its month, None for other times."""
    return _day(time.value, None, sibling) if _NAMED_DAY.fullmatch(time.value) else None


def _day(value: str, direction: str | None, reference: date) -> date | None:
    """Return the one day of a value."""
    days = resolve(value, direction, reference)
    return read_day(days[0]) if days is not None and days[0] == days[1] else None
