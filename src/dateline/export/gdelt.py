"""Events in the shape of GDELT 2.0: 61 columns of events and 16 of mentions, without headers.

A row is an event between two parties, as GDELT counts: an act of two actors on one recipient
is two rows, and a meeting of three is three. CAMEO's codes are derived from PLOVER's, as fine
as the mode allows; `Extras` of a mention has PLOVER's own and the quotation. Tone is not
measured, GeoNames' numbers are not GDELT's, and first-level divisions have no FIPS code here,
so that these columns are empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dateline.export.columns import Column, Table
from dateline.export.dyads import MIDNIGHT, Dyad, day, dyads
from dateline.export.gdelt_mentions import MENTIONS
from dateline.export.report_shape import ActorObject
from dateline.export.standard import in_lead
from dateline.knowledge.crosswalk import open_crosswalk
from dateline.knowledge.lexicon import open_lexicon

_GEO_TYPES = {"country": 1, "province": 5, "district": 5, "city": 4}
_US_GEO_TYPES = {"country": 1, "province": 2, "district": 2, "city": 3}


def _fraction(dyad: Dyad) -> str:
    """Return the year with the part of it that is over, by GDELT's own rule."""
    year, month, of_month = map(int, dyad.coded.day.split("-"))
    return f"{year + min((month * 30 + of_month) / 365, 0.9999):.4f}"


def _added(dyad: Dyad) -> str:
    """Return when the last of its reports was published: a run has no clock."""
    published = (m.source.report.metadata.published for m in dyad.coded.row.mentions)
    days = [known[:10].replace("-", "") for known in published if known]
    return max(days, default=day(dyad)) + MIDNIGHT


def _country(actor: ActorObject) -> str | None:
    """Return CAMEO's letters of a party's country."""
    found = open_lexicon().countries.get(actor["country"] or "")
    return (found.cameo or found.code) if found else None


def _code(actor: ActorObject) -> str | None:
    """Return a party's CAMEO code: country and type, "SYRGOV"."""
    type = open_crosswalk().type_of(actor["sector"])
    return f"{_country(actor) or ''}{type or ''}" or None


def _actor(side: int) -> Iterator[Column]:
    """Yield the ten columns of a party."""
    parts: tuple[tuple[str, str, Callable[[ActorObject], Any]], ...] = (
        ("Code", "country and type", _code),
        ("Name", "name in capitals", lambda actor: actor["name"].upper()),
        ("CountryCode", "CAMEO country", _country),
        ("KnownGroupCode", "not coded", lambda _: None),
        ("EthnicCode", "not coded", lambda _: None),
        ("Religion1Code", "not coded", lambda _: None),
        ("Religion2Code", "not coded", lambda _: None),
        ("Type1Code", "CAMEO type", lambda actor: open_crosswalk().type_of(actor["sector"])),
        ("Type2Code", "not coded", lambda _: None),
        ("Type3Code", "not coded", lambda _: None),
    )
    for name, means, of in parts:
        yield Column(f"Actor{side}{name}", "string", means, _of_party(side, of))


def _of_party(side: int, of: Callable[[ActorObject], Any]) -> Callable[[Dyad], Any]:
    def value(dyad: Dyad) -> Any:
        actor = dyad.actors[side - 1]
        return None if actor is None else of(actor)

    return value


def _geo(prefix: str, place_of: Callable[[Dyad], Any]) -> Iterator[Column]:
    """Yield the eight columns of a place."""

    def column(name: str, type: str, means: str, of: Callable[[Any], Any]) -> Column:
        return Column(
            f"{prefix}Geo_{name}", type, means, lambda dyad: (p := place_of(dyad)) and of(p)
        )

    yield column("Type", "integer", "1 country to 5 province", _geo_type)
    yield column("FullName", "string", "name of the place", lambda place: place["name"])
    yield column("CountryCode", "string", "FIPS 10-4", _fips)
    yield column("ADM1Code", "string", "FIPS 10-4, for countries", _first_level)
    yield column("ADM2Code", "string", "not coded", lambda _: None)
    yield column("Lat", "number", "WGS84", lambda place: place["lat"])
    yield column("Long", "number", "WGS84", lambda place: place["lon"])
    yield column("FeatureID", "string", "not coded", lambda _: None)


def _geo_type(place: Any) -> int | None:
    types = _US_GEO_TYPES if place["country"] == "USA" else _GEO_TYPES
    return types.get(place["grain"])


def _fips(place: Any) -> str | None:
    found = open_lexicon().countries.get(place["country"] or "")
    return found.fips if found else None


def _first_level(place: Any) -> str | None:
    return _fips(place) if place["grain"] == "country" else None


def _outlets(dyad: Dyad) -> int:
    mentions = dyad.coded.row.mentions
    return len({m.source.report.metadata.outlet or m.source.report.id for m in mentions})


EVENTS = Table(
    "events",
    "events in GDELT's 61 columns",
    (
        Column("GLOBALEVENTID", "integer", "from the row's id", lambda dyad: dyad.id),
        Column("SQLDATE", "string", "YYYYMMDD", day),
        Column("MonthYear", "string", "YYYYMM", lambda dyad: day(dyad)[:6]),
        Column("Year", "string", "YYYY", lambda dyad: day(dyad)[:4]),
        Column("FractionDate", "number", "YYYY.FFFF", _fraction),
        *_actor(1),
        *_actor(2),
        Column("IsRootEvent", "integer", "in the lead", lambda d: int(in_lead(d.coded.row.lead))),
        Column("EventCode", "string", "CAMEO, derived", lambda dyad: dyad.coded.act.cameo),
        Column("EventBaseCode", "string", "its second level", lambda dyad: dyad.coded.act.base),
        Column("EventRootCode", "string", "its first level", lambda dyad: dyad.coded.act.root),
        Column("QuadClass", "integer", "CAMEO's quadrant", lambda dyad: dyad.coded.act.quad),
        Column("GoldsteinScale", "number", "of the root", lambda dyad: dyad.coded.act.goldstein),
        Column("NumMentions", "integer", "mentions", lambda dyad: len(dyad.coded.row.mentions)),
        Column("NumSources", "integer", "outlets", _outlets),
        Column(
            "NumArticles",
            "integer",
            "reports",
            lambda dyad: len({m.source.report.id for m in dyad.coded.row.mentions}),
        ),
        Column("AvgTone", "number", "not measured", lambda _: None),
        *_geo("Actor1", lambda _: None),
        *_geo("Actor2", lambda _: None),
        *_geo("Action", lambda dyad: dyad.coded.row.record["place"]),
        Column("DATEADDED", "string", "YYYYMMDDHHMMSS of the last report's day", _added),
        Column("SOURCEURL", "string", "the first report", lambda d: d.coded.row.lead.source.url),
    ),
    dyads,
    tabs=True,
    header=False,
    key="GLOBALEVENTID",
)

TABLES = (EVENTS, MENTIONS)
