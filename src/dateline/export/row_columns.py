"""The columns that tables of rows share: what a row is, where and when, and what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.export.columns import Column
from dateline.export.quoting import brief_words
from dateline.export.report_shape import ActorObject
from dateline.export.rows import Row, set_right


def names(actors: Sequence[ActorObject]) -> list[str]:
    """Return the names of several parties."""
    return [actor["name"] for actor in actors]


def countries(actors: Sequence[ActorObject]) -> list[str]:
    """Return the countries of several parties, each once."""
    return list(dict.fromkeys(actor["country"] for actor in actors if actor["country"]))


def sectors(actors: Sequence[ActorObject]) -> list[str]:
    """Return the sectors of several parties, each once."""
    return list(dict.fromkeys(actor["sector"] for actor in actors if actor["sector"]))


def of_claim(row: Row[Any], key: str) -> Any:
    """Return a count of the origins of a row's claim."""
    return None if row.claim is None else getattr(row.claim.origins, key)


def within(row: Row[Any], field: str, key: str) -> Any:
    """Return a value of what a record points at: its place, its time, its claimant."""
    held = row.record[field]
    return None if held is None else held[key]


def of_record(name: str, type: str, means: str) -> Column:
    """Return the column of a record's own field."""
    return Column(name, type, means, lambda row: row.record[name])


IDENTITY = (
    Column("id", "string", "the row: report/record, or the claim's id", lambda row: row.id),
    Column("story", "string", "the story", lambda row: row.story.id),
    Column(
        "claim",
        "string",
        "the claim that it is or belongs to",
        lambda row: row.claim and row.claim.id,
    ),
    Column(
        "gist",
        "string",
        "the claim in a line",
        lambda row: row.claim and brief_words(row.claim.gist),
    ),
    Column(
        "differences",
        "array",
        "where its members differ, and how: number/updated, day/conflict …",
        lambda row: [f"{d.on}/{d.relation}" for d in row.claim.differences] if row.claim else [],
    ),
    Column(
        "origins_least", "integer", "origins that are distinct", lambda row: of_claim(row, "least")
    ),
    Column("origins_most", "integer", "origins that could be", lambda row: of_claim(row, "most")),
    Column("mentions", "integer", "mentions of this row", lambda row: len(row.mentions)),
    Column(
        "members",
        "array",
        "its mentions, as report/record",
        lambda row: [m.id for m in row.mentions],
    ),
)

PROOF: tuple[Column, ...] = (
    Column("report", "string", "the report", lambda row: row.lead.source.report.id),
    Column("record", "string", "the record of the report", lambda row: row.lead.record["id"]),
    Column("url", "string", "the report's address", lambda row: row.lead.source.url),
    Column(
        "outlet", "string", "who published it", lambda row: row.lead.source.report.metadata.outlet
    ),
    Column(
        "published",
        "string",
        "its day, or its instant",
        lambda row: row.lead.source.report.metadata.published,
    ),
    Column("span_start", "integer", "first character", lambda row: row.lead.span.start),
    Column("span_end", "integer", "one past the last character", lambda row: row.lead.span.end),
    Column("quote", "string", "its first 25 words", lambda row: row.lead.words),
    Column("sha256", "string", "digest of the report's text", lambda row: row.lead.source.sha256),
    Column("by", "string", "the stage and rule that found it", lambda row: row.lead.record["by"]),
    Column("corrected", "array", "what people set right of it, and what was read", set_right),
)

WHEN = (
    Column("start", "date", "first day", lambda row: within(row, "when", "start")),
    Column("end", "date", "last day", lambda row: within(row, "when", "end")),
    Column("grain", "string", "how exact the time is", lambda row: within(row, "when", "grain")),
)

WHERE = (
    Column("place", "string", "where", lambda row: within(row, "place", "name")),
    Column(
        "place_entity", "string", "its gazetteer id", lambda row: within(row, "place", "entity")
    ),
    Column("country", "string", "ISO 3166 alpha-3", lambda row: within(row, "place", "country")),
    Column("lat", "number", "latitude, WGS84", lambda row: within(row, "place", "lat")),
    Column("lon", "number", "longitude, WGS84", lambda row: within(row, "place", "lon")),
    Column("place_grain", "string", "city to country", lambda row: within(row, "place", "grain")),
)

CLAIMANT = Column(
    "claimed_by",
    "string",
    "whom the text names for it",
    lambda row: within(row, "claimed_by", "name"),
)


def parties(field: str, means: str) -> tuple[Column, ...]:
    """Return the three columns of the parties in a field."""
    one = field.removesuffix("s")
    return (
        Column(field, "array", means, lambda row: names(row.record[field])),
        Column(
            f"{one}_countries", "array", "their countries", lambda row: countries(row.record[field])
        ),
        Column(f"{one}_sectors", "array", "their sectors", lambda row: sectors(row.record[field])),
    )
