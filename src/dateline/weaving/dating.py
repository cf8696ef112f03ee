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
_NAMED_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T\w+)?")
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7](?:T\w+)?")


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
    found = _year_of_printed(said.published_value, known) or _from_words(report.times, known)
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


def _from_words(times: tuple[Time, ...], known: list[tuple[date, str]]) -> Found | None:
    """Return the latest day that the report speaks of in the past, if a sibling is near it."""
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
        return day, f"its latest day in the past, {time.value}, seen from report {name}", time.span
    return None if found else _from_weekday(past, known)


def _from_weekday(past: list[Time], known: list[tuple[date, str]]) -> Found | None:
    """Return a sibling's day when the report's latest weekday is that day."""
    for sibling, name in known:
        days = [
            (day, time)
            for time in past
            if _WEEKDAY.fullmatch(time.value)
            and (day := _day(time.value, "past", sibling)) is not None
        ]
        today = [time for day, time in days if day == sibling]
        if today:
            time = min(today, key=lambda time: time.span)
            return sibling, f"its latest weekday, {time.value}, is that of report {name}", time.span
    return None


def _named(time: Time, sibling: date) -> date | None:
    """Return the day that a time names by its month, None for other times."""
    return _day(time.value, None, sibling) if _NAMED_DAY.fullmatch(time.value) else None


def _day(value: str, direction: str | None, reference: date) -> date | None:
    """Return the one day of a value."""
    days = resolve(value, direction, reference)
    return read_day(days[0]) if days is not None and days[0] == days[1] else None
