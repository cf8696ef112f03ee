"""Serve feeds of stories, Atom and RSS, with the same filters as the lists.

/api/feeds/stories.atom?country=KEN is the feed that a reader of feeds keeps asking for: the
newest stories that hold what is looked for, each with its brief and the quotations that carry it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from dateline.export.feed import TITLE, export_feed
from dateline.export.rss import export_rss
from dateline.export.shape import Level, Shape, Site
from dateline.model import Story
from dateline.serve import answers
from dateline.serve.api.problems import KNOWN, Responses, problems
from dateline.serve.filters import Conditions, active, asked_once, read_query
from dateline.serve.links import address, story_link
from dateline.store import Query as Wanted
from dateline.store import stories_of

feeds = APIRouter(prefix="/api/feeds", tags=["feeds"], dependencies=[Depends(asked_once)])

_STORIES = 50
"""The newest so many: a reader of feeds asks often."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of feed: its media type, and what writes it."""

    kind: str
    make: Callable[[Iterable[Story], Shape], Iterator[str]]


ATOM = Form("application/atom+xml", export_feed)
RSS = Form("application/rss+xml", export_rss)


def _told(form: Form) -> Responses:
    said: Responses = {200: {"content": {form.kind: {"schema": {"type": "string"}}}}}
    return {**KNOWN, **problems(), **said}


@feeds.get("/stories.atom", response_class=Response, responses=_told(ATOM))
def atom(request: Request, asked: Annotated[Conditions, Query()]) -> Response:
    """Return the newest stories that are looked for as Atom (RFC 4287)."""
    return _feed(request, asked, ATOM)


@feeds.get("/stories.rss", response_class=Response, responses=_told(RSS))
def rss(request: Request, asked: Annotated[Conditions, Query()]) -> Response:
    """Return the newest stories that are looked for as RSS 2.0."""
    return _feed(request, asked, RSS)


def _feed(request: Request, asked: Conditions, form: Form) -> Response:
    """Answer with the feed of what is looked for; its title says what that is."""
    said = active(request.query_params)
    words = ", ".join(f"{name} {value}" for name, value in said.items())
    site = site_of(request, f"{TITLE}: {words}" if words else TITLE, address(**said))
    return answer_feed(request, read_query(asked.model_dump()), site, form)


def site_of(request: Request, title: str, pages: str) -> Site:
    """Return the feed that is asked for, as it names itself and leads back to this server."""
    here, said = str(request.base_url).rstrip("/"), active(request.query_params)
    itself = address(*request.url.path.strip("/").split("/"), **said)
    return Site(
        title, f"{here}{itself}", f"{here}{pages}", lambda story: f"{here}{story_link(story)}"
    )


def answer_feed(request: Request, query: Wanted, site: Site, form: Form) -> Response:
    """Answer with the newest stories that are looked for."""
    state = request.app.state
    ids = [row.id for row in state.store.stories(replace(query, limit=_STORIES)).rows]
    shape = Shape(state.reading.run(ids), Level.CLAIM, site=site)
    return answers.feed(request, "".join(form.make(stories_of(state.store, ids), shape)), form.kind)
