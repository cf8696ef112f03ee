"""A desk to test: the sample story in a database, and a reader of the pages that it serves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

from fastapi.testclient import TestClient

from dateline.model import Story
from dateline.serve.app import make_app
from dateline.serve.guard import Allowance
from dateline.store import Query, Store
from tests.serve import sample

_VOID = frozenset({"meta", "input", "br", "link"})


@contextmanager
def desk(*stories: Story, case: str | None = None) -> Iterator[TestClient]:
    """Yield a client of a server that shows these stories, or the sample, and a case."""
    with Store(":memory:") as store:
        store.add(stories or [sample.story()])
        if case:
            store.create_case(case, Query(country="MOZ"), note=case)
        app = make_app(store, allowance=Allowance(brim=1e9))
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
