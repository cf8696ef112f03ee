"""DuckDB: a store that is one file, which one process at a time may write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os import PathLike, fspath
from threading import Lock
from typing import TYPE_CHECKING, Any

import duckdb

from dateline.errors import StoreError, StoreInUse
from dateline.store.engine import Rows
from dateline.store.schema import Table

if TYPE_CHECKING:
    import pyarrow as pa

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    # Nothing is fetched or loaded, and SQL reaches no other file.
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "enable_external_access": "false",
    "memory_limit": "1GB",
    "threads": "2",
}
_HOLDER = re.compile(r"\(PID (\d+)\)")


class DuckEngine:
    """A DuckDB file. Readers of several threads stand side by side; writers take turns."""

    indexed = False
    """A column is read through in milliseconds; indexes doubled the file and slowed its queries."""

    def __init__(self, file: str | PathLike[str], *, read_only: bool) -> None:
        self._file, self._turn = fspath(file), Lock()
        self._written = 0
        if not self._file or "\0" in self._file:
            raise StoreError(f"a database is called by the name of a file, not {self._file!r}")
        try:
            self._connection = duckdb.connect(self._file, read_only=read_only, config=_SETTINGS)
        except duckdb.Error as problem:
            raise _opening(self._file, problem) from problem

    @contextmanager
    def reading(self) -> Iterator[DuckSession]:
        """Yield a session that sees one state of the database throughout."""
        session = DuckSession(self._file, self._connection)
        session.run("BEGIN TRANSACTION")
        try:
            yield session
        finally:
            session.end("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[DuckSession]:
        """Yield a session whose changes are all kept, or none if it ends in an error."""
        with self._turn:
            session = DuckSession(self._file, self._connection)
            session.run("BEGIN TRANSACTION")
            try:
                yield session
                session.run("COMMIT")
            except BaseException:
                session.end("ROLLBACK")
                raise
            finally:
                self._written += 1
            session.close()

    def revision(self) -> str:
        """Return how often this process wrote: nobody else can while it holds the file."""
        return str(self._written)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class DuckSession:
    """One transaction on a DuckDB file."""

    def __init__(self, file: str, connection: duckdb.DuckDBPyConnection) -> None:
        self._file = file
        try:
            self._cursor = connection.cursor()
        except duckdb.Error as problem:
            raise StoreError(f"{file} is closed") from problem

    def run(self, sql: str, values: Sequence[Any] = ()) -> Rows:
        """Run a statement and return its rows. Raises `StoreError`."""
        try:
            return self._cursor.execute(sql, values).fetchall()
        except duckdb.Error as problem:
            raise StoreError(f"{self._file}: {_first_line(problem)}") from problem

    def arrow(self, table: Table, sql: str) -> pa.Table:
        """Return the rows of a query for a table's shown columns. Raises `StoreError`."""
        del table  # DuckDB knows the types of its columns.
        try:
            return self._cursor.sql(sql).to_arrow_table()
        except duckdb.Error as problem:
            raise StoreError(f"{self._file}: {_first_line(problem)}") from problem

    def end(self, how: str) -> None:
        """End a transaction whose changes don't matter; it may have ended by itself."""
        try:
            self._cursor.execute(how)
        except duckdb.Error:  # An error aborts a transaction, and a full disk the database.
            pass
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the session."""
        self._cursor.close()


def _opening(file: str, problem: duckdb.Error) -> StoreError:
    """Return in plain words why a file can't be opened."""
    told = str(problem)
    if "Conflicting lock" in told or "different configuration" in told:
        holder = _HOLDER.search(told)
        who = f"process {holder[1]}" if holder else "another connection"
        return StoreInUse(
            f"{file} is in use: {who} holds it, and a DuckDB file has one owner at a time"
        )
    # Another program's file makes DuckDB look for an extension that reads it.
    if "not a valid DuckDB" in told or "external extensions" in told:
        return StoreError(f"{file} is not a DuckDB database")
    if "database does not exist" in told:
        return StoreError(f"{file}: no such database")
    if "No such file" in told:
        return StoreError(f"{file}: no such folder")
    return StoreError(f"{file} can't be opened: {_first_line(problem)}")


def _first_line(problem: duckdb.Error) -> str:
    """Return the sentence of an error that says what happened."""
    return str(problem).partition("\n")[0].partition("Error: ")[2] or str(problem)
