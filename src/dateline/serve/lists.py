"""Serve the lists: the board of stories, claims, and reports found by their words.

A list is an address with filters, "/?country=KEN&origins=2", so that it can be kept and sent.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dateline.errors import QueryError
from dateline.knowledge.codebook import open_codebook
from dateline.model import Status
from dateline.serve import answers
from dateline.serve.filters import active, read_query
from dateline.serve.links import address, feed_link
from dateline.serve.passages import found_words
from dateline.serve.spots import GEOJSON, board_spots, spots_geojson
from dateline.store import Found, Query, Store

lists = APIRouter(include_in_schema=False)

_ROWS = 40
_MEASURES = (
    "killed injured missing displaced homeless affected arrested present fighters money duration"
    " share other"
).split()


@lists.get("/")
def board(request: Request) -> Response:
    """Answer with the stories that are looked for, newest first."""
    store, asked = _store(request), active(request.query_params)
    served = request.app.state.reading is not None
    feeds = {ending: feed_link(ending, asked) for ending in ("atom", "rss") if served}
    spots = partial(board_spots, store)
    return _list(request, "board.html", store.stories, feeds=feeds, spots=spots)


@lists.get("/map.json")
def board_map(request: Request) -> Response:
    """Answer with the places of the stories that are looked for as GeoJSON."""
    store = _store(request)
    found = store.stories(read_query(request.query_params, limit=_ROWS))
    return answers.data(request, spots_geojson(board_spots(store, found.rows)), kind=GEOJSON)


@lists.get("/claims")
def claims(request: Request) -> Response:
    """Answer with the claims that are looked for, newest first."""
    return _list(request, "claims.html", _store(request).claims)


@lists.get("/search")
def search(request: Request) -> Response:
    """Answer with the reports that hold all words, best first."""
    return _list(request, "search.html", _store(request).search, found_words=found_words)


def choices() -> dict[str, list[str]]:
    """Return what the fields of a form suggest."""
    return {
        "status": [status.value for status in Status],
        "category": list(open_codebook("plover").categories),
        "measure": list(_MEASURES),
    }


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _list(
    request: Request, template: str, find: Callable[[Query], Found[Any]], **more: Any
) -> Response:
    """Answer with a list; what can't be looked for is said above the form that asked for it."""
    asked, path = active(request.query_params), request.url.path.strip("/")
    found: Found[Any] = Found(())
    problem = None
    try:
        found = find(read_query(request.query_params, limit=_ROWS))
    except QueryError as wrong:
        problem = str(wrong)
    parts = (path,) if path else ()
    return answers.page(
        request,
        template,
        status=422 if problem else 200,
        asked=asked,
        choices=choices(),
        found=found,
        problem=problem,
        further=address(*parts, **asked, after=found.next) if found.next else None,
        begun="after" in request.query_params,
        map_source=address("map.json", **asked, after=request.query_params.get("after")),
        without={
            name: address(*parts, **{n: v for n, v in asked.items() if n != name}) for name in asked
        },
        **more,
    )
