"""Put the places of a report on the map: "Idlib Province" is a province of Syria.

A name is looked up in the gazetteer; among its bearers the container that stands beside it
("Paris, Texas"), the countries that the report speaks of, and size decide. A country's name
that says where something is ("in Iran") is a place too; a government or a demonym is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log10

from dateline.knowledge.gazetteer import Spot, key_of
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Kind, Name, Place, Report, Span
from dateline.text.descriptions import named_in
from dateline.text.tree import Tree

_CITY = frozenset({"city", "town", "village", "suburb", "neighborhood", "neighbourhood"})
_DISTRICT = frozenset({"district", "county", "valley", "enclave", "island", "islands"})
_OF_PROVINCE = 6.0
"""What a province weighs beside log10 of a city's inhabitants."""
_MOST_RIVALS = 5
_AREAS = frozenset({"names/name", "names/adjective"})
"""Listed parts of the world ("Latin American"), which no point stands for."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place's name without and with the word that says its kind."""

    name: Name
    words: str
    span: Span
    grain: str | None


def find_places(report: Report, *, lexicon: Lexicon) -> tuple[Place, ...]:
    """Return the places that the report names, in order."""
    mentions = tuple(_mentions(report))
    spoken = {**_spoken_of(report.names), **{key_of(m.words): 1.0 for m in mentions}}
    provinces = {key_of(m.words) for m in mentions if m.grain == "province"}
    found = [
        _country(name, name.span.of(report.text), lexicon)
        for name in report.names
        if _stands_for_land(name)
    ]
    holders = _holders(report)
    for mention in mentions:
        key = key_of(mention.words)
        grain = mention.grain or ("province" if key in provinces else None)
        spots = lexicon.gazetteer.find(mention.span.of(report.text))
        spots = spots or lexicon.gazetteer.find(mention.words)
        best = _ranked(spots, grain, spoken, holders.get(mention.name.span))
        found.append(_place(mention, grain, best, holders.get(mention.name.span)))
    return tuple(sorted((p for p in found if p is not None), key=lambda place: place.span))


def _stands_for_land(name: Name) -> bool:
    """Whether a country's name says where: "in Iran", not "Iran warned"."""
    return name.kind is Kind.COUNTRY and name.by == "names/name" and not name.as_government


def _country(name: Name, words: str, lexicon: Lexicon) -> Place | None:
    """Return a country on the map; a part of it, if that is what the words name ("Wales")."""
    country = lexicon.countries.get(name.country or "")
    if country is None:
        return None
    by, code = "places/country", country.code
    for spot in lexicon.gazetteer.find(words):
        if words != country.name and spot.country == code and spot.grain == "province":
            where = (spot.entity, code, spot.lat, spot.lon)
            return Place(name.span, words, "province", "places/gazetteer", *where)
    return Place(
        name.span, country.name, "country", by, country.entity, code, country.lat, country.lon
    )


def _spoken_of(names: tuple[Name, ...]) -> Mapping[str, float]:
    """Return the share of each country among the report's mentions of countries."""
    count = Counter(n.country for n in names if n.kind in {Kind.COUNTRY, Kind.GROUP} and n.country)
    total = sum(count.values())
    return {code: number / total for code, number in sorted(count.items())}


def _mentions(report: Report) -> Iterator[_Mention]:
    """Yield the names of places, each with the "province" or "city" that stands beside it."""
    for sentence in report.sentences:
        if sentence.parse is None:
            continue
        tree = Tree(sentence, report.text)
        for name in named_in(report.names, sentence.span):
            mapped = name.kind is Kind.PLACE and name.by not in _AREAS
            inside = tree.inside(name.span) if mapped else ()
            if inside:
                yield _mention(tree, name, inside)


def _mention(tree: Tree, name: Name, inside: tuple[int, ...]) -> _Mention:
    """Return a name of a place with its kind: "Idlib [Province]", "the [city] of Homs"."""
    first, last = inside[0], inside[-1]
    if len(inside) > 1 and (grain := _grain(tree.folded[last])):
        words = tree.span(first, last - 1).of(tree.text)
        return _Mention(name, words, name.span, grain)
    after = last + 1
    if after < len(tree) and (grain := _grain(tree.folded[after])):
        span = Span(name.span.start, tree.parse.end[after])
        return _Mention(name, name.span.of(tree.text), span, grain)
    before = tree.folded[first - 2] if first >= 2 and tree.folded[first - 1] == "of" else ""
    return _Mention(name, name.span.of(tree.text), name.span, _grain(before))


_PROVINCE = frozenset(
    "province governorate region state oblast prefecture department canton republic territory"
    " voivodeship krai peninsula countryside".split()
)


def _grain(word: str) -> str | None:
    """Return the grain that a word beside a name tells."""
    if word in _PROVINCE:
        return "province"
    return "city" if word in _CITY else "district" if word in _DISTRICT else None


def _holders(report: Report) -> Mapping[Span, str]:
    """Return what is said to hold a place: "Paris, [Texas]", "[Syria]'s Homs"."""
    held: dict[Span, str] = {}
    for one, other in zip(report.names, report.names[1:], strict=False):
        between = report.text[one.span.end : other.span.start]
        if between in {", ", " in ", ", in "} and one.kind is Kind.PLACE:
            held[one.span] = _code(other, report.text)
        possessed = between in {"'s ", "’s "} or other.kind is Kind.PLACE and between == " "
        if possessed and other.kind is Kind.PLACE and one.kind is Kind.COUNTRY:
            held[other.span] = _code(one, report.text)
    return {span: code for span, code in held.items() if code}


def _code(name: Name, text: str) -> str:
    """Return the country's code, or the key of a province's name."""
    if name.kind is Kind.COUNTRY:
        return name.country or ""
    return key_of(name.span.of(text)) if name.kind is Kind.PLACE else ""


def _ranked(
    spots: tuple[Spot, ...], grain: str | None, spoken: Mapping[str, float], holder: str | None
) -> list[Spot]:
    """Return the bearers of a name, the likeliest first.

    `spoken` holds the share of each country's code and the keys of the places mentioned.
    """

    def weight(spot: Spot) -> float:
        size = log10(spot.population + 1_000) if spot.grain == "city" else _OF_PROVINCE
        share = spoken.get(spot.country or "", 0.0)
        context = 2.0 * share + (0.8 if share else 0.0)
        context += 1.0 if spot.province in spoken and key_of(spot.name) != spot.province else 0.0
        within = holder is not None and holder in {spot.country, spot.province}
        fits = grain is not None and spot.grain == grain
        bare = grain is None and spot.grain == "city"
        return size + context + 10.0 * within + 4.0 * fits + 1.5 * bare

    return sorted(spots, key=lambda spot: (-weight(spot), spot.entity or spot.name))


def _place(
    mention: _Mention, grain: str | None, spots: list[Spot], holder: str | None
) -> Place | None:
    """Return a place with its likeliest bearer, the others as rivals."""
    if not spots:
        code = holder if holder is not None and len(holder) == 3 and holder.isupper() else None
        code = code or mention.name.country
        return Place(mention.span, mention.words, grain or "district", "places/name", country=code)
    best = spots[0]
    others = (s.entity for s in spots[1:] if s.entity is not None and s.entity != best.entity)
    rivals = tuple(dict.fromkeys(others))
    return Place(
        mention.span,
        mention.words,
        best.grain,
        "places/gazetteer",
        best.entity,
        best.country,
        best.lat,
        best.lon,
        rivals[:_MOST_RIVALS],
    )
