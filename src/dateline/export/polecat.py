"""Events in the shape of POLECAT: a table of 40 columns parted by tabs, one event a row.

POLECAT has no text, address or offset, so that its rows can't be checked; here `Event ID` leads
to `evidence.csv` beside it. "None" stands for what is not known, several values are parted by
"; ", and `Actor COW` is the country's number. The table opens with its header and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dateline.export.columns import Column, Table
from dateline.export.report_shape import ActorObject
from dateline.export.rows import Mention, teller
from dateline.export.shape import Shape, made_by
from dateline.export.standard import Coded, coded_rows
from dateline.export.tabular import evidence_table
from dateline.knowledge.lexicon import open_lexicon
from dateline.model import Chain, Kind, Story

MISSING = "None"
_FEATURES = {"city": "PPL", "district": "ADM2", "province": "ADM1", "country": "PCLI"}
_ORGANISATIONS = (Kind.ORGANISATION, Kind.GROUP)

Dated = tuple[Coded, Shape]


def _rows(story: Story, shape: Shape) -> Iterator[Dated]:
    for coded in coded_rows(story, shape):
        yield coded, shape


def _listed(values: Iterable[Any]) -> str | None:
    """Return several values in one cell, each once."""
    return "; ".join(dict.fromkeys(str(value) for value in values if value)) or None


def _cow(country: str | None) -> int | None:
    """Return a country's number in Correlates of War."""
    found = open_lexicon().countries.get(country or "")
    return found.cow if found else None


def _chain(coded: Coded, actor: ActorObject) -> Chain | None:
    chains = coded.row.lead.source.report.chains
    return next((chain for chain in chains if chain.id == actor["chain"]), None)


def _raw(coded: Coded, actor: ActorObject) -> str | None:
    """Return a party in the report's own words."""
    start, end = actor["span"] or (0, 0)
    return coded.row.lead.source.report.text[start:end]


def _parties(side: str, field: str) -> Iterator[Column]:
    """Yield the eight columns of one side."""

    def column(name: str, means: str, of: Callable[[Coded, ActorObject], Any]) -> Column:
        def value(row: Dated) -> str | None:
            parties: list[ActorObject] = row[0].row.record[field]  # type: ignore[literal-required]
            return _listed(of(row[0], party) for party in parties)

        return Column(name, "string", means, value)

    yield column(f"{side} Name", "usual names", lambda _, party: party["name"])
    yield column(f"{side} Country", "ISO 3166 alpha-3", lambda _, party: party["country"])
    yield column(f"{side} COW", "Correlates of War", lambda _, party: _cow(party["country"]))
    first = column(f"Primary {side} Sector", "the first's", lambda _, party: party["sector"])
    yield Column(first.name, "string", first.means, lambda row: _first(first.of(row)))
    yield column(f"{side} Sectors", "of all", lambda _, party: party["sector"])
    yield column(f"{side} Title", "office", lambda coded, p: (c := _chain(coded, p)) and c.title)
    yield column(f"{side} Name Raw", "in the report's words", _raw)
    yield column(f"Wikipedia {side} ID", "not known", lambda _, __: None)


def _first(listed: str | None) -> str | None:
    return listed and listed.partition("; ")[0]


def _place(row: Dated, key: str) -> Any:
    place = row[0].row.record["place"]
    return place and place[key]  # type: ignore[literal-required]


def _named_place(row: Dated, grain: str) -> str | None:
    """Return the place's name where it is of this grain."""
    place = row[0].row.record["place"]
    return place["name"] if place and place["grain"] == grain else None


def _geonames(row: Dated) -> str | None:
    kind, _, number = (_place(row, "entity") or "").partition(":")
    return number if kind == "geonames" else None


def _raw_place(row: Dated) -> str | None:
    place = row[0].row.record["place"]
    if place is None:
        return None
    start, end = place["span"]
    return teller(row[0].row, "place").source.report.text[start:end]


def _about(row: Dated, field: str) -> Any:
    return getattr(row[0].row.lead.source.report.metadata, field)


def _people(row: Dated, *kinds: Kind) -> str | None:
    """Return who is named in the row's reports."""
    return _listed(
        chain.name
        for mention in row[0].row.mentions
        for chain in mention.source.report.chains
        if chain.kind in kinds
    )


def _locations(row: Dated) -> str | None:
    mentions = row[0].row.mentions
    return _listed(place.name for m in mentions for place in m.source.report.places)


def _text(name: str, means: str, of: Callable[[Dated], Any]) -> Column:
    return Column(name, "string", means, of)


EVENTS = Table(
    "events",
    "events in POLECAT's 40 columns",
    (
        _text("Event ID", "the row; evidence.csv has its sources", lambda row: row[0].row.id),
        Column("Event Date", "date", "the event's day, else the report's", lambda row: row[0].day),
        _text("Event Type", "PLOVER category", lambda row: row[0].code),
        _text("Event Mode", "PLOVER mode", lambda row: row[0].mode),
        Column("Intensity", "number", "-10 to 10", lambda row: row[0].act.scale),
        Column("Quad Code", "integer", "1 to 4; SANCTION is 4", lambda row: row[0].quad),
        _text(
            "Contexts",
            "PLOVER contexts",
            lambda row: _listed(c["code"] for c in row[0].row.record["contexts"]),
        ),
        *_parties("Actor", "actors"),
        *_parties("Recipient", "recipients"),
        _text("Placename", "usual name of the place", lambda row: _place(row, "name")),
        _text("City", "the place, if it is a city", lambda row: _named_place(row, "city")),
        _text("District", "if it is a district", lambda row: _named_place(row, "district")),
        _text("Province", "if it is a province", lambda row: _named_place(row, "province")),
        _text("Country", "ISO 3166 alpha-3", lambda row: _place(row, "country")),
        Column("Latitude", "number", "WGS84", lambda row: _place(row, "lat")),
        Column("Longitude", "number", "WGS84", lambda row: _place(row, "lon")),
        _text("GeoNames ID", "the place's number", _geonames),
        _text("Raw Placename", "in the report's words", _raw_place),
        _text("Feature Type", "GeoNames class", lambda r: _FEATURES.get(_place(r, "grain") or "")),
        _text("Source", "the outlet", lambda row: _about(row, "outlet")),
        _text(
            "Publication Date",
            "the report's day",
            lambda r: (_about(r, "published") or "")[:10] or None,
        ),
        _text("Story People", "persons named", lambda row: _people(row, Kind.PERSON)),
        _text("Story Organizations", "bodies named", lambda r: _people(r, *_ORGANISATIONS)),
        _text("Story Locations", "places named", _locations),
        _text("Language", "BCP 47", lambda row: _about(row, "language")),
        _text("Version", "what made it", lambda row: made_by(row[1])),
    ),
    _rows,
    tabs=True,
    key="Event ID",
    missing=MISSING,
)


def _evidence(story: Story, shape: Shape) -> Iterator[tuple[str, Mention[Any]]]:
    """Yield the mentions of each row."""
    for coded in coded_rows(story, shape):
        for mention in coded.row.mentions:
            yield coded.row.id, mention


TABLES = (EVENTS, evidence_table("Event ID of events.tsv", _evidence))
