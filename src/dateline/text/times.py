"""Find the times that a report mentions: "on [Monday]", "[last month]", "a [19-day] pause".

Shapes of words propose (`time_words`), the parse disposes: "May" the minister and "2,000
people" are no times, and the tense of the governing verb tells whether "Friday" is behind or
ahead. Each time keeps the value of its words, so that `resolve_times` can fill its days
again when the report's own date is found later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.knowledge.vocabulary import words
from dateline.model import Report, Sentence, Span, Time
from dateline.text.calendar import read_day, resolve
from dateline.text.narrative import carry_years
from dateline.text.tense import direction_of
from dateline.text.time_shapes import SHAPES
from dateline.text.time_words import Reading
from dateline.text.times_apart import is_time
from dateline.text.tree import Tree

_NEEDS_SIDE = re.compile(r"XXXX")
_BETWEEN = re.compile(r"\s*(?:to|and|until|till|through|[-–—])\s*", re.I)
_ON = re.compile(r"(?:,|\s+on|\s+of)?\s+", re.I)  # "midnight on Friday", "5 p.m. Monday"
_AT = re.compile(r",?\s+at\s+", re.I)  # "Friday at noon"
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.I)
_DAY_VALUE = re.compile(
    r"(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX-[1-7]|REF(?:[+-](?:P\d+D|P\d+W-\d|WXX-\d))?"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A time expression of a sentence before its days are known."""

    span: Span
    shape: str
    reading: Reading


def find_times(report: Report) -> tuple[Time, ...]:
    """Return the times of every sentence, in order, with days where they can be known."""
    times: list[Time] = []
    for sentence in report.sentences:
        if sentence.parse is not None:
            times.extend(_read_sentence(Tree(sentence, report.text), tuple(times)))
    reference = read_day(report.metadata.published)
    told = carry_years(times) if reference is None else tuple(times)
    return tuple(_resolved(time, reference) for time in told)


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
            reading = _anchored(tree, item, found, position, before)
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


def _proposed(tree: Tree) -> Iterator[_Found]:
    """Yield what any shape makes of the sentence, overlaps and all."""
    span = tree.sentence.span
    for shape in SHAPES:
        for match in shape.pattern.finditer(tree.text, span.start, span.end):
            if not is_time(tree, shape.name, match):
                continue
            reading = shape.read(match)
            if reading is not None:
                end = match.end() - (match.end() == span.end and match[0].endswith("."))
                yield _Found(Span(match.start(), end), shape.name, reading)


def _apart(proposed: Iterator[_Found]) -> tuple[_Found, ...]:
    """Return the longest proposals that don't overlap, in order of the text."""
    taken: list[_Found] = []
    for item in sorted(proposed, key=lambda item: item.span.start - item.span.end):
        if all(item.span.end <= t.span.start or t.span.end <= item.span.start for t in taken):
            taken.append(item)
    return tuple(sorted(taken, key=lambda item: item.span))


def _joined(tree: Tree, found: tuple[_Found, ...]) -> tuple[_Found, ...]:
    """Return the times with "from X to Y" and "between X and Y" made one range."""
    joined: list[_Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and (clocked := _clocked(tree, last, item)) is not None:
            joined[-1] = clocked
        elif last is not None and _makes_range(tree, last, item):
            value = f"{last.reading.value}/{item.reading.value}"
            reading = Reading(value, item.reading.grain, None, item.reading.anchor)
            joined[-1] = _Found(Span(last.span.start, item.span.end), "range", reading)
        else:
            joined.append(item)
    return tuple(joined)


def _clocked(tree: Tree, first: _Found, last: _Found) -> _Found | None:
    """Return one time for a time of day and its day: "midnight on Friday", "Friday at noon"."""
    between = tree.text[first.span.end : last.span.start]
    span = Span(first.span.start, last.span.end)
    clock, day = first, last
    if _DAY_VALUE.fullmatch(first.reading.value):
        clock, day = last, first
        if not _AT.fullmatch(between):
            return None
    elif not _ON.fullmatch(between):
        return None
    if not clock.shape.startswith("clock") or not _DAY_VALUE.fullmatch(day.reading.value):
        return None
    reading = replace(day.reading, value=day.reading.value + clock.reading.value, grain="hour")
    return _Found(span, day.shape, reading)


def _makes_range(tree: Tree, first: _Found, last: _Found) -> bool:
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


def _anchored(
    tree: Tree,
    item: _Found,
    found: tuple[_Found, ...],
    position: int,
    before: tuple[Time, ...],
) -> Reading:
    """Return an event's time counted from what stands in the text.

    "two days after Monday's vote" counts from the vote's day; "comes a week after he left"
    puts the leaving a week before the main clause; "a week later" counts from the day
    mentioned last. Where nothing fits, the value stays "EVENT…" and has no days.
    """
    shift = item.reading.value.removeprefix("EVENT")
    following = tree.text[item.span.end - 6 : item.span.end].casefold()
    if following.endswith(("after", "before")):
        inner = next((f for f in found[position + 1 :] if _is_day(f.reading.value)), None)
        if inner is not None and inner.span.start - item.span.end < 60:
            return replace(item.reading, value=f"{inner.reading.value} {shift}", direction="past")
        return _from_main_clause(tree, item, found[:position], shift)
    earlier = [f.reading.value for f in found[:position] if _is_day(f.reading.value)]
    earlier = earlier or [time.value for time in before[-3:] if _is_day(time.value)]
    if not earlier:
        return item.reading
    base = _cut(earlier[-1], item.reading.grain)
    if base is None:
        return item.reading
    value = base if "P0" in shift else f"{base} {shift}"
    return replace(item.reading, value=value, direction="past", anchor="text")


def _from_main_clause(tree: Tree, item: _Found, before: tuple[_Found, ...], shift: str) -> Reading:
    """Return the time of the event in "… a week after he left", seen from its main clause."""
    back = shift.translate(str.maketrans("+-", "-+"))
    known = [f.reading.value for f in before if _is_day(f.reading.value)]
    if known:
        return replace(item.reading, value=f"{known[-1]} {back}", direction="past")
    head = tree.top(item.span)
    governor = next((t for t in tree.above(head) if tree.pos(t) == "VERB"), None) if head else None
    comes = words("times")["background"]["come"]
    chain = [] if governor is None else [governor, *tree.above(governor)]
    if any(tree.pos(t) == "VERB" and tree.lemma(t) in comes for t in chain):
        return replace(item.reading, value=f"REF{back}", direction=None)
    return item.reading


def _is_day(value: str) -> bool:
    """Whether a value is one day."""
    return _DAY_VALUE.fullmatch(value.partition(" ")[0]) is not None and "/" not in value


def _cut(value: str, grain: str) -> str | None:
    """Return a day's value as coarse as the count from it: years from a day are only years."""
    if grain in {"day", "week"}:
        return value if " " not in value else None
    if grain == "month" and re.fullmatch(r"(?:\d{4}|XXXX)-\d\d-\d\d", value):
        return value[:7]
    if grain == "year" and re.match(r"\d{4}-", value):
        return value[:4]
    return None


def sentence_times(report: Report, sentence: Sentence) -> tuple[Time, ...]:
    """Return the times that stand inside a sentence."""
    span = sentence.span
    return tuple(t for t in report.times if span.start <= t.span.start and t.span.end <= span.end)
