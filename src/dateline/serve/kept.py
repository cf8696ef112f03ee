"""Keep pages that were drawn, and hand them out again as long as nothing was written.

Drawing a story takes a tenth of a second of a processor, and the stories of the day are asked
for again and again. What is kept is packed, forgotten after some minutes, and at once where the
store has changed since.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ROOM = 64_000_000
"""Bytes of packed pages that are kept."""
_LARGEST = 4_000_000
"""Bytes of a page that is kept."""
_FRESH = 300.0
"""Seconds that a page is kept: some say how long ago something was."""
_LIVE = ("/api/", "/static/")
"""Where answers are not kept: they are cheap, or meant to be asked for in pieces."""
_TELLING = frozenset({"authorization", "cookie", "range"})
"""What an answer may depend on besides its address."""


@dataclass(frozen=True, slots=True)
class _Page:
    revision: str
    made: float
    packed: bytes
    headers: tuple[tuple[str, str], ...]


class Shelf:
    """Pages by address; those that were asked for longest ago make room."""

    def __init__(self, *, room: int = _ROOM, clock: Callable[[], float] = monotonic) -> None:
        self._room, self._clock, self._turn = room, clock, Lock()
        self._pages: OrderedDict[bytes, _Page] = OrderedDict()
        self._taken = 0

    def get(self, address: bytes, revision: str) -> _Page | None:
        """Return a page that is still true."""
        with self._turn:
            page = self._pages.get(address)
            if page is None:
                return None
            if page.revision != revision or self._clock() - page.made > _FRESH:
                self._drop(address)
                return None
            self._pages.move_to_end(address)
            return page

    def put(
        self, address: bytes, revision: str, body: bytes, headers: tuple[tuple[str, str], ...]
    ) -> None:
        """Keep a page as the store was at a revision."""
        page = _Page(revision, self._clock(), zlib.compress(body, 1), headers)
        with self._turn:
            self._drop(address)
            self._pages[address] = page
            self._taken += len(page.packed)
            while self._taken > self._room:
                self._drop(next(iter(self._pages)))

    def _drop(self, address: bytes) -> None:
        page = self._pages.pop(address, None)
        self._taken -= len(page.packed) if page else 0


class Kept:
    """An application whose pages are kept; `revision` says how the store stands."""

    def __init__(self, app: ASGIApp, *, revision: Callable[[], str], shelf: Shelf) -> None:
        self._app, self._revision, self._shelf = app, revision, shelf

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a page that is kept, or let it be drawn and keep it."""
        if not _may_be_kept(scope):
            await self._app(scope, receive, send)
            return
        address = scope["raw_path"] + b"?" + scope["query_string"]
        revision = await run_in_threadpool(self._revision)
        page = self._shelf.get(address, revision)
        if page is None:
            await self._app(scope, receive, _Recorder(send, self._shelf, address, revision))
            return
        await _again(page, Headers(scope=scope))(scope, receive, send)


class _Recorder:
    """Pass an answer on, and keep it once it is whole."""

    def __init__(self, send: Send, shelf: Shelf, address: bytes, revision: str) -> None:
        self._send, self._shelf = send, shelf
        self._address, self._revision = address, revision
        self._headers: tuple[tuple[str, str], ...] = ()
        self._body: list[bytes] | None = None

    async def __call__(self, message: Message) -> None:
        """Take a part of the answer."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            kind = headers.get("content-type", "")
            size = int(headers.get("content-length", "0"))
            if message["status"] == 200 and kind.startswith("text/html") and size <= _LARGEST:
                self._body, self._headers = [], tuple(headers.items())
        elif self._body is not None:
            self._body.append(message.get("body", b""))
            if not message.get("more_body"):
                body = b"".join(self._body)
                self._shelf.put(self._address, self._revision, body, self._headers)
        await self._send(message)


def _may_be_kept(scope: Scope) -> bool:
    """Whether an answer depends on its address alone, and may be one that is worth keeping."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["raw_path"]:
        return False
    return not scope["path"].startswith(_LIVE) and not _TELLING.intersection(
        name.decode("latin-1") for name, _ in scope["headers"]
    )


def _again(page: _Page, asked: Headers) -> Response:
    """Return a page once more; nothing of it where the asker holds it already."""
    headers = dict(page.headers)
    held = {tag.strip().removeprefix("W/") for tag in asked.get("if-none-match", "").split(",")}
    if headers.get("etag") in held:
        kept = {name: value for name, value in headers.items() if not name.startswith("content-")}
        return Response(status_code=304, headers=kept)
    return Response(zlib.decompress(page.packed), headers=headers)
