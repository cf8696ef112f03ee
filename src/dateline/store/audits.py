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
from dateline.store.engine import AMONG, Session, insert_rows
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


def draw(session: Session, table: Table, size: int, seed: int) -> tuple[Drawn, ...]:
    """Return so many rows of a table in the order in which they are drawn."""
    name = table.name
    sql = (
        f"{select(table)} ORDER BY"
        f" md5(CAST(? AS TEXT) || '/' || {name}.report || '/' || {name}.id),"
        f" {name}.report, {name}.id LIMIT ?"
    )
    names = [column.name for column in table.shown]
    found = (dict(zip(names, row, strict=True)) for row in session.run(sql, (str(seed), size)))
    rows = [_digested(name, row) for row in found]
    told = _verdicts(session, [row.digest for row in rows])
    return tuple(told.get(row.digest, row) for row in rows)


def keep_verdict(session: Session, row: Drawn, verdict: Judged, signed: Signed) -> None:
    """Write a verdict down; the earlier ones stay."""
    kept = {
        "report": row.report,
        "record": row.record,
        "judged": row.digest,
        "verdict": verdict.value,
        "note": signed.why,
        "who": signed.who,
        "made": signed.when,
    }
    insert_rows(session, VERDICTS, [kept])


def _digested(table: str, row: dict[str, Any]) -> Drawn:
    # Without a time of its own a row has its report's day, which siblings may tell later.
    moving = _MOVING if row["grain"] else _MOVING | {"first", "last"}
    said = {name: value for name, value in row.items() if name not in moving}
    plain = json.dumps([table, said], sort_keys=True).encode("ascii")
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
