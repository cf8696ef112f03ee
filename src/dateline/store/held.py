"""A store whose file a server holds: the same questions, asked of the server.

A DuckDB file has one owner at a time. `open_store` opens it, or finds the note that its owner
left beside it, makes sure that the owner is who answers there, and asks him.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Iterable
from http.client import HTTPConnection, HTTPException
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, Self

from dateline import __version__
from dateline.errors import QueryError, StoreError, StoreInUse
from dateline.model import Claim, Report, Story
from dateline.store import codec
from dateline.store.calls import CALLS, GREETING, PATH
from dateline.store.cases import Case
from dateline.store.note import Note, note_path, prove, read_note
from dateline.store.placed import PlacedClaim
from dateline.store.query import Found, Query
from dateline.store.rows import ClaimRow, Hit, StoryRow
from dateline.store.runs import Run
from dateline.store.store import Store, in_batches

if TYPE_CHECKING:
    from types import TracebackType

Send = Callable[[str, bytes, str], tuple[int, bytes]]
"""Posts bytes to a path with an `Authorization`, and returns the status and the answer."""

_AT_ONCE = 10
"""Reports that are sent together."""
_PATIENCE = 600
"""Seconds that an answer may take: weaving a large story again does."""
_GREETING_PATIENCE = 5


class HeldStore:
    """A store that is asked through the server that holds its file.

    Raises `StoreError` and `QueryError` as `Store` does.
    """

    def __init__(self, send: Send, secret: str) -> None:
        self._send, self._secret = send, secret

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it: there is nothing to be closed."""

    def take(
        self, reports: Iterable[Report], *, anew: bool = False, run: str | None = None
    ) -> tuple[str, ...]:
        """Add reports as they were read; return the ids of the stories that this changed."""
        changed: dict[str, None] = {}
        for some in in_batches(reports, _AT_ONCE):
            changed.update(dict.fromkeys(self._ask("take", tuple(some), anew, run)))
        return self.still(changed)

    def knows(self, page_id: str) -> bool:
        """Whether the report of this page is there."""
        return bool(self._ask("knows", page_id))

    def still(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return those ids that a story has now."""
        return tuple(self._ask("still", tuple(ids)))

    def story(self, id: str) -> Story | None:
        """Return a story whole; the id of one that was merged finds what it is now."""
        story: Story | None = self._ask("story", id)
        return story

    def report(self, id: str) -> tuple[Report, str] | None:
        """Return a report as dated in its story, and the story's id."""
        found: tuple[Report, str] | None = self._ask("report", id)
        return found

    def claim(self, id: str) -> tuple[Claim, Story] | None:
        """Return a claim and the story that it is in."""
        found: tuple[Claim, Story] | None = self._ask("claim", id)
        return found

    def stories(self, query: Query = Query()) -> Found[StoryRow]:
        """Return the stories that are looked for, newest first."""
        return Found(*self._ask("stories", query))

    def claims(self, query: Query = Query()) -> Found[ClaimRow]:
        """Return the claims that are looked for, newest first."""
        return Found(*self._ask("claims", query))

    def records(self, field: str, query: Query = Query()) -> Found[dict[str, Any]]:
        """Return rows of "events", "statements" or "figures", newest first."""
        return Found(*self._ask("records", field, query))

    def search(self, query: Query) -> Found[Hit]:
        """Return the reports that hold all words, best first."""
        return Found(*self._ask("search", query))

    def placed(self, since: str, until: str) -> tuple[PlacedClaim, ...]:
        """Return the claims of events that begin within these days, each with a place if it has."""
        return tuple(self._ask("placed", since, until))

    def note(self, run: Run) -> None:
        """Write down a run: when it starts, and again with its counts when it has ended."""
        self._ask("note", run)

    def runs(self) -> tuple[Run, ...]:
        """Return the runs that read its reports, in order of their start."""
        return tuple(self._ask("runs"))

    def readings(self, reports: Iterable[str] | None = None) -> dict[str, str]:
        """Return the id of the run that read each of these reports, or all."""
        found: dict[str, str] = self._ask("readings", None if reports is None else tuple(reports))
        return found

    def cases(self) -> tuple[Case, ...]:
        """Return all cases, by name."""
        return tuple(self._ask("cases"))

    def case(self, slug: str) -> Case | None:
        """Return a case."""
        case: Case | None = self._ask("case", slug)
        return case

    def create_case(self, name: str, query: Query, note: str | None = None) -> Case:
        """Keep what is looked for under a name. Raises `QueryError` for one that is taken."""
        case: Case = self._ask("create_case", name, query, note)
        return case

    def drop_case(self, slug: str) -> bool:
        """Forget a case, and no story; return whether there was one."""
        return bool(self._ask("drop_case", slug))

    def _ask(self, name: str, *asked: Any) -> Any:
        """Return what a method of the store gives. Raises `StoreError` and `QueryError`."""
        call = CALLS[name]
        body = codec.pack(asked, call.question)
        status, answer = self._send(f"{PATH}{name}", body, f"Bearer {self._secret}")
        if status == 200:
            return codec.unpack(call.answer, answer)
        told = _problem(status, answer)
        raise QueryError(told) if status == 422 else StoreError(told)


AnyStore = Store | HeldStore


def open_store(address: str | PathLike[str], *, read_only: bool = False) -> AnyStore:
    """Open a store, or the way to the server that holds its file. Raises `StoreError`."""
    try:
        return Store(address, read_only=read_only)
    except StoreInUse as held:
        return _through(fspath(address), held)


def _through(database: str, held: StoreInUse) -> HeldStore:
    """Return the store of the server that holds a file. Raises `StoreInUse` with what to do."""
    try:
        note = read_note(database)
    except StoreError as problem:
        raise StoreInUse(f"{held}; {problem}: ask its owner to end the server") from problem
    if note is None:
        raise StoreInUse(
            f"{held}: wait until it is done, or end it; what `dateline serve` holds is asked"
            " through the server"
        ) from held
    if wrong := greet(note, sender(note, _GREETING_PATIENCE)):
        raise StoreInUse(
            f"{held}; {note_path(database)} says that process {note.process} on {note.machine}"
            f" serves it at {note.address}, but {wrong}: end the process that holds it"
        ) from held
    return HeldStore(sender(note, _PATIENCE), note.secret)


def greet(note: Note, send: Send) -> str | None:
    """Make sure that who answers wrote the note and speaks as we do; return what is wrong."""
    challenge = secrets.token_hex(16)
    try:
        status, answer = send(f"{PATH}{GREETING}", challenge.encode(), "")
        said = json.loads(answer) if status == 200 else None
    except StoreError:
        return "nobody answers there"
    except ValueError:
        said = None
    if not isinstance(said, dict):
        return "another server answers there"
    proof = str(said.get("proof")).encode("utf-8", "replace")
    if not hmac.compare_digest(proof, prove(note.secret, challenge).encode()):
        return "another server answers there"
    if said.get("version") != __version__:
        return f"that server is dateline {said.get('version')}, and this is {__version__}"
    return None


def sender(note: Note, patience: float) -> Send:
    """Return what posts to the server of a note, one connection a call."""

    def send(path: str, body: bytes, authorization: str) -> tuple[int, bytes]:
        connection = HTTPConnection(note.host, note.port, timeout=patience)
        headers = {"Content-Type": "application/octet-stream"}
        if authorization:
            headers["Authorization"] = authorization
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, HTTPException) as problem:
            told = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
            raise StoreError(f"the server at {note.address} doesn't answer: {told}") from problem
        finally:
            connection.close()

    return send


def _problem(status: int, answer: bytes) -> str:
    """Return what a server says is wrong."""
    try:
        said = json.loads(answer)
    except ValueError:
        said = None
    told = said.get("detail") if isinstance(said, dict) else None
    return told if isinstance(told, str) else f"the server answered {status}"
