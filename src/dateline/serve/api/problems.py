"""The answers of the API that say no, as its description names them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

Responses = dict[int | str, dict[str, Any]]


class Problem(BaseModel):
    """Why there is no other answer."""

    detail: str


class Wrong(BaseModel):
    """A part of a request that can't be used."""

    loc: list[str | int]
    msg: str
    type: str


class Misasked(BaseModel):
    """What is wrong with a request."""

    detail: list[Wrong]


_MEANS = {
    401: "No token, or another one, was shown.",
    403: "Writing is off.",
    404: "There is nothing at this address.",
    413: "Too much was sent at once.",
    414: "The address is too long.",
    415: "What was sent has a media type that isn't read.",
    421: "The server has another name.",
    429: "Too much was asked for at once; `Retry-After` says when to come again.",
    503: "The database can't be read just now.",
}


def problems(*codes: int) -> Responses:
    """Return what answers with these codes are; 422 is among them, and what any may have."""
    told: Responses = {
        code: {"model": Problem, "description": _MEANS[code]} for code in (*codes, *_ANY)
    }
    return {**told, 422: {"model": Misasked, "description": "It can't be asked for like this."}}


KNOWN: Responses = {304: {"description": "What the asker holds is what there is: see `ETag`."}}
"""What those answer that know what was sent before."""
_ANY = (413, 414, 421, 429, 503)
