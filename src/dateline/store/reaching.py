"""Reach a store: open its file, or find the server that holds it and ask there.

A DuckDB file has one owner at a time. `open_store` opens it, or finds the note that its owner
left beside it, makes sure that the owner is who answers there, and asks him.
"""

from __future__ import annotations

import hmac
import json
import secrets
from http.client import HTTPConnection, HTTPException
from os import PathLike, fspath

from dateline import __version__
from dateline.errors import StoreError, StoreInUse
from dateline.store.calls import GREETING, PATH
from dateline.store.held import HeldStore, Send
from dateline.store.note import Note, note_path, prove, read_note
from dateline.store.store import Store

_PATIENCE = 600
"""Seconds that an answer may take: weaving a large story again does."""
_GREETING_PATIENCE = 5

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
            " through the server, but with --read-only"
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
