"""Score event coding on annotated sentences: is the act found, with the right code and status?

An event is found when its trigger overlaps the gold trigger; its other values are scored on
found events only. What is found beside the gold counts against `precision`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.check import events_of
from dateline.desk import knowledge
from dateline.model import Event
from evaluation.measure import Measure, Tally


def score_sentences(name: str, corpus: Path) -> tuple[list[Measure], list[str]]:
    """Return the measures of a corpus in JSON lines, and what was missed."""
    tally = Tally()
    for line in corpus.read_text("utf-8").splitlines():
        row = json.loads(line)
        _score_row(row, events_of(row["text"], knowledge()), tally)
    return tally.measures(name), tally.misses


def _score_row(row: dict[str, Any], found: tuple[Event, ...], tally: Tally) -> None:
    """Count the hits of one sentence."""
    text, left = row["text"], list(found)
    for gold in row["events"]:
        start, end = _trigger(text, gold)
        near = [e for e in left if e.trigger.start < end and start < e.trigger.end]
        near.sort(key=lambda event: event.code != gold["code"])
        what = f"{row['id']} {gold['code']} {gold['trigger']!r}"
        tally.count("found", near, what)
        if near:
            left.remove(near[0])
            _score_event(gold, near[0], text, tally)
    for event in found:
        extra = f"{row['id']} extra {event.code} {event.trigger.of(text)!r}"
        tally.count("precision", event not in left, extra)


def _score_event(gold: dict[str, Any], event: Event, text: str, tally: Tally) -> None:
    """Count what is right about one event that was found."""
    what = f"{gold['trigger']!r}"
    tally.count("code", event.code == gold["code"], f"{what}: {event.code} for {gold['code']}")
    tally.count("status", event.status == gold["status"], f"{what}: {event.status}")
    for side in ("actors", "recipients"):
        if gold[side]:
            named = [a.name if a.span is None else a.span.of(text) for a in getattr(event, side)]
            right = any(one in other or other in one for one in named for other in gold[side])
            tally.count(side, right, f"{what}: {named} for {gold[side]}")


def _trigger(text: str, gold: dict[str, Any]) -> tuple[int, int]:
    """Return where the gold trigger stands: its first occurrence, or the one it names."""
    start = -1
    for _ in range(gold.get("trigger_nth", 1)):
        start = text.find(gold["trigger"], start + 1)
    return start, start + len(gold["trigger"])
