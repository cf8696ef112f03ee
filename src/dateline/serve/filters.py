"""Read what is looked for out of an address: "?text=ferry&country=ken&origins=2" is a `Query`.

Pages and API take the same names. A form sends its empty fields too; they say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.errors import QueryError
from dateline.store import Query

_WORDS = ("text", "since", "until", "country", "actor", "category", "status", "measure", "outlet")
FILTERS = (*_WORDS, "box", "origins")
"""The names of all filters, in the order in which people are shown them."""
_ORIGINS = 1000
"""More independent origins than this are never asked for."""
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_BOX = r"^-?[0-9]+(\.[0-9]+)?(,-?[0-9]+(\.[0-9]+)?){3}$"


def _words(longest: int, means: str) -> Any:
    """Return a filter of words. A blank one would be passed over, and all be told unseen."""
    return Field(None, max_length=longest, pattern=r"\S", description=means)


def _day(means: str) -> Any:
    """Return a filter by a day."""
    return Field(None, pattern=_DAY, json_schema_extra={"format": "date"}, description=means)


class Conditions(BaseModel):
    """What is looked for; several filters must all hold."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = _words(1000, "Words, all of them to be found.")
    since: str | None = _day("The first day, as in 2030-05-17.")
    until: str | None = _day("The last day.")
    box: str | None = Field(
        None,
        max_length=100,
        pattern=_BOX,
        description="west,south,east,north in degrees; a place lies in it.",
    )
    country: str | None = _words(10, "ISO 3166-1 alpha-3, of a place or a party.")
    actor: str | None = _words(1000, "The name of a party.")
    category: str | None = _words(100, "Category, as in PROTEST.")
    status: str | None = _words(100, "Status, as in denied.")
    measure: str | None = _words(100, "Measure, as in killed.")
    outlet: str | None = _words(1000, "The name of an outlet.")
    origins: int | None = Field(
        None, ge=0, le=_ORIGINS, description="Independent origins, so many at least."
    )


class Filters(Conditions):
    """What is looked for, and which part of the answer."""

    after: str | None = Field(
        None,
        max_length=4000,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="Where the last answer was cut off: its `next`.",
    )
    limit: int = Field(50, ge=1, le=200, description="Rows, so many at most.")


def asked_once(request: Request) -> None:
    """Let a program through that names nothing twice: of two, one would be lost unseen.

    Raises `QueryError`.
    """
    met = Counter(name for name, _ in request.query_params.multi_items())
    if twice := [name for name, count in met.items() if count > 1]:
        raise QueryError(f"{twice[0][:40]} is asked for more than once")


def read_query(asked: Mapping[str, str | int | None], *, limit: int = 50) -> Query:
    """Return what is looked for. Raises `QueryError`."""
    said = {name: value for name in FILTERS if (value := _said(asked.get(name)))}
    return Query(
        **{name: said[name] for name in _WORDS if name in said and name != "country"},
        country=said["country"].upper() if "country" in said else None,
        box=_box(said["box"]) if "box" in said else None,
        origins=_whole("origins", said["origins"], _ORIGINS) if "origins" in said else None,
        after=_said(asked.get("after")),
        limit=_whole("limit", _said(asked.get("limit")) or str(limit), 200),
    )


def active(asked: Mapping[str, str]) -> dict[str, str]:
    """Return the filters that say something, to be shown and carried on."""
    return {name: value for name in FILTERS if (value := _said(asked.get(name)))}


def told(query: Query) -> dict[str, str]:
    """Return the filters of a query as an address has them."""
    said = {name: getattr(query, name) for name in FILTERS if name != "box"}
    if query.box is not None:
        said["box"] = ",".join(map(_degrees, query.box))
    return {name: str(said[name]) for name in FILTERS if said.get(name) is not None}


def _degrees(value: float) -> str:
    """Return degrees to a tenth of a metre, never as "1e-05", which an address doesn't take."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _said(value: str | int | None) -> str | None:
    return None if value is None else str(value).strip() or None


def _whole(name: str, value: str, most: int) -> int:
    """Return a count. Raises `QueryError`."""
    if not (value.isascii() and value.isdigit() and len(value) <= 9 and int(value) <= most):
        raise QueryError(f"{name} is {value[:40]!r}: a number up to {most} was expected")
    return int(value)


def _box(value: str) -> tuple[float, float, float, float]:
    """Return four degrees. Raises `QueryError`."""
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError:
        raise QueryError("box must be west,south,east,north in degrees") from None
    return west, south, east, north
