"""Open the database that a command names, wherever it is held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import StoreError

if TYPE_CHECKING:
    from dateline.store import AnyStore

_SCHEMES = ("postgresql://", "postgres://")
_DUCKDB = b"DUCK"
"""Stands in each DuckDB file after a checksum of eight bytes."""


def is_postgres(address: str) -> bool:
    """Whether an address is that of a PostgreSQL database."""
    return address.startswith(_SCHEMES)


def is_database(path: str) -> bool:
    """Whether a path is the address of a PostgreSQL database, or a DuckDB file."""
    if is_postgres(path):
        return True
    with suppress(OSError, ValueError), Path(path).open("rb") as file:
        return file.read(12)[8:] == _DUCKDB
    return False


@contextmanager
def open_database(address: str, *, read_only: bool = True) -> Iterator[AnyStore]:
    """Open a database; what a server of this machine holds is asked through it.

    Raises `StoreError`.
    """
    from dateline.store import open_store

    with open_store(address, read_only=read_only) as store:
        yield store


@contextmanager
def existing_database(address: str) -> Iterator[AnyStore]:
    """Open a database that is there for writing: a wrong name makes no new file.

    Raises `StoreError`.
    """
    if not is_postgres(address) and not Path(address).exists():
        raise StoreError(f"{address}: no such database")
    with open_database(address, read_only=False) as store:
        yield store
