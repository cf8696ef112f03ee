"""Serve JSON at `/api/`: the same filters as the pages, lists that go on where they were cut off.

GET /api/claims?country=KEN&origins=2 answers {"rows": […], "next": "…"}; what `next` says is
asked for as `after`. A story is the object that `dateline brief --json` prints.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Generic, Literal, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from dateline.export.reports import report_object
from dateline.export.stories import claim_object, story_object
from dateline.serve import answers
from dateline.serve.filters import Filters, read_query
from dateline.store import ClaimRow, Found, Store, StoryRow

Row = TypeVar("Row")
Asked = Annotated[Filters, Query()]
Field = Literal["events", "statements", "figures"]


class Rows(BaseModel, Generic[Row]):
    """Some rows, and the cursor to go on with: null where all is told."""

    rows: list[Row]
    next: str | None


class HitRow(BaseModel):
    """A report that a search found, with the span and words of the best passage."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    story: str
    span: tuple[int, int]
    passage: str


class Missing(BaseModel):
    """Nothing has this id."""

    detail: str


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


Held = Annotated[Store, Depends(_store)]
_NONE: dict[int | str, dict[str, Any]] = {404: {"model": Missing}}

api = APIRouter(prefix="/api", tags=["read"])


@api.get("/stories", response_model=Rows[StoryRow])
def list_stories(request: Request, store: Held, asked: Asked) -> Response:
    """List stories, newest first."""
    return _rows(request, store.stories(read_query(asked.model_dump())))


@api.get("/stories/{id}", responses=_NONE)
def get_story(request: Request, store: Held, id: str) -> Response:
    """Return a story whole, with its reports, claims and brief; an old id finds what it is now."""
    story = store.story(id)
    if story is None:
        raise HTTPException(404)
    return answers.data(request, story_object(story))


@api.get("/stories/{id}/claims/{own:path}", responses=_NONE)
def get_claim(request: Request, store: Held, id: str, own: str) -> Response:
    """Return a claim of a story with its members, differences and origins."""
    found = store.claim(f"{id}/claims/{own}")
    if found is None:
        raise HTTPException(404)
    claim, story = found
    return answers.data(request, {"story": story.id, **claim_object(claim)})


@api.get("/claims", response_model=Rows[ClaimRow])
def list_claims(request: Request, store: Held, asked: Asked) -> Response:
    """List claims, newest first."""
    return _rows(request, store.claims(read_query(asked.model_dump())))


@api.get("/reports", response_model=Rows[HitRow])
def search_reports(request: Request, store: Held, asked: Asked) -> Response:
    """Find reports by their words, best first; without words all, newest first."""
    found = store.search(read_query(asked.model_dump()))
    rows = [{**asdict(hit), "span": [hit.span.start, hit.span.end]} for hit in found.rows]
    return answers.data(request, {"rows": rows, "next": found.next})


@api.get("/reports/{id}", responses=_NONE)
def get_report(request: Request, store: Held, id: str) -> Response:
    """Return a report with its text and everything that was found in it."""
    found = store.report(id)
    if found is None:
        raise HTTPException(404)
    report, story = found
    return answers.data(request, {"story": story, **report_object(report)})


@api.get("/records/{field}", response_model=Rows[dict[str, Any]])
def list_records(request: Request, store: Held, field: Field, asked: Asked) -> Response:
    """List events, statements or figures, newest first, each with its report, span and words."""
    found = store.records(field, read_query(asked.model_dump()))
    return answers.data(request, {"rows": list(found.rows), "next": found.next})


def _rows(request: Request, found: Found[StoryRow] | Found[ClaimRow]) -> Response:
    return answers.data(request, {"rows": [asdict(row) for row in found.rows], "next": found.next})
