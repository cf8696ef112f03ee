"""Give a time of day that stands alone its day: "on Tuesday … [At 6.40 a.m.] the crane fell".

It is of the day that its paragraph names last before it, else of the day of the lede. What
happens at that time every day is of none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model import Label, Report, Span, Time
from dateline.text.time_anchors import is_day

_CLOCK = re.compile(r"T(?:\d\d:\d\d)Z?")
_DAY = re.compile(r"T[\d:]*[A-Z]*$")
_DAILY = re.compile(
    r"\b(?:every|each|daily|nightly|usually|always|between|from|until|till)\b", re.I
)
_LEDE = 2
"""Paragraphs whose first day is that of the report's news."""


def on_their_days(report: Report, times: Sequence[Time]) -> Iterator[Time]:
    """Yield the times, those of a day alone with the day that the text tells of."""
    body = [b.span for b in report.blocks if b.label in {Label.LEDE, Label.BODY}]
    lede = next((t for t in _days(times) if any(_in(t, span) for span in body[:_LEDE])), None)
    starts = [span.start for span in body]
    for time in times:
        at = bisect_right(starts, time.span.start) - 1
        if at < 0 or not _CLOCK.fullmatch(time.value) or _recurs(report, time):
            yield time
            continue
        before = [d for d in _days(times) if _in(d, body[at]) and d.span.start < time.span.start]
        day = before[-1] if before else lede
        if day is None:
            yield time
        else:
            value = f"{_DAY.sub('', day.value)}{time.value}"
            yield replace(time, value=value, direction=day.direction, anchor="text")


def _days(times: Sequence[Time]) -> Iterator[Time]:
    """Yield the times that are one day of the past."""
    for time in times:
        if is_day(time.value) and " " not in time.value and time.direction != "future":
            yield time


def _in(time: Time, span: Span) -> bool:
    """Whether a time stands in a stretch of the text."""
    return span.start <= time.span.start < span.end


def _recurs(report: Report, time: Time) -> bool:
    """Whether words right before a time of day say that it comes again, or bounds a stretch."""
    return _DAILY.search(report.text, max(0, time.span.start - 30), time.span.start) is not None
