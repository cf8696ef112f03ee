"""Join the records of one kind that speak of one thing, first in each report, then across.

What two reports have in common depends on nothing else, so it is remembered: a report that is
set right, or one that comes to a story of a hundred, is compared with the others alone.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dateline.model import Event, Label, Span, Statement
from dateline.weaving.claims.actors import any_same, meet
from dateline.weaving.claims.items import Item, label_of, sentence_at
from dateline.weaving.claims.matching import counts_again, judge

ACROSS = {"event": 0.55, "statement": 0.55, "figure": 0.65}
"""How surely records of two reports must speak of one thing to be joined."""
WITHIN = {"event": 0.97, "statement": 0.9, "figure": 0.85}
"""The same inside one report, where all acts are of one story and an author tells each once."""
AGAIN = 0.7
"""How surely two numbers of one report must count one thing, where those of others say so too."""
FIT = {"event": 0.4, "statement": 0.4, "figure": 0.45}
"""What the mean over all pairs of two joined groups must reach."""
TITLE, ONE_BREATH = 3.0, 200.0
"""How the odds rise where a title's act may be the body's, or two verbs may tell one visit."""
SPEAKERS = 6
"""How many members speak for a group when another record is held against it."""
_VISIT = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
PAIRS = 50_000
"""Pairs of reports whose scores of one kind are remembered; a pair takes some two kilobytes."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a report tells of one kind: its records, those that repeat one another together."""

    groups: list[tuple[Item, ...]]
    digest: bytes
    """Of all that its scores depend on."""


def join_records(items: Sequence[Sequence[Item]], kind: str) -> tuple[tuple[Item, ...], ...]:
    """Return the records of one kind, given by report, in groups that speak of one thing.

    First within each report, then across reports, surest first; a group takes at most one
    group of each report, so that two acts of one report are never joined through another's. Two
    numbers are, where they would be one thing's in two reports.
    """
    told = [_Told(_within(own, WITHIN[kind]), _digest(own, kind)) for own in items if own]
    ends = np.cumsum([0, *(len(one.groups) for one in told)])
    scores = np.zeros((ends[-1], ends[-1]), np.float32)
    for a, b in combinations(range(len(told)), 2):
        block = _scores(told[a], told[b])
        scores[ends[a] : ends[a + 1], ends[b] : ends[b + 1]] = block
        scores[ends[b] : ends[b + 1], ends[a] : ends[a + 1]] = block.T
    groups = [group for one in told for group in one.groups]
    return tuple(_surest_first(groups, scores, kind))


# ------------------------------------------------------------------------------- in one report


def _within(items: Sequence[Item], floor: float) -> list[tuple[Item, ...]]:
    """Return the items of one report, those that repeat one another together."""
    groups: list[list[Item]] = []
    for item in items:
        near = [
            (max(_repeats(item, other) for other in group[:SPEAKERS]), group) for group in groups
        ]
        best = max(near, key=lambda scored: scored[0], default=(0.0, []))
        if best[0] >= floor:
            best[1].append(item)
        else:
            groups.append([item])
    return [tuple(group) for group in groups]


def _repeats(item: Item, other: Item) -> float:
    """Return how surely one report says a thing twice; its title says what its body says."""
    score = judge(item, other)
    if not isinstance(item.record, Event) or not isinstance(other.record, Event):
        return score
    if _prepares(item.record, other.record) or _prepares(other.record, item.record):
        return 1.0
    if home_of(item) == home_of(other):
        return (
            _lifted(score, ONE_BREATH) if _one_visit(item, other) or _one_deed(item, other) else 0.0
        )
    if Label.TITLE in {label_of(item), label_of(other)}:
        return _lifted(score, TITLE)
    if item.record.code != other.record.code:
        return 0.0
    # An act of three and an act of one of them are two acts of one report.
    mutual = {item.record.code, other.record.code} <= _VISIT
    return score if mutual or len(item.doers) == len(other.doers) else 0.0


