"""Score places: is a toponym put within 161 km of where its annotators put it?

Two figures that never stand in one column: resolution of the annotators' own toponyms (a
missing answer is wrong), and end to end, where a name has to be found by its characters first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np

from dateline.desk import knowledge
from dateline.knowledge.lexicon import Lexicon, Sense
from dateline.model import Kind, Name, Place, Report, Span
from dateline.text.places import find_places
from evaluation.draws import standard_error
from evaluation.measure import Measure
from evaluation.reading import meet, plain_report, read_upto

_NEAR = 161.0
"""Kilometres: a hundred miles, the usual measure of geoparsing."""
_EARTH = 6371.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name of the gold: where it stands, where it lies, its GeoNames id."""

    span: Span
    point: Point | None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A text with its toponyms and with what is found in it, twice."""

    text: str
    gold: tuple[Toponym, ...]
    told: dict[Span, Place]
    """Resolved from the annotators' own names."""
    found: dict[Span, Place]
    """Found and resolved by the system."""
    held: frozenset[Span]
    """Toponyms of which the gazetteer knows a bearer within reach."""


def score_lgl(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the measures of local news, whose names have many bearers."""
    return _score(name, list(_lgl(folder / "lgl.xml")))


def score_geovirus(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the measures of news on outbreaks all over the world."""
    return _score(name, list(_geovirus(folder / "GeoVirus.xml")))


def _articles(file: Path) -> ET.Element:
    """Return the articles of a benchmark's file, which no stranger hands in."""
    return ET.parse(file).getroot()  # noqa: S314 - a file of our own choice


def _lgl(file: Path) -> Iterator[tuple[str, tuple[Toponym, ...]]]:
    """Yield each article with its toponyms."""
    for article in _articles(file):
        found = []
        for named in article.iter("toponym"):
            tag = named.find("gaztag")
            point = entity = None
            if tag is not None and tag.findtext("lat"):
                point, entity = (_number(tag, "lat"), _number(tag, "lon")), tag.get("geonameid")
            found.append(Toponym(_span(named, 0), point, entity))
        yield article.findtext("text") or "", tuple(found)


def _geovirus(file: Path) -> Iterator[tuple[str, tuple[Toponym, ...]]]:
    """Yield each article with its toponyms, whose offsets are one too high."""
    for article in _articles(file):
        found = [
            Toponym(_span(named, 1), (_number(named, "lat"), _number(named, "lon")))
            for named in article.iter("location")
        ]
        yield article.findtext("text") or "", tuple(found)


def _span(named: ET.Element, shift: int) -> Span:
    """Return the characters of a toponym."""
    start, end = int(named.findtext("start") or 0), int(named.findtext("end") or 0)
    return Span(start - shift, end - shift)


def _number(named: ET.Element, key: str) -> float:
    """Return a coordinate."""
    return float(named.findtext(key) or "nan")


def _score(
    name: str, articles: list[tuple[str, tuple[Toponym, ...]]]
) -> tuple[list[Measure], list[str]]:
    """Return resolution over all located toponyms and over those held, and end to end."""
    lexicon = knowledge().lexicon
    texts = [
        judge(read_upto(plain_report(text), "places"), gold, lexicon) for text, gold in articles
    ]
    return measures_of(name, texts), misses_of(texts)


def measures_of(name: str, texts: Sequence[Judged]) -> list[Measure]:
    """Return the measures of a set."""
    return [
        _share(name, "near", texts, lambda _, toponym: toponym.point is not None),
        _share(name, "near_of_held", texts, lambda judged, t: t.span in judged.held),
        *_end_to_end(name, texts),
    ]


def misses_of(texts: Iterable[Judged]) -> list[str]:
    """Return the toponyms that are put too far away, each with what is said of it."""
    return [
        f"{t.span.of(judged.text)!r}: {_answer(judged.told.get(t.span))} for {t.point}"
        for judged in texts
        for t in judged.gold
        if t.point and not _is_near(judged.told.get(t.span), t.point)
    ]


def judge(report: Report, gold: tuple[Toponym, ...], lexicon: Lexicon) -> Judged:
    """Return what dateline makes of a report that is read, and of the annotators' own names."""
    told = replace(report, names=_with_gold(report, gold, lexicon))
    places = (*report.places, *_governments(report, lexicon))
    return Judged(
        report.text,
        gold,
        _by_name(find_places(told, lexicon=lexicon), gold),
        _by_name(places, gold) | {place.span: place for place in places},
        frozenset(t.span for t in gold if t.point and _is_held(t, report.text, lexicon)),
    )


def _governments(report: Report, lexicon: Lexicon) -> Iterator[Place]:
    """Yield the countries that act ("Canada said") as places.

    A report's places tell where things happen, so a government is none of them; the annotators
    marked every name of a country, and the map shows where an actor is from all the same.
    """
    for name in report.names:
        country = lexicon.countries.get(name.country or "")
        acts = name.kind is Kind.COUNTRY and name.by == "names/name" and name.as_government
        if country is not None and acts:
            where = (country.code, country.lat, country.lon)
            yield Place(name.span, country.name, "country", "names/name", country.entity, *where)


def _is_held(toponym: Toponym, text: str, lexicon: Lexicon) -> bool:
    """Whether the gazetteer or the table of countries has a bearer within reach."""
    words = toponym.span.of(text)
    spots = lexicon.gazetteer.find(words)
    near = (distance((s.lat, s.lon), toponym.point) <= _NEAR for s in spots if toponym.point)
    return any(near) or _country_of(words, lexicon) is not None


def _with_gold(report: Report, gold: tuple[Toponym, ...], lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the report's names with the annotators' toponyms in the place of what they meet."""
    names = [n for n in report.names if not any(meet(n.span, t.span) for t in gold)]
    for toponym in gold:
        words = toponym.span.of(report.text)
        code = _country_of(words, lexicon)
        kind = Kind.COUNTRY if code else Kind.PLACE
        names.append(Name(toponym.span, kind, words, "names/name" if code else "names/gold", code))
    return tuple(sorted(names, key=lambda name: name.span))


def _country_of(words: str, lexicon: Lexicon) -> str | None:
    """Return the code of a country that these words mean, by name or as its adjective.

    The annotators of local news mark "Georgian" as a name of Georgia.
    """
    known = lexicon.known(words)
    if known is None or known.kind is not Kind.COUNTRY:
        return None
    return known.country if known.sense in {Sense.NAME, Sense.ADJECTIVE, Sense.PEOPLE} else None


def _by_name(places: tuple[Place, ...], gold: tuple[Toponym, ...]) -> dict[Span, Place]:
    """Return the place of each toponym: the one that stands on its characters."""
    return {
        toponym.span: place
        for toponym in gold
        for place in places
        if meet(place.span, toponym.span)
    }


def _share(
    name: str, measure: str, texts: Sequence[Judged], asked: Callable[[Judged, Toponym], bool]
) -> Measure:
    """Return the share of the toponyms asked for that are put near enough."""
    counts = [
        _Counts(
            sum(
                _is_near(judged.told.get(t.span), t.point) for t in judged.gold if asked(judged, t)
            ),
            sum(asked(judged, t) for t in judged.gold),
        )
        for judged in texts
    ]
    return _measured(name, measure, counts, lambda right, wanted: right / max(1, wanted))


def _end_to_end(name: str, texts: Sequence[Judged]) -> list[Measure]:
    """Return precision, recall and F1 of names that are both found and put near enough."""
    right = [
        sum(_is_near(judged.found.get(t.span), t.point) for t in judged.gold if t.point)
        for judged in texts
    ]
    wanted = [sum(t.point is not None for t in judged.gold) for judged in texts]
    given = [
        sum(
            not any(t.point is None and meet(t.span, span) for t in judged.gold)
            for span in {place.span for place in judged.found.values()}
        )
        for judged in texts
    ]
    both = [g + w for g, w in zip(given, wanted, strict=True)]
    f1 = _measured(
        name, "end_to_end_f1", list(map(_Counts, right, both)), lambda r, n: 2 * r / max(1, n)
    )
    share = [
        _measured(name, measure, list(map(_Counts, right, of)), lambda r, n: r / max(1, n))
        for measure, of in (("end_to_end_precision", given), ("end_to_end_recall", wanted))
    ]
    return [*share, replace(f1, count=sum(wanted))]


@dataclass(frozen=True, slots=True)
class _Counts:
    """What is right in a text, and of how many."""

    right: int
    of: int


def _measured(
    name: str, measure: str, counts: Sequence[_Counts], value: Callable[[int, int], float]
) -> Measure:
    """Return a measure over all texts; its error comes from drawing texts, not toponyms."""
    right, of = (
        np.array(column) for column in zip(*((c.right, c.of) for c in counts), strict=True)
    )
    error = standard_error(
        len(counts), lambda drawn: value(int(right[drawn].sum()), int(of[drawn].sum()))
    )
    return Measure(name, measure, value(int(right.sum()), int(of.sum())), int(of.sum()), error)


def _is_near(place: Place | None, point: Point | None) -> bool:
    """Whether a place lies within a hundred miles of a point."""
    if place is None or place.lat is None or place.lon is None or point is None:
        return False
    return distance((place.lat, place.lon), point) <= _NEAR


def distance(one: Point, other: Point) -> float:
    """Return the kilometres between two points on the great circle."""
    (north, east), (up, right) = (tuple(map(radians, p)) for p in (one, other))
    chord = sin((up - north) / 2) ** 2 + cos(north) * cos(up) * sin((right - east) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(chord)))


def _answer(place: Place | None) -> str:
    """Return a place as it is told in a miss."""
    return "nothing" if place is None else f"{place.name}, {place.country}, {place.grain}"
