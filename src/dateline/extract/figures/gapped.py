"""Read the counts whose noun was said before: "52 men were held: [30] in Izmir, [16] in Van".

Such a number counts what the one before it counts, or the one behind it in "from [900] to
1,500 men". An age or a label is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.figures.status import status_of
from dateline.model import Figure, Number, Status
from dateline.text.tree import Tree

_NO_COUNT = frozenset({"share", "money", "duration"})
# What may follow a number that stands for those counted: "30 in Izmir", "said three.", "16 dead,"
_ALONE = re.compile(
    r"\s*(?:$|[.,;:!?)”\"]|[-–—]\s|(?:in|at|on|from|to|of|near|by|and|or|with|across|among|over"
    r"|were|was|are|is|have|had|more|others?|men|women|dead|so|as|under|outside|inside)\b)",
    re.I,
)
_UPTO = re.compile(r"\s+to\s+$", re.I)
_LABELS = frozenset({"PROPN"})


def find_gapped(tree: Tree, numbers: Sequence[Number], told: Sequence[Figure]) -> Iterator[Figure]:
    """Yield a figure for each bare number of a sentence that counts what another counts."""
    known = sorted(told, key=lambda figure: figure.span)
    for number in numbers:
        if number.kind != "cardinal" or number.unit is not None or _is_told(number, known):
            continue
        other = _fellow(tree, number, known)
        if other is None or not _stands_alone(tree, number):
            continue
        figure = _like(tree, number, other)
        known = sorted([*known, figure], key=lambda one: one.span)
        yield figure


def _is_told(number: Number, told: Sequence[Figure]) -> bool:
    """Whether a figure holds a number."""
    return any(one.span.meets(number.digits) for one in told)


def _fellow(tree: Tree, number: Number, known: Sequence[Figure]) -> Figure | None:
    """Return the count before a number, or that of "from 900 to [1,500 men]" behind it."""
    counts = [figure for figure in known if figure.measure not in _NO_COUNT and figure.low != 0]
    for figure in counts:
        between = tree.text[number.digits.end : figure.span.start]
        if figure.span.start > number.span.start and _UPTO.fullmatch(between):
            return figure
    before = [figure for figure in counts if figure.span.start < number.span.start]
    return before[-1] if before else None


def _stands_alone(tree: Tree, number: Number) -> bool:
    """Whether nothing behind a number can be what it counts, and it is no label."""
    token = tree.at(number.digits.start)
    if token is None or _ALONE.match(tree.text, number.digits.end, tree.sentence.span.end) is None:
        return False
    before = tree.text[max(tree.sentence.span.start, number.span.start - 2) : number.span.start]
    if before.endswith(("#", "/", "(")):
        return False
    label = token > 0 and tree.head(token) == token - 1 and tree.relation(token) == "nummod"
    return not (label and tree.pos(token - 1) in _LABELS and tree.relation(token - 1) == "pobj")


def _like(tree: Tree, number: Number, other: Figure) -> Figure:
    """Return the figure of a number that counts what another figure counts."""
    top = tree.top(number.digits)
    own = Status.HAPPENED if top is None else status_of(tree, top, None)
    return replace(
        other,
        span=number.span,
        low=number.low,
        high=number.high,
        head=None,
        hedge=number.hedge,
        status=other.status if own is Status.HAPPENED else own,
        by="figures/gapped",
        claimed_by=None,
    )
