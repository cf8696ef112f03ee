"""Stories kept in a database: DuckDB in one file, or PostgreSQL, with the same tables."""

from __future__ import annotations

from dateline.store.cases import Case
from dateline.store.held import HeldStore
from dateline.store.placed import PlacedClaim
from dateline.store.query import Found, Query
from dateline.store.reaching import AnyStore, open_store
from dateline.store.rows import ClaimRow, Hit, StoryRow
from dateline.store.runs import Run
from dateline.store.schema import Column, Table
from dateline.store.store import Store
from dateline.store.story_places import StoryPlace
from dateline.store.walking import stories_of, story_ids

__all__ = [
    "AnyStore",
    "Case",
    "ClaimRow",
    "Column",
    "Found",
    "HeldStore",
    "Hit",
    "PlacedClaim",
    "Query",
    "Run",
    "Store",
    "StoryPlace",
    "StoryRow",
    "Table",
    "open_store",
    "stories_of",
    "story_ids",
]
