"""Serve the pages on which people set right what the database holds.

Everybody may read what was set right, at `/corrections`; writing is for those who signed in,
on a server that was started with a token.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from dateline.errors import CorrectionError
from dateline.serve import answers
from dateline.serve.correct_view import listed_by_hand, view_correct
from dateline.serve.guard import Allowance
from dateline.serve.signing import (
    Posted,
    Proven,
    Sent,
    answer_form,
    first,
    sign_in,
    signed_by,
    way_back,
    writing_token,
)
from dateline.store import Store

correcting = APIRouter(include_in_schema=False)

_SHOWN = 200
"""Corrections that the list shows, the latest first."""


@correcting.get("/corrections")
def corrections(request: Request) -> Response:
    """Answer with what people set right, the latest first."""
    found = _store(request).review.corrections()[::-1]
    shown = [listed_by_hand(listed) for listed in found[:_SHOWN]]
    return answers.page(
        request, "corrections.html", by_hand=shown, left_out=len(found) - len(shown)
    )


@correcting.get("/sign-in")
def ask_for_token(request: Request, to: str = "") -> Response:
    """Answer with the form that asks for the token."""
    if writing_token(request) is None:
        raise HTTPException(403)
    return answers.page(request, "sign-in.html", to=to, problem=None)


@correcting.post("/sign-in")
def take_token(request: Request, sent: Sent) -> Response:
    """Sign somebody in who knows the token."""
    allowance: Allowance = request.app.state.signing
    if not allowance.spend(request.client.host if request.client else ""):
        raise HTTPException(429)
    to = first(sent, "to")
    answer = RedirectResponse(way_back(to), 303)
    if sign_in(request, answer, first(sent, "token")):
        return answer
    problem = "The token is another one."
    return answers.page(request, "sign-in.html", status=403, to=to, problem=problem)


@correcting.get("/correct")
def show_form(request: Request, of: str = "") -> Response:
    """Answer with the form that sets a record, a claim or a story right."""
    return _form(request, of)


@correcting.post("/correct")
def correct(request: Request, sent: Proven) -> Response:
    """Set something right, and go back to it."""
    id = first(sent, "of")
    view = view_correct(_store(request), id)
    if view is None:
        raise HTTPException(404)
    changed = {
        setting.name: words
        for setting in view.settings
        if (words := first(sent, f"set-{setting.name}").strip()) != setting.words
    }
    try:
        _correct(_store(request), sent, changed)
    except CorrectionError as problem:
        return _form(request, id, problem=str(problem), sent=sent)
    gone = first(sent, "what") in {"merge", "split"}
    return RedirectResponse("/corrections" if gone else view.back, 303)


@correcting.post("/undo")
def undo(request: Request, sent: Proven) -> Response:
    """Take a correction back."""
    try:
        _store(request).review.undo(first(sent, "of"), signed_by(sent))
    except CorrectionError as problem:
        return _undo_form(request, first(sent, "of"), problem=str(problem), sent=sent)
    return RedirectResponse("/corrections", 303)


@correcting.get("/undo")
def show_undo(request: Request, of: str = "") -> Response:
    """Answer with the form that takes a correction back."""
    return _undo_form(request, of)


def _correct(store: Store, sent: Posted, changed: dict[str, str]) -> None:
    """Do what a form asks for. Raises `CorrectionError`."""
    id, by, review = first(sent, "of"), signed_by(sent), store.review
    match first(sent, "what"):
        case "set":
            review.set(id, changed, by)
        case "drop":
            review.drop(id, by)
        case "merge":
            review.join([id, first(sent, "with").strip()], by)
        case "split":
            review.part(id, sent.get("part", []), by)
        case other:
            raise CorrectionError(f"nothing is called {other[:20]!r} here")


def _form(
    request: Request, id: str, *, problem: str | None = None, sent: Posted | None = None
) -> Response:
    """Answer with the form of a record, claim or story, as it was filled in so far."""
    view = view_correct(_store(request), id)
    if view is None:
        raise HTTPException(404)
    return answer_form(request, "correct.html", view=view, problem=problem, sent=sent or {})


def _undo_form(
    request: Request, id: str, *, problem: str | None = None, sent: Posted | None = None
) -> Response:
    found = _store(request).review.corrections()
    shown = next((listed_by_hand(one) for one in found if one.correction.id == id), None)
    if shown is None:
        raise HTTPException(404)
    return answer_form(request, "undo.html", shown=shown, problem=problem, sent=sent or {})


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store
