"""Write places as the gazetteer stores them: an index of names, and rows in gzip members.

table = Table()
table.call(table.add(Row("1", "Adaville", "city", "SYR", 36.1, 37.2)), ["Ada"])
table.packed()     # what `dateline.knowledge.gazetteer.read_gazetteer` reads
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from dateline.knowledge.gazetteer import key_of, sound_of

MEMBER = 65_536
"""Bytes of rows that are packed together."""
LENT = 8
"""How many places a name leads to that is not their first."""


@dataclass(slots=True)
class Row:
    """A place as it is stored."""

    entity: str
    name: str
    grain: str
    country: str
    lat: float
    lon: float
    population: int = 0
    within: tuple[str, ...] = ()

    def line(self) -> str:
        """Return the row as one line."""
        where = (f"{self.lat:.3f}", f"{self.lon:.3f}", str(self.population))
        held = "|".join(self.within)
        return "\t".join((self.entity, self.name, self.grain, self.country, *where, held)) + "\n"


@dataclass(slots=True)
class Table:
    """The rows and the names that lead to them."""

    rows: list[Row] = field(default_factory=list)
    main: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    other: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    heard: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, row: Row, others: Iterable[str] = ()) -> int:
        """Add a place with its own name and its other spellings; return its number."""
        number = len(self.rows)
        self.rows.append(row)
        self.main[key_of(row.name)].append(number)
        for name in others:
            key = key_of(name)
            if number not in self.main[key] and number not in self.other[key]:
                self.other[key].append(number)
        return number

    def hear(self, number: int, names: Iterable[str]) -> None:
        """Let what names sound like lead to a place."""
        for sound in sorted({sound_of(name) or "" for name in names} - {""}):
            self.heard[sound].append(number)

    def call(self, number: int, aliases: Iterable[str]) -> None:
        """Let these names lead to a place as its own does."""
        for alias in aliases:
            own = self.main[key_of(alias)]
            if number not in own:
                own.append(number)

    def packed(self) -> bytes:
        """Return the table as it is stored: places of one province side by side."""
        order = sorted(range(len(self.rows)), key=lambda n: (*self._home(n), n))
        lines = [self.rows[number].line().encode("utf-8") for number in order]
        starts = dict(zip(order, np.cumsum([0, *map(len, lines[:-1])]).tolist(), strict=True))
        keys = sorted(
            {*self.main, *self.other, *self.heard} - {""}, key=lambda key: f"{key}\t".encode()
        )
        found = ((key, [str(starts[number]) for number in self._of(key)]) for key in keys)
        index = "".join(f"{key}\t{','.join(rows)}\n" for key, rows in found if rows)
        members, listed = _members(lines)
        return _gzip(f"\n{index}\n{listed}".encode()) + members

    def _home(self, number: int) -> tuple[str, tuple[str, ...]]:
        return self.rows[number].country, self.rows[number].within[::-1]

    def _of(self, key: str) -> list[int]:
        """Return the places of a name: its own by size, then a few that lend it."""
        if key in self.heard:
            return sorted(self.heard[key], key=lambda n: (-self.rows[n].population, n))[:LENT]
        own = sorted(self.main.get(key, ()), key=lambda n: (-self.rows[n].population, n))
        lent = set(self.other.get(key, ())) - set(own)
        return own + sorted(lent, key=lambda n: (-self.rows[n].population, n))[:LENT]


def _members(lines: Sequence[bytes]) -> tuple[bytes, str]:
    """Return the rows packed in members, and the list of where each begins and its size."""
    packed, listed, start = [], [], 0
    blocks: list[bytes] = [b""]
    for line in lines:
        blocks[-1] += line
        if len(blocks[-1]) > MEMBER:
            blocks.append(b"")
    for block in filter(None, blocks):
        packed.append(_gzip(block))
        listed.append(f"{start} {len(packed[-1])}\n")
        start += len(block)
    return b"".join(packed), "".join(listed)


def _gzip(data: bytes) -> bytes:
    """Return bytes as a gzip member that is the same each time."""
    return gzip.compress(data, compresslevel=9, mtime=0)
