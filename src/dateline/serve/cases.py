"""Serve the cases: what is looked for under a name, with a board, a feed and datasets of its own.

A feed keeps the case's name and address, so that a reader who follows "/case/lake-mirren/feed"
goes on doing so when the case looks for more; a dataset's address leads to that of its filters.
"""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from dateline.export.formats import FORMATS
from dateline.serve import answers
from dateline.serve.api.feeds import ATOM, answer_feed, site_of
from dateline.serve.filters import told
from dateline.serve.links import address, case_link, export_link
from dateline.serve.spots import GEOJSON, board_spots, spots_geojson
from dateline.store import Case, Store

cases = APIRouter(include_in_schema=False)

_ROWS = 40


@cases.get("/cases")
def all_cases(request: Request) -> Response:
    """Answer with all cases."""
    held = [(case, told(case.query)) for case in _store(request).cases()]
    return answers.page(request, "cases.html", cases=held)


@cases.get("/case/{slug}")
def case_board(request: Request, slug: str, after: str | None = None) -> Response:
    """Answer with the stories of a case, newest first."""
    store = _store(request)
    case = _case(store, slug)
    found = store.stories(replace(case.query, after=after or None, limit=_ROWS))
    return answers.page(
        request,
        "case.html",
        case=case,
        asked=told(case.query),
        found=found,
        spots=board_spots(store, found.rows),
        map_source=address("case", slug, "map.json", after=after),
        further=address("case", slug, after=found.next) if found.next else None,
        begun=bool(after),
        formats=FORMATS if request.app.state.reading else {},
    )


@cases.get("/case/{slug}/map.json")
def case_map(request: Request, slug: str, after: str | None = None) -> Response:
    """Answer with the places of a case's stories as GeoJSON."""
    store = _store(request)
    found = store.stories(replace(_case(store, slug).query, after=after or None, limit=_ROWS))
    return answers.data(request, spots_geojson(board_spots(store, found.rows)), kind=GEOJSON)


@cases.get("/case/{slug}/feed")
def case_feed(request: Request, slug: str) -> Response:
    """Answer with the newest stories of a case as Atom, under the case's name."""
    case = _case(_store(request), slug)
    if request.app.state.reading is None:
        raise HTTPException(404)
    return answer_feed(request, case.query, site_of(request, case.name, case_link(slug)), ATOM)


@cases.get("/case/{slug}/exports/{form}")
def case_export(request: Request, slug: str, form: str) -> Response:
    """Lead to a dataset of a case's stories."""
    asked = told(_case(_store(request), slug).query)
    if form not in FORMATS:
        raise HTTPException(404)
    return RedirectResponse(export_link(form, asked), 307)


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _case(store: Store, slug: str) -> Case:
    """Return a case. Raises `HTTPException`."""
    case = store.case(slug)
    if case is None:
        raise HTTPException(404)
    return case
