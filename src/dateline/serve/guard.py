"""Stand before the application: turn away what is too much, and forbid what no page needs.

Whoever asks too often, at too great a length or under a name that isn't ours gets a short
answer; every answer tells browsers to run and load nothing but our own files.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from time import monotonic

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.store.calls import PATH as HELD

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
        " connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_LONGEST = 8_000
"""Bytes of an address."""
LARGEST_SENT = 10_000_000
"""Bytes of pages that are sent at once."""
LARGEST_FORM = 64_000
"""Bytes of any other body: a form's, for what is only read needs none."""
_LARGER = {"/api/pages": LARGEST_SENT, HELD: 1_000_000_000}
"""Where more is taken, from who shows that he may: what reads these bodies asks him first."""
_KNOWN = 10_000
"""Clients that are remembered."""


class Allowance:
    """How much each client may still ask: it fills up by itself, up to a brim."""

    def __init__(
        self, *, each_second: float = 50, brim: float = 300, clock: Callable[[], float] = monotonic
    ) -> None:
        self._each_second, self._brim, self._clock = each_second, brim, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def spend(self, client: str) -> bool:
        """Whether a client may ask once more."""
        now = self._clock()
        left, since = self._left.pop(client, (self._brim, now))
        left = min(self._brim, left + (now - since) * self._each_second)
        self._left[client] = (max(0.0, left - 1), now)
        if len(self._left) > _KNOWN:
            self._left.popitem(last=False)
        return left >= 1


class Guard:
    """The application behind its limits; `hosts` are the names that it answers to."""

    def __init__(
        self, app: ASGIApp, *, hosts: Sequence[str] = (), allowance: Allowance | None = None
    ) -> None:
        self._app, self._hosts = app, frozenset(hosts)
        self._allowance = allowance or Allowance()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or turn it away."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        """Return what a request is turned away with."""
        headers = Headers(scope=scope)
        path, client = scope["path"], scope["client"][0] if scope["client"] else ""
        if self._hosts and _name(headers.get("host", "")) not in self._hosts:
            # A name that somebody points at this machine would let his pages read ours.
            return _short(path, 421, "This server has another name.")
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > _LONGEST:
            return _short(path, 414, "The address is too long.")
        size = headers.get("content-length", "0")
        if not size.isdigit() or int(size) > _largest(path):
            return _short(path, 413, "The request is too large.")
        # Commands of this machine ask for story after story, and prove first who they are.
        if not path.startswith(HELD) and not self._allowance.spend(client):
            return _short(path, 429, "Too many requests.", {"Retry-After": "1"})
        return None


async def read_body(request: Request, largest: int) -> bytes:
    """Return what was sent, whose length may be told falsely. Raises `HTTPException`."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > largest:
            raise HTTPException(413, f"At most {largest} bytes are taken at once.")
    return bytes(body)


def _largest(path: str) -> int:
    """Return how many bytes a body may have."""
    sizes = (size for start, size in _LARGER.items() if path.startswith(start))
    return next(sizes, LARGEST_FORM)


def _short(path: str, code: int, told: str, headers: dict[str, str] | None = None) -> Response:
    """Return a refusal, as programs or as people read it."""
    if path.startswith("/api/"):
        return JSONResponse({"detail": told}, code, headers)
    return PlainTextResponse(f"{told}\n", code, headers)


def _name(host: str) -> str:
    """Return a host without its port: "[::1]:8000" is "[::1]"."""
    name, _, port = host.rpartition(":")
    return (name if name and port.isdigit() else host).casefold()
