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

from dateline.clean.about.dates import find_dates
from dateline.extract.events.whereabouts import Whereabouts
from dateline.model import Event, Report, Sentence, Span, Time
from dateline.text.tree import Tree
from evaluation.measure import Measure, Tally
from evaluation.reading import meet, plain_report, read_upto

_MARK = re.compile(r"<TIMEX3(?P<about>[^>]*)>|(?P<end></TIMEX3>)|<[^>]+>|[^<]+|<")
_VALUE = re.compile(r'\bvalue="([^"]*)"')
_HARD_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_COUNTED = re.compile(
    r"(?:[X\d]{3,4}(?:-[X\d]{2}(?:-[X\d]{2})?)?|REF[^/]*|XXXX-W[^/]*)(?: [+-]P\d+[DWMQY])?(?:T.*)?"
)
_CLOCK = re.compile(r"T[\d:]*[A-Z]*$")
_OPEN_COUNT = re.compile(r"(?P<sign>[+-])PX[DWMY]")
_BEFORE_ERA = re.compile(r"BC(?P<year>\d{4}) (?P<sign>[+-])P(?P<count>\d+)Y")
_LENGTHS = {"day": 10, "hour": 10, "month": 7, "year": 4, "decade": 3}


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
            near = [one for one in gold if meet(one.span, time.span)]
            met += bool(near)
            same = is_right(time, near)
            right += same
            if not same:
                expected = near[0].value if near else "no time"
                misses.append(f"{time.span.of(text)!r}: {timex(time)} for {expected}")
        for one in gold:
            hit = any(meet(one.span, time.span) for time in times)
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


def is_right(time: Time, near: list[_Timex]) -> bool:
    """Whether a time has the value of what it meets; a range, those of its two ends."""
    values = [one.value for one in near]
    return bool(values) and (timex(time) in values[:1] or timex(time).split("/") == values)


@dataclass(frozen=True, slots=True)
class _Dated:
    """An annotated event: its trigger, the time expression that dates it, its day."""

    trigger: Span
    time: Span | None
    day: str


def _f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / max(1e-9, precision + recall)


def timex(time: Time) -> str:
    """Return what a time resolves to as TIMEX3 writes it: "1916-07", "1916-W27", "P3M"."""
    plain = time.value.replace("EVENT", "")
    if counted := _OPEN_COUNT.fullmatch(plain):
        return "FUTURE_REF" if counted["sign"] == "+" else "PAST_REF"
    if time.start is None:
        return _before_era(time.value)
    if time.grain == "week":
        year, week, _ = date.fromisoformat(time.start).isocalendar()
        return f"{year}-W{week:02}"
    length = _LENGTHS.get(time.grain)
    if length is None or not _COUNTED.fullmatch(time.value):
        return time.value
    clock = _CLOCK.search(time.value)
    return time.start[:length] + (clock[0] if clock else "")


def _before_era(value: str) -> str:
    """Return a value as it is, or counted on in years before our era: "BC0490 -P1Y"."""
    counted = _BEFORE_ERA.fullmatch(value)
    if counted is None:
        return value
    step = int(counted["count"]) * (1 if counted["sign"] == "+" else -1)
    return f"BC{int(counted['year']) - step:04d}"


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


# ------------------------------------------------------------------------ the days of events


def score_timeset(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the share of right days: of time expressions, and of events that a time dates.

    An event counts where its own sentence holds the annotated time; `day_of_any_event` takes
    those too that are dated from another sentence, `day_of_found_event` only what is coded.
    """
    tally = Tally()
    for file in sorted((folder / "dev").glob("*.ann")):
        text = file.with_suffix(".txt").read_text("utf-8")
        report = read_upto(plain_report(text, published=printed_day(text)), "events")
        for span, day in _expressions(file):
            near = [time for time in report.times if meet(time.span, span)]
            hit = any(_holds(time, day) for time in near)
            told = f"{file.stem}: {span.of(text)!r} {[timex(t) for t in near]} for {day}"
            tally.count("day_of_expression", hit, told)
        for dated in _dated_events(file):
            _count_event(tally, report, dated, file.stem)
    return tally.measures(name), tally.misses


def _count_event(tally: Tally, report: Report, dated: _Dated, page: str) -> None:
    """Count one dated event: by its trigger's own time, and as our events have it."""
    told = f"{page}: event {dated.trigger.of(report.text)!r} is not on {dated.day}"
    sentence = next((s for s in report.sentences if meet(s.span, dated.trigger)), None)
    when = None if sentence is None else when_of(report, sentence, dated.trigger)
    hit = any(_holds(time, dated.day) for time in report.times if time.span == when)
    if sentence is not None and dated.time is not None and meet(sentence.span, dated.time):
        tally.count("day_of_event", hit, told)
    tally.count("day_of_any_event", hit, told)
    if when is not None:
        tally.count("day_of_event_given_one", hit, told)
    coded = [event for event in report.events if meet(event.trigger, dated.trigger)]
    if coded:
        hit = any(_is_on(report, event, dated.day) for event in coded)
        tally.count("day_of_found_event", hit, told)


def when_of(report: Report, sentence: Sentence, trigger: Span) -> Span | None:
    """Return the time that dates the word at a trigger, as the events stage would date it."""
    tree = Tree(sentence, report.text)
    word = tree.top(trigger)
    word = tree.at(trigger.start) if word is None else word
    return None if word is None else Whereabouts(report, tree, (word,)).when(word)


def printed_day(text: str) -> str | None:
    """Return the day that stands under the headline: "Tuesday, July 11, 2023"."""
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


def _dated_events(file: Path) -> Iterator[_Dated]:
    """Yield the events that an annotated day dates."""
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    spans = {parts[0]: read_span(parts[1]) for parts in lines if parts[0].startswith("T")}
    days = {
        parts[1].split()[-1]: parts[2].strip()
        for parts in lines
        if parts[0].startswith("#") and re.fullmatch(r"\d{4}-\d\d-\d\d", parts[2].strip())
    }
    for parts in lines:
        if not parts[0].startswith("E"):
            continue
        roles = dict(role.split(":") for role in parts[1].split())
        time = roles.get("TIMEX", "")
        day = days.get(time) or days.get(parts[0])
        if day and roles["event"] in spans:
            yield _Dated(spans[roles["event"]], spans.get(time), day)


def read_span(about: str) -> Span:
    """Return the characters of "event 128 132"."""
    _, start, end = about.split(";", maxsplit=1)[0].split()[:3]
    return Span(int(start), int(end))


def _is_on(report: Report, event: Event, day: str) -> bool:
    """Whether the time that an event points at holds a day."""
    return any(_holds(time, day) for time in report.times if time.span == event.when)


def _holds(time: Time, day: str) -> bool:
    """Whether a time resolves to a day: to it alone, or to days of which it is one."""
    return bool(time.start and time.end and time.start <= day <= time.end and time.grain != "year")