def _lifted(score: float, times: float) -> float:
    """Return a likelihood whose odds rise so many times; what is never stays never."""
    return score * times / (1 - score + score * times)


def _prepares(outer: Event, inner: Event) -> bool:
    """Whether one event is the making ready for the other: "preparing [an assault]"."""
    return (outer.code, inner.code) == ("MOBILIZE", "ASSAULT") and inner.part_of == outer.trigger


def _one_deed(item: Item, other: Item) -> bool:
    """Whether two verbs tell one deed of one actor: "searched the house and took papers"."""
    codes = {i.record.code for i in (item, other) if isinstance(i.record, Event)}
    statuses = {i.record.status for i in (item, other) if isinstance(i.record, Event)}
    same = bool(item.doers) and [p.name for p in item.doers] == [p.name for p in other.doers]
    return len(codes) == len(statuses) == 1 and same and meet(item.others, other.others) != 0


def _one_visit(item: Item, other: Item) -> bool:
    """Whether two acts of one sentence are one visit: travelled, met and signed."""
    codes = {i.record.code for i in (item, other) if isinstance(i.record, Event)}
    return codes <= _VISIT and any_same(item.doers, other.doers)


def home_of(item: Item) -> tuple[str, Span | None]:
    """Return the report and the sentence in which a record stands."""
    span = item.record.words if isinstance(item.record, Statement) else item.record.span
    return (item.report.id, sentence_at(item.report, span))


# ----------------------------------------------------------------------------------- in several


def _scores(one: _Told, other: _Told) -> Scores:
    """Return how surely the groups of two reports speak of one thing, (groups, groups)."""
    held = _kept(one.digest, other.digest)
    if not held:
        rows = [[_best(a, b) for b in other.groups] for a in one.groups]
        held.append(np.array(rows, np.float32))
    return held[0]


@lru_cache(maxsize=PAIRS)
def _kept(_one: bytes, _other: bytes) -> list[Scores]:
    """Return where the scores of two reports are kept: a list, empty at first."""
    return []


def _digest(items: Sequence[Item], kind: str) -> bytes:
    """Return the digest of a report, and of what its acts say together with others'."""
    said = [sorted(item.says) for item in items]
    return blake2b(pickle.dumps((kind, items[0].report, said)), digest_size=16).digest()


def _best(some: Sequence[Item], others: Sequence[Item]) -> float:
    return max(judge(one, other) for one in some[:SPEAKERS] for other in others[:SPEAKERS])


def _surest_first(
    groups: Sequence[tuple[Item, ...]], scores: Scores, kind: str
) -> Iterator[tuple[Item, ...]]:
    """Yield the groups joined across reports, surest first, one group of a report in each.

    A group that joins several must fit them on the whole, not one of them alone.
    """
    home = [{number} for number in range(len(groups))]

    def rank(pair: tuple[int, int]) -> tuple[float, list[tuple[str, str]]]:
        return (-round(float(scores[pair]), 6), sorted(groups[n][0].key for n in pair))

    found = np.argwhere(np.triu(scores >= ACROSS[kind], 1))
    for one, other in sorted(((int(one), int(other)) for one, other in found), key=rank):
        if home[one] is home[other] or not _may_share(groups, home[one], home[other]):
            continue
        across = scores[np.ix_(sorted(home[one]), sorted(home[other]))]
        if across.mean(dtype=np.float64) < FIT[kind]:
            continue
        union = home[one] | home[other]
        for number in union:
            home[number] = union
    for number, union in enumerate(home):
        if number == min(union):
            yield tuple(item for member in sorted(union) for item in groups[member])


def _may_share(
    groups: Sequence[tuple[Item, ...]], some: AbstractSet[int], others: AbstractSet[int]
) -> bool:
    """Whether no report has a group on both sides, but for its old number and its new one."""
    return all(
        counts_again(groups[a][0], groups[b][0]) >= AGAIN
        for a in some
        for b in others
        if groups[a][0].report.id == groups[b][0].report.id
    )
