"""Make the tables of a new database, and bring those of an older one up to date.

A migration is a function that takes a database from one version to the next. One that has
been released never changes: what comes later gets one of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dateline.errors import StoreError, StoreOutdated
from dateline.store.engine import Engine, Session
from dateline.store.review_tables import CORRECTED, CORRECTIONS, VERDICTS
from dateline.store.runs import RUN_TABLES
from dateline.store.schema import Table, create
from dateline.store.tables import CASES, TABLES, WORDS, records_view
from dateline.store.terms import number_of
from dateline.store.upkeep import UPKEEP


class Migration(Protocol):
    """Takes a database from one version to the next."""

    def __call__(self, session: Session, *, indexed: bool) -> None:
        """Change its tables. Raises `StoreError`."""
        ...


def _add_cases(session: Session, *, indexed: bool) -> None:
    """Make room for what is looked for again and again."""
    _make(session, (CASES,), indexed=indexed)


def _add_review(session: Session, *, indexed: bool) -> None:
    """Make room for what people set right and how they judge."""
    _make(session, (CORRECTIONS, CORRECTED, VERDICTS), indexed=indexed)


def _add_runs(session: Session, *, indexed: bool) -> None:
    """Make room for what read the reports, and for how far the words are in order."""
    _make(session, (*RUN_TABLES, UPKEEP), indexed=indexed)


def _add_outlines(session: Session, *, indexed: bool) -> None:
    """Write beside each report where its sentences stand."""
    del indexed  # Nothing is sought by it.
    session.run("ALTER TABLE reports ADD COLUMN outline TEXT")
    session.run(
        "UPDATE reports SET outline = held.outline FROM (SELECT report,"
        " string_agg(CAST(span_start AS TEXT) || '-' || CAST(span_end AS TEXT), ' '"
        " ORDER BY label = 'title', span_start) AS outline FROM sentences GROUP BY report)"
        " AS held WHERE held.report = reports.id"
    )


def _add_numbers(session: Session, *, indexed: bool) -> None:
    """Keep words and their reports as numbers."""
    session.run("ALTER TABLE reports ADD COLUMN number BIGINT")
    reports = _numbered(session, "SELECT id FROM reports")
    session.run(
        f"UPDATE reports SET number = made.number FROM ({_MADE}) AS made"
        " WHERE reports.id = made.name",
        reports,
    )
    words = _numbered(session, "SELECT DISTINCT word FROM words")
    session.run("ALTER TABLE words RENAME TO spelled")
    _make(session, (WORDS,), indexed=False)
    session.run(
        "INSERT INTO words SELECT made.number, reports.number, spelled.story, spelled.count"
        f" FROM spelled JOIN ({_MADE}) AS made ON made.name = spelled.word"
        " JOIN reports ON reports.id = spelled.report ORDER BY 1, 2",
        words,
    )
    session.run("DROP TABLE spelled")
    if indexed:
        for table, column in (("reports", "number"), *(("words", name) for name in WORDS.sought)):
            session.run(f"CREATE INDEX {table}_{column} ON {table} ({column})")


_MADE = "SELECT unnest(CAST(? AS TEXT[])) AS name, unnest(CAST(? AS BIGINT[])) AS number"


def _numbered(session: Session, sql: str) -> tuple[list[str], list[int]]:
    """Return what a query for names gives, and the number of each."""
    names = [name for (name,) in session.run(sql)]
    return names, list(map(number_of, names))


MIGRATIONS: tuple[Migration, ...] = (
    _add_cases,
    _add_review,
    _add_runs,
    _add_outlines,
    _add_numbers,
)
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
        if version:
            what = f"its tables are of version {version}; `dateline add` brings them up to date"
            raise StoreOutdated(f"{name} can't be read: {what}")
        raise StoreError(
            f"{name} can't be read: it holds no tables of dateline; `dateline add` makes them"
        )
    with engine.writing() as session:
        _advance(session, name, indexed=engine.indexed)


def _advance(session: Session, name: str, *, indexed: bool) -> None:
    """Make the tables, or run the migrations that are due, if no other writer did meanwhile."""
    version = _version(session, name)
    if version:
        for migration in MIGRATIONS[version - 1 :]:
            migration(session, indexed=indexed)
        session.run("UPDATE schema_version SET version = ?", (1 + len(MIGRATIONS),))
        return
    _make(session, TABLES, indexed=indexed)
    session.run(records_view())
    session.run("CREATE TABLE schema_version (version BIGINT)")
    session.run("INSERT INTO schema_version VALUES (?)", (1 + len(MIGRATIONS),))


def _make(session: Session, tables: Iterable[Table], *, indexed: bool) -> None:
    """Make tables."""
    for table in tables:
        for statement in create(table, indexed=indexed):
            session.run(statement)


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
