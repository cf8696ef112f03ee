"""Count times from what stands in the text: "two days after Monday's vote", "a week later".

"Two days after Monday's vote" counts from the vote's day; "comes a week after he left" puts
the leaving a week before the main clause; "a week later" counts from the day that was told
last. Where nothing fits, the value stays "EVENT…" and has no days.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.knowledge.vocabulary import words
from dateline.model import Span, Time
from dateline.text.time_words import Reading
from dateline.text.tree import Tree

_DAY_VALUE = re.compile(
    r"(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX-[1-7]|REF(?:[+-](?:P\d+D|P\d+W-\d|WXX-\d))?"
)
_DATED = re.compile(r"(?:\d{4}|XXXX)-\d\d(?:-\d\d)?|BC\d{4}|\d{4}")
_CLOCK = re.compile(r"T[\d:]*[A-Z]*$")
_COUNT = re.compile(r"(?P<shift>[+-]P\d+[DWMQY])(?P<rest>.*)")
_REACH = 60
"""Characters that may stand between "after" and the time it counts from."""


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression of a sentence before its days are known."""

    span: Span
    shape: str
    reading: Reading


def is_day(value: str) -> bool:
    """Whether a value is one day, with or without its hour."""
    plain = _CLOCK.sub("", value.partition(" ")[0])
    return _DAY_VALUE.fullmatch(plain) is not None and "/" not in value


def anchored(tree: Tree, found: Sequence[Found], position: int, before: Sequence[Time]) -> Reading:
    """Return an event's time counted from what stands in the text before or after it."""
    item = found[position]
    counted = _COUNT.match(item.reading.value.removeprefix("EVENT"))
    if counted is None:
        return item.reading
    shift, rest = counted["shift"], counted["rest"]
    last = item.span.of(tree.text)[-6:].casefold()
    if last.endswith(("after", "before")) and not _ends_clause(tree, item.span):
        inner = next((f for f in found[position + 1 :] if is_day(f.reading.value)), None)
        if inner is not None and inner.span.start - item.span.end < _REACH:
            return replace(item.reading, value=f"{inner.reading.value} {shift}", direction="past")
        return _from_main_clause(tree, item, found[:position], shift)
    base = _base(item, found[:position], before)
    if base is None:
        return item.reading
    value = f"{base}{rest}" if shift[2] == "0" else f"{base} {shift}{rest}"
    return replace(item.reading, value=value, direction="past", anchor="text")


def _ends_clause(tree: Tree, span: Span) -> bool:
    """Whether nothing follows that a time counts from: "up from 12 the day before."."""
    rest = tree.text[span.end : tree.sentence.span.end].lstrip("\"'”’) ")
    return not rest or rest[0] in ".,;:!?"


def _base(item: Found, here: Sequence[Found], before: Sequence[Time]) -> str | None:
    """Return the value that a count starts at: the last one told that is fine enough."""
    grain = item.reading.grain
    told = [f.reading.value for f in here] or []
    told = [time.value for time in before[-6:]] + told
    if item.reading.value.startswith("EVENT+P0Y"):
        grain = "year"
    for value in reversed(told):
        if (base := _cut(value, grain)) is not None:
            return base
    return None


def _cut(value: str, grain: str) -> str | None:
    """Return a value as coarse as the count from it: years from a day are only years."""
    if grain in {"day", "week", "hour"}:
        return _CLOCK.sub("", value) if is_day(value) and " " not in value else None
    plain = value.partition("/")[2] or value
    if not _DATED.fullmatch(plain):
        return None
    if grain == "month":
        return plain[:7] if re.match(r"(?:\d{4}|XXXX)-\d\d", plain) else None
    if grain == "year":
        return plain[:6] if plain.startswith("BC") else plain[:4]
    return None


def _from_main_clause(tree: Tree, item: Found, before: Sequence[Found], shift: str) -> Reading:
    """Return the time of the event in "… a week after he left", seen from its main clause."""
    back = shift.translate(str.maketrans("+-", "-+"))
    known = [f.reading.value for f in before if is_day(f.reading.value)]
    if known:
        return replace(item.reading, value=f"{known[-1]} {back}", direction="past")
    head = tree.top(item.span)
    governor = next((t for t in tree.above(head) if tree.pos(t) == "VERB"), None) if head else None
    comes = words("times")["background"]["come"]
    chain = [] if governor is None else [governor, *tree.above(governor)]
    if any(tree.pos(t) == "VERB" and tree.lemma(t) in comes for t in chain):
        return replace(item.reading, value=f"REF{back}", direction=None)
    return item.reading
