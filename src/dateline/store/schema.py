"""Say what a table is, and write it in the SQL that DuckDB and PostgreSQL share.

Table("credits", "Agencies that reports credit.", (TEXT("agency", "its usual name"), …))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type in SQL, and what stands in it. An empty value is what is not known."""

    type: str
    name: str
    holds: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row is, its columns, and what finds rows fast."""

    name: str
    holds: str
    columns: tuple[Column, ...]
    key: str | None = None
    """The column whose values are told apart by the database."""
    sought: tuple[str, ...] = ()
    """The columns that rows are sought by, where an engine seeks by index."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that people read: packed bytes are for the store itself."""
        return tuple(column for column in self.columns if column.type != "BYTEA")


TEXT = partial(Column, "TEXT")
WHOLE = partial(Column, "BIGINT")
REAL = partial(Column, "FLOAT8")
YES_NO = partial(Column, "BOOLEAN")
BYTES = partial(Column, "BYTEA")


_AS_IT_IS = " USING COMPRESSION uncompressed"
"""Packed bytes, in an engine that packs columns: it unpacked two thousand of them to give one."""


def create(table: Table, *, indexed: bool) -> Iterator[str]:
    """Yield the statements that make a table, and its indexes if any are wanted.

    An engine without indexes is one that keeps its rows by columns.
    """
    lines = [
        f"{column.name} {column.type}{_AS_IT_IS if _is_packed(column) and not indexed else ''}"
        for column in table.columns
    ]
    if table.key:
        lines.append(f"PRIMARY KEY ({table.key})")
    yield f"CREATE TABLE {table.name} ({', '.join(lines)})"
    for column in table.sought if indexed else ():
        yield f"CREATE INDEX {table.name}_{column} ON {table.name} ({column})"


def _is_packed(column: Column) -> bool:
    return column.type == "BYTEA"


def insert(table: Table) -> str:
    """Return the statement that adds many rows at once, given a list for each column."""
    lists = ", ".join(f"unnest(CAST(? AS {column.type}[]))" for column in table.columns)
    return f"INSERT INTO {table.name} ({', '.join(table.names)}) SELECT {lists}"


def select(table: Table) -> str:
    """Return the start of a query for the rows that people read."""
    shown = ", ".join(f"{table.name}.{column.name}" for column in table.shown)
    return f"SELECT {shown} FROM {table.name}"
