"""Learn the heads of a user's codebook from its examples, and see how well they do.

Each example is judged by heads that were learned without it, a fifth of the examples at a
time; from that come the strength, the thresholds and the figures that `dateline train` prints.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dateline.errors import CodebookError
from dateline.extract.events.gist import gists
from dateline.extract.events.lexis import Lexis, lexis_of
from dateline.extract.events.taught import Taught
from dateline.knowledge.userbook import Userbook
from dateline.learning.logistic import Whole, fit, log_loss, parts_of
from dateline.text.heads import Floats

LEAST = 4
"""Examples; a category or mode with fewer has no head."""
MANY = 30
"""Examples; with as many, what is measured and what is assumed weigh the same."""
_PARTS = 5
_STRENGTHS = (30.0, 100.0, 300.0)
_LENGTH = 20.0
"""The length that a row has about, however wide it is, so that strengths mean the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """What was learned, and what heads that had not seen them say of the examples."""

    taught: Taught
    truth: Floats
    """(examples, labels)."""
    logits: Floats
    """(examples, labels), out of fold."""


def teach(userbook: Userbook, weights: str, rows: Floats | None = None) -> Lesson:
    """Return the heads that the examples give. Raises `CodebookError` where there are too few.

    `rows` are the examples' gists, where they are known already.
    """
    labels, truth = _truth(userbook)
    if not labels:
        problem = f"no category has {LEAST} examples, and as many texts without it"
        raise CodebookError(userbook.book.name, None, problem)
    texts = [example.text for example in userbook.examples]
    if rows is None:
        rows = gists(texts, weights)
    lexis = lexis_of(texts)
    centre = rows.mean(0)
    spread = (rows.std(0) + np.float32(1e-4)) * np.float32(rows.shape[1] ** 0.5 / _LENGTH)
    by_gist, from_gist = _best((rows - centre) / spread, truth)
    by_words, from_words = _best(lexis.rows(texts) * np.float32(_LENGTH), truth)
    share: Floats = np.divide(np.sqrt(1 - _few(truth)), 2, dtype=np.float32)
    logits: Floats = from_gist * (1 - share) + from_words * share
    taught = Taught(
        book=userbook.book,
        labels=labels,
        lexis=lexis,
        centre=centre,
        heads=(by_gist[:-1] * (1 - share)).T / spread,
        wording=(by_words[:-1] * share).T * np.float32(_LENGTH),
        bias=by_gist[-1] * (1 - share) + by_words[-1] * share,
        thresholds=_thresholds(logits, truth),
        always=all(example.codes for example in userbook.examples),
        digest=userbook.digest,
    )
    return Lesson(taught, truth, logits)


def untaught(userbook: Userbook) -> Taught:
    """Return a codebook of rules alone."""
    nothing = np.zeros(0, np.float32)
    return Taught(
        book=userbook.book,
        labels=(),
        lexis=Lexis({}, nothing),
        centre=nothing,
        heads=nothing,
        wording=nothing,
        bias=nothing,
        thresholds=nothing,
        always=False,
        digest=userbook.digest,
    )


def _truth(userbook: Userbook) -> tuple[tuple[str, ...], Floats]:
    """Return the labels that can be learned, and which examples hold them."""
    counts: dict[str, int] = {}
    for category in userbook.book.categories.values():
        for label in (category.code, *(f"{category.code}/{mode}" for mode in category.modes)):
            counts[label] = sum(label in example.codes for example in userbook.examples)
    whole = len(userbook.examples)
    labels = tuple(la for la, count in counts.items() if LEAST <= count <= whole - LEAST)
    held = [[label in example.codes for label in labels] for example in userbook.examples]
    return labels, np.array(held, np.float32)


def _best(rows: Floats, truth: Floats) -> tuple[Floats, Floats]:
    """Return the heads of the best strength, and the logits out of fold.

    Heads are (width + 1, labels), the last row what stands alone.
    """
    rows = np.column_stack([rows, np.ones(len(rows), np.float32)])
    count = min(_PARTS, len(rows))
    parts = parts_of(truth, count)
    kept = np.array([parts != part for part in range(count)] + [parts >= 0], np.float32)
    weighed = _counts(truth)
    # A column a fold and label; the last fold holds everything.
    counts = np.concatenate([fold[:, None] * weighed for fold in kept], 1)
    many = np.tile(truth, count + 1)
    found = []
    for strength in _STRENGTHS:
        heads = fit(rows, many, counts, np.full(many.shape[1], strength, np.float32))
        logits = _out_of_fold(rows @ heads, parts, truth.shape[1])
        loss = float((weighed * log_loss(logits, truth)).mean())
        found.append((loss, heads[:, -truth.shape[1] :], logits))
    _, best, logits = min(found, key=lambda one: one[0])
    return best, logits


def _out_of_fold(said: Floats, parts: Whole, labels: int) -> Floats:
    """Return for each row what the heads say that were learned without its part."""
    at = parts[:, None] * labels + np.arange(labels)
    logits: Floats = np.take_along_axis(said, at, axis=1)
    return logits


def _few(truth: Floats) -> Floats:
    """Return how little is known of each label, from 1 for no example to 0 for very many."""
    share: Floats = np.divide(MANY, MANY + truth.sum(0), dtype=np.float32)
    return share


def _counts(truth: Floats) -> Floats:
    """Return how much each example counts for each label.

    With few examples both sides of a label weigh the same; with many, each example does.
    """
    holding, few = truth.mean(0), _few(truth)
    with_it, without = (0.5 / holding) ** few, (0.5 / (1 - holding)) ** few
    counts: Floats = np.where(truth == 1, with_it, without).astype(np.float32)
    return counts


def _thresholds(logits: Floats, truth: Floats) -> Floats:
    """Return the logits above which F1 is best, drawn to zero where examples are few."""
    best = [_threshold(said, holds) for said, holds in zip(logits.T, truth.T, strict=True)]
    drawn: Floats = (np.array(best) * (1 - _few(truth))).astype(np.float32)
    return drawn


def _threshold(said: Floats, holds: Floats) -> float:
    """Return the logit between two examples above which F1 is best."""
    order = np.argsort(-said, kind="stable")
    hits, told = np.cumsum(holds[order]), np.arange(1, len(said) + 1)
    best = int(np.argmax(2 * hits / (told + holds.sum())))
    below = order[min(best + 1, len(order) - 1)]
    return float(said[order[best]] + said[below]) / 2
