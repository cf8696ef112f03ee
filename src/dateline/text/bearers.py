"""Weigh the bearers of a report's place names: which of nine Lexingtons is it?

Each name is decided once for a report. Evidence, strongest first: a holder beside the name
("Lexington, Ky."), the word that says its kind ("Idlib province"), the other names of the report
(places near by, in the same province, in the same country), and size. Names that
are unsure help each other: in each of a few rounds every bearer counts in its neighbourhood
for as much as it is believed (relaxation labelling, after Rosenfeld, Hummel and Zucker 1976).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, exp, hypot, log10, radians

from dateline.knowledge.gazetteer import Spot, key_of
from dateline.text.holders import Holder, holds

_ROUNDS = 3
_STEEP = 1.5
"""How much surer a bearer is for a unit of weight more."""
_FAINT = 0.02
"""Belief below which a bearer tells the others nothing."""
_SIZE = {"area": 12.0, "country": 9.0}
"""What the world's parts weigh beside log10 of a city's inhabitants."""
_SIZED = {"area": "a part of the world", "country": "a country"}
_LENT = 1.2
"""What a bearer weighs less whose own name is another: "Philadelphia" was Amman's."""
_SEAT = 2.0
"""What a city weighs more than the province that has its name."""
_INSIDE = 2.5
"""What a town and its county weigh more where both are named."""
_DEGREE = 111.0
"""Kilometres of a degree of latitude."""
_CELL = 2.0
"""Degrees of a cell of the map in which neighbours are looked for."""
_FADES = 60.0
"""Kilometres at which a neighbour counts for a third."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name whose bearer is sought, with all that is said beside its mentions."""

    key: str
    spots: tuple[Spot, ...] = field(compare=False)
    grain: str | None
    """The kind that its words tell: "Idlib [province]"."""
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """The bearers of a name, the likeliest first, and what speaks for that one."""

    spots: tuple[Spot, ...]
    by: str
    because: tuple[str, ...]


