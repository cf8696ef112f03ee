"""Ask for rows in an order that can be gone on with: "after this one, fifty more".

A cursor is the key of the last row, never a count of rows, so that stories which come in
between neither repeat nor hide one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from dateline.store.engine import Session
from dateline.store.query import Found, Query, read_cursor, write_cursor

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL, with the values of its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


NEVER = Condition("1 = 0")


def joined(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that all of these hold."""
    held = tuple(conditions)
    sql = " AND ".join(f"({condition.sql})" for condition in held) or "1 = 1"
    return Condition(sql, tuple(value for condition in held for value in condition.values))


@dataclass(frozen=True, slots=True)
class Order:
    """What rows are ordered by: the highest first, ties by columns that no two rows share.

    Rows without a highest come last. It is a column and no expression, which is what lets a
    database find the first fifty without sorting all.
    """

    highest: str
    ties: tuple[str, ...]
    kind: type = str
    """Of the highest: `str` or `int`."""

    @property
    def sql(self) -> str:
        """The order in SQL."""
        return f"ORDER BY {self.highest} DESC NULLS LAST, {', '.join(self.ties)}"

    def after(self, cursor: str | None) -> Iterable[Condition]:
        """Yield the condition that a row comes after a cursor's. Raises `QueryError`."""
        if cursor is None:
            return
        highest, *rest = read_cursor(cursor, (self.kind, *(str for _ in self.ties)))
        ties = f"({', '.join(self.ties)}) > ({', '.join('?' for _ in rest)})"
        if highest is None:
            yield Condition(f"{self.highest} IS NULL AND {ties}", tuple(rest))
            return
        later = f"{self.highest} < ? OR {self.highest} IS NULL"
        sql = f"{later} OR ({self.highest} = ? AND {ties})"
        yield Condition(sql, (highest, highest, *rest))


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from: the columns, the tables, and the values of their question marks."""

    columns: Sequence[str]
    tables: str
    values: tuple[Any, ...] = ()


def answer(
    session: Session,
    source: Source,
    where: Iterable[Condition],
    asked: tuple[Query, Order],
    make: Callable[[Sequence[Any]], Row],
) -> Found[Row]:
    """Return the rows of a source that hold the conditions, each made from its columns."""
    query, order = asked
    condition = joined([*where, *order.after(query.after)])
    key = (order.highest, *order.ties)
    sql = (
        f"SELECT {', '.join((*source.columns, *key))} FROM {source.tables}"
        f" WHERE {condition.sql} {order.sql} LIMIT ?"
    )
    values = (*source.values, *condition.values, query.limit + 1)
    rows = session.run(sql, values)
    shown, more = rows[: query.limit], len(rows) > query.limit
    width = len(source.columns)
    return Found(
        tuple(make(row[:width]) for row in shown),
        write_cursor(shown[-1][width:]) if more else None,
    )
