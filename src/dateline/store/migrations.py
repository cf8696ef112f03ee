"""Make the tables of a new database, and bring those of an older one up to date.

A migration is a function that takes a database from one version to the next. One that has
been released never changes: what comes later gets one of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.errors import StoreError
from dateline.store.engine import Engine, Session
from dateline.store.runs import RUN_TABLES
from dateline.store.schema import create
from dateline.store.tables import TABLES, records_view
from dateline.store.upkeep import UPKEEP

Migration = Callable[[Session], None]


def _add_runs(session: Session) -> None:
    """Make room for what read the reports, and for how far the words are in order."""
    for table in (*RUN_TABLES, UPKEEP):
        for statement in create(table, indexed=False):
            session.run(statement)


MIGRATIONS: tuple[Migration, ...] = (_add_runs,)
"""What takes version 1 to 2, 2 to 3, and so on. A new database has the last one at once."""


def migrate(engine: Engine, name: str, *, read_only: bool) -> None:
    """Bring a database to the version of this program. Raises `StoreError` where it can't be."""
    with engine.reading() as session:
        version = _version(session, name)
    newest = 1 + len(MIGRATIONS)
    if version > newest:
        raise StoreError(
            f"{name} was written by a later dateline: its tables are of version {version},"
            f" and this one knows {newest}"
        )
    if version == newest:
        return
    if read_only:
        what = (
            f"its tables are of version {version}" if version else "it holds no tables of dateline"
        )
        raise StoreError(f"{name} can't be read: {what}; `dateline add` makes them")
    with engine.writing() as session:
        _advance(session, name, indexed=engine.indexed)


def _advance(session: Session, name: str, *, indexed: bool) -> None:
    """Make the tables, or run the migrations that are due, if no other writer did meanwhile."""
    version = _version(session, name)
    if version:
        for migration in MIGRATIONS[version - 1 :]:
            migration(session)
        session.run("UPDATE schema_version SET version = ?", (1 + len(MIGRATIONS),))
        return
    for table in TABLES:
        for statement in create(table, indexed=indexed):
            session.run(statement)
    session.run(records_view())
    session.run("CREATE TABLE schema_version (version BIGINT)")
    session.run("INSERT INTO schema_version VALUES (?)", (1 + len(MIGRATIONS),))


def _version(session: Session, name: str) -> int:
    """Return the version of the tables, 0 for a database without any of them."""
    known = session.run(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
    )
    names = {row[0] for row in known}
    if "schema_version" in names:
        rows = session.run("SELECT max(version) FROM schema_version")
        return int(rows[0][0] or 0)
    foreign = sorted(names & {table.name for table in TABLES})
    if foreign:
        raise StoreError(f"{name} has a table {foreign[0]!r} that dateline didn't make")
    return 0
