"""Open the database of an address: PostgreSQL by its scheme, a DuckDB file by anything else."""

from __future__ import annotations

from dateline.store.engine import Engine

_POSTGRES = ("postgresql://", "postgres://")


def open_engine(address: str, *, read_only: bool) -> Engine:
    """Return the database of an address. Raises `StoreError`."""
    if address.startswith(_POSTGRES):
        from dateline.store.postgres import PostgresEngine

        return PostgresEngine(address, read_only=read_only)
    from dateline.store.duck import DuckEngine

    return DuckEngine(address, read_only=read_only)


def shown_address(address: str) -> str:
    """Return an address without the password that may be in it."""
    return "the database" if address.startswith(_POSTGRES) else address
