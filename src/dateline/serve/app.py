"""Serve a database: web pages for people at `/`, JSON for programs at `/api/`.

Everything is read, nothing written. `make_app(store)` is an ASGI application; `dateline serve`
runs it on this machine alone.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from dateline import __version__
from dateline.errors import QueryError, StoreError
from dateline.serve import answers
from dateline.serve.api import api
from dateline.serve.guard import HEADERS, Allowance, Guard
from dateline.serve.kept import Kept, Shelf
from dateline.serve.lists import lists
from dateline.serve.pages import pages
from dateline.store import Store

_log = logging.getLogger("dateline")
_TELLS = {
    404: "There is nothing at this address. What was merged keeps its old address; what was"
    " taken out of the database has none.",
    405: "This page can only be read.",
    503: "The database can't be read just now.",
}


def make_app(
    store: Store, *, hosts: Sequence[str] = (), allowance: Allowance | None = None
) -> FastAPI:
    """Return the application that shows a store; `hosts` are the names that it answers to."""
    app = FastAPI(
        title="dateline",
        version=__version__,
        description="Stories, reports, claims and records of a database, each with the"
        " characters that carry it.",
        openapi_url="/api/openapi.json",
        # Their pages load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        middleware=[
            Middleware(Guard, hosts=hosts, allowance=allowance),
            Middleware(Kept, revision=store.revision, shelf=Shelf()),
        ],
    )
    app.state.store = store
    for router in (lists, pages, api):
        app.include_router(router)
    app.add_exception_handler(QueryError, _asked_wrongly)
    app.add_exception_handler(RequestValidationError, _asked_wrongly)
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(StoreError, _broken)
    app.add_exception_handler(Exception, _broken)
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
    code = problem.status_code if isinstance(problem, HTTPException) else 500
    if _for_program(request):
        return JSONResponse({"detail": HTTPStatus(code).phrase}, code)
    return _trouble(request, code, _TELLS.get(code, HTTPStatus(code).phrase))


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
    return request.url.path.startswith("/api/")
