"""Run the examples of a codebook: each `yes` must be coded by its rule, each `no` must not.

The rules answer alone here, without what was learned from the codebook's sentences.
`dateline check` prints what comes back; an empty answer means that every example holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.knowledge.codebook import Rule
from dateline.model import Event, Page, Piece, Span
from dateline.pipeline import Knowledge, read, skim


def check_codebook(known: Knowledge) -> Iterator[str]:
    """Yield a line for each example that the codebook itself gets wrong."""
    known = replace(known, weights=None)
    for rule in known.codebook.rules():
        where = f"{known.codebook.name}/{rule.code.casefold()}/{rule.id}"
        if not rule.yes:
            yield f"{where}: has no yes example"
        for example in rule.yes:
            yield from (f"{where}: {line}" for line in _yes(rule, example, known))
        for example in rule.no:
            if any(event.by.endswith(f"/{rule.id}") for event in events_of(example, known)):
                yield f"{where}: codes its no example {example!r}"


def events_of(sentence: str, known: Knowledge) -> tuple[Event, ...]:
    """Return the events that are found in one sentence."""
    piece = Piece(Span(0, len(sentence)), "line")
    page = Page("example", "example", sentence, "text", (piece,))
    return read(skim(page, known), known).events


def _yes(rule: Rule, example: str, known: Knowledge) -> Iterator[str]:
    """Yield what is wrong with a yes example: "… [warned] …"."""
    start, end = example.find("["), example.find("]") - 1
    if start < 0 or end <= start:
        yield f"marks no trigger in {example!r}"
        return
    plain = example.replace("[", "").replace("]", "")
    found = [e for e in events_of(plain, known) if e.trigger.start < end and start < e.trigger.end]
    if rule.code not in {event.code for event in found}:
        got = ", ".join(event.by for event in found) or "nothing"
        yield f"expected in {example!r}, found {got}"
