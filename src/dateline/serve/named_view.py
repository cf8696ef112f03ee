"""View somebody or somewhere across all stories: what he did and said, what happened there.

An actor is whoever is called by this name; a place is what lies within a few kilometres.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.model import Span
from dateline.serve import phrases
from dateline.serve.links import address, report_link
from dateline.store import Query, Store, StoryRow
from dateline.store.terms import folded

_ROWS = 40
"""Records and stories that are shown of each kind."""
_NEAR = 0.05
"""Degrees around a place that still are it."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record in a list: its words, what is known of it, and where it stands."""

    words: str
    about: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class NamedView:
    """Somebody or somewhere: a heading, sections of records, and the stories."""

    title: str
    about: str
    sections: tuple[tuple[str, tuple[RecordView, ...]], ...]
    stories: tuple[StoryRow, ...]
    more: str
    """Where all stories are listed."""


def view_actor(store: Store, name: str) -> NamedView:
    """Return what is known of a person or body. Raises `QueryError`."""
    query = Query(actor=name, limit=_ROWS)
    events = store.records("events", query).rows
    said = store.records("statements", query).rows
    figures = store.records("figures", query).rows
    sections = (
        ("Did", _views(_as("actor", name, events), name)),
        ("Was done to", _views(_as("recipient", name, events), name)),
        ("Said", _views(_as("speaker", name, said), name)),
        ("Was spoken to or of", _views((r for r in said if not _is(r["speaker"], name)), name)),
        ("Gave figures", _views(_as("claimant", name, figures), name)),
        ("Told of acts", _views(_as("claimant", name, events), name)),
    )
    return NamedView(
        name,
        "as acts, statements and figures name him, her or it",
        tuple(section for section in sections if section[1]),
        store.stories(query).rows,
        address(actor=name),
    )


def view_place(store: Store, lat: float, lon: float) -> NamedView:
    """Return what happened at a place. Raises `QueryError`."""
    box = (max(-180.0, lon - _NEAR), max(-90.0, lat - _NEAR), min(180.0, lon + _NEAR), lat + _NEAR)
    query = Query(box=(*box[:3], min(90.0, box[3])), limit=_ROWS)
    events = store.records("events", query).rows
    figures = store.records("figures", query).rows
    names = Counter(row["place"] for row in (*events, *figures) if row["place"])
    where = (
        f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'}"
    )
    title = names.most_common(1)[0][0] if names else where
    sections = (("Happened here", _views(events, title)), ("Counted here", _views(figures, title)))
    return NamedView(
        title,
        where,
        tuple(section for section in sections if section[1]),
        store.stories(query).rows,
        address(box=",".join(f"{degree:.3f}" for degree in query.box or ())),
    )


def _as(role: str, name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the records in which somebody has this part."""
    return (row for row in rows if _is(row[role], name))


def _is(named: str | None, name: str) -> bool:
    return named is not None and folded(named) == folded(name)


def _views(rows: Iterable[Mapping[str, Any]], title: str) -> tuple[RecordView, ...]:
    """Return records under a title, which none of them says again."""
    return tuple(
        RecordView(
            " ".join(row["quote"].split()),
            tuple(words for words in _about(row) if words != title),
            report_link(row["report"], Span(row["span_start"], row["span_end"])),
        )
        for row in rows
    )


def _about(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is known of a record, in words."""
    if row["first"]:
        yield phrases.days_words(row["first"], row["last"] or row["first"], row["grain"] or "day")
    if kind := row.get("code") or row.get("measure"):
        yield phrases.code_words(kind)
    if status := phrases.STATUSES.get(row.get("status") or ""):
        yield status
    if row.get("actor") and row.get("recipient"):
        yield f"{row['actor']} → {row['recipient']}"
    if row.get("speaker"):
        yield row["speaker"]
    if row.get("place"):
        yield row["place"]
