"""Put what was learned beside what the rules see: what a figure measures, and whether it is so.

"Eleven more met their maker": the rules know the words that they list, the network every
word by its company. Weighing them needs the marked word of a number, so that is told here too.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from dateline.extract.figures.measures import measure_of
from dateline.extract.figures.worth import HOUSEHOLDS, ONLY_PEOPLE
from dateline.model import Figure, Number, Span, Status
from dateline.text.heads import Floats, Reading, packed
from dateline.text.tree import Tree

L = TypeVar("L", str, Status)
RULED, FALLEN = 2.0, 1.5
"""What is added to the log likelihood of the rules' answer: "killed", and "other" for want of one.

Chosen on the marked sentences that nothing is learned of and on the open ones of the own gold.
"""
_TINY = 1e-6
"""The least likelihood of which a logarithm is taken."""
_OUT = frozenset({"money", "share", "duration"})
"""Measures that a number's own form tells."""
_REAL = frozenset({Status.HAPPENED, Status.ONGOING})
_NO_WORD = frozenset({"other", Status.HAPPENED})
"""What the rules answer where they meet none of their words."""
_WORD = re.compile(r"\S+")
_WHOLE = re.compile(
    r"\b(?:none|nobody|no one|not one|neither) of (?:the |its |their |all )*$", re.I
)


def number_word(text: str, span: Span) -> int:
    """Return where in a number the word begins that holds its digits, or else its last word.

    The network is asked of this word, and is taught by it.
    """
    words = list(_WORD.finditer(text, span.start, span.end))
    digits = (word for word in words if any(map(str.isdigit, word[0])))
    return next(digits, words[-1]).start()


def telling_words(text: str, span: Span) -> tuple[int, int]:
    """Return where the words begin that tell what a figure counts: its number, and its last."""
    return number_word(text, span), list(_WORD.finditer(text, span.start, span.end))[-1].start()


def weighed(
    tree: Tree, figure: Figure, numbers: Sequence[Number], reading: Reading | None
) -> Figure:
    """Return a figure with the likeliest measure and status; `by` then ends in "+encoder".

    What the rules take for unreal is never made real. What is denied of a whole ("none of the 12
    was hurt") and zeros in words are theirs alone.
    """
    token = _token(tree, figure, numbers)
    if reading is None or token is None:
        return figure
    labels, measure = reading.labels, figure.measure
    if measure not in _OUT and not _is_settled(tree, figure):
        measure = _likeliest(
            labels.measures, reading.measure[token], measure, _OUT | _unfit(figure)
        )
    out = frozenset[Status]() if figure.status in _REAL else _REAL
    status = _likeliest(labels.statuses, reading.standing[token], figure.status, out)
    if (measure, status) == (figure.measure, figure.status):
        return figure
    unit = "person" if measure in ONLY_PEOPLE and figure.unit is None else figure.unit
    return replace(figure, measure=measure, status=status, unit=unit, by=f"{figure.by}+encoder")


def meant(tree: Tree, figure: Figure, reading: Reading | None) -> Figure:
    """Return a figure with what the network takes it for counting, by its number and last word."""
    number, last = (tree.at(start) for start in telling_words(tree.text, figure.span))
    if reading is None or number is None or last is None:
        return figure
    return replace(figure, meaning=packed(reading.counted[0, number] + reading.counted[1, last]))


def _likeliest(labels: Iterable[L], learned: Floats, ruled: L, out: Container[L]) -> L:
    """Return the label that is likeliest by the network and the rules together."""
    weight = FALLEN if ruled in _NO_WORD else RULED
    likely = np.log(np.maximum(learned, _TINY))
    scores = {
        label: float(score) + weight * (label == ruled)
        for label, score in zip(labels, likely, strict=True)
        if label not in out
    }
    return max(scores, key=lambda label: scores[label])


def _is_settled(tree: Tree, figure: Figure) -> bool:
    """Whether a measure is the rules' alone: that of an earlier count, or cleared by a word.

    "Police say 200 were hurt. The union says 450." and "12 were freed".
    """
    if figure.by == "figures/valued":
        return True
    top = tree.top(figure.span)
    ruled = None if top is None or figure.measure != "other" else measure_of(tree, top, top)
    return ruled is not None and ruled.measure == "other"


def _unfit(figure: Figure) -> frozenset[str]:
    """Return the measures that only people have, where none are counted: "12 cows"."""
    people = figure.unit in {"person", *HOUSEHOLDS} or figure.unit is figure.of_what is None
    return frozenset() if people else ONLY_PEOPLE


def _token(tree: Tree, figure: Figure, numbers: Sequence[Number]) -> int | None:
    """Return the token of the word that the network is asked of; None where it isn't asked."""
    before = tree.text[tree.sentence.span.start : figure.span.start]
    if figure.by == "figures/nobody" or _WHOLE.search(before):
        return None
    own = [number for number in numbers if number.span.meets(figure.span)]
    same = [one for one in own if (one.low, one.high) == (figure.low, figure.high)]
    if same:
        return tree.at(number_word(tree.text, same[0].span))
    inside = tree.inside(figure.span)
    counts = (t for t in inside if tree.pos(t) == "NUM")
    digits = (t for t in inside if any(map(str.isdigit, tree.words[t])))
    return next(digits, next(counts, None))
