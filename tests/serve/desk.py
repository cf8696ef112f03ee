"""A desk to test: the sample story in a database, and a reader of the pages that it serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from dateline import pipeline
from dateline.export.story_shape import RunObject
from dateline.model import Page, Report, Story
from dateline.serve.api.reading import Access, Reading
from dateline.serve.app import make_app
from dateline.serve.guard import Allowance
from dateline.store import Query, Run, Store
from tests.build import knowledge
from tests.export.sample import RUN
from tests.serve import sample
from tests.store import test_runs

_VOID = frozenset({"meta", "input", "br", "link"})


TOKEN = "correct-horse-battery"  # noqa: S105 - it opens this test
SECRET = "what-stands-in-the-note"  # noqa: S105 - so does this


def skimmed(page: Page) -> Report:
    """Return a report as far as no parser is needed."""
    return pipeline.skim(page, knowledge())


def said(ids: Iterable[str]) -> RunObject:
    """Return what made a dataset of so many stories."""
    return {**RUN, "id": f"{len(list(ids)):016x}"}


def ended(run: Run, counts: Mapping[str, Any]) -> Run:
    """Return a run that read so many."""
    return replace(run, ended=run.started, **counts)


READING = Reading(skimmed, said, lambda: test_runs.RUN, ended)


def served(store: Store, access: Access = Access(TOKEN, SECRET)) -> FastAPI:
    """Return a server that may be asked as often as one likes."""
    plenty = Allowance(brim=1e9)
    app = make_app(store, allowance=plenty, reading=READING, access=access)
    app.state.inbox.allowance = plenty
    return app


@contextmanager
def desk(
    *stories: Story, case: str | None = None, access: Access = Access(TOKEN, SECRET)
) -> Iterator[TestClient]:
    """Yield a client of a server that shows these stories, or the sample, and a case."""
    with Store(":memory:") as store:
        store.add(stories or [sample.story()])
        if case:
            store.create_case(case, Query(country="MOZ"), note=case)
        app = served(store, access)
        with TestClient(app, follow_redirects=False) as client:
            yield client


class Seen(HTMLParser):
    """A page as a browser reads it: its elements nested, its links, ids and words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.lit = ""
        self.words = ""
        self._within: list[dict[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(values)
        self.ids += [values["id"]] if "id" in values else []
        if tag == "script" or (tag == "link" and values.get("rel") != "alternate"):
            self.loaded += [values.get("href") or values.get("src", "")]
        else:
            self.links += [values[name] for name in ("href", "action") if name in values]
        if tag not in _VOID:
            self.open.append(tag)
            self._within.append(values)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)
            return
        self._within.pop()

    def handle_data(self, data: str) -> None:
        self.words += data
        if any("lit" in values.get("class", "").split() for values in self._within):
            self.lit += data
