"""Score the heads of a user's codebook on published sets of labelled texts.

The part for learning is taken as a user's examples, heads are learned from it in memory and
held against the part for development, and then thrown away. `f1` is the mean of F1 over the
texts where either side has a label; `f1_of_8` is the same with eight examples drawn of each
label, and eight of none where the set has such texts, the mean over five draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from dateline.desk import knowledge
from dateline.extract.events.gist import gists
from dateline.knowledge.codebook import Category, open_codebook
from dateline.knowledge.userbook import Example, Userbook
from dateline.learning.teach import teach
from dateline.text.heads import Floats
from evaluation.draws import error_of_mean
from evaluation.measure import Measure

Held = NDArray[np.bool_]

EACH, DRAWS = 8, 5


@dataclass(frozen=True, slots=True)
class Labelled:
    """Texts with their rows and labels."""

    texts: tuple[str, ...]
    rows: Floats
    held: Held
    """(texts, labels)."""

    def only(self, numbers: Sequence[int]) -> Labelled:
        """Return some of the texts."""
        at = list(numbers)
        return Labelled(tuple(self.texts[n] for n in at), self.rows[at], self.held[at])


def score_satp(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return example F1 on the incident reports."""
    return _scored(name, folder / "train.tsv", folder / "dev.tsv")


def score_indiapolice(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return example F1 on the sentences on police."""
    return _scored(name, folder / "sents_train.tsv", folder / "sents_dev.tsv")


def example_f1(gold: Held, told: Held) -> list[float]:
    """Return F1 of each text where either side has a label."""
    common, both = (gold & told).sum(1), gold.sum(1) + told.sum(1)
    return [float(2 * c / b) for c, b in zip(common, both, strict=True) if b]


def _scored(name: str, learn: Path, judge: Path) -> tuple[list[Measure], list[str]]:
    """Return the measures, and the texts whose labels are told wrongly."""
    first, second = _labelled(learn), _labelled(judge)
    told = _told(first, second)
    each = example_f1(second.held, told)
    few = [
        float(np.mean(example_f1(second.held, _told(first.only(drawn), second))))
        for drawn in (_drawn(first.held, Random(f"{name}/{n}")) for n in range(DRAWS))  # noqa: S311 - the same in each run
    ]
    misses = [
        f"{np.flatnonzero(gold).tolist()} as {np.flatnonzero(mine).tolist()}: {text[:200]}"
        for gold, mine, text in zip(second.held, told, second.texts, strict=True)
        if (gold != mine).any()
    ]
    measures = [
        Measure(name, "f1", float(np.mean(each)), len(each), error_of_mean(each)),
        Measure(name, f"f1_of_{EACH}", float(np.mean(few)), DRAWS, error_of_mean(few)),
    ]
    return measures, misses


def _told(learn: Labelled, judge: Labelled) -> Held:
    """Return which labels heads learned from some texts see in others."""
    names = [f"L{n}" for n in range(learn.held.shape[1])]
    categories = {name: Category(name, None, None, name, ()) for name in names}
    book = replace(open_codebook(), name="set", categories=categories, verbs={}, nouns={})
    examples = tuple(
        Example(text, frozenset(names[n] for n in np.flatnonzero(held)), str(at))
        for at, (text, held) in enumerate(zip(learn.texts, learn.held, strict=True))
    )
    taught = teach(Userbook(book, examples), _weights(), learn.rows).taught
    found = np.zeros(judge.held.shape, np.bool_)
    found[:, [names.index(label) for label in taught.labels]] = taught.held(
        judge.rows, taught.lexis.rows(judge.texts)
    )
    return found


def _drawn(held: Held, chance: Random) -> list[int]:
    """Return the numbers of some texts of each label, and of none."""
    kinds = [np.flatnonzero(column) for column in held.T] + [np.flatnonzero(~held.any(1))]
    drawn = [chance.sample(list(kind), EACH) for kind in kinds if len(kind) >= EACH]
    return sorted({int(number) for numbers in drawn for number in numbers})


def _labelled(file: Path) -> Labelled:
    """Return the rows of a table: a text, and 0 or 1 for each label."""
    lines = file.read_text("utf-8", errors="replace").split("\n")
    table = [line.split("\t") for line in lines if "\t" in line]
    texts = tuple(row[0] for row in table)
    held = np.array([[cell.strip() == "1" for cell in row[1:]] for row in table])
    return Labelled(texts, gists(texts, _weights()), held)


def _weights() -> str:
    weights = knowledge().weights
    assert weights is not None
    return weights
