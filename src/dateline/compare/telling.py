"""Tell a comparison: as a table for a terminal, as CSV, or as JSON, one object a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import zip_longest
from typing import Any

from dateline.compare.beside import Comparison, Group
from dateline.compare.rows import Row, Where
from dateline.serve import phrases
from dateline.serve.links import claim_link
from dateline.serve.typeset import WIDTH, Ink, one_line, padded, wrapped
from dateline.store import PlacedClaim

_HALF = (WIDTH - 5) // 2
_SHOWN = 3
"""Rows and claims of a group that the terminal shows, each."""
COLUMNS = (
    "week",
    "place",
    "country",
    "lat",
    "lon",
    "category",
    "in_group",
    "side",
    "id",
    "day",
    "type",
    "status",
    "actors",
    "origins_least",
    "origins_most",
    "link",
    "gist",
)
_NOTHING = ["nothing of this kind"]
_FAIR = (
    "Neither side is the measure of the other: they read other sources by other rules. What"
    " stands on one side alone may be missed by the other, left out by its rules, told of"
    " another day or place, or wrong."
)


# ------------------------------------------------------------------------------- for people


def told(comparison: Comparison, ink: Ink) -> Iterator[str]:
    """Yield the lines of a table of two columns: theirs, and ours."""
    yield from (ink.bold(line) for line in wrapped(_counts(comparison), WIDTH))
    yield from wrapped(_FAIR, WIDTH)
    for group in comparison.groups:
        yield ""
        yield from (ink.bold(line) for line in wrapped(_title(group), WIDTH))
        yield f"  {padded(comparison.data_set, _HALF)} │ dateline"
        theirs = list(_column([_row(row) for row in group.theirs])) or _NOTHING
        ours = list(_column([_claim(claim) for claim in group.ours])) or _NOTHING
        for left, right in zip_longest(theirs, ours, fillvalue=""):
            yield f"  {padded(left, _HALF)} │ {right}".rstrip()


def _counts(comparison: Comparison) -> str:
    """Return what was compared, in a sentence or two."""
    both, theirs, ours = map(comparison.count, ("both", "theirs", "ours"))
    left = [
        f"{count:,} {why}"
        for count, why in (
            (comparison.elsewhere, "of weeks or countries in which the database has no event"),
            (comparison.unplaced, "without a place"),
        )
        if count
    ]
    apart = f", of which are not compared {phrases.listed(left)}" if left else ""
    placeless = f" Claims of ours without a place: {comparison.placeless:,}."
    return (
        f"{comparison.data_set}: {comparison.rows:,} rows{apart}. Weeks, places and kinds of act"
        f" that both have: {both:,}; {comparison.data_set} alone: {theirs:,}; this database"
        f" alone: {ours:,}.{placeless if comparison.placeless else ''}"
    )


def _title(group: Group) -> str:
    days = phrases.days_words(group.week.isoformat(), (group.week + timedelta(6)).isoformat())
    kind = group.category or "no category of PLOVER's"
    return one_line(" · ".join((_place(group.where), days, kind)))


def _place(where: Where) -> str:
    return ", ".join(filter(None, (where.name, where.country))) or "place unknown"


def _column(items: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of some items, and how many there are besides."""
    for first, *others in items[:_SHOWN]:
        yield from wrapped(one_line(first), _HALF)
        for line in others:
            yield from (f"  {part}" for part in wrapped(one_line(line), _HALF - 2))
    if len(items) > _SHOWN:
        yield f"and {len(items) - _SHOWN} more"


def _row(row: Row) -> tuple[str, ...]:
    """Return a row of theirs in lines."""
    day = row.day.isoformat() + ("" if row.grain == "day" else f" ({row.grain})")
    lines = (f"{row.id} {row.kind}", day, " > ".join(row.actors), row.status, row.source)
    return tuple(filter(None, lines))


def _claim(claim: PlacedClaim) -> tuple[str, ...]:
    """Return a claim of ours in lines."""
    said = ", ".join(filter(None, (_day(claim), claim.status, _origins(claim))))
    return tuple(filter(None, (claim.gist, said, " > ".join(claim.actors), claim.id)))


def _day(claim: PlacedClaim) -> str:
    rough = claim.grain not in {"day", "hour", "minute"}
    return f"{claim.day} ({claim.grain or 'day of the report'})" if rough else claim.day


def _origins(claim: PlacedClaim) -> str:
    return phrases.origins_words(claim.least, claim.most)


# ----------------------------------------------------------------------------- for programs


def as_csv(comparison: Comparison) -> Iterator[str]:
    """Yield the lines of a CSV: one for each row of theirs and each claim of ours."""
    yield _csv_line(COLUMNS)
    for group in comparison.groups:
        about = _about(group)
        items = [("theirs", _their_object(row)) for row in group.theirs]
        items += [("ours", _our_object(claim)) for claim in group.ours]
        for side, item in items:
            values = {**about, **item, "side": side, "in_group": group.side}
            values["actors"] = "; ".join(item["actors"])
            yield _csv_line([values.get(name) for name in COLUMNS])


def as_json(comparison: Comparison) -> Iterator[str]:
    """Yield a JSON object for each group, one a line."""
    for group in comparison.groups:
        whole = {
            **_about(group),
            "in_group": group.side,
            "theirs": [_their_object(row) for row in group.theirs],
            "ours": [_our_object(claim) for claim in group.ours],
        }
        yield json.dumps(whole, ensure_ascii=False, allow_nan=False) + "\n"


def _about(group: Group) -> dict[str, Any]:
    where = group.where
    return {
        "week": group.week.isoformat(),
        "place": where.name,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
        "category": group.category,
    }


def _their_object(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "line": row.line,
        "day": row.day.isoformat(),
        "grain": row.grain,
        "type": row.kind,
        "status": row.status,
        "actors": list(row.actors),
        "link": row.source,
    }


def _our_object(claim: PlacedClaim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "day": claim.day,
        "grain": claim.grain,
        "type": claim.code,
        "status": claim.status,
        "actors": list(claim.actors),
        "origins_least": claim.least,
        "origins_most": claim.most,
        "outlets": claim.outlets,
        "link": claim_link(*claim.id.split("/claims/", 1)),
        "gist": claim.gist,
    }


def _csv_line(values: Sequence[Any]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()
