"""Answer what is looked for: lists of stories, claims and records, and reports by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.model import Span
from dateline.store.conditions import of_claims, of_records, of_reports, of_stories
from dateline.store.engine import AMONG, Session
from dateline.store.paging import Order, Source, answer
from dateline.store.query import Found, Query
from dateline.store.rows import ClaimRow, Hit, StoryRow
from dateline.store.schema import Table
from dateline.store.terms import number_of, terms

_NEWEST_STORIES = Order("stories.last", ("stories.id",))
_NEWEST_CLAIMS = Order("claims.last", ("claims.id",))
_NEWEST_REPORTS = Order("reports.published", ("reports.id",))
_BEST = Order("ranked.score", ("reports.id",), int)

_STORY = tuple(f"stories.{name}" for name in StoryRow.__slots__)
_CLAIM = tuple(f"claims.{name}" for name in ClaimRow.__slots__)
_HIT = tuple(f"reports.{name}" for name in ("id", "title", "outlet", "published", "story"))

_RANKED = """reports JOIN (
    WITH held AS MATERIALIZED (SELECT word, report, count FROM words WHERE word IN ({})),
    worths AS (
        SELECT word, ln(1 + CAST((SELECT count(*) FROM reports) AS FLOAT8) / count(*)) AS worth
        FROM held GROUP BY word
    )
    SELECT held.report AS report,
        CAST(1000 * sum(worths.worth * held.count / (held.count + 1.2)) AS BIGINT) AS score
    FROM held JOIN worths ON worths.word = held.word
    GROUP BY held.report HAVING count(*) = ?
) AS ranked ON ranked.report = reports.number"""
"""Reports that hold all words, ranked by how rare each is and, ever less, how often it stands."""


def find_stories(session: Session, query: Query) -> Found[StoryRow]:
    """Return stories, newest first."""
    source = Source(_STORY, "stories")
    return answer(session, source, of_stories(query), (query, _NEWEST_STORIES), _story)


def find_claims(session: Session, query: Query) -> Found[ClaimRow]:
    """Return claims, newest first."""
    source = Source(_CLAIM, "claims")
    return answer(session, source, of_claims(query), (query, _NEWEST_CLAIMS), _claim)


def find_records(session: Session, table: Table, query: Query) -> Found[dict[str, Any]]:
    """Return rows of a table of records, newest first."""
    names = [column.name for column in table.shown if column.name != "words"]
    source = Source([f"{table.name}.{name}" for name in names], table.name)
    newest = Order(f"{table.name}.last", (f"{table.name}.report", f"{table.name}.id"))
    where = of_records(query, table)
    return answer(
        session, source, where, (query, newest), lambda row: dict(zip(names, row, strict=True))
    )


def find_reports(session: Session, query: Query) -> Found[Hit]:
    """Return the reports that hold all words, best first; without words all, newest first."""
    if query.text is None:
        source, order = Source(_HIT, "reports"), _NEWEST_REPORTS
    else:
        sought = tuple(map(number_of, dict.fromkeys(terms(query.text))))
        marks = ", ".join("?" for _ in sought) or "NULL"
        source, order = Source(_HIT, _RANKED.format(marks), (*sought, len(sought))), _BEST
    found = answer(session, source, of_reports(query), (query, order), tuple)
    return Found(_hits(session, found.rows, terms(query.text or "")), found.next)


def _hits(
    session: Session, rows: Sequence[Sequence[Any]], sought: Sequence[str]
) -> tuple[Hit, ...]:
    """Return reports with the passage of each that holds most words."""
    sql = f"SELECT id, text, outline FROM reports WHERE id {AMONG}"
    held = {id: rest for id, *rest in session.run(sql, ([row[0] for row in rows],))}
    found = []
    for id, title, outlet, published, story in rows:
        text, outline = held[id]
        span = _best(_sentences(outline), text, frozenset(sought))
        found.append(Hit(id, title, outlet, published, story, span, span.of(text)))
    return tuple(found)


def _sentences(outline: str | None) -> Iterator[Span]:
    """Yield what an outline says: "0-41 43-90"."""
    for ends in (outline or "").split():
        start, _, end = ends.partition("-")
        yield Span(int(start), int(end))


def _best(sentences: Iterable[Span], text: str, sought: frozenset[str]) -> Span:
    """Return the first of the sentences that hold most words; the title stands last."""

    def held(span: Span) -> int:
        return len(sought.intersection(terms(span.of(text))))

    return max(sentences, key=held, default=Span(0, 0))


def _story(row: Sequence[Any]) -> StoryRow:
    *plain, countries = row
    return StoryRow(*(*plain, tuple(countries.split())))


def _claim(row: Sequence[Any]) -> ClaimRow:
    return ClaimRow(*row)
