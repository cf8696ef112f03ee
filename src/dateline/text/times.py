"""Find the times that a report mentions: "on [Monday]", "[last month]", "a [19-day] pause".

Shapes of words propose (`time_words`), the parse disposes: "May" the minister and "2,000
people" are no times, and the tense of the governing verb tells whether "Friday" is behind or
ahead. Each time keeps the value of its words, so that `resolve_times` can fill its days
again when the report's own date is found later.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.model import Report, Sentence, Span, Time
from dateline.text.calendar import read_day, resolve
from dateline.text.narrative import carry_years, is_narrative
from dateline.text.tense import direction_of
from dateline.text.time_anchors import Found, anchored, is_day
from dateline.text.time_clocks import on_their_days
from dateline.text.time_eras import ERA_SHAPES
from dateline.text.time_named import named_shapes
from dateline.text.time_shapes import SHAPES
from dateline.text.time_words import Reading
from dateline.text.times_apart import is_time
from dateline.text.tree import Tree

_NEEDS_SIDE = re.compile(r"XXXX")
_BETWEEN = re.compile(r"\s*(?:to|and|until|till|through|[-–—])\s*", re.I)
_ON = re.compile(r"(?:,|\s+on|\s+of)?\s+", re.I)  # "midnight on Friday", "5 p.m. Monday"
_AT = re.compile(r",?\s+at\s+", re.I)  # "Friday at noon"
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.I)
_OPENING = 30
"""Characters from a sentence's start within which a year moves a telling on."""


def find_times(report: Report) -> tuple[Time, ...]:
    """Return the times of every sentence, in order, with days where they can be known."""
    times: list[Time] = []
    for sentence in report.sentences:
        if sentence.parse is not None:
            times.extend(_read_sentence(Tree(sentence, report.text), tuple(times)))
    reference = read_day(report.metadata.published)
    if is_narrative(times, reference):
        told = carry_years(times, openings=_openings(report, times))
    else:
        told = tuple(on_their_days(report, times))
    return tuple(_resolved(time, reference) for time in told)


def _openings(report: Report, times: list[Time]) -> frozenset[int]:
    """Return where the times start that stand near the start of a sentence."""
    starts = [sentence.span.start for sentence in report.sentences]
    return frozenset(
        time.span.start
        for time in times
        if (at := bisect_right(starts, time.span.start)) and _opens(time, starts[at - 1])
    )


def _opens(time: Time, start: int) -> bool:
    """Whether a time stands near the start of its sentence."""
    return time.span.start - start < _OPENING


def resolve_times(report: Report, reference: date | None) -> tuple[Time, ...]:
    """Return the report's times with their days counted from another reference."""
    return tuple(_resolved(time, reference) for time in report.times)


def _resolved(time: Time, reference: date | None) -> Time:
    """Return the time with the days that its value means."""
    days = resolve(time.value, time.direction, reference)
    start, end = days if days is not None else (None, None)
    return replace(time, start=start, end=end)


def _read_sentence(tree: Tree, before: tuple[Time, ...]) -> Iterator[Time]:
    """Yield the times of one sentence; `before` are those of the sentences before it."""
    found = _joined(tree, _apart(_proposed(tree)))
    for position, item in enumerate(found):
        reading = item.reading
        if reading.anchor == "event":
            reading = anchored(tree, found, position, before)
        elif reading.direction is None and _NEEDS_SIDE.search(reading.value):
            head = tree.top(item.span)
            side = direction_of(tree, head) if head is not None else None
            reading = replace(reading, direction=side)
        yield Time(
            item.span,
            reading.value,
            reading.grain,
            by=f"times/{item.shape}",
            anchor=reading.anchor,
            direction=reading.direction,
        )


def _proposed(tree: Tree) -> Iterator[Found]:
    """Yield what any shape makes of the sentence, overlaps and all."""
    span = tree.sentence.span
    held: dict[re.Pattern[str], bool] = {}
    for shape in (*SHAPES, *ERA_SHAPES, *named_shapes()):
        if (need := shape.needs) is not None:
            if need not in held:
                held[need] = need.search(tree.text, span.start, span.end) is not None
            if not held[need]:
                continue
        for match in shape.pattern.finditer(tree.text, span.start, span.end):
            if not is_time(tree, shape.name, match):
                continue
            reading = shape.read(match)
            if reading is not None:
                end = match.end() - (match.end() == span.end and match[0].endswith("."))
                yield Found(Span(match.start(), end), shape.name, reading)


def _apart(proposed: Iterator[Found]) -> tuple[Found, ...]:
    """Return the longest proposals that don't overlap, in order of the text."""
    taken: list[Found] = []
    for item in sorted(proposed, key=lambda item: item.span.start - item.span.end):
        if all(item.span.end <= t.span.start or t.span.end <= item.span.start for t in taken):
            taken.append(item)
    return tuple(sorted(taken, key=lambda item: item.span))


def _joined(tree: Tree, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the times with "from X to Y" and "between X and Y" made one range."""
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and (clocked := _clocked(tree, last, item)) is not None:
            joined[-1] = clocked
        elif last is not None and _makes_range(tree, last, item):
            value = f"{last.reading.value}/{item.reading.value}"
            reading = Reading(value, item.reading.grain, None, item.reading.anchor)
            joined[-1] = Found(Span(last.span.start, item.span.end), "range", reading)
        else:
            joined.append(item)
    return tuple(item for item in joined if item.shape != "clock-part")


def _clocked(tree: Tree, first: Found, last: Found) -> Found | None:
    """Return one time for a time of day and its day: "midnight on Friday", "Friday at noon"."""
    between = tree.text[first.span.end : last.span.start]
    span = Span(first.span.start, last.span.end)
    clock, day = first, last
    if _is_whole_day(first):
        clock, day = last, first
        if not _AT.fullmatch(between):
            return None
    elif not _ON.fullmatch(between):
        return None
    if not clock.shape.startswith("clock") or not _is_whole_day(day):
        return None
    reading = replace(day.reading, value=day.reading.value + clock.reading.value, grain="hour")
    return Found(span, day.shape, reading)


def _is_whole_day(item: Found) -> bool:
    """Whether a time is a day without its hour."""
    return is_day(item.reading.value) and "T" not in item.reading.value


def _makes_range(tree: Tree, first: Found, last: Found) -> bool:
    """Whether two neighbours are the ends of one range."""
    between = tree.text[first.span.end : last.span.start]
    opening = tree.text[max(tree.sentence.span.start, first.span.start - 12) : first.span.start]
    plain = all(
        item.reading.grain in {"day", "month", "year"}
        and item.reading.anchor != "event"
        and "/" not in item.reading.value
        for item in (first, last)
    )
    return plain and bool(_BETWEEN.fullmatch(between)) and bool(_FROM.search(opening))


def sentence_times(report: Report, sentence: Sentence) -> tuple[Time, ...]:
    """Return the times that stand inside a sentence."""
    span = sentence.span
    return tuple(t for t in report.times if span.start <= t.span.start and t.span.end <= span.end)
