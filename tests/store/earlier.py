"""A store as the first release wrote it, to be brought up to date."""

from __future__ import annotations

from dateline.store import Store

_LATER = (
    *("cases", "corrections", "corrected", "verdicts"),
    *("runs", "readings", "upkeep"),
)


def make_first(store: Store) -> None:
    """Take from a store the tables and columns that migrations add."""
    with store._engine.writing() as session:
        for table in _LATER:
            session.run(f"DROP TABLE {table}")
        session.run("ALTER TABLE reports DROP COLUMN outline")
        session.run("UPDATE schema_version SET version = 1")
