"""The shapes of the API's answers, as its description tells them.

Stories, claims and reports are the objects that `dateline brief --json` prints; rows of records
are those of the tables, so that their shapes come from where the tables are declared.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field, create_model

from dateline.export.report_shape import ReportObject
from dateline.export.story_shape import ClaimObject
from dateline.store.record_tables import CODED
from dateline.store.schema import Table

Row = TypeVar("Row")

_KINDS = {"TEXT": str, "BIGINT": int, "FLOAT8": float, "BOOLEAN": bool}


class Rows(BaseModel, Generic[Row]):
    """Some rows, and the cursor to go on with: null where all is told."""

    rows: list[Row]
    next: str | None


class HitRow(BaseModel):
    """A report that a search found, with the span and words of the best passage."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    story: str
    span: tuple[int, int]
    passage: str


class OwnedClaim(ClaimObject):
    """A claim, and the story that it is in."""

    story: str


class OwnedReport(ReportObject):
    """A report, and the story that it is in."""

    story: str


def _row(table: Table) -> Any:
    """Return the shape of a table's rows; what is not known is null."""
    columns: dict[str, Any] = {
        column.name: (_KINDS[column.type] | None, Field(..., description=column.holds))
        for column in table.shown
        if column.name != "words"
    }
    return create_model(f"{table.name.title()}Row", __doc__=table.holds, **columns)


RECORDS: Any = reduce(or_, (Rows.__class_getitem__(_row(table)) for table in CODED))
"""A list of events, of statements, or of figures."""
