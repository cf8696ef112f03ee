"""Walk through the stories that are looked for, one at a time, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.model import Story
from dateline.store.query import Query
from dateline.store.reaching import AnyStore


def story_ids(store: AnyStore, query: Query) -> Iterator[str]:
    """Yield the id of each story that is looked for, newest first."""
    while True:
        found = store.stories(query)
        yield from (row.id for row in found.rows)
        if found.next is None:
            return
        query = replace(query, after=found.next)


def stories_of(store: AnyStore, ids: Iterable[str]) -> Iterator[Story]:
    """Yield these stories whole; one that has gone meanwhile is left out."""
    for id in ids:
        if story := store.story(id):
            yield story
