"""Marked sentences as numbers: word pieces, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from dateline.extract.figures.learned import number_word
from dateline.knowledge.marked import MarkedSentence
from dateline.model import Span
from dateline.text.wordpiece import WordPiece
from training.figure_marks import FigureSentence

IGNORED = -100
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of what the heads tell apart, in the order of their outputs."""

    categories: tuple[str, ...]
    modes: tuple[str, ...]
    """ "CODE/mode"."""
    statuses: tuple[str, ...]
    contexts: tuple[str, ...]
    measures: tuple[str, ...]
    """What figures measure."""


@dataclass(slots=True)
class Example:
    """A sentence as the network sees it."""

    pieces: list[int]
    category: list[int]
    """A piece: 0 for no act, `IGNORED` where a word goes on."""
    mode: dict[int, int]
    status: dict[int, int]
    roles: dict[int, list[list[int]]]
    """An act's piece: the pieces of each role."""
    contexts: list[int]
    """1, 0, or `IGNORED` where acts are not marked."""
    measure: dict[int, int] = field(default_factory=dict)
    """A figure's piece: what it measures."""
    standing: dict[int, int] = field(default_factory=dict)
    """A figure's piece: its status."""


def example_of_figures(sentence: FigureSentence, cutter: WordPiece, labels: Labels) -> Example:
    """Return a sentence whose figures are marked and whose acts are not as numbers."""
    cut = cutter.pieces(sentence.text, LONGEST)
    unknown = [IGNORED] * len(cut.ids)
    example = Example(list(cut.ids), unknown, {}, {}, {}, [IGNORED] * len(labels.contexts))
    for figure in sentence.figures:
        start = number_word(sentence.text, Span(figure.start, figure.end))
        at = next((p for p, s in enumerate(cut.starts) if cut.is_first[p] and s == start), None)
        if at is not None:
            example.measure[at] = labels.measures.index(figure.measure)
            example.standing[at] = labels.statuses.index(figure.status)
    return example


def example_of(sentence: MarkedSentence, cutter: WordPiece, labels: Labels) -> Example:
    """Return a sentence as numbers."""
    cut = cutter.pieces(sentence.text, LONGEST)
    category = [0 if first else IGNORED for first in cut.is_first]
    mode, status, roles = {}, {}, {}

    def pieces(where: Sequence[int]) -> list[int]:
        start, end = where
        return [p for p, at in enumerate(cut.starts) if cut.is_first[p] and start <= at < end]

    for act in sentence.acts:
        at = next(iter(pieces(act.trigger)), None)
        if at is None:
            continue
        category[at] = 1 + labels.categories.index(act.code)
        status[at] = labels.statuses.index(act.status)
        if act.mode:
            mode[at] = labels.modes.index(f"{act.code}/{act.mode}")
        spans = (act.actors, act.recipients, act.places, act.times)
        roles[at] = [[p for span in kind for p in pieces(span)] for kind in spans]
    contexts = [int(name in sentence.contexts) for name in labels.contexts]
    return Example(list(cut.ids), category, mode, status, roles, contexts)


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples of one batch, padded."""

    pieces: Tensor
    mask: Tensor
    category: Tensor
    mode: Tensor
    status: Tensor
    roles: Tensor
    """(batch, roles, length, length): 1, 0, or `IGNORED` off the acts."""
    contexts: Tensor
    measure: Tensor
    standing: Tensor


def batch_of(examples: Iterable[Example]) -> Batch:
    """Return examples as one padded batch."""
    given = list(examples)
    longest = max(len(one.pieces) for one in given)
    shape = (len(given), longest)
    pieces, mask = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    category = torch.full(shape, IGNORED)
    mode, status = torch.full(shape, IGNORED), torch.full(shape, IGNORED)
    measure, standing = torch.full(shape, IGNORED), torch.full(shape, IGNORED)
    roles = torch.full((len(given), 4, longest, longest), IGNORED)
    for row, one in enumerate(given):
        size = len(one.pieces)
        pieces[row, :size] = torch.tensor(one.pieces)
        mask[row, :size] = 1
        category[row, :size] = torch.tensor(one.category)
        for at, value in one.mode.items():
            mode[row, at] = value
        for at, value in one.status.items():
            status[row, at] = value
        for at, value in one.measure.items():
            measure[row, at] = value
        for at, value in one.standing.items():
            standing[row, at] = value
        is_word = torch.tensor([value != IGNORED for value in one.category])
        for at, kinds in one.roles.items():
            for kind, parties in enumerate(kinds):
                roles[row, kind, at, :size] = torch.where(is_word, 0, IGNORED)
                if parties:
                    roles[row, kind, at, parties] = 1
    contexts = torch.tensor([one.contexts for one in given], dtype=torch.float)
    return Batch(pieces, mask, category, mode, status, roles, contexts, measure, standing)
