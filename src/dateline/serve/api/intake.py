"""Take pages that programs send, `POST /api/pages`, the way that `dateline add` takes files.

Writing is off unless the server was started with a token. What is sent is read here, page by
page; what can't be read is told with its reason, and the rest goes into the database.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from threading import BoundedSemaphore, Lock
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Security
from fastapi.responses import JSONResponse, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from dateline.model import Given, Page, Reject, Report
from dateline.serve.api.problems import problems
from dateline.serve.api.reading import Reading, is_same
from dateline.serve.filters import asked_once
from dateline.serve.guard import LARGEST_SENT, Allowance, read_body
from dateline.serve.threads import run_apart
from dateline.sources.dates import iso_date
from dateline.sources.sent import LISTS, PAGES, media_type, open_sent
from dateline.store import Store
from dateline.text.sentences import is_foreign

intake = APIRouter(prefix="/api", tags=["write"])

MOST_PAGES = 100
"""Pages of one request; more would keep its sender waiting for minutes."""
_WAITING = 4
"""Requests that are read or wait for it; the next is told to come again."""
_NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
_DATE = r"^\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2})?)?$"
_WEB = r"^https?://[^\s\x00-\x1f\x7f-\x9f]+$"
_log = logging.getLogger("dateline")
_bearer = HTTPBearer(auto_error=False, description="The token that the server was started with.")


class About(BaseModel):
    """What is known of what is sent; it goes before what a page says of itself."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field("sent", pattern=_NAME, description="What the sending is called in reports.")
    url: str | None = Field(
        None, max_length=2000, pattern=_WEB, description="The address of a single page."
    )
    outlet: str | None = Field(None, min_length=1, max_length=200, description="Who published it.")
    published: str | None = Field(
        None, max_length=40, pattern=_DATE, description="When: an ISO 8601 day or instant."
    )
    language: str | None = Field(
        None, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="Its BCP 47 code."
    )
    fetched: str | None = Field(
        None, max_length=40, pattern=_DATE, description="When a single page was fetched."
    )


class Accepted(BaseModel):
    """A page that is in the database now."""

    id: str
    path: str
    story: str
    """The story that its report is in."""
    problem: str | None
    """Why it is read no further than its metadata."""


class Known(BaseModel):
    """A page that the database had before."""

    id: str
    path: str


class Rejected(BaseModel):
    """A page that could not be read, and why."""

    path: str
    reason: str


class Taken(BaseModel):
    """What became of the pages that were sent, and the stories that they changed or made."""

    accepted: list[Accepted]
    known: list[Known]
    rejected: list[Rejected]
    stories: list[str]


class Inbox:
    """Where what is sent waits for its turn: one request is read at a time."""

    def __init__(self, allowance: Allowance | None = None) -> None:
        self.allowance = allowance or Allowance(each_second=1, brim=30)
        self._room, self._turn = BoundedSemaphore(_WAITING), Lock()

    def take(self, store: Store, reading: Reading, pages: list[Page | Reject]) -> Taken:
        """Read pages and put them into a store. Raises `HTTPException` where it is full."""
        if not self._room.acquire(blocking=False):
            raise HTTPException(429, "Other pages are being read.", {"Retry-After": "10"})
        try:
            with self._turn:
                return _take(store, reading, pages)
        finally:
            self._room.release()


def permit(
    request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]
) -> None:
    """Let a sender through. Raises `HTTPException`."""
    token: str | None = request.app.state.access.token
    if token is None:
        raise HTTPException(403, "Writing is off: this server was started without a token.")
    if shown is None:
        raise HTTPException(401, "A token is wanted.", {"WWW-Authenticate": "Bearer"})
    client = request.client.host if request.client else ""
    if not request.app.state.inbox.allowance.spend(client):
        raise HTTPException(429, "Too many requests.", {"Retry-After": "1"})
    if not is_same(shown.credentials, token):
        told = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
        raise HTTPException(401, "The token is another one.", told)


_TEXT = {"type": "string", "minLength": 1}
_OBJECTS = {"anyOf": [{"type": "object"}, {"type": "array", "items": {"type": "object"}}]}
_CONTENT: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            kind: {"schema": _OBJECTS if kind.endswith(("/json", "+json")) else _TEXT}
            for kind in (*PAGES, *LISTS)
        },
    }
}


