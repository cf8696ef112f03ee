"""Score event coding on marked sentences that the coder has not learned from.

An act is found when its trigger overlaps the one that is marked; its other values are scored
on found acts only. What is found beside the marks counts against `precision`. `macro_f1` is
the mean over categories of the F1 of trigger and category together. Sentences of whole articles
(`story-*.txt`), which pages are full of, are scored apart as `story_…`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from dateline.check import events_of
from dateline.desk import knowledge
from dateline.knowledge.marked import MarkedAct, MarkedSentence, Range, is_held_back, read_marked
from dateline.model import Actor, Event, Span
from evaluation.measure import Measure, Tally


def score_sentences(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the measures of the sentences that are held back, and what was missed."""
    files = sorted(folder.glob("*.txt"))
    articles = [path for path in files if path.name.startswith("story-")]
    single, single_misses = _scored(name, "", [path for path in files if path not in articles])
    whole, misses = _scored(name, "story_", articles)
    return single + whole, single_misses + misses


def _scored(name: str, prefix: str, files: Iterable[Path]) -> tuple[list[Measure], list[str]]:
    """Return the measures of the held back sentences of some files, and what was missed."""
    tally, counts = Tally(), Counter[tuple[str, str]]()
    for path in files:
        for sentence in filter(is_held_back, read_marked(path)):
            _score_sentence(sentence, events_of(sentence.text, knowledge()), tally, counts)
    codes = sorted({code for code, _ in counts})
    f1 = [
        2 * counts[code, "hit"] / (counts[code, "gold"] + counts[code, "found"]) for code in codes
    ]
    measures = tally.measures(name)
    if f1:
        measures.insert(0, Measure(name, "macro_f1", sum(f1) / len(f1), len(codes)))
    misses = [f"{prefix}{miss}" for miss in tally.misses]
    return [replace(one, name=f"{prefix}{one.name}") for one in measures], misses


def _score_sentence(
    sentence: MarkedSentence,
    found: tuple[Event, ...],
    tally: Tally,
    counts: Counter[tuple[str, str]],
) -> None:
    """Count the hits of one sentence."""
    left = list(found)
    counts.update((event.code, "found") for event in found)
    for act in sentence.acts:
        counts[act.code, "gold"] += 1
        near = [event for event in left if _overlap(event.trigger, act.trigger)]
        near.sort(key=lambda event: event.code != act.code)
        what = f"{sentence.id} {act.code} {sentence.text[slice(*act.trigger)]!r}"
        tally.count("found", near, f"{what}: {sentence.text}")
        if near:
            left.remove(near[0])
            counts[act.code, "hit"] += near[0].code == act.code
            _score_act(act, near[0], sentence, tally)
    for event in found:
        told = f"{sentence.id} extra {event.code} {event.trigger.of(sentence.text)!r}"
        tally.count("precision", event not in left, f"{told}: {sentence.text}")
    if not found:
        tally.count("none_precision", not sentence.acts, f"{sentence.id} none: {sentence.text}")


def _score_act(act: MarkedAct, event: Event, sentence: MarkedSentence, tally: Tally) -> None:
    """Count what is right about one act that was found."""
    what = f"{sentence.id} {sentence.text[slice(*act.trigger)]!r}"
    tally.count("code", event.code == act.code, f"{what}: {event.code} for {act.code}")
    told = f"{what}: {event.status} for {act.status}: {sentence.text}"
    tally.count("status", event.status == act.status, told)
    if act.mode and event.code == act.code:
        tally.count("mode", event.mode == act.mode, f"{what}: {event.mode} for {act.mode}")
    for side, marked in (("actors", act.actors), ("recipients", act.recipients)):
        parties: tuple[Actor, ...] = getattr(event, side)
        if marked:
            named = [p.name if p.span is None else p.span.of(sentence.text) for p in parties]
            wanted = [sentence.text[slice(*one)] for one in marked]
            right = any(p.span and _overlap(p.span, one) for p in parties for one in marked)
            told = f"{what}: {side} {named} for {wanted}: {sentence.text}"
            tally.count(side, right, told)
    for side, where, marked in (
        ("place", event.place, act.places),
        ("when", event.when, act.times),
    ):
        if marked:
            right = where is not None and any(_overlap(where, one) for one in marked)
            said = where.of(sentence.text) if where else None
            tally.count(side, right, f"{what}: {side} {said}: {sentence.text}")


def _overlap(span: Span, marked: Iterable[int] | Range) -> bool:
    start, end = marked
    return span.start < end and start < span.end
