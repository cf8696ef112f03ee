"""Draw rows at random, and keep what people judge of them.

The draw is by digest of the seed and the row's name: the same seed draws the same rows again,
and keeps most of them when others come. A verdict is on what a row said; where the row says
something else later, it has none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dateline.corrections import Judged, Signed
from dateline.store.engine import AMONG, Engine, Session, insert_rows
from dateline.store.review_tables import VERDICTS
from dateline.store.schema import Table, select

_MOVING = frozenset({"story", "words"})
"""Columns of a row that say nothing of what was read."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row that was drawn, and the last verdict on what it says."""

    report: str
    record: str
    digest: str
    verdict: Judged | None = None
    note: str = ""
    who: str = ""

    @property
    def id(self) -> str:
        """The record's id, led by its report's."""
        return f"{self.report}/{self.record}"


class Audit:
    """A sample of the rows of a table, with what was judged of it so far."""

    def __init__(self, engine: Engine, table: Table, size: int, seed: int) -> None:
        self._engine, self._table = engine, table
        self._size, self._seed = size, seed

    def rows(self) -> list[Drawn]:
        """Return the sample, in the order in which it is drawn."""
        with self._engine.reading() as session:
            drawn = [self._digested(row) for row in self._draw(session)]
            told = _verdicts(session, [row.digest for row in drawn])
        return [told.get(row.digest, row) for row in drawn]

    def judge(self, row: Drawn, verdict: Judged, signed: Signed) -> None:
        """Keep a verdict; what is remarked stands in `signed.why`. The last one counts."""
        kept = {
            "report": row.report,
            "record": row.record,
            "judged": row.digest,
            "verdict": verdict.value,
            "note": signed.why,
            "who": signed.who,
            "made": signed.when,
        }
        with self._engine.writing() as session:
            insert_rows(session, VERDICTS, [kept])

    def _draw(self, session: Session) -> list[dict[str, Any]]:
        name = self._table.name
        sql = (
            f"{select(self._table)} ORDER BY"
            f" md5(CAST(? AS TEXT) || '/' || {name}.report || '/' || {name}.id),"
            f" {name}.report, {name}.id LIMIT ?"
        )
        rows = session.run(sql, (str(self._seed), self._size))
        names = [column.name for column in self._table.shown]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _digested(self, row: dict[str, Any]) -> Drawn:
        # Without a time of its own a row has its report's day, which siblings may tell later.
        moving = _MOVING if row["grain"] else _MOVING | {"first", "last"}
        said = {name: value for name, value in row.items() if name not in moving}
        plain = json.dumps([self._table.name, said], sort_keys=True).encode("ascii")
        return Drawn(row["report"], row["id"], sha256(plain).hexdigest())


def _verdicts(session: Session, digests: list[str]) -> dict[str, Drawn]:
    """Return the last verdict on each of these rows."""
    sql = (
        "SELECT report, record, judged, verdict, note, who FROM verdicts"
        f" WHERE judged {AMONG} ORDER BY made"
    )
    rows = session.run(sql, (digests,))
    return {
        digest: Drawn(report, record, digest, Judged(verdict), note or "", who)
        for report, record, digest, verdict, note, who in rows
    }
