"""Let people write from web pages who know the token that the server was started with.

Who signs in gets a cookie that no script and no other site can use; each form holds a word
that only pages of ours know, and comes from our own origin. Without a token nobody writes.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from time import time
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from dateline.corrections import Signed
from dateline.serve import answers
from dateline.serve.api.reading import is_same
from dateline.serve.guard import LARGEST_FORM, read_body
from dateline.serve.links import address

COOKIE = "dateline"
_LASTING = 12 * 3600
"""Seconds until one signs in anew."""
_FIELDS = 500
_FORMS = re.compile(r"/(?:audit|correct|undo)\?[!-~]*")
"""Pages that one may come back to, and no other address."""

Posted = Mapping[str, list[str]]


def writing_token(request: Request) -> str | None:
    """Return the token that lets people write, None where nobody may."""
    token: str | None = request.app.state.access.token
    return token


def sign_in(request: Request, answer: Response, given: str) -> bool:
    """Give whoever knows the token a cookie; return whether he did."""
    token = writing_token(request)
    if token is None or not is_same(given.strip(), token):
        return False
    nonce = f"{int(time())}-{secrets.token_hex(16)}"
    value = f"{nonce}.{_made(token, 'session', nonce)}"
    answer.set_cookie(COOKIE, value, max_age=_LASTING, httponly=True, samesite="strict")
    return True


def signed_in(request: Request) -> str | None:
    """Return the word that this person's forms hold, None for somebody who isn't signed in."""
    token = writing_token(request)
    nonce, _, mark = request.cookies.get(COOKIE, "").partition(".")
    if token is None or not nonce or not is_same(mark, _made(token, "session", nonce)):
        return None
    if time() - int(nonce.partition("-")[0]) > _LASTING:  # ours, for nobody else can make its mark
        return None
    return _made(token, "form", nonce)


def _made(token: str, what: str, nonce: str) -> str:
    return hmac.new(token.encode(), f"{what}\0{nonce}".encode(), sha256).hexdigest()


async def _posted(request: Request) -> Posted:
    """Return a form that a page of ours sent. Raises `HTTPException`."""
    if writing_token(request) is None:
        raise HTTPException(403)
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415)
    if not _is_ours(request):
        raise HTTPException(403)
    body = await read_body(request, LARGEST_FORM)
    try:
        return parse_qs(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS
        )
    except ValueError as problem:
        raise HTTPException(422) from problem


def _is_ours(request: Request) -> bool:
    """Whether a form comes from a page of ours, as far as the browser says."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin", "null")
    # Our pages send no referrer, and some browsers no origin then.
    return origin == "null" or urlsplit(origin).netloc == request.headers.get("host")


Sent = Annotated[Posted, Depends(_posted)]


def proven(request: Request, sent: Sent) -> Posted:
    """Return a form of somebody who is signed in, from a page that he was shown."""
    word = signed_in(request)
    if word is None or not is_same(first(sent, "word"), word):
        raise HTTPException(403)
    return sent


Proven = Annotated[Posted, Depends(proven)]


def signed_by(sent: Posted) -> Signed:
    """Return who says what a form says, now, and why."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return Signed(first(sent, "by").strip(), now, first(sent, "why").strip())


def answer_form(request: Request, template: str, *, problem: str | None, **values: Any) -> Response:
    """Answer with a form; who isn't signed in is asked to, and comes back to it."""
    if writing_token(request) is None:
        raise HTTPException(403)
    word = signed_in(request)
    if word is None:
        to = f"{request.url.path}?{request.url.query}"
        return RedirectResponse(address("sign-in", to=to), 303)
    status = 422 if problem else 200
    shown = {"word": word, "first": first, "problem": problem, **values}
    return answers.page(request, template, status=status, **shown)


def way_back(to: str) -> str:
    """Return the page to go to from the sign-in: a form of ours, or the list of corrections."""
    return to if _FORMS.fullmatch(to) else "/corrections"


def first(sent: Posted, name: str) -> str:
    """Return a value of a form, empty where it has none."""
    return sent.get(name, [""])[0]
