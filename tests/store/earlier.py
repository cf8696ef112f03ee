"""A store as the first release wrote it, to be brought up to date."""

from __future__ import annotations

from dateline.store import Store
from dateline.store.engine import Session, insert_rows
from dateline.store.schema import TEXT, WHOLE, Table, create
from dateline.store.terms import report_terms
from dateline.store.writing import load_as_read

_LATER = (
    *("cases", "corrections", "corrected", "verdicts"),
    *("runs", "readings", "upkeep"),
)


_SPELLED = Table(
    "words",
    "Words as they were kept at first.",
    (TEXT("word", ""), TEXT("report", ""), TEXT("story", ""), WHOLE("count", "")),
    sought=("word", "story"),
)


def make_first(store: Store) -> None:
    """Take from a store the tables and columns that migrations add."""
    with store._engine.writing() as session:
        for table in _LATER:
            session.run(f"DROP TABLE {table}")
        _spell_words(session, indexed=store._engine.indexed)
        if store._engine.indexed:
            session.run("DROP INDEX reports_number")
        for column in ("outline", "number"):
            session.run(f"ALTER TABLE reports DROP COLUMN {column}")
        session.run("UPDATE schema_version SET version = 1")


def _spell_words(session: Session, *, indexed: bool) -> None:
    """Keep words and reports by their names."""
    homes: dict[str, str] = dict(session.run("SELECT id, story FROM reports ORDER BY id"))
    session.run("DROP TABLE words")
    for statement in create(_SPELLED, indexed=indexed):
        session.run(statement)
    rows = [
        {"word": word, "report": report.id, "story": homes[report.id], "count": count}
        for report in load_as_read(session, list(homes))
        for word, count in report_terms(report).items()
    ]
    insert_rows(session, _SPELLED, rows)
