"""Answer a request with bytes and their digest, so that what is known isn't sent again."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from dateline.serve.drawing import draw


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """Return a web page of a template."""
    return drawn(request, draw(template, **common(request), **values), status=status)


def common(request: Request) -> dict[str, Any]:
    """Return what every template is given: the page's address, and whether pages can write."""
    return {"path": request.url.path, "writing": request.app.state.access.token is not None}


def drawn(request: Request, body: str, *, status: int = 200) -> Response:
    """Return a web page that was drawn."""
    return _answer(request, body, "text/html", status)


def data(request: Request, value: Any, *, kind: str = "application/json") -> Response:
    """Return plain dictionaries and lists as JSON, or as what is a kind of it."""
    body = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _answer(request, body, kind, 200)


def feed(request: Request, body: str, kind: str) -> Response:
    """Return a feed."""
    return _answer(request, body, kind, 200)


def _answer(request: Request, text: str, kind: str, status: int) -> Response:
    """Return an answer; an empty one where the asker holds these bytes already."""
    body = text.encode("utf-8", "replace")  # a broken attribute can hold half a character
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if status == 200 and tag in _held(request):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type=kind)


def _held(request: Request) -> set[str]:
    """Return the digests that the asker holds."""
    tags = request.headers.get("if-none-match", "").split(",")
    return {tag.strip().removeprefix("W/") for tag in tags}
