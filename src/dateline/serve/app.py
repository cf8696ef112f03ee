"""Serve a database: web pages for people at `/`, JSON for programs at `/api/`.

Pages only read. Writing takes a token, and is off without one. `make_app(store)` is an ASGI
application; `dateline serve` runs it on this machine alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from http import HTTPStatus
from threading import BoundedSemaphore

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from dateline import __version__
from dateline.errors import QueryError, StoreError
from dateline.serve import answers
from dateline.serve.api.exports import AT_ONCE, exports
from dateline.serve.api.feeds import feeds
from dateline.serve.api.holder import holder
from dateline.serve.api.intake import Inbox, intake
from dateline.serve.api.reading import Access, Reading
from dateline.serve.api.reads import reads
from dateline.serve.auditing import auditing
from dateline.serve.cases import cases
from dateline.serve.correcting import correcting
from dateline.serve.drawers import Drawers
from dateline.serve.guard import HEADERS, Allowance, Guard
from dateline.serve.heads import Heads
from dateline.serve.kept import Kept, Shelf
from dateline.serve.lists import lists
from dateline.serve.pages import pages
from dateline.serve.threads import few_at_a_time
from dateline.store import Store
from dateline.store.calls import PATH as HELD

_log = logging.getLogger("dateline")
_TELLS = {
    403: "Nothing can be written here: this server was started without a token, you are not"
    " signed in, or the form is not one of ours.",
    404: "There is nothing at this address. What was merged keeps its old address; what was"
    " taken out of the database has none.",
    405: "This page can only be read.",
    503: "The database can't be read just now.",
}


def make_app(
    store: Store,
    *,
    hosts: Sequence[str] = (),
    allowance: Allowance | None = None,
    reading: Reading | None = None,
    access: Access = Access(),
) -> FastAPI:
    """Return the application that shows a store; `hosts` are the names that it answers to.

    Without `reading` it can't take pages, nor say what made a dataset or feed: it has neither.
    Who knows the token of `access` may set things right; without one nobody may. What takes long is
    drawn in this process, until `state.drawers` is given some.
    """
    app = FastAPI(
        title="dateline",
        version=__version__,
        description="Stories, reports, claims and records of a database, each with the"
        " characters that carry it.",
        lifespan=few_at_a_time,
        openapi_url="/api/openapi.json",
        # Their pages load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        middleware=[
            Middleware(Guard, hosts=hosts, allowance=allowance),
            Middleware(Heads),
            Middleware(Kept, revision=store.revision, shelf=Shelf()),
        ],
    )
    app.state.store, app.state.reading, app.state.access = store, reading, access
    app.state.inbox, app.state.exporting = Inbox(), BoundedSemaphore(AT_ONCE)
    app.state.signing, app.state.drawers = Allowance(each_second=0.2, brim=10), Drawers(0)
    asked = (exports, feeds, intake) if reading else ()
    for router in (lists, cases, pages, correcting, auditing, reads, holder, *asked):
        app.include_router(router)
    for fault, answer in _HANDLERS.items():
        app.add_exception_handler(fault, answer)
    return app


def _asked_wrongly(request: Request, problem: Exception) -> Response:
    """Answer what can't be looked for."""
    told = _errors(problem)
    if _for_program(request):
        return JSONResponse({"detail": told}, 422)
    said = "; ".join(str(error["msg"]) for error in told)
    return _trouble(request, 422, said)


def _errors(problem: Exception) -> list[dict[str, object]]:
    """Return what is wrong with a request, without what was sent."""
    if isinstance(problem, RequestValidationError):
        return [
            {name: error[name] for name in ("loc", "msg", "type")} for error in problem.errors()
        ]
    return [{"loc": ["query"], "msg": str(problem), "type": "value_error"}]


def _not_there(request: Request, problem: Exception) -> Response:
    """Answer an address that leads nowhere, or one that can't be used so."""
    told = problem if isinstance(problem, HTTPException) else HTTPException(500)
    code = told.status_code
    if _for_program(request):
        return JSONResponse({"detail": told.detail}, code, told.headers)
    answer = _trouble(request, code, _TELLS.get(code, HTTPStatus(code).phrase))
    answer.headers.update(told.headers or {})
    return answer


def _broken(request: Request, problem: Exception) -> Response:
    """Answer that something broke; what it was is for the log, not for who asks."""
    _log.error("%s: %s", request.url.path, problem)
    if _for_program(request):
        return JSONResponse({"detail": HTTPStatus(503).phrase}, 503, HEADERS)
    answer = _trouble(request, 503, _TELLS[503])
    answer.headers.update(HEADERS)
    return answer


def _trouble(request: Request, code: int, told: str) -> Response:
    phrase = HTTPStatus(code).phrase
    return answers.page(request, "trouble.html", status=code, title=phrase, told=told)


def _for_program(request: Request) -> bool:
    return request.url.path.startswith(("/api/", HELD))


_HANDLERS: dict[type[Exception], Callable[[Request, Exception], Response]] = {
    QueryError: _asked_wrongly,
    RequestValidationError: _asked_wrongly,
    HTTPException: _not_there,
    StoreError: _broken,
    Exception: _broken,
}
