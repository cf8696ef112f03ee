"""Events between two parties, as GDELT counts them, and the days that its tables tell.

An act of two actors on one recipient is two dyads, and a meeting of three is three.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, product

from dateline.export.report_shape import ActorObject, EventRecord
from dateline.export.shape import Shape
from dateline.export.standard import Coded, coded_rows
from dateline.model import Story

MIDNIGHT = "000000"
"""GDELT's instants have seconds; reports here have days."""

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Where several actors and no recipient are parties to one act."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """An event between two parties."""

    coded: Coded
    shape: Shape
    id: int
    actors: tuple[ActorObject | None, ActorObject | None]


def dyads(story: Story, shape: Shape) -> Iterator[Dyad]:
    """Yield a row for each pair of parties."""
    for coded in coded_rows(story, shape):
        for pair in _pairs(coded.row.record, coded.code):
            named = "\0".join((coded.row.id, *(party["name"] if party else "" for party in pair)))
            # 52 bits: a double, which is what many readers make of it, holds it exactly.
            number = int(sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:13], 16)
            yield Dyad(coded, shape, number, pair)


def _pairs(
    record: EventRecord, code: str
) -> Iterator[tuple[ActorObject | None, ActorObject | None]]:
    actors, recipients = record["actors"], record["recipients"]
    if not recipients and len(actors) > 1 and code in _MUTUAL:
        yield from combinations(actors, 2)
    else:
        yield from product(actors, recipients or (None,))


def day(dyad: Dyad) -> str:
    """Return the day of an event as YYYYMMDD."""
    return dyad.coded.day.replace("-", "")
