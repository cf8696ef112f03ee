"""Serve feeds of stories, Atom and RSS, with the same filters as the lists.

/api/feeds/stories.atom?country=KEN is the feed that a reader of feeds keeps asking for: the
newest stories that hold what is looked for, each with its brief and the quotations that carry it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from dateline.export.feed import export_feed
from dateline.export.rss import export_rss
from dateline.export.shape import Level, Shape, Site
from dateline.model import Story
from dateline.serve import answers
from dateline.serve.api.problems import KNOWN, Responses, problems
from dateline.serve.filters import Conditions, active, asked_once, read_query
from dateline.serve.links import address, story_link
from dateline.store import stories_of

feeds = APIRouter(prefix="/api/feeds", tags=["feeds"], dependencies=[Depends(asked_once)])

ATOM, RSS = "application/atom+xml", "application/rss+xml"
_STORIES = 50
"""The newest so many: a reader of feeds asks often."""
Make = Callable[[Iterable[Story], Shape], Iterator[str]]


def _kind(media_type: str) -> Responses:
    return {200: {"content": {media_type: {"schema": {"type": "string"}}}}}


@feeds.get(
    "/stories.atom", response_class=Response, responses={**KNOWN, **problems(), **_kind(ATOM)}
)
def atom(request: Request, asked: Annotated[Conditions, Query()]) -> Response:
    """Return the newest stories that are looked for as Atom (RFC 4287)."""
    return _feed(request, asked, export_feed, ATOM)


@feeds.get("/stories.rss", response_class=Response, responses={**KNOWN, **problems(), **_kind(RSS)})
def rss(request: Request, asked: Annotated[Conditions, Query()]) -> Response:
    """Return the newest stories that are looked for as RSS 2.0."""
    return _feed(request, asked, export_rss, RSS)


def _feed(request: Request, asked: Conditions, make: Make, kind: str) -> Response:
    """Answer with a feed whose links lead back to this server."""
    state, here = request.app.state, str(request.base_url).rstrip("/")
    query = read_query(asked.model_dump(), limit=_STORIES)
    ids = [row.id for row in state.store.stories(query).rows]
    said = active(request.query_params)
    site = Site(
        itself=f"{here}{address(*request.url.path.strip('/').split('/'), **said)}",
        pages=f"{here}{address(**said)}",
        story=lambda story: f"{here}{story_link(story)}",
    )
    shape = Shape(state.reading.run(ids), Level.CLAIM, site=site)
    return answers.feed(request, "".join(make(stories_of(state.store, ids), shape)), kind)
