"""Take the stories out of a database, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import Story
    from dateline.store import Query, Store

_SCHEMES = ("postgresql://", "postgres://")
_DUCKDB = b"DUCK"
"""Stands in each DuckDB file after a checksum of eight bytes."""


def is_database(path: str) -> bool:
    """Whether a path is the address of a PostgreSQL database, or a DuckDB file."""
    if path.startswith(_SCHEMES):
        return True
    with suppress(OSError, ValueError), Path(path).open("rb") as file:
        return file.read(12)[8:] == _DUCKDB
    return False


@contextmanager
def open_database(address: str) -> Iterator[Store]:
    """Open a database for reading. Raises `StoreError`."""
    from dateline.store import Store

    with Store(address, read_only=True) as store:
        yield store


def story_ids(store: Store, query: Query) -> Iterator[str]:
    """Yield the id of each story that is looked for, newest first."""
    while True:
        found = store.stories(query)
        yield from (row.id for row in found.rows)
        if found.next is None:
            return
        query = replace(query, after=found.next)


def stories_of(store: Store, ids: Iterator[str]) -> Iterator[Story]:
    """Yield these stories whole; one that has gone meanwhile is left out."""
    for id in ids:
        if story := store.story(id):
            yield story
