"""Turn what is looked for into conditions on stories, claims, records and reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.store.paging import Condition, joined
from dateline.store.query import Box, Query
from dateline.store.schema import Table
from dateline.store.tables import PARTLY
from dateline.store.terms import folded, number_of, terms

Column = Callable[[str], str]
"""How a column of a record is written: "records.code", or NULL where its table has none."""


def of_stories(query: Query) -> Iterator[Condition]:
    """Yield what a story must hold: its place or country anywhere in it, the rest of one record."""
    yield from _days(query, "stories")
    yield from _origins(query, "stories.least >= ?")
    yield from _mentioned(query, "stories.id IN (SELECT story FROM {})")
    if query.outlet is not None:
        sql = "stories.id IN (SELECT story FROM reports WHERE outlet = ?)"
        yield Condition(sql, (query.outlet,))
    if query.text is not None:
        yield _all_words(query.text)
    if coded := list(_coded(query, _of_any)):
        yield _inside("stories.id IN (SELECT records.story FROM records WHERE {})", coded)


def of_claims(query: Query) -> Iterator[Condition]:
    """Yield what a claim must hold; what is said of records, one of its members must."""
    yield from _days(query, "claims")
    yield from _origins(query, "claims.least >= ?")
    yield from _words_in(query, "claims.words")
    if query.outlet is not None:
        sql = (
            "claims.id IN (SELECT members.claim FROM members"
            " JOIN reports ON reports.id = members.report WHERE reports.outlet = ?)"
        )
        yield Condition(sql, (query.outlet,))
    if member := [*_coded(query, _of_any), *_placed(query, _of_any)]:
        sql = (
            "claims.id IN (SELECT members.claim FROM members JOIN records"
            " ON records.report = members.report AND records.id = members.record WHERE {})"
        )
        yield _inside(sql, member)


def of_records(query: Query, table: Table) -> Iterator[Condition]:
    """Yield what an event, statement or figure must hold."""

    def column(name: str) -> str:
        return f"{table.name}.{name}" if name in table.names else f"CAST(NULL AS {PARTLY[name]})"

    yield from _days(query, table.name)
    yield from _words_in(query, f"{table.name}.words")
    yield from _coded(query, column)
    yield from _placed(query, column)
    if query.outlet is not None:
        sql = f"{table.name}.report IN (SELECT id FROM reports WHERE outlet = ?)"
        yield Condition(sql, (query.outlet,))
    claimed = (
        f"({table.name}.report, {table.name}.id) IN (SELECT members.report, members.record"
        " FROM members JOIN claims ON claims.id = members.claim WHERE claims.least >= ?)"
    )
    yield from _origins(query, claimed)


def of_reports(query: Query) -> Iterator[Condition]:
    """Yield what a report must hold, but for the words that rank it."""
    published = "substr(reports.published, 1, 10)"
    if query.since is not None:
        yield Condition(f"{published} >= ?", (query.since,))
    if query.until is not None:
        yield Condition(f"{published} <= ?", (query.until,))
    if query.outlet is not None:
        yield Condition("reports.outlet = ?", (query.outlet,))
    yield from _origins(query, "reports.story IN (SELECT id FROM stories WHERE least >= ?)")
    yield from _mentioned(query, "reports.id IN (SELECT report FROM {})")
    if coded := list(_coded(query, _of_any)):
        yield _inside("reports.id IN (SELECT records.report FROM records WHERE {})", coded)


# ------------------------------------------------------------------------------- one at a time


def _of_any(name: str) -> str:
    return f"records.{name}"


def _inside(sql: str, conditions: list[Condition]) -> Condition:
    """Return a condition whose braces hold these."""
    inner = joined(conditions)
    return Condition(sql.format(inner.sql), inner.values)


def _days(query: Query, table: str) -> Iterator[Condition]:
    """Yield that the days of a row meet those that are looked for."""
    if query.since is not None:
        yield Condition(f"{table}.last >= ?", (query.since,))
    if query.until is not None:
        yield Condition(f"{table}.first <= ?", (query.until,))


def _origins(query: Query, sql: str) -> Iterator[Condition]:
    if query.origins is not None:
        yield Condition(sql, (query.origins,))


def _coded(query: Query, column: Column) -> Iterator[Condition]:
    """Yield what a record must be, and who must have a part in it."""
    for name, value in (
        ("code", query.category),
        ("status", query.status),
        ("measure", query.measure),
    ):
        if value is not None:
            yield Condition(f"{column(name)} = ?", (value,))
    if query.actor is not None:
        yield _party(column, Condition("folded = ?", (folded(query.actor),)))


def _placed(query: Query, column: Column) -> Iterator[Condition]:
    """Yield where a record's place must be, and that it or a party is of the country."""
    if query.box is not None:
        yield _in_box(query.box, column)
    if query.country is not None:
        party = _party(column, Condition("country = ?", (query.country,)))
        sql = f"{column('country')} = ? OR {party.sql}"
        yield Condition(sql, (query.country, *party.values))


def _party(column: Column, condition: Condition) -> Condition:
    """Return that a party of a record holds a condition."""
    sql = (
        f"({column('report')}, {column('id')}) IN"
        f" (SELECT report, record FROM parties WHERE {condition.sql})"
    )
    return Condition(sql, condition.values)


def _in_box(box: Box, column: Column) -> Condition:
    """Return that a place lies in a box, which may cross 180°."""
    west, south, east, north = box
    lat, lon = column("lat"), column("lon")
    across = "OR" if west > east else "AND"
    sql = f"{lat} >= ? AND {lat} <= ? AND ({lon} >= ? {across} {lon} <= ?)"
    return Condition(sql, (south, north, west, east))


def _mentioned(query: Query, sql: str) -> Iterator[Condition]:
    """Yield that a place or party is mentioned; the braces take where to look for it."""
    if query.box is not None:
        place = _in_box(query.box, lambda name: f"places.{name}")
        yield Condition(sql.format(f"places WHERE {place.sql}"), place.values)
    if query.country is not None:
        tables = ("places WHERE country = ?", "parties WHERE country = ?")
        either = " OR ".join(sql.format(table) for table in tables)
        yield Condition(either, (query.country, query.country))


def _all_words(text: str) -> Condition:
    """Return that one report of a story holds all words; what has no words is nowhere."""
    sought = tuple(map(number_of, dict.fromkeys(terms(text))))
    marks = ", ".join("?" for _ in sought) or "NULL"
    sql = (
        "stories.id IN (SELECT reports.story FROM reports JOIN (SELECT report FROM words"
        f" WHERE word IN ({marks}) GROUP BY report HAVING count(*) = ?) AS held"
        " ON held.report = reports.number)"
    )
    return Condition(sql, (*sought, len(sought)))


def _words_in(query: Query, column: str) -> Iterator[Condition]:
    """Yield that a column of stems holds each word."""
    if query.text is None:
        return
    for term in terms(query.text) or ("",):
        # A stem has letters, digits and marks of words only: nothing that LIKE reads.
        yield Condition(f"{column} LIKE ?", (f"% {term} %",))
