"""Train and check a user's codebook: what `dateline train` and `dateline check` print.

STOPPAGE   12 examples   precision 0.92   recall 0.92   F1 0.92
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from dateline.check import check_codebook
from dateline.errors import ConfigError
from dateline.knowledge.codebook import load_codebook, open_codebook
from dateline.knowledge.userbook import Userbook, has_examples, open_userbook
from dateline.learning.doubts import doubts
from dateline.learning.stored import save_taught
from dateline.learning.teach import LEAST, Lesson, teach
from dateline.pipeline import Knowledge
from dateline.text.heads import Floats


def train(folder: Path, weights: str) -> Iterator[str]:
    """Learn the heads of a folder, write them there, and yield a line a category and mode.

    Raises `CodebookError` where the folder can't be read or holds too few examples.
    """
    folder = folder.resolve()
    userbook = open_userbook(folder)
    lesson = teach(userbook, weights)
    save_taught(folder, lesson.taught, weights)
    labels = _labels(userbook)
    width = max(map(len, labels))
    told = (lesson.logits > lesson.taught.thresholds).astype(np.float32)
    for label in labels:
        count = sum(label in example.codes for example in userbook.examples)
        line = f"{label:<{width}}  {count:>5} examples  "
        if label not in lesson.taught.labels:
            yield f"{line}no head: it takes {LEAST} with it and {LEAST} without"
            continue
        number = lesson.taught.labels.index(label)
        yield line + _figures(told[:, number], lesson.truth[:, number])
    if lesson.taught.always:
        yield "each example holds a category: add texts that hold none, as pages are full of them"


def check(name: str, known: Knowledge) -> Iterator[str]:
    """Yield the problems of a codebook, by its folder, a file in it, or the name of one that ships.

    Its rules are run on their examples; a user's examples are learned from and held against
    what heads say that had not seen them. Raises `ConfigError` and `CodebookError`.
    """
    path = Path(name).resolve()
    folder = path if path.is_dir() else path.parent
    if not Path(name).exists():
        if not name.isidentifier() or not (Path(__file__).parent / "codebooks" / name).is_dir():
            raise ConfigError(f"{name} is neither a codebook's folder nor one that ships")
        yield from check_codebook(replace(known, codebook=open_codebook(name)))
    elif (Path(__file__).parent / "codebooks") in folder.parents:
        yield from check_codebook(replace(known, codebook=load_codebook(folder, folder.name)))
    else:
        userbook = open_userbook(folder)
        yield from check_codebook(replace(known, codebook=userbook.book, weights=None))
        if has_examples(folder) and known.weights is not None:
            yield from _doubts(userbook, teach(userbook, known.weights))


def _doubts(userbook: Userbook, lesson: Lesson) -> Iterator[str]:
    yield from (f"{userbook.book.name}: {line}" for line in doubts(lesson, userbook.examples))


def _labels(userbook: Userbook) -> list[str]:
    """Return each category, followed by its modes."""
    return [
        label
        for category in userbook.book.categories.values()
        for label in (category.code, *(f"{category.code}/{mode}" for mode in category.modes))
    ]


def _figures(told: Floats, holds: Floats) -> str:
    """Return how well unseen examples are told, in words."""
    hits = float((told * holds).sum())
    precision, recall = hits / max(1, told.sum()), hits / max(1, holds.sum())
    both = 2 * hits / max(1, told.sum() + holds.sum())
    return f"precision {precision:.2f}  recall {recall:.2f}  F1 {both:.2f}"
