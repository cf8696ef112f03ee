"""Group rows and claims by week, place and category: what both have, and what one has alone.

A group of 11 to 17 March, Beira and ASSAULT holds the rows and the claims of that. A row lies at
a place of ours if it is a point within 30 km of it, or has its name and country. Compared are
the weeks of the file and, in each, the countries in which the database has an event: elsewhere
its silence says nothing, and the file's rows are only counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.compare.files import RowFile
from dateline.compare.places import Places, place_of
from dateline.compare.rows import Row, Where
from dateline.store import AnyStore, PlacedClaim, Query

_ROUGH = frozenset({"year", "decade", "century"})
"""Times in which no week can be told."""


@dataclass(frozen=True, slots=True)
class Group:
    """The rows and claims of one week, place and category."""

    week: date
    """Its Monday."""
    where: Where
    category: str | None
    """PLOVER's, or one of an own codebook; None where a row has no counterpart there."""
    theirs: tuple[Row, ...]
    ours: tuple[PlacedClaim, ...]

    @property
    def side(self) -> str:
        """Who has something here: both, theirs or ours."""
        return "both" if self.theirs and self.ours else "theirs" if self.theirs else "ours"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The groups, in order of week and place, and what was not compared."""

    data_set: str
    groups: tuple[Group, ...]
    rows: int
    """Rows of the file."""
    unplaced: int
    """Rows that name no place."""
    elsewhere: int
    """Rows of weeks or countries in which the database has no event."""
    placeless: int
    """Claims of ours in these weeks that name no place."""

    def count(self, side: str) -> int:
        """Return how many groups one side or both have something in."""
        return sum(group.side == side for group in self.groups)


@dataclass(slots=True)
class _Gathered:
    """What one group holds so far."""

    where: Where
    theirs: list[Row] = field(default_factory=list)
    ours: list[PlacedClaim] = field(default_factory=list)


def set_beside(store: AnyStore, file: RowFile, asked: Query = Query()) -> Comparison:
    """Return the rows of a file beside the claims of a store.

    `asked` may give a country, and days whose weeks are compared. The file is gone through
    twice: for its weeks, then for its rows. Raises `ConfigError` with file, line and reason
    where it is wrong.
    """
    weeks, rows, unplaced = _weeks(file)
    wanted = {
        week
        for week in weeks
        if (asked.since or "") <= _last(week) and week.isoformat() <= (asked.until or "9999")
    }
    claims = _claims(store, wanted, asked.country)
    gathered, places = _gather_ours(claim for claim in claims if claim.place)
    compared = Counter[bool]()
    for row in filter(None, file.rows()):
        week = monday(row.day)
        place = places.near(week, row.where)
        kept = place is not None or (week, row.where.country) in places.countries
        compared[kept] += 1
        if kept:
            where = place or row.where
            gathered.setdefault(
                (week, *place_of(where), row.category or ""), _Gathered(where)
            ).theirs.append(row)
    placeless = sum(claim.place is None for claim in claims)
    groups = tuple(
        Group(week, held.where, category or None, tuple(held.theirs), tuple(held.ours))
        for (week, _, _, category), held in sorted(gathered.items(), key=lambda item: item[0])
    )
    return Comparison(file.data_set, groups, rows, unplaced, compared[False], placeless)


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(day.weekday())


def _last(week: date) -> str:
    return (week + timedelta(6)).isoformat()


def _weeks(file: RowFile) -> tuple[set[date], int, int]:
    """Return the weeks of a file, how many rows it has, and how many of them have no place."""
    weeks, rows, unplaced = set(), 0, 0
    for row in file.rows():
        rows += 1
        if row is None:
            unplaced += 1
        else:
            weeks.add(monday(row.day))
    return weeks, rows, unplaced


def _claims(store: AnyStore, weeks: set[date], country: str | None) -> list[PlacedClaim]:
    """Return the claims of these weeks."""
    if not weeks:
        return []
    found = store.placed(min(weeks).isoformat(), _last(max(weeks)))
    return [
        claim
        for claim in found
        if claim.grain not in _ROUGH
        and monday(date.fromisoformat(claim.day)) in weeks
        and country in {None, claim.country if claim.place else country}
    ]


def _gather_ours(
    claims: Iterable[PlacedClaim],
) -> tuple[dict[tuple[date, str, str, str], _Gathered], Places]:
    """Return claims by group, and their places by week."""
    gathered: dict[tuple[date, str, str, str], _Gathered] = {}
    places = Places()
    for claim in claims:
        week = monday(date.fromisoformat(claim.day))
        where = Where(claim.place, claim.country, claim.lat, claim.lon, claim.place_grain)
        where = places.near(week, where) or where
        places.add(week, where)
        key = (week, *place_of(where), claim.code or "")
        gathered.setdefault(key, _Gathered(where)).ours.append(claim)
    return gathered, places
