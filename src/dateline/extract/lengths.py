"""Read how long something goes on as a figure: "a [19-day break]", "the [six-year war]"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from dateline.extract.figure_status import status_of
from dateline.knowledge.vocabulary import names, words
from dateline.model import Figure, Report, Span, Spanned, Time
from dateline.text.tree import Tree

_LENGTH = re.compile(r"P(?:T(?P<hours>\d+(?:\.\d+)?)H|(?P<count>\d+(?:\.\d+)?)(?P<unit>D?[DWMYE]))")

Record = TypeVar("Record", bound=Spanned)

_CELLS = frozenset({"prison", "jail", "custody", "detention", "captivity"})


def find_lengths(report: Report, tree: Tree) -> Iterator[Figure]:
    """Yield a figure for each length of time that describes a noun."""
    for time in within(report.times, tree.sentence.span):
        if time.grain == "duration":
            yield from _length(tree, time)


def within(records: Sequence[Record], span: Span) -> Sequence[Record]:
    """Return the records, which stand in order, that start inside a span."""
    first = bisect_left(records, span.start, key=lambda record: record.span.start)
    last = bisect_left(records, span.end, key=lambda record: record.span.start)
    return records[first:last]


def _length(tree: Tree, time: Time) -> Iterator[Figure]:
    """Yield the figure of "19-day break"; none where the length stands alone."""
    read = _LENGTH.fullmatch(time.value)
    top = tree.top(time.span)
    if read is None or top is None:
        return
    described = _described(tree, time, top)
    if described is None:
        return
    noun, span = described
    if tree.lemma(noun) in words("measures")["schedule"]["nouns"]:
        return
    value = float(read["hours"] or read["count"])
    exact = int(value) if value == int(value) else value
    yield Figure(
        span,
        exact,
        exact,
        names("units")["time"]["H" if read["hours"] else read["unit"][-1]],
        _named(tree, noun, top),
        tree.words[noun],
        "duration",
        None,
        status_of(tree, noun, None),
        by="figures/length",
    )


def _described(tree: Tree, time: Time, top: int) -> tuple[int, Span] | None:
    """Return the noun that goes on for a length of time, and the figure's characters."""
    head = tree.head(top)
    if time.by == "times/hyphened":
        plain = head > top and tree.pos(head) in {"NOUN", "PROPN"}
        return (head, Span(time.span.start, tree.parse.end[head])) if plain else None
    if tree.lemma(head) == "last" and tree.pos(head) == "VERB" and head < top:
        subject = tree.subject(head)
        span = Span(tree.parse.start[head], time.span.end)
        return None if subject is None else (subject, span)
    after = tree.at(time.span.end + 1)
    if after is None or tree.folded[after] not in {"of", "in"}:
        return None
    held = tree.child(after, "pobj")
    if held is None or tree.pos(held) not in {"NOUN", "PROPN"}:
        return None
    if tree.folded[after] == "in" and tree.lemma(held) not in _CELLS:
        return None
    return held, Span(time.span.start, tree.parse.end[held])


def _named(tree: Tree, noun: int, top: int) -> str:
    """Return the noun with what stands before it, the length left out."""
    first = noun
    while first - 1 > top and tree.head(first - 1) == noun and tree.pos(first - 1) != "PUNCT":
        first -= 1
    if noun < top:
        first = noun
    while first < noun and tree.pos(first) == "DET":
        first += 1
    return " ".join(tree.span(first, noun).of(tree.text).split())
