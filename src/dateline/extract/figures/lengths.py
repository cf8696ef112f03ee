"""Read how long something goes on as a figure: "a [19-day break]", "the [six-year war]"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from dateline.extract.figures.status import status_of
from dateline.identity import Spanned
from dateline.knowledge.vocabulary import names, words
from dateline.model import Figure, Report, Span, Time
from dateline.text.number_hedges import hedged
from dateline.text.number_shapes import HEDGE_BEFORE, Amount
from dateline.text.number_words import read_number
from dateline.text.tree import Tree

_LENGTH = re.compile(
    r"(?:EVENT[+-])?P(?:T(?P<clock>\d+(?:\.\d+)?)(?P<hand>[HMS])"
    r"|(?P<count>\d+(?:\.\d+)?)(?P<unit>D?[DWMYE]))"
)
_HANDS = {"H": "hour", "M": "minute", "S": "second"}
# "two days later" places an event; "for two days before" lasts.
_PLACING = re.compile(
    r",?\s{1,3}(?:ago|later|earlier|after|before|since|old|prior|hence|from now)\b", re.I
)
_LASTING = re.compile(
    r"\b(?:for|lasted|lasting|within|spent|took|takes|take|last)\s+(?:(?:the|a|an)\s+)?$", re.I
)
# "between six and" eight months, "three to" five years, "12-" 15 days
_RANGE = re.compile(
    r"(?<!\w)(?P<low>\d{1,6}|[a-z]{3,9}(?:-[a-z]{3,5})?)(?:\s(?:and|to|or)\s|\s?[-–]\s?)$",
    re.I,
)

Record = TypeVar("Record", bound=Spanned)

_HELD = frozenset({"pobj", "dobj", "attr", "npadvmod", "conj", "dative"})
_TENSES = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
_CELLS = frozenset({"prison", "jail", "custody", "detention", "captivity"})


def find_lengths(report: Report, tree: Tree) -> Iterator[Figure]:
    """Yield a figure for each length of time that describes a noun."""
    for time in within(report.times, tree.sentence.span):
        if time.grain == "duration" or time.value.startswith("EVENT"):
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
    described = _described(tree, time, top) or _standing(tree, time, top)
    if described is None:
        return
    noun, span = described
    if tree.lemma(noun) in words("measures")["schedule"]["nouns"]:
        return
    value = float(read["clock"] or read["count"])
    low, start = _low_end(tree, time)
    value = int(value) if value == int(value) else value
    hedge = None if low is None else "between"
    amount = Amount(value if low is None else low, value, "length", hedge=hedge)
    around = hedged(tree, start, time.span.end, amount)
    unit = _HANDS[read["hand"]] if read["hand"] else names("units")["time"][read["unit"][-1]]
    yield Figure(
        Span(min(span.start, around.span.start), span.end),
        around.low,
        around.high,
        unit,
        _named(tree, noun, top),
        tree.words[noun],
        "duration",
        around.hedge,
        status_of(tree, noun, None),
        by="figures/length",
    )


def _standing(tree: Tree, time: Time, top: int) -> tuple[int, Span] | None:
    """Return the unit's noun of a length that stands alone: "shut for [11 days]"."""
    text, start = tree.text, tree.sentence.span.start
    count = read_number(re.split(r"[\s-]", time.span.of(text))[0])
    if not count or time.by == "times/hyphened":  # "a year", "the same week"
        return None
    if tree.relation(top) not in _HELD and tree.relation(tree.head(top)) not in _HELD:
        return None
    if not any(
        tree.tag(above) in _TENSES or tree.child(above, "aux") is not None
        for above in tree.above(top)
    ):
        return None  # "Subscribe now: three months free"
    before = text[max(start, time.span.start - 40) : time.span.start]
    lasting = _LASTING.search(HEDGE_BEFORE.sub(" ", before))
    placed = _PLACING.match(text, time.span.end) or time.value.startswith("EVENT")
    return None if placed and not lasting else (top, time.span)


def _low_end(tree: Tree, time: Time) -> tuple[float | None, int]:
    """Return the low end of "between six and eight months", and where the range begins."""
    first = tree.sentence.span.start
    found = _RANGE.search(tree.text, max(first, time.span.start - 32), time.span.start)
    low = None if found is None else read_number(found["low"])
    if found is None or low is None:
        return None, time.span.start
    return int(low) if low == int(low) else low, found.start("low")


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
