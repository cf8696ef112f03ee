"""Serve JSON at `/api/`: the same filters as the pages, lists that go on where they were cut off.

GET /api/claims?country=KEN&origins=2 answers {"rows": […], "next": "…"}; what `next` says is
asked for as `after`. A story is the object that `dateline brief --json` prints.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dateline.export.reports import report_object
from dateline.export.stories import claim_object, story_object
from dateline.export.story_shape import StoryObject
from dateline.serve import answers
from dateline.serve.api.problems import KNOWN, problems
from dateline.serve.api.shapes import RECORDS, HitRow, OwnedClaim, OwnedReport, Rows
from dateline.serve.filters import Filters, asked_once, read_query
from dateline.store import ClaimRow, Found, Store, StoryRow

Asked = Annotated[Filters, Query()]
Field = Literal["events", "statements", "figures"]


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


Held = Annotated[Store, Depends(_store)]
_LIST = {**KNOWN, **problems()}
_ONE = {**KNOWN, **problems(404)}

reads = APIRouter(prefix="/api", tags=["read"], dependencies=[Depends(asked_once)])


@reads.get("/stories", response_model=Rows[StoryRow], responses=_LIST)
def list_stories(request: Request, store: Held, asked: Asked) -> Response:
    """List stories, newest first."""
    return _rows(request, store.stories(read_query(asked.model_dump())))


@reads.get("/stories/{id}", response_model=StoryObject, responses=_ONE)
def get_story(request: Request, store: Held, id: str) -> Response:
    """Return a story whole, with its reports, claims and brief; an old id finds what it is now."""
    story = store.story(id)
    if story is None:
        raise HTTPException(404)
    return answers.data(request, story_object(story))


@reads.get("/stories/{id}/claims/{own:path}", response_model=OwnedClaim, responses=_ONE)
def get_claim(request: Request, store: Held, id: str, own: str) -> Response:
    """Return a claim of a story with its members, differences and origins."""
    found = store.claim(f"{id}/claims/{own}")
    if found is None:
        raise HTTPException(404)
    claim, story = found
    return answers.data(request, {"story": story.id, **claim_object(claim)})


@reads.get("/claims", response_model=Rows[ClaimRow], responses=_LIST)
def list_claims(request: Request, store: Held, asked: Asked) -> Response:
    """List claims, newest first."""
    return _rows(request, store.claims(read_query(asked.model_dump())))


@reads.get("/reports", response_model=Rows[HitRow], responses=_LIST)
def search_reports(request: Request, store: Held, asked: Asked) -> Response:
    """Find reports by their words, best first; without words all, newest first."""
    found = store.search(read_query(asked.model_dump()))
    rows = [{**asdict(hit), "span": [hit.span.start, hit.span.end]} for hit in found.rows]
    return answers.data(request, {"rows": rows, "next": found.next})


@reads.get("/reports/{id}", response_model=OwnedReport, responses=_ONE)
def get_report(request: Request, store: Held, id: str) -> Response:
    """Return a report with its text and everything that was found in it."""
    found = store.report(id)
    if found is None:
        raise HTTPException(404)
    report, story = found
    return answers.data(request, {"story": story, **report_object(report)})


@reads.get("/records/{field}", response_model=RECORDS, responses=_LIST)
def list_records(request: Request, store: Held, field: Field, asked: Asked) -> Response:
    """List events, statements or figures, newest first, each with its report, span and words."""
    found = store.records(field, read_query(asked.model_dump()))
    return answers.data(request, {"rows": list(found.rows), "next": found.next})


def _rows(request: Request, found: Found[StoryRow] | Found[ClaimRow]) -> Response:
    return answers.data(request, {"rows": [asdict(row) for row in found.rows], "next": found.next})
