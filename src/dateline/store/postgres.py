"""PostgreSQL: a store that several machines share, reached through psycopg."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any

from dateline.errors import StoreError
from dateline.store.engine import Rows
from dateline.store.schema import Table

try:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict
except ImportError as missing:
    raise StoreError(
        "a PostgreSQL store needs psycopg: pip install 'dateline[postgres]'"
    ) from missing

if TYPE_CHECKING:
    import pyarrow as pa

_WRITERS = 0x646174656C696E65
"""The advisory lock that writers take in turn: weaving reads what the one before it wrote."""


class PostgresEngine:
    """A PostgreSQL database. One session at a time; other threads wait."""

    indexed = True

    def __init__(self, address: str, *, read_only: bool) -> None:
        self._name, self._lock = without_password(address), RLock()
        try:
            self._connection = psycopg.connect(address, autocommit=False)
            self._connection.read_only = read_only
        except psycopg.Error as problem:
            raise StoreError(f"{self._name} can't be reached: {_told(problem)}") from problem

    @contextmanager
    def reading(self) -> Iterator[PostgresSession]:
        """Yield a session that sees one state of the database throughout."""
        with self._session(psycopg.IsolationLevel.REPEATABLE_READ) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[PostgresSession]:
        """Yield a session whose changes are all kept, or none if it ends in an error."""
        # Each statement sees what is committed by then: the first one waits for its turn.
        with self._session(psycopg.IsolationLevel.READ_COMMITTED) as session:
            session.run("SELECT pg_advisory_xact_lock(?)", (_WRITERS,))
            yield session

    @contextmanager
    def _session(self, level: psycopg.IsolationLevel) -> Iterator[PostgresSession]:
        with self._lock:
            try:
                self._connection.isolation_level = level
                with self._connection.transaction(), self._connection.cursor() as cursor:
                    yield PostgresSession(self._name, cursor)
            except psycopg.Error as problem:
                raise StoreError(f"{self._name}: {_told(problem)}") from problem

    def revision(self) -> str:
        """Return which transactions are over, whoever made them. Raises `StoreError`."""
        with self.reading() as session:
            return str(session.run("SELECT CAST(pg_current_snapshot() AS TEXT)")[0][0])

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()


class PostgresSession:
    """One transaction on a PostgreSQL database."""

    def __init__(self, name: str, cursor: psycopg.Cursor[tuple[Any, ...]]) -> None:
        self._name, self._cursor = name, cursor

    def run(self, sql: str, values: Sequence[Any] = ()) -> Rows:
        """Run a statement and return its rows. Raises `StoreError`."""
        try:
            self._cursor.execute(sql.replace("?", "%s").encode(), values)
            return self._cursor.fetchall() if self._cursor.description else []
        except psycopg.Error as problem:
            raise StoreError(f"{self._name}: {_told(problem)}") from problem

    def arrow(self, table: Table, sql: str) -> pa.Table:
        """Return the rows of a query for a table's shown columns. Raises `StoreError`."""
        import pyarrow as pa

        kinds = {"TEXT": pa.string(), "BIGINT": pa.int64(), "FLOAT8": pa.float64()}
        schema = pa.schema([(c.name, kinds.get(c.type, pa.bool_())) for c in table.shown])
        columns = list(zip(*self.run(sql), strict=True)) or [()] * len(table.shown)
        return pa.table([list(column) for column in columns], schema=schema)


def without_password(address: str) -> str:
    """Return an address as it may be shown. Raises `StoreError` for what is none."""
    try:
        parts = conninfo_to_dict(address)
    except psycopg.Error:
        # What psycopg says of it would show the password, and so would a chained error.
        raise StoreError("that is no address of a PostgreSQL database") from None
    return f"postgresql://{parts.get('host', '')}/{parts.get('dbname', '')}"


def _told(problem: psycopg.Error) -> str:
    return str(problem).strip().partition("\n")[0]
