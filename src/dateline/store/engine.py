"""What a store asks of a database, whichever it is.

SQL is what DuckDB and PostgreSQL share, with `?` where a value goes; a value never stands in
the SQL itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

from dateline.store.schema import Table, insert

if TYPE_CHECKING:
    import pyarrow as pa

Rows = list[tuple[Any, ...]]

AMONG = "IN (SELECT unnest(CAST(? AS TEXT[])))"
"""A column stands among the texts of a list, which is one value."""

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""What a database can't hold: it can come in an attribute of broken markup."""


class Session(Protocol):
    """A database as one moment shows it."""

    def run(self, sql: str, values: Sequence[Any] = ()) -> Rows:
        """Run a statement and return its rows. Raises `StoreError`."""
        ...

    def arrow(self, table: Table, sql: str) -> pa.Table:
        """Return the rows of a query for a table's shown columns. Raises `StoreError`."""
        ...


class Engine(Protocol):
    """A database that is open."""

    @property
    def indexed(self) -> bool:
        """Whether it finds rows faster by an index than by reading a column through."""
        ...

    def reading(self) -> AbstractContextManager[Session]:
        """Return a session that sees one state of the database throughout."""
        ...

    def writing(self) -> AbstractContextManager[Session]:
        """Return a session whose changes are all kept, or none if it ends in an error."""
        ...

    def revision(self) -> str:
        """Return a word that is another one once anything was written. Raises `StoreError`."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


def insert_rows(session: Session, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add rows to a table; what a row doesn't say is unknown."""
    held = list(rows)
    if held:
        columns = [
            [_storable(row.get(column.name), column.type) for row in held]
            for column in table.columns
        ]
        session.run(insert(table), columns)


def _storable(value: Any, type: str) -> Any:
    """Return a value as a column of this type holds it."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    return float(value) if type == "FLOAT8" and value is not None else value
