"""Stories kept in a database: DuckDB in one file, or PostgreSQL, with the same tables."""

from __future__ import annotations

from dateline.store.placed import PlacedClaim
from dateline.store.query import Found, Query
from dateline.store.rows import ClaimRow, Hit, StoryRow
from dateline.store.runs import Run
from dateline.store.schema import Column, Table
from dateline.store.store import Store

__all__ = [
    "ClaimRow",
    "Column",
    "Found",
    "Hit",
    "PlacedClaim",
    "Query",
    "Run",
    "Store",
    "StoryRow",
    "Table",
]
