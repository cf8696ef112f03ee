"""Say where a user's codebook is unclear: confusions, overlaps, examples that look mislabelled.

All is read from what heads that had not seen an example say of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dateline.knowledge.userbook import Example
from dateline.learning.logistic import sigmoid
from dateline.learning.teach import Lesson
from dateline.text.heads import Floats

Held = NDArray[np.bool_]

_OFTEN = 2
"""Examples; fewer are no confusion."""
_SHARE = 0.1
"""The share of a category's examples that are taken for another in a confusion."""
_OVERLAP = 0.25
"""The share of two categories' own examples that the other claims too."""
_TOGETHER = 0.5
"""The share of the examples of either of two categories that hold both."""
_TINY = 0.05
_SHOWN = 3


def doubts(lesson: Lesson, examples: Sequence[Example]) -> Iterator[str]:
    """Yield a line for each confusion, overlap and doubtful example."""
    codes = [n for n, label in enumerate(lesson.taught.labels) if "/" not in label]
    names = [lesson.taught.labels[n] for n in codes]
    truth = lesson.truth[:, codes] == 1
    logits = lesson.logits[:, codes]
    told = logits > lesson.taught.thresholds[codes]
    for one, other in ((a, b) for a in range(len(codes)) for b in range(len(codes)) if a != b):
        taken = np.flatnonzero(truth[:, one] & ~told[:, one] & told[:, other] & ~truth[:, other])
        if len(taken) >= max(_OFTEN, _SHARE * truth[:, one].sum()):
            where = ", ".join(examples[n].where for n in taken[:_SHOWN])
            of = f"{len(taken)} of {truth[:, one].sum()} examples"
            yield f"confusion: {names[one]} is taken for {names[other]} in {of} ({where})"
    for one, other in combinations(range(len(codes)), 2):
        pair = f"{names[one]} and {names[other]}"
        yield from _overlap(pair, truth[:, [one, other]], told[:, [one, other]])
    for number, label, likely, better in _doubtful(truth, logits):
        like = f", it looks like {names[better]}" if better is not None else ""
        yield (
            f"mislabelled? {examples[number].where}: {names[label]} has a likelihood of"
            f" {likely:.2f}{like}: {examples[number].text[:60]}"
        )


def _overlap(pair: str, truth: Held, told: Held) -> Iterator[str]:
    """Yield a line if two categories can't be told apart, or seldom come alone."""
    both, either = truth.all(1).sum(), truth.any(1).sum()
    if both / max(1, either) >= _TOGETHER:
        yield f"overlap: {both} of {either} examples of {pair} hold both"
    alone = truth[:, 0] ^ truth[:, 1]
    claimed = alone & (told & ~truth).any(1)
    if claimed.sum() >= max(_OFTEN, _OVERLAP * alone.sum()):
        of = f"{claimed.sum()} of {alone.sum()} examples"
        yield f"overlap: {of} of one of {pair} look like the other as well"


def _doubtful(truth: Held, logits: Floats) -> Iterator[tuple[int, int, float, int | None]]:
    """Yield examples and the label of theirs that is hardly likely, with the likelier one.

    With few examples no likelihood is tiny; then one counts as such that is less likely than
    half of the texts without the label, where another label is likelier than in half of its own.
    """
    likely = sigmoid(logits)
    without = [float(np.median(logits[~holds, n])) for n, holds in enumerate(truth.T)]
    typical = [float(np.median(logits[holds, n])) for n, holds in enumerate(truth.T)]
    for number, label in np.argwhere(truth):
        said = logits[number]
        others = [n for n, usual in enumerate(typical) if not truth[number, n] and said[n] >= usual]
        better = max(others, key=said.__getitem__, default=None)
        unlike = said[label] < without[label] and better is not None
        if likely[number, label] < _TINY or unlike:
            yield int(number), int(label), float(likely[number, label]), better
