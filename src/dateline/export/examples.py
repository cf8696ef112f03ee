"""Turn events that people set right into marked sentences, as codebooks keep their examples.

    # 9f1d…: status: denied, read as happened – set right by Ines Roque on 2030-05-20: …
    {Arvo Lind|A1} denied that he had {closed|1=COERCE:denied} {the dam|R1} {on Monday|T1}.

A sentence is written once, with all of its events as they stand now; one whose only event was
dropped holds none, which is an example too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.corrections import Corrected
from dateline.errors import CorrectionError
from dateline.export.corrections import corrected_object, correction_words
from dateline.knowledge.marked import parse_marked
from dateline.model import Actor, Event, Report, Sentence, Span

HEADING = "## set-right | corrections"
_RESERVED = re.compile(r"[{}|]| :: ")
_CODE = re.compile(r"[A-Z_]+(?:/[a-z-]+)?")

Marks = dict[Span, list[str]]


def sentence_of(report: Report, corrected: Corrected) -> Sentence:
    """Return the sentence of the event that was set right. Raises `CorrectionError`."""
    core = corrected.correction.targets[0].core
    held = (s for s in report.sentences if core and s.span.start <= core.start < s.span.end)
    found = next(held, None)
    if found is None:
        raise CorrectionError(f"{corrected.correction.id} stands in no sentence of {report.id}")
    return found


def example_lines(
    report: Report, sentence: Sentence, corrections: Iterable[Corrected]
) -> Iterator[str]:
    """Yield what was set right in a sentence, and the sentence with its events marked.

    Raises `CorrectionError` where it can't be marked.
    """
    line = mark_sentence(report, sentence)
    for corrected in corrections:
        words = " ".join(correction_words(corrected_object(corrected)).split())
        yield f"# {report.id}: {words}"
    yield line


def mark_sentence(report: Report, sentence: Sentence) -> str:
    """Return a sentence with the events whose triggers it holds. Raises `CorrectionError`."""
    inside = sentence.span
    text = inside.of(report.text)
    if _RESERVED.search(text) or text.startswith("#"):
        raise CorrectionError(f"a sentence of {report.id} holds marks of its own: {text[:60]!r}")
    events = [e for e in report.events if inside.start <= e.trigger.start < inside.end]
    contexts = (c.code for e in events for c in e.contexts if c.scope == "sentence")
    line = _written(report, inside, _marks(_distinct(events), inside))
    told = " ".join(dict.fromkeys(contexts))
    line = " ".join(f"{line} :: {told}".split()) if told else line
    try:
        parse_marked(line)
    except ValueError as problem:
        raise CorrectionError(f"a sentence of {report.id} can't be marked: {problem}") from problem
    return line


def _distinct(events: Sequence[Event]) -> list[Event]:
    """Return one event for each trigger: a codebook's sentence marks an act once."""
    return list({event.trigger: event for event in reversed(events)}.values())[::-1]


def _marks(events: Sequence[Event], inside: Span) -> Marks:
    """Return what each stretch of the sentence is marked with, triggers before parties."""
    found: Marks = {}
    for number, event in enumerate(events, 1):
        code = f"{event.code}/{event.mode}" if event.mode else event.code
        if not _CODE.fullmatch(code):
            raise CorrectionError(f"{code} can't be marked: a code is of capital letters")
        status = "" if event.status == "happened" else f":{event.status.value}"
        _add(found, event.trigger, f"{number}={code}{status}", inside)
    for number, event in enumerate(events, 1):
        for letter, spans in (
            ("A", _spans(event.actors)),
            ("R", _spans(event.recipients)),
            ("L", [event.place] if event.place else []),
            ("T", [event.when] if event.when else []),
        ):
            for span in spans:
                if span != event.trigger:  # Where a place or day stands that no word tells.
                    _add(found, span, f"{letter}{number}", inside)
    return found


def _spans(actors: Iterable[Actor]) -> list[Span]:
    return [actor.span for actor in actors if actor.span is not None]


def _add(found: Marks, span: Span, mark: str, inside: Span) -> None:
    """Mark a stretch, unless it leaves the sentence or crosses another one."""
    within = inside.start <= span.start < span.end <= inside.end
    crossing = any(
        span.meets(other)
        and not (other.start <= span.start and span.end <= other.end)
        and not (span.start <= other.start and other.end <= span.end)
        for other in found
    )
    if within and not crossing and mark not in found.get(span, ()):
        found.setdefault(span, []).append(mark)


def _written(report: Report, inside: Span, marks: Marks) -> str:
    """Return the characters of a sentence with its marks, on one line."""
    opening: dict[int, int] = {}
    closing: dict[int, list[str]] = {}
    for span in sorted(marks, key=lambda s: (-s.start, s.end)):  # Inner ones close first.
        opening[span.start] = opening.get(span.start, 0) + 1
        closing.setdefault(span.end, []).append(f"|{','.join(marks[span])}}}")
    parts = []
    for at in range(inside.start, inside.end + 1):
        parts += closing.get(at, [])
        parts.append("{" * opening.get(at, 0))
        parts.append(report.text[at : at + 1] if at < inside.end else "")
    return " ".join("".join(parts).split())
