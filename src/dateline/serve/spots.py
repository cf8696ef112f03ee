"""Put claims and stories on a map: a spot for each place, with what happened there.

"12 killed in Halden Bay" and "the ferry left Halden Bay" stand at one spot of two claims. Where
no more than a country or a province is known the spot says so, "somewhere in Kenya", and is drawn
as a stretch of land, not as a pin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.identity import record_places
from dateline.model import Place, Report, Story
from dateline.serve.drawing import shown
from dateline.serve.links import claim_link, place_link, story_link
from dateline.serve.phrases import origins_words
from dateline.store import Store, StoryPlace, StoryRow

GEOJSON = "application/geo+json"
WIDE = frozenset({"country", "area", "province", "district"})
"""Grains that are too coarse for a pin."""
_WORDS = {
    "country": "somewhere in {}",
    "province": "somewhere in {}",
    "district": "somewhere in {}",
    "area": "around {}",
}
_NAMED = 30
"""Places that are named without anything happening there, so many at most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is listed at a spot: a claim of a story, or a story of the board."""

    text: str
    link: str
    many: str = ""
    """More on it, as in "2 origins"."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, and what is there."""

    key: str
    name: str
    grain: str
    country: str | None
    lat: float
    lon: float
    entries: tuple[Entry, ...]

    @property
    def wide(self) -> bool:
        """Whether no more than a stretch of land is known."""
        return self.grain in WIDE

    @property
    def words(self) -> str:
        """The place in words: "Beira", "somewhere in Mozambique", "around Lake Malawi"."""
        return _WORDS.get(self.grain, "{}").format(self.name)

    @property
    def link(self) -> str:
        """The page on the place."""
        return place_link(self.lat, self.lon)


def story_spots(story: Story) -> tuple[Spot, ...]:
    """Return the places where a story's claims are set, those of most claims first.

    Places that are only named come last, without entries.
    """
    records = {report.id: record_places(report) for report in story.reports}
    held: dict[str, tuple[Place, dict[str, Entry]]] = {}
    for claim in story.claims:
        origins = origins_words(claim.origins.least, claim.origins.most)
        entry = Entry(claim.gist, claim_link(story.id, claim.id), origins)
        for member in claim.members:
            place = records.get(member.report, {}).get(member.record)
            if place is not None and _on_map(place):
                held.setdefault(_of(place), (place, {}))[1].setdefault(claim.id, entry)
    happened = sorted(held.items(), key=lambda item: -len(item[1][1]))
    found = [(place, tuple(entries.values())) for _, (place, entries) in happened]
    found += [(place, ()) for place in _only_named(story.reports, held)]
    return tuple(
        _spot(f"place-{number}", place, entries) for number, (place, entries) in enumerate(found, 1)
    )


def board_spots(store: Store, rows: Sequence[StoryRow]) -> tuple[Spot, ...]:
    """Return the places that the stories of a list are mostly set in, those of most first."""
    places = store.story_places([row.id for row in rows])
    held: dict[tuple[Any, ...], tuple[StoryPlace, list[Entry]]] = {}
    for row in rows:
        place = places.get(row.id)
        if place is not None:
            entry = Entry(row.headline, story_link(row.id))
            held.setdefault((place.lat, place.lon, place.grain), (place, []))[1].append(entry)
    ordered = sorted(held.values(), key=lambda item: -len(item[1]))
    return tuple(
        Spot(f"place-{n}", p.name, p.grain, p.country, p.lat, p.lon, tuple(entries))
        for n, (p, entries) in enumerate(ordered, 1)
    )


def spots_geojson(spots: Iterable[Spot]) -> dict[str, Any]:
    """Return the spots as a FeatureCollection (RFC 7946)."""
    return {"type": "FeatureCollection", "features": [_feature(spot) for spot in spots]}


def _feature(spot: Spot) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [spot.lon, spot.lat]},
        "properties": {
            "key": spot.key,
            "name": shown(spot.words),
            "grain": spot.grain,
            "wide": spot.wide,
            "country": spot.country,
            "count": len(spot.entries),
        },
    }


def _spot(key: str, place: Place, entries: tuple[Entry, ...]) -> Spot:
    lat, lon = place.lat or 0.0, place.lon or 0.0
    return Spot(key, place.name, place.grain, place.country, lat, lon, entries)


def _only_named(reports: Sequence[Report], held: Mapping[str, object]) -> Iterator[Place]:
    """Yield the finer places that reports name and no claim is set in, most often named first."""
    counts: dict[str, list[Place]] = {}
    for place in (place for report in reports for place in report.places):
        if _on_map(place) and place.grain not in WIDE and _of(place) not in held:
            counts.setdefault(_of(place), []).append(place)
    often = sorted(counts.values(), key=len, reverse=True)
    yield from (places[0] for places in often[:_NAMED])


def _on_map(place: Place) -> bool:
    return place.lat is not None and place.lon is not None


def _of(place: Place) -> str:
    """Return what makes two mentions one place."""
    return place.entity or f"{place.name} {place.lat} {place.lon}"
