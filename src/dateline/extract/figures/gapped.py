"""Read the counts whose noun was said before: "52 men were held: [30] in Izmir, [16] in Van".

Such a number counts what the one before it counts, or the one behind it in "from [900] to
1,500 men". An age or a label is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.figures.measure_words import measure_word
from dateline.extract.figures.status import status_of
from dateline.extract.figures.worth import HOURS
from dateline.knowledge.vocabulary import words
from dateline.model import Figure, Number, Status
from dateline.text.tree import Tree

_NO_COUNT = frozenset({"share", "money", "duration"})
_WITHIN = 12
"""Tokens before a bare number within which a word tells what it measures."""
# What may follow a number that stands for those counted: "30 in Izmir", "said three.", "16 dead,"
_ALONE = re.compile(
    r"\s*(?:$|[.,;:!?)”\"]|[-–—]\s|(?:in|at|on|from|to|of|near|by|and|or|with|across|among|over"
    r"|were|was|are|is|have|had|more|others?|men|women|dead|so|as|under|outside|inside)\b)",
    re.I,
)
_UPTO = re.compile(r"\s+to\s+$", re.I)
_AGAINST = re.compile(r"\s+(?:to|against|versus)\s+", re.I)
_PAIRED = 40
"""Characters between two counts of one event: "16 dead and 41 hurt"."""
_GRAVES = frozenset({"morgue", "mortuary", "grave", "coffin", "cemetery"})
_PLAIN = frozenset({Status.HAPPENED, Status.ONGOING})
"""What "it is nine" says of a count by itself: nothing."""
_LABELS = frozenset({"PROPN"})
_NEAR = 160
"""Characters between a sentence and a count before it that its bare number may be of."""
# ", 61," and "(61)" are ages.
_AGE = re.compile(r"[,(]\s?$")
_AGED = re.compile(r"\s?[,)]")
# "fell at eleven"
_AT = re.compile(r"\b(?:at|by|past|until|till)\s$")


def find_gapped(
    tree: Tree, numbers: Sequence[Number], told: Sequence[Figure], before: Sequence[Figure]
) -> Iterator[Figure]:
    """Yield a figure for each bare number of a sentence that counts what another counts.

    `told` are the sentence's own figures; of those `before` it the last may be the other.
    """
    near = [one for one in before if 0 <= tree.sentence.span.start - one.span.end < _NEAR]
    known = sorted([*near, *told], key=lambda figure: figure.span)
    for number in numbers:
        if number.kind != "cardinal" or number.unit is not None or _is_told(number, known):
            continue
        other = _fellow(tree, number, known)
        if other is None or not (_stands_alone(tree, number) or _is_vote(tree, number, other)):
            continue
        figure = _like(tree, number, other)
        known = sorted([*known, figure], key=lambda one: one.span)
        yield figure


def with_fellow(tree: Tree, figure: Figure, told: Sequence[Figure]) -> Figure:
    """Return a bare count as one of what the count before it counts, or the nearest toll."""
    if (dead := _by_word(tree, figure)).measure == "killed":
        return dead
    before = [one for one in told if one.span.end <= figure.span.start]
    fellows = [one for one in before if one.measure not in _NO_COUNT and one.low != 0]
    near = [one for one in fellows if tree.sentence.span.start - one.span.end < _NEAR]
    if tallied(tree, figure):
        near = [one for one in fellows if one.measure == "killed"] or near
    if not near:
        return dead
    last = leading(near, tree.sentence.span.start)
    own = last.status if figure.status in _PLAIN else figure.status
    return replace(figure, unit=last.unit, of_what=last.of_what, measure=last.measure, status=own)


def leading(near: Sequence[Figure], start: int) -> Figure:
    """Return the last of some counts; of "16 dead and 41 hurt" another sentence means the dead.

    `start` is where the sentence of the number begins that counts as they do.
    """
    last, pair = near[-1], near[-2:]
    other = last.span.end < start
    beside = len(pair) == 2 and pair[1].span.start - pair[0].span.end < _PAIRED
    dead = other and beside and (pair[0].measure, last.measure) == ("killed", "injured")
    return pair[0] if dead else last


def tallied(tree: Tree, figure: Figure) -> bool:
    """Whether a bare number is called a tally or toll: "whose own tally stands at 16"."""
    top = tree.top(figure.span)
    verb = (
        None if top is None else next((t for t in tree.above(top) if tree.pos(t) == "VERB"), None)
    )
    held = () if verb is None else tree.children(verb, "nsubj", "dobj")
    return any(tree.lemma(token) in {"tally", "toll"} for token in held)


def _by_word(tree: Tree, figure: Figure) -> Figure:
    """Return a bare count with the measure of the nearest word before it: "deaths … hit [57]"."""
    first = tree.at(figure.span.start)
    crowds = words("measures")["present"]["crowds"]
    for token in range((first or 0) - 1, max(-1, (first or 0) - _WITHIN), -1):
        if tree.folded[token] == ";":
            break
        if tree.lemma(token) in _GRAVES:
            return replace(figure, measure="killed", unit="person")
        keys = ("nouns", "adjectives") if tree.tag(token) != "VBN" else ("objects", "adjectives")
        if tree.lemma(token) in crowds:
            return replace(figure, measure="present", unit="person")
        found = measure_word(tree, token, keys)
        if found is not None and found.measure not in {"other", "fighters"}:
            return replace(figure, measure=found.measure, unit="person")
    return figure


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


def _is_vote(tree: Tree, number: Number, other: Figure) -> bool:
    """Whether a number is the lesser of two counts of votes: "by 81 votes to [34]"."""
    between = tree.text[other.span.end : number.span.start]
    return (other.head or "").casefold() == "votes" and _AGAINST.fullmatch(between) is not None


def _stands_alone(tree: Tree, number: Number) -> bool:
    """Whether nothing behind a number can be what it counts, and it is no label."""
    token = tree.at(number.digits.start)
    if token is None or _ALONE.match(tree.text, number.digits.end, tree.sentence.span.end) is None:
        return False
    before = tree.text[max(tree.sentence.span.start, number.span.start - 2) : number.span.start]
    if before.endswith(("#", "/", "(")):
        return False
    if _AT.search(tree.text, max(0, number.span.start - 6), number.span.start):
        change = words("measures")["change"]["tells"]
        if (number.low or 0) <= HOURS and tree.lemma(tree.head(tree.head(token))) not in change:
            return False  # "fell at eleven"
    if _AGE.search(before) and _AGED.match(tree.text, number.digits.end):
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
