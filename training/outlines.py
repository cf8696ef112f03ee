"""Tell which outline of a map holds a point: the province of a city, the county of a town.

    outlines = [*provinces(Path("admin1.json")), *counties(Path("counties-10m.json"))]
    held_by(outlines, lats, lons)     # for each point the number of its outline, or -1

Provinces are Natural Earth's (GeoJSON, public domain), counties the ones of the United States
Census Bureau (TopoJSON of the npm package `us-atlas` 3.0.1, ISC; the data is public domain).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Rows of longitude and latitude."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a map says of an area, and the rings around it."""

    about: dict[str, Any]
    rings: tuple[Points, ...]

    def middle(self) -> tuple[float, float]:
        """Return latitude and longitude of the middle of the area, holes left out."""
        weighed = [_weighed(ring) for ring in self.rings]
        total = sum(area for area, *_ in weighed)
        if not total:  # a town so small that the map draws it as a point
            east, north = np.vstack(self.rings).mean(axis=0)
            return float(north), float(east)
        sine = sum(north for *_, north in weighed) / total
        return float(np.degrees(np.arcsin(sine))), sum(east for _, east, _ in weighed) / total

    def area(self) -> float:
        """Return how large it is; below 0 where its rings run the other way around."""
        return sum(area for area, *_ in map(_weighed, self.rings))


def _weighed(ring: Points) -> tuple[float, float, float]:
    """Return area of a ring, and its middle times that, where areas are true (Lambert 1772).

    East is in degrees, north is the sine of the latitude; a hole runs the other way around.
    """
    x, y = ring[:, 0], np.sin(np.radians(ring[:, 1]))
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    east = ((x[:-1] + x[1:]) * cross).sum() / 6
    north = ((y[:-1] + y[1:]) * cross).sum() / 6
    return float(cross.sum() / 2), float(east), float(north)


def provinces(file: Path) -> Iterator[Outline]:
    """Yield the areas of a GeoJSON file."""
    for feature in json.loads(file.read_text("utf-8"))["features"]:
        shape = feature["geometry"]
        parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        rings = tuple(np.asarray(ring, dtype=float)[:, :2] for part in parts for ring in part)
        yield Outline(feature["properties"], rings)


def counties(file: Path) -> Iterator[Outline]:
    """Yield the counties of a TopoJSON file, each with the number of its state."""
    topology = json.loads(file.read_text("utf-8"))
    scale, shift = (np.asarray(topology["transform"][k]) for k in ("scale", "translate"))
    arcs = [np.cumsum(np.asarray(arc), axis=0) * scale + shift for arc in topology["arcs"]]
    for shape in topology["objects"]["counties"]["geometries"]:
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = tuple(_joined(ring, arcs) for part in parts for ring in part)
        yield Outline({**shape["properties"], "fips": str(shape["id"]).zfill(5)}, rings)


def _joined(ring: Sequence[int], arcs: Sequence[Points]) -> Points:
    """Return the points of a ring; a negative number is an arc that runs backwards."""
    return np.vstack([arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring])


def held_by(outlines: Sequence[Outline], points: Points) -> NDArray[np.int64]:
    """Return for each point the number of the outline around it, -1 where there is none."""
    found = np.full(len(points), -1, dtype=np.int64)
    for number, outline in enumerate(outlines):
        corners = np.vstack(outline.rings)
        low, high = corners.min(axis=0), corners.max(axis=0)
        near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1) & (found < 0))
        if len(near):
            found[near[_inside(outline.rings, points[near])]] = number
    return found


def _inside(rings: Sequence[Points], points: Points) -> NDArray[np.bool_]:
    """Return which points lie within: a ray to the east meets the rings an odd number of times."""
    inside = np.zeros(len(points), dtype=bool)
    for ring in rings:
        low, high = ring[:, 1].min(), ring[:, 1].max()
        met = (points[:, 1] >= low) & (points[:, 1] <= high) & (points[:, 0] <= ring[:, 0].max())
        for number in np.flatnonzero(met):
            inside[number] ^= _crosses(ring, *points[number])
    return inside


def _crosses(ring: Points, x: float, y: float) -> bool:
    """Whether a ray from a point to the east meets a ring an odd number of times."""
    (west, south), (east, north) = ring[:-1].T, ring[1:].T
    met = (south > y) != (north > y)
    rise = (y - south[met]) / (north[met] - south[met])
    return bool((x < west[met] + (east[met] - west[met]) * rise).sum() % 2)
