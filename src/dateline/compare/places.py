"""Remember the places of each week, and find the one that another place is, or lies near to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import asin, cos, floor, radians, sin, sqrt

from dateline.compare.rows import Where
from dateline.knowledge.lexicon import fold

NEAR = 30.0
"""Kilometres within which two points are one place: a town and what lies around it."""
_EARTH = 6371.0


class Places:
    """Places of ours, by week."""

    def __init__(self) -> None:
        self.countries: set[tuple[date, str | None]] = set()
        """Where we have a place, by week."""
        self._named: dict[tuple[date, str, str], Where] = {}
        self._spots: dict[tuple[date, int, int], dict[Where, None]] = {}

    def add(self, week: date, where: Where) -> None:
        """Remember a place of a week."""
        self._named.setdefault((week, *place_of(where)), where)
        if where.country:
            self.countries.add((week, where.country))
        if where.exact:
            self._spots.setdefault((week, *_square(where)), {})[where] = None

    def near(self, week: date, where: Where) -> Where | None:
        """Return the place that has this one's name and country, or is the nearest to it."""
        named = self._named.get((week, *place_of(where)))
        if named or not where.exact:
            return named
        around = ((kilometres(where, spot), spot) for spot in self._around(week, where))
        within = [found for found in around if found[0] <= NEAR]
        return min(within, key=lambda found: found[0])[1] if within else None

    def _around(self, week: date, where: Where) -> Iterator[Where]:
        """Yield the places of a square of one degree and of those that touch it."""
        lat, lon = _square(where)
        for north in (lat - 1, lat, lat + 1):
            for east in (lon - 1, lon, lon + 1):
                yield from self._spots.get((week, north, (east + 180) % 360 - 180), {})


def place_of(where: Where) -> tuple[str, str]:
    """Return what tells places apart by name: the country and the place; a country is itself."""
    name = "" if where.grain == "country" else fold(where.name or "")
    return where.country or "", name


def kilometres(one: Where, other: Where) -> float:
    """Return the distance between two points, along the earth."""
    north, south = radians(one.lat or 0), radians(other.lat or 0)
    across = sin((north - south) / 2) ** 2
    along = sin(radians((one.lon or 0) - (other.lon or 0)) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(across + cos(north) * cos(south) * along))


def _square(where: Where) -> tuple[int, int]:
    return floor(where.lat or 0), floor(where.lon or 0)