@dataclass(slots=True)
class _Scene:
    """What the other names of a report say, each counted with the belief in its bearers."""

    near: dict[tuple[int, int], list[tuple[str, float, Spot]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    provinces: dict[tuple[str | None, str], dict[str, float]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    countries: dict[str | None, dict[str, float]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(float))
    )
    counties: dict[tuple[str | None, tuple[str, ...]], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )
    """Names of which a bearer lies in this county, however likely."""
    named: dict[tuple[str | None, tuple[str, ...]], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )
    """Names of which a bearer is this county."""
    bare: dict[str | None, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    """Names that can but mean a province, with no word that says so: "California"."""


def rank(
    asked: Sequence[Asked], *, spoken: Mapping[str, float], capitals: frozenset[tuple[str, str]]
) -> tuple[Ranked, ...]:
    """Return the bearers of each name in order.

    `spoken` counts the mentions of each country, `capitals` are (country, folded name).
    """
    alone = [[_alone(spot, name, capitals) for spot in name.spots] for name in asked]
    context = [[0.0] * len(name.spots) for name in asked]
    scene = _Scene()
    for _ in range(_ROUNDS):
        scene = _scene(asked, alone, context, spoken)
        context = [[_context(spot, name, scene) for spot in name.spots] for name in asked]
    return tuple(
        _ranked(name, own, around, scene)
        for name, own, around in zip(asked, alone, context, strict=True)
    )


def _alone(spot: Spot, name: Asked, capitals: frozenset[tuple[str, str]]) -> float:
    """Return what a bearer weighs by itself: size, kind, holder."""
    key = key_of(spot.name)
    weight = _SIZE.get(spot.grain, log10(spot.population + 1_000))
    if spot.grain == "province":
        weight = max(weight, 6.0)
    if key != name.key:
        weight -= _LENT
    elif (spot.country or "", key) in capitals and spot.grain == "city":
        weight += 0.5
    if name.grain is not None:
        weight += 4.0 * (spot.grain == name.grain)
    if any(holds(holder, spot) for holder in name.holders):
        weight += 10.0
    return weight


def _has_seat(province: Spot, spots: Iterable[Spot]) -> bool:
    """Whether a city of the same name lies in a province."""
    key = key_of(province.name)
    return any(
        s.grain == "city" and s.country == province.country and key in s.within for s in spots
    )


def _is_seat(city: Spot, name: Asked) -> bool:
    """Whether a city lies in a province of its name, which a bare name seldom means."""
    return any(
        s.grain == "province" and s.country == city.country and key_of(s.name) in city.within
        for s in name.spots
    )


def _county(spot: Spot) -> tuple[str, ...] | None:
    """Return the names of the district that a place is, or lies in, and of what holds that."""
    if spot.grain == "district" and spot.within:
        return (key_of(spot.name), *spot.within[:1])
    return spot.within[:2] if spot.grain == "city" and len(spot.within) > 1 else None


def _beliefs(weights: Sequence[float]) -> list[float]:
    """Return how far each bearer is to be believed; together they make one."""
    most = max(weights)
    powers = [exp(_STEEP * (weight - most)) for weight in weights]
    return [power / sum(powers) for power in powers]


def _scene(
    asked: Sequence[Asked],
    alone: Sequence[Sequence[float]],
    context: Sequence[Sequence[float]],
    spoken: Mapping[str, float],
) -> _Scene:
    """Return what all names say, each bearer as far as it is believed."""
    scene = _Scene()
    for name, own, around in zip(asked, alone, context, strict=True):
        weights = [a + b for a, b in zip(own, around, strict=True)]
        for spot, belief in zip(name.spots, _beliefs(weights), strict=True):
            if (county := _county(spot)) is not None:
                held = scene.named if spot.grain == "district" else scene.counties
                held[spot.country, county].add(name.key)
            if belief > _FAINT:
                _count(scene, name.key, spot, belief)
            if spot.grain == "province" and name.grain is None and not _has_seat(spot, name.spots):
                scene.bare[spot.country][name.key] = belief
    for code, number in spoken.items():
        scene.countries[code][""] += number
    return scene


def _count(scene: _Scene, key: str, spot: Spot, belief: float) -> None:
    """Count a bearer in its neighbourhood, its provinces and its country."""
    if spot.grain == "area":
        return
    scene.countries[spot.country][key] += belief
    held = (*spot.within, key_of(spot.name)) if spot.grain == "province" else spot.within
    for province in held:
        names = scene.provinces[spot.country, province]
        names[key] = max(names.get(key, 0.0), belief)
    if spot.grain in {"city", "district"}:
        scene.near[_cell(spot)].append((key, belief, spot))


def _cell(spot: Spot) -> tuple[int, int]:
    """Return the cell of the map that a place lies in."""
    return int(spot.lat // _CELL), int(spot.lon // _CELL)


def _context(spot: Spot, name: Asked, scene: _Scene) -> float:
    """Return what the other names add to a bearer's weight."""
    if spot.grain == "area":
        return 0.0
    share = _share(spot.country, name, scene)
    weight = 0.5 * (share > 0.1) + 1.5 * share
    weight += 2.2 * _saturated(_fellows(spot, name, scene)[0])
    if spot.grain == "city" and name.grain is None and _is_seat(spot, name):
        weight += _SEAT * (1.0 - min(1.0, _others(scene.bare[spot.country], name)))
    if spot.grain == "province":
        weight += 2.0 * _saturated(_others(scene.bare[spot.country], name))
    if (county := _county(spot)) is not None and spot.grain == "district":
        weight += _INSIDE * bool(scene.counties[spot.country, county] - {name.key})
    elif county is not None:
        weight += _INSIDE * bool(scene.named[spot.country, county] - {name.key})
    if spot.grain in {"city", "district"}:
        weight += 2.5 * _saturated(sum(_neighbours(spot, name, scene).values()))
    return weight


def _share(code: str | None, name: Asked, scene: _Scene) -> float:
    """Return how much of what the report says of countries without a name is said of one."""
    counts = {country: _others(named, name) for country, named in scene.countries.items()}
    total = sum(counts.values())
    return counts.get(code, 0.0) / total if total else 0.0


def _others(named: Mapping[str, float], name: Asked) -> float:
    """Return what all names but one count."""
    return sum(named.values()) - named.get(name.key, 0.0)


def _saturated(count: float) -> float:
    """Return one for many, less for few."""
    return 1.0 - exp(-count)


def _fellows(spot: Spot, name: Asked, scene: _Scene) -> tuple[float, str]:
    """Return how many other names lie in what holds a bearer, or are that, and its name."""
    held = spot.within or ((key_of(spot.name),) if spot.grain == "province" else ())
    counted = (
        (_others(scene.provinces[spot.country, province], name), province)
        for province in held
        if (spot.country, province) in scene.provinces
    )
    return max(counted, default=(0.0, ""))


def _neighbours(spot: Spot, name: Asked, scene: _Scene) -> Mapping[str, float]:
    """Return the other names near a bearer, each with what it counts for."""
    found: dict[str, float] = {}
    north, east = _cell(spot)
    for row in (north - 1, north, north + 1):
        for column in (east - 1, east, east + 1):
            for key, belief, other in scene.near.get((row, column), ()):
                if key != name.key:
                    count = belief * exp(-distance(spot, other) / _FADES)
                    found[key] = max(found.get(key, 0.0), count)
    return found


def distance(one: Spot, other: Spot) -> float:
    """Return the kilometres between two places that lie near each other."""
    north, east = one.lat - other.lat, one.lon - other.lon
    return _DEGREE * hypot(north, east * cos(radians((one.lat + other.lat) / 2)))


def _ranked(name: Asked, own: Sequence[float], around: Sequence[float], scene: _Scene) -> Ranked:
    """Return the bearers in order with the evidence for the first."""
    weights = [a + b for a, b in zip(own, around, strict=True)]
    order = sorted(
        range(len(weights)),
        key=lambda n: (-weights[n], name.spots[n].entity or "", name.spots[n].name),
    )
    spots = tuple(name.spots[n] for n in order)
    by, because = _evidence(spots[0], name, scene)
    return Ranked(spots, by, because)


def _evidence(spot: Spot, name: Asked, scene: _Scene) -> tuple[str, tuple[str, ...]]:
    """Return the rule that decided, and all that speaks for a bearer in words."""
    told: list[tuple[str, str]] = []
    holder = next((h for h in name.holders if holds(h, spot)), None)
    if holder is not None:
        told.append(("holder", f"said to be in {holder.words}"))
    if name.grain == spot.grain:
        told.append(("kind", f"said to be a {spot.grain}"))
    if spot.grain in _SIZE:
        told.append((spot.grain, f"the name of {_SIZED[spot.grain]}"))
    elif len(name.spots) == 1:
        told.append(("only", "the only place of this name"))
    near = _neighbours(spot, name, scene) if spot.grain in {"city", "district"} else {}
    if close := sorted(key for key, count in near.items() if count > 0.3):
        told.append(("near", f"near {', '.join(close[:3])}"))
    fellows, province = _fellows(spot, name, scene)
    if spot.within and fellows > 0.5:
        told.append(("province", f"in {province}, as other places named here"))
    if spot.grain not in _SIZE and _others(scene.countries[spot.country], name) > 0.5:
        told.append(("spoken", f"in {spot.country}, which the report speaks of"))
    if spot.grain == "city" and spot.population == max(s.population for s in name.spots):
        told.append(("size", f"the largest of {len(name.spots)} by inhabitants"))
    told = told or [("size", f"outweighs {len(name.spots) - 1} others of this name")]
    return f"places/{told[0][0]}", tuple(words for _, words in told)
