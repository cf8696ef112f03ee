"""Put the words that search reads in their order, so that those of one question lie together.

DuckDB keeps for each stretch of some hundred thousand rows the least and the greatest value of
a column, and passes over stretches that can't hold what is looked for. Words come report by
report, so that every stretch holds all of them; sorted, a word stands in one or two. The rows
stay the same, and so does what is found.
"""

from __future__ import annotations

from dateline.store.engine import Session
from dateline.store.schema import TEXT, WHOLE, Table

UPKEEP = Table(
    "upkeep",
    "How many rows a table had when they were last put in order.",
    (TEXT("name", "the table"), WHOLE("rows", "its rows then")),
    key="name",
)
FEWEST = 500_000
"""Rows from which on order pays: some thousand reports."""
GROWTH = 1.25
"""How much the table grows before it is put in order again: the work stays in proportion."""


def is_due(session: Session) -> bool:
    """Whether so many words came since they were put in order that it is time again."""
    rows = _count(session)
    known = session.run("SELECT rows FROM upkeep WHERE name = 'words'")
    return rows >= max(FEWEST, GROWTH * (known[0][0] if known else 0))


def put_in_order(session: Session) -> None:
    """Write the words anew, sorted."""
    session.run("CREATE TABLE sorted AS SELECT * FROM words ORDER BY word, report")
    session.run("DROP TABLE words")
    session.run("ALTER TABLE sorted RENAME TO words")
    session.run("DELETE FROM upkeep WHERE name = 'words'")
    session.run("INSERT INTO upkeep VALUES ('words', ?)", (_count(session),))


def _count(session: Session) -> int:
    rows: int = session.run("SELECT count(*) FROM words")[0][0]
    return rows
