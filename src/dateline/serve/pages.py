"""Serve the pages on one thing: a story, a report, a claim, an actor, a place, the method."""

from __future__ import annotations

import gzip
import re

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from dateline.model import Span, Story
from dateline.serve import answers
from dateline.serve.claim_view import view_claim
from dateline.serve.correct_view import claim_corrections, listed_by_hand
from dateline.serve.drawers import Drawers
from dateline.serve.drawing import static_files
from dateline.serve.links import story_link
from dateline.serve.method_view import view_scores
from dateline.serve.named_view import view_actor, view_place
from dateline.serve.report_view import view_report
from dateline.serve.spots import GEOJSON, spots_geojson, story_spots
from dateline.serve.story_page import draw_story
from dateline.store import Store

pages = APIRouter(include_in_schema=False)

_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
_POINT = re.compile(r"(-?[0-9]{1,2}(?:\.[0-9]{1,6})?),(-?[0-9]{1,3}(?:\.[0-9]{1,6})?)")
_SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


@pages.get("/stories/{id}")
def story(request: Request, id: str, left: str = "", right: str = "") -> Response:
    """Answer with a story: its brief, map, charts and matrix, its texts or two of them."""
    held = _store(request).packed(id)
    if held is None:
        raise HTTPException(404)
    if held.id != id:
        return RedirectResponse(story_link(held.id), 301)
    drawers: Drawers = request.app.state.drawers
    drawn = drawers.draw(draw_story, held, (left, right), answers.common(request))
    if drawn is None:
        raise HTTPException(404)
    return answers.drawn(request, drawn)


@pages.get("/stories/{id}/map.json")
def story_map(request: Request, id: str) -> Response:
    """Answer with the places of a story as GeoJSON."""
    spots = story_spots(_story(_store(request), id))
    return answers.data(request, spots_geojson(spots), kind=GEOJSON)


@pages.get("/stories/{id}/claims/{own:path}")
def claim(request: Request, id: str, own: str) -> Response:
    """Answer with a claim: its evidence, its differences, its origins and why."""
    held = _story(_store(request), id)
    found = next((claim for claim in held.claims if claim.id == own), None)
    if found is None:
        raise HTTPException(404)
    view, by_hand = view_claim(found, held), claim_corrections(found, held)
    return answers.page(request, "claim.html", view=view, story=held, by_hand=by_hand)


@pages.get("/reports/{id}")
def report(request: Request, id: str, span: str = "") -> Response:
    """Answer with a report's text, all its records marked, and the asked characters lit."""
    held = _store(request).report(id)
    if held is None:
        raise HTTPException(404)
    view = view_report(*held, lit=_span(span, len(held[0].text)))
    by_hand = [listed_by_hand(listed) for listed in _store(request).review.of_report(id)]
    return answers.page(request, "report.html", view=view, by_hand=by_hand)


@pages.get("/actor")
def actor(request: Request, name: str = "") -> Response:
    """Answer with what somebody did, said, and was told or done, over all stories."""
    if not name.strip():
        raise HTTPException(404)
    view = view_actor(_store(request), name.strip())
    return answers.page(request, "named.html", view=view)


@pages.get("/place")
def place(request: Request, at: str = "") -> Response:
    """Answer with what happened and was counted at a place, over all stories."""
    where = _POINT.fullmatch(at)
    if where is None or abs(float(where[1])) > 90 or abs(float(where[2])) > 180:
        raise HTTPException(404)
    view = view_place(_store(request), float(where[1]), float(where[2]))
    return answers.page(request, "named.html", view=view)


@pages.get("/method")
def method(request: Request) -> Response:
    """Answer with how well each stage does."""
    return answers.page(request, "method.html", sets=view_scores())


@pages.get("/static/{name}")
def static(request: Request, name: str) -> Response:
    """Answer with a file that stands still."""
    file = static_files().get(name)
    if file is None:
        raise HTTPException(404)
    if not file.packed:
        return Response(file.body, headers=_FOR_GOOD, media_type=file.kind)
    headers = {**_FOR_GOOD, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(file.body), headers=headers, media_type=file.kind)
    headers["Content-Encoding"] = "gzip"
    return Response(file.body, headers=headers, media_type=file.kind)


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _story(store: Store, id: str) -> Story:
    """Return a story. Raises `HTTPException`."""
    held = store.story(id)
    if held is None:
        raise HTTPException(404)
    return held


def _span(asked: str, length: int) -> Span | None:
    """Return the characters that an address names, None where it names none of the text."""
    ends = _SPAN.fullmatch(asked)
    if ends is None:
        return None
    start, end = int(ends[1]), int(ends[2])
    return Span(start, end) if start < end <= length else None
