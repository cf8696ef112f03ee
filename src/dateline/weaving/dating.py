"""Date the reports that print no date, from dated reports of the same story.

A report that says "The court on June 15 dismissed the case" and prints no year, beside one
of 2021-06-15, is of 2021-06-15: its latest day in the past, in the year of its sibling. What
is printed, given or in the page's metadata is never changed, and where the words fit no
sibling the date stays unknown. A printed "10/06/2025" that was read as October, beside reports
of June, is read as 10 June.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_TELLING = 3
"""Weekdays, at least, of a report that tells by itself of which day it is."""

Found = tuple[date, str, Span | None]
"""A day, the reason for it, and the words of the report that say it."""
_NAMED_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T\w+)?")
_LATE = re.compile(r"\blate\s+(?:on\s+)?$", re.I)
_NUMBERS = re.compile(r"\b(?P<one>\d{1,2})[/.-](?P<other>\d{1,2})[/.-]\d{2,4}\b")
_MONTHS = 12
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7](?:T\w+)?")


def date_reports(
    reports: Sequence[Report], copies: Sequence[tuple[str, ...]] = ()
) -> tuple[Report, ...]:
    """Return the reports of one story, in the same order, with dates inferred where they can be.

    `copies` are groups of ids of reports that print one text. Only dates that the reports came
    with are counted from, so the order doesn't matter. The times of a report that gets a date
    are resolved again from it.
    """
    printed = _known(reports)
    read = [_dated(r, _read_otherwise(r, printed)) if _is_dated(r) else r for r in reports]
    known = _known(read)
    if not known:
        return tuple(reports)
    return tuple(r if _is_dated(r) else _dated(r, _found(r, known, copies)) for r in read)


def _known(reports: Sequence[Report]) -> list[tuple[date, str]]:
    """Return the days that reports came with, and whose they are, in order."""
    days = ((read_day(r.metadata.published), r.id) for r in reports if _is_dated(r))
    return sorted((day, id) for day, id in days if day is not None)


def _is_dated(report: Report) -> bool:
    """Whether a report came with its date."""
    return report.metadata.published is not None and report.metadata.published_by != "inferred"


def _found(
    report: Report, known: list[tuple[date, str]], copies: Sequence[tuple[str, ...]]
) -> Found | None:
    """Return the date of an undated report, from what it prints, copies or speaks of."""
    return (
        _year_of_printed(report.metadata.published_value, known)
        or _of_copied(report, known, copies)
        or _from_words(report, known)
    )


def _dated(report: Report, found: Found | None) -> Report:
    """Return a report with the date that was found, or as it is."""
    if found is None:
        return report
    said = report.metadata
    day, reason, span = found
    kept = tuple(pair for pair in said.read_from if pair[0] != "published")
    spans = tuple(pair for pair in said.spans if pair[0] != "published" or span is None)
    if span is not None:
        spans = (*spans, ("published", span))
    metadata = replace(
        said,
        published=day.isoformat() + (said.published or "")[10:],
        published_by=said.published_by if _is_dated(report) else "inferred",
        read_from=(*kept, ("published", f"inferred: {reason}")),
        spans=spans,
    )
    return replace(report, metadata=metadata, times=resolve_times(report, day))


def _read_otherwise(report: Report, known: list[tuple[date, str]]) -> Found | None:
    """Return the day of "10/06/2025" read the other way round, if the story is of that one."""
    span = next((span for field, span in report.metadata.spans if field == "published"), None)
    read = read_day(report.metadata.published)
    others = [(day, name) for day, name in known if name != report.id]
    if report.metadata.published_by != "printed" or span is None or read is None or not others:
        return None
    printed = _NUMBERS.search(span.of(report.text))
    if printed is None or read.day > _MONTHS or read.day == read.month:
        return None
    if {int(printed["one"]), int(printed["other"])} != {read.day, read.month}:
        return None
    turned = read.replace(month=read.day, day=read.month)
    apart, name = min((abs(day - turned), name) for day, name in others)
    if apart > _NEAR or min(abs(day - read) for day, _ in others) <= _SAME_STORY:
        return None
    return turned, f"its printed {printed[0]}, read as report {name} is of then", span


def _of_copied(
    report: Report, known: list[tuple[date, str]], copies: Sequence[tuple[str, ...]]
) -> Found | None:
    """Return the first day on which a sibling prints the same text."""
    same = next((set(group) for group in copies if report.id in group), set())
    printed = [pair for pair in known if pair[1] in same]
    if not printed:
        return None
    day, name = min(printed)
    return day, f"that of report {name}, whose text it prints", None


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
    ahead = {time.value for time in report.times if time.direction == "future"}
    past = [t for t in report.times if t.value not in ahead and t.direction == "past"]
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
    """Return a day, a sibling's or near one, on which the weekdays of a report lie back least.

    One of them is that day, or the report opens late on the day before. "On Thursday … on
    Tuesday" is of a Thursday, not of a Tuesday five days after another Thursday. A day that is
    no sibling's is one that the report opens with.
    """
    spoken = sorted((t for t in past if _WEEKDAY.fullmatch(t.value)), key=lambda t: t.span)
    fitting: list[tuple[timedelta, timedelta, timedelta, date, str, Time]] = []
    for day, apart, name in _candidates(spoken, known):
        days = [(told, t) for t in spoken if (told := _day(t.value, "past", day)) is not None]
        today = next((t for told, t in days if told == day), None)
        if today is None and days and _late(report, days[0][1]):
            today = next((t for told, t in days[:1] if told == day - timedelta(1)), None)
        if today is None or (apart and days[0][0] != day):
            continue
        back = day - min(told for told, _ in days)
        fitting.append((day - days[0][0], back, apart, day, name, today))
    if not fitting:
        return None
    _, _, _, day, name, time = min(fitting, key=lambda item: item[:5])
    return day, f"its latest weekday, {time.value}, seen from report {name}", time.span


def _candidates(
    spoken: list[Time], known: list[tuple[date, str]]
) -> Iterator[tuple[date, timedelta, str]]:
    """Yield the days that a report may be of, how far from a sibling's each is, and its name.

    Beside the siblings' days those near them, where enough weekdays are named to tell.
    """
    telling = len({time.value[:10] for time in spoken}) >= _TELLING
    reach = _NEAR.days if telling else 0
    for sibling, name in known:
        for step in range(-reach, reach + 1):
            yield sibling + timedelta(step), timedelta(abs(step)), name


def _late(report: Report, time: Time) -> bool:
    """Whether a time is late in its day, so that the report may be of the next one."""
    before = report.text[max(0, time.span.start - 12) : time.span.start]
    return time.value.endswith(("TNI", "TEV")) or _LATE.search(before) is not None


def _named(time: Time, sibling: date) -> date | None:
    """Return the day that a time names by its month, None for other times."""
    return _day(time.value, None, sibling) if _NAMED_DAY.fullmatch(time.value) else None


def _day(value: str, direction: str | None, reference: date) -> date | None:
    """Return the one day of a value."""
    days = resolve(value, direction, reference)
    return read_day(days[0]) if days is not None and days[0] == days[1] else None
