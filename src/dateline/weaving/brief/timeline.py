"""Put a story's dated acts in order, past and scheduled: "7 September: leaders meet in Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import Cite, Entry, Event, Report, Standing, Status, Time
from dateline.weaving.brief.lines import Line, close, plain, sentence_line
from dateline.weaving.claims.items import Item, sentence_at, sentence_cite
from dateline.weaving.claims.telling import Telling
from dateline.weaving.standing import fallen_sentences

LINES = 24
_GRAINS = ("minute", "hour", "day", "week", "month", "quarter", "year", "decade")
CLAUSE = 40
"""Characters that a clause must have to stand for its sentence."""
# What may follow a clause that can stand by itself: ", and", ", but", "; ", or the sentence's end.
_GOES_ON = re.compile(r"\s*(?:, (?:and|but|while)\b|;|[.!?]?$)")
_COARSE = frozenset({"year", "decade", "duration"})


def find_entries(tellings: Sequence[Telling]) -> tuple[Entry, ...]:
    """Return one entry a dated claim, in order of time; a sentence makes one entry a day."""
    found: dict[tuple[str, str, str], Entry] = {}
    fallen = fallen_sentences(tellings)
    for telling in tellings:
        if telling.claim.kind != "event" or telling.fate is not Standing.STANDS:
            continue
        told = (pair for pair in _dated(telling) if sentence_cite(pair[0]) not in fallen)
        dated = sorted(told, key=lambda pair: _fineness(pair[1], pair[0]))
        for item, time in dated:
            entry = _entry(item, time, telling)
            if entry is not None:
                # A claim of several reports goes before another of the same sentence.
                key = (entry.start, entry.end, str(entry.cites[0]))
                if key not in found or len(entry.cites) > len(found[key].cites):
                    found[key] = entry
                break
    # What is told of the same days stays as it was told, the first report's lines first.
    ordered = sorted(found.values(), key=lambda entry: (entry.start, entry.end))
    return tuple(ordered[-LINES:])


def _dated(telling: Telling) -> Iterator[tuple[Item, Time]]:
    for item in telling.standing:
        if item.when is not None and item.when.start and item.when.grain not in _COARSE:
            yield item, item.when


def _fineness(time: Time, item: Item) -> tuple[int, tuple[str, str]]:
    grain = _GRAINS.index(time.grain) if time.grain in _GRAINS else len(_GRAINS)
    return (grain, item.key)


def _entry(item: Item, time: Time, telling: Telling) -> Entry | None:
    event = item.record
    if time.start is None or not isinstance(event, Event):
        return None
    line = _clause_line(item.report, event) or sentence_line(item.report, event.trigger)
    if line is None:
        return None
    dated = sentence_at(item.report, time.span)
    own = (*line.cites, *((Cite(item.report.id, dated),) if dated else ()))
    others = (
        Cite(other.report.id, span)
        for other in telling.standing
        if (span := sentence_at(other.report, other.record.span)) is not None
    )
    cites = tuple(dict.fromkeys((*own, *others)))
    end = time.end or time.start
    tense = _tense(event.status, time.start, end, item.report)
    return Entry(time.start, end, time.grain, tense, line.text, cites)


def _clause_line(report: Report, event: Event) -> Line | None:
    """Return the clause of an act as a line, where it opens its sentence and can end there.

    "Estonia opened the sluices on Friday" of "…, and Latvia said that it had been warned".
    """
    sentence = sentence_at(report, event.span)
    if sentence is None or event.span.start != sentence.start:
        return None
    if event.span.end - event.span.start < CLAUSE or event.trigger.end > event.span.end:
        return None
    rest = report.text[event.span.end : sentence.end]
    line = sentence_line(report, event.trigger)
    if not _GOES_ON.match(rest) or line is None or any(m in rest for m in '"“”'):
        return None
    text = close(plain(event.span.of(report.text)))
    whole = line.text.startswith(text.rstrip("."))
    return Line(text, line.cites) if whole else None


def _tense(status: Status, start: str, end: str, report: Report) -> str:
    """Return whether the days lie before, around or after the report's own."""
    published = (report.metadata.published or "")[:10]
    if status is Status.PLANNED and (not published or end >= published):
        return "scheduled"
    if not published:
        return "ongoing" if status is Status.ONGOING else "past"
    if start > published:
        return "scheduled"
    if status is Status.ONGOING or (start < published <= end):
        return "ongoing"
    return "past"