@intake.post(
    "/pages",
    response_model=Taken,
    responses=problems(401, 403, 413, 415, 429),
    dependencies=[Depends(permit), Depends(asked_once)],
    openapi_extra=_CONTENT,
)
async def send_pages(request: Request, about: Annotated[About, Query()]) -> Taken | Response:
    """Read one page, or a list of pages, into the database. If none can be read, that is 422.

    HTML and plain text are one page; JSON lines, JSON, CSV and feeds are a list, with the keys
    that `dateline add` knows: `url`, `fetched`, `title`, `published`, `content` or `html`.
    """
    content_type = request.headers.get("content-type", "")
    if media_type(content_type) not in {*PAGES, *LISTS}:
        raise HTTPException(415, f"Pages come as {', '.join((*PAGES, *LISTS))}.")
    body = await read_body(request, LARGEST_SENT)
    state = request.app.state
    opened = await run_apart(_opened, body, content_type, about)
    if not any(isinstance(one, Page) for one in opened):
        return _unreadable([one for one in opened if isinstance(one, Reject)])
    return await run_apart(state.inbox.take, state.store, state.reading, opened)


def _unreadable(rejects: list[Reject]) -> Response:
    """Return that nothing of what was sent can be read, and why."""
    wrong = [
        {"loc": ["body", reject.path], "msg": reject.reason, "type": "unreadable"}
        for reject in rejects
    ]
    return JSONResponse({"detail": wrong}, 422)


def _opened(body: bytes, content_type: str, about: About) -> list[Page | Reject]:
    """Return the pages of a body. Raises `HTTPException` where they are too many."""
    single = media_type(content_type) in PAGES
    url = about.url if single else None
    given = Given(about.outlet, about.published, url, about.language)
    sent = open_sent(body, content_type, name=about.name, given=given)
    opened = list(islice(sent, MOST_PAGES + 1))
    if len(opened) > MOST_PAGES:
        raise HTTPException(413, f"At most {MOST_PAGES} pages are taken at once.")
    fetched = iso_date(about.fetched) if single else None
    return [
        replace(one, fetched=fetched) if fetched and isinstance(one, Page) else one
        for one in opened
    ]


def _take(store: Store, reading: Reading, opened: list[Page | Reject]) -> Taken:
    """Read what a store doesn't hold, and weave it into its stories."""
    rejects = [one for one in opened if isinstance(one, Reject)]
    pages = {one.id: one for one in opened if isinstance(one, Page)}
    known = {id for id in pages if store.knows(id)}
    new = [page for id, page in pages.items() if id not in known]
    run = reading.begin() if new else None
    reports = list(_read(new, reading, rejects))
    stories = store.take(reports, run=run.id if run else None)
    if run and reports:
        counts = {"added": len(reports), "known": len(known), "rejected": len(rejects)}
        store.note(reading.ended(run, {**counts, "stories": len(stories)}))
    return Taken(
        accepted=[_accepted(store, report) for report in reports],
        known=[Known(id=id, path=pages[id].path) for id in pages if id in known],
        rejected=[Rejected(path=reject.path, reason=reject.reason) for reject in rejects],
        stories=list(stories),
    )


def _read(pages: list[Page], reading: Reading, rejects: list[Reject]) -> Iterator[Report]:
    """Yield the report of each page; one that can't be read joins the rejects."""
    for page in pages:
        try:
            report = reading.read(page)
        except Exception:  # noqa: BLE001 - whatever it is, it is logged
            # A fault of ours on one page must not cost the others; the sender isn't told more.
            _log.exception("%s", page.path)
            rejects.append(Reject(page.path, "dateline failed on it"))
        else:
            yield report


def _accepted(store: Store, report: Report) -> Accepted:
    """Return where a report stands now."""
    found = store.report(report.id)
    language = report.metadata.language
    told = f"in the language {language!r}: only English is read" if is_foreign(report) else None
    return Accepted(
        id=report.id, path=report.page.path, story=found[1] if found else "", problem=told
    )
