"""Answer other commands of this machine for a DuckDB file that the server holds.

They find the secret in the note beside the file (`store/note`); nobody else is answered, and no
page or program of the web knows these addresses.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from dateline import __version__
from dateline.errors import CorrectionError, QueryError, StoreError
from dateline.serve.api.reading import is_same
from dateline.serve.threads import run_apart
from dateline.store import Store, codec
from dateline.store.calls import CALLS, GREETING, PATH
from dateline.store.note import prove

holder = APIRouter(include_in_schema=False)

_LONGEST_CHALLENGE = 100


@holder.post(f"{PATH}{GREETING}")
async def greet(request: Request) -> Response:
    """Prove that we know the secret, before anybody tells us anything."""
    secret = _secret(request)
    challenge = b""
    async for part in request.stream():
        challenge += part
        if len(challenge) > _LONGEST_CHALLENGE:
            break
    if not challenge.isalnum() or len(challenge) > _LONGEST_CHALLENGE:
        raise HTTPException(422)
    proof = prove(secret, challenge.decode("ascii"))
    return JSONResponse({"proof": proof, "version": __version__})


@holder.post(f"{PATH}{{name}}")
async def call(request: Request, name: str) -> Response:
    """Answer with what a method of the store gives."""
    given = request.headers.get("authorization", "")
    if not is_same(given, f"Bearer {_secret(request)}"):
        raise HTTPException(403)
    if name not in CALLS:
        raise HTTPException(404)
    body = await request.body()
    try:
        answer = await run_apart(_answer, request.app.state.store, name, body)
    except CorrectionError as problem:
        return JSONResponse({"detail": str(problem)}, 409)
    except QueryError as problem:
        return JSONResponse({"detail": str(problem)}, 422)
    except StoreError as problem:
        return JSONResponse({"detail": str(problem)}, 503)
    return Response(answer, media_type="application/octet-stream")


def _secret(request: Request) -> str:
    """Return the secret of the note. Raises `HTTPException` where there is none."""
    secret: str | None = request.app.state.access.secret
    if secret is None:
        raise HTTPException(404)
    return secret


def _answer(store: Store, name: str, body: bytes) -> bytes:
    """Return what a method gives, packed, and raise what it raises."""
    asked: tuple[Any, ...] = codec.unpack(CALLS[name].question, body)
    given = attrgetter(name)(store)(**CALLS[name].named(asked))
    return codec.pack(CALLS[name].told(given), CALLS[name].answer)
