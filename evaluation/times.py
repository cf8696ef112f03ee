"""Score time expressions: are they found, do they say what the annotators say, are days right?

Of "in [July 1916]" the characters count (strict or overlapping) and, where they overlap, the
value "1916-07". An event's day is right when the time that dateline gives it holds the day.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.model import Event, Report, Span, Time
from evaluation.measure import Measure
from evaluation.reading import plain_report, read_upto

_MARK = re.compile(r"<TIMEX3(?P<about>[^>]*)>|(?P<end></TIMEX3>)|<[^>]+>|[^<]+|<")
_VALUE = re.compile(r'\bvalue="([^"]*)"')
_HARD_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_LENGTHS = {"day": 10, "month": 7, "year": 4, "decade": 3}


@dataclass(frozen=True, slots=True)
class _Timex:
    """An annotated time expression."""

    span: Span
    value: str


def score_wikiwars(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return strict and relaxed F1, and the share of right values among what is met."""
    strict = wanted = given = met = found = right = 0
    misses: list[str] = []
    for file in sorted((folder / "timex3-tml").glob("*.tml")):
        text, gold = _tagged(file.read_text("utf-8"))
        times = read_upto(plain_report(text), "times").times
        wanted, given = wanted + len(gold), given + len(times)
        strict += len({t.span for t in times} & {t.span for t in gold})
        for time in times:
            near = [one for one in gold if _meet(one.span, time.span)]
            met += bool(near)
            right += bool(near) and near[0].value == timex(time)
            if not near or near[0].value != timex(time):
                expected = near[0].value if near else "no time"
                misses.append(f"{time.span.of(text)!r}: {timex(time)} for {expected}")
        for one in gold:
            hit = any(_meet(one.span, time.span) for time in times)
            found += hit
            misses += [] if hit else [f"missed {one.span.of(text)!r} {one.value}"]
    return [
        Measure(name, "strict_f1", 2 * strict / max(1, wanted + given), wanted),
        Measure(name, "relaxed_precision", met / max(1, given), given),
        Measure(name, "relaxed_recall", found / max(1, wanted), wanted),
        Measure(name, "relaxed_f1", _f1(met / max(1, given), found / max(1, wanted)), wanted),
        Measure(name, "value_of_met", right / max(1, met), met),
        Measure(name, "value_f1", _f1(right / max(1, given), right / max(1, wanted)), wanted),
    ], misses


def _f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / max(1e-9, precision + recall)


def timex(time: Time) -> str:
    """Return what a time resolves to as TIMEX3 writes it: "1916-07", "1916-W27", "P3M"."""
    if time.start is None:
        return time.value
    if time.grain == "week":
        year, week, _ = date.fromisoformat(time.start).isocalendar()
        return f"{year}-W{week:02}"
    length = _LENGTHS.get(time.grain)
    plain = re.fullmatch(r"[X\d]{3,4}(?:-[X\d]{2}(?:-[X\d]{2})?)?|REF.*|XXXX-W.*", time.value)
    return time.start[:length] if length and plain else time.value


def _tagged(source: str) -> tuple[str, list[_Timex]]:
    """Return the text of a TimeML file, hard line breaks as blanks, with its expressions."""
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    written: list[str] = []
    found: list[_Timex] = []
    waiting: list[tuple[int, str]] = []
    length = 0
    for mark in _MARK.finditer(body):
        if mark["about"] is not None:
            value = _VALUE.search(mark["about"])
            waiting.append((length, value[1] if value else ""))
        elif mark["end"]:
            start, value_read = waiting.pop()
            found.append(_Timex(Span(start, length), value_read))
        elif not mark[0].startswith("<"):
            written.append(html.unescape(mark[0]))
            length += len(written[-1])
    return _HARD_BREAK.sub(" ", "".join(written)), found


def _meet(one: Span, other: Span) -> bool:
    """Whether two stretches share a character."""
    return one.start < other.end and other.start < one.end


# ------------------------------------------------------------------------ the days of events


def score_timeset(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the share of right days of events: those found, and of all time expressions."""
    hits: list[bool] = []
    days: list[bool] = []
    found = 0
    misses: list[str] = []
    for file in sorted((folder / "dev").glob("*.ann")):
        text = file.with_suffix(".txt").read_text("utf-8")
        report = read_upto(plain_report(text, published=_printed(text)), "events")
        for span, day in _expressions(file):
            near = [time for time in report.times if _meet(time.span, span)]
            days.append(any(_holds(time, day) for time in near))
            if not days[-1]:
                misses.append(
                    f"{file.stem}: {span.of(text)!r} {[timex(t) for t in near]} for {day}"
                )
        for trigger, day in _dated_events(file):
            near_events = [e for e in report.events if _meet(e.trigger, trigger)]
            found += bool(near_events)
            if near_events:
                hits.append(any(_is_on(report, event, day) for event in near_events))
                if not hits[-1]:
                    misses.append(f"{file.stem}: event {trigger.of(text)!r} is not on {day}")
    return [
        Measure(name, "day_of_expression", sum(days) / max(1, len(days)), len(days)),
        Measure(name, "day_of_found_event", sum(hits) / max(1, len(hits)), len(hits)),
        Measure(name, "dated_events_found", float(found), found),
    ], misses


def _printed(text: str) -> str | None:
    """Return the day that stands under the headline: "Tuesday, July 11, 2023"."""
    from dateline.clean.about.dates import find_dates

    for line in text.splitlines()[:4]:
        for printed in find_dates(line):
            return printed.value[:10]
    return None


def _expressions(file: Path) -> Iterator[tuple[Span, str]]:
    """Yield the time expressions of an annotated text that have a day."""
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    spans = {parts[0]: parts[1].split()[1:3] for parts in lines if parts[0].startswith("T")}
    kinds = {parts[0]: parts[1].split()[0] for parts in lines if parts[0].startswith("T")}
    for parts in lines:
        target = parts[1].split()[-1] if parts[0].startswith("#") else ""
        if kinds.get(target) == "timex" and re.fullmatch(r"\d{4}-\d\d-\d\d", parts[2].strip()):
            start, end = spans[target]
            yield Span(int(start), int(end.split(";")[0])), parts[2].strip()


def _dated_events(file: Path) -> Iterator[tuple[Span, str]]:
    """Yield the triggers of events that an expression with a day dates."""
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    spans = {parts[0]: parts[1].split() for parts in lines if parts[0].startswith("T")}
    days = {
        parts[1].split()[-1]: parts[2].strip()
        for parts in lines
        if parts[0].startswith("#") and re.fullmatch(r"\d{4}-\d\d-\d\d", parts[2].strip())
    }
    for parts in lines:
        if not parts[0].startswith("E"):
            continue
        roles = dict(role.split(":") for role in parts[1].split())
        day = days.get(roles.get("TIMEX", "")) or days.get(parts[0])
        trigger = spans.get(roles["event"])
        if day and trigger:
            yield Span(int(trigger[1]), int(trigger[2].split(";")[0])), day


def _is_on(report: Report, event: Event, day: str) -> bool:
    """Whether the time that an event points at holds a day."""
    return any(_holds(time, day) for time in report.times if time.span == event.when)


def _holds(time: Time, day: str) -> bool:
    """Whether a time resolves to a day: to it alone, or to days of which it is one."""
    return bool(time.start and time.end and time.start <= day <= time.end and time.grain != "year")
