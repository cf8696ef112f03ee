"""The note that a server leaves beside the DuckDB file that it holds: `news.duckdb.served`.

Others can't open the file meanwhile, but they can ask the server: the note has its address and
a secret, and only its owner can read it. Each start of a server makes a new secret, so that a
note that was left behind opens nothing: nobody who answers at its address knows the secret.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import StoreError

_ENDING = ".served"
_LONGEST = 4_000
"""Bytes of a note."""
_OWN_ALONE = 0o600


@dataclass(frozen=True, slots=True)
class Note:
    """Who holds a database, and how it is asked."""

    host: str
    port: int
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    process: int = field(default_factory=os.getpid)
    machine: str = field(default_factory=socket.gethostname)

    @property
    def address(self) -> str:
        """The address as people read it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def note_path(database: str | os.PathLike[str]) -> Path:
    """Return where the note on a database stands, whichever link leads to it."""
    real = Path(database).resolve()
    return real.with_name(real.name + _ENDING)


def prove(secret: str, challenge: str) -> str:
    """Return what only who knows the secret can answer to a challenge."""
    return hmac.new(secret.encode(), f"dateline {challenge}".encode(), "sha256").hexdigest()


@contextmanager
def left_note(database: str | os.PathLike[str], note: Note) -> Iterator[None]:
    """Leave a note while something runs. Raises `StoreError` where it can't be written."""
    path = note_path(database)
    try:
        _write(path, json.dumps(asdict(note)))
    except OSError as problem:
        raise StoreError(f"{path} can't be written: {problem.strerror or problem}") from problem
    try:
        yield
    finally:
        with suppress(OSError, StoreError):
            if read_note(database) == note:
                path.unlink(missing_ok=True)


def read_note(database: str | os.PathLike[str]) -> Note | None:
    """Return the note on a database, None where there is none.

    Raises `StoreError` for one that can't be trusted: another user's, or one that others can
    read or have made.
    """
    path = note_path(database)
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return None
    except PermissionError as problem:
        raise StoreError(f"{path} is another user's") from problem
    except OSError as problem:
        raise StoreError(f"{path} can't be read: {problem.strerror or problem}") from problem
    with os.fdopen(file, "rb") as opened:
        _check_owner(path, os.fstat(file), Path(database).stat())
        return _parsed(path, opened.read(_LONGEST))


def _write(path: Path, text: str) -> None:
    """Write a note whole, readable by its owner alone from the first moment on."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with suppress(FileNotFoundError):
        part.unlink()
    file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_ALONE)
    with os.fdopen(file, "w", encoding="utf-8") as opened:
        opened.write(text)
    part.replace(path)


def _check_owner(path: Path, note: os.stat_result, database: os.stat_result) -> None:
    """Raise `StoreError` unless the note is by us or the database's owner, and nobody else's."""
    if not stat.S_ISREG(note.st_mode):
        raise StoreError(f"{path} is no file")
    if os.name != "posix":
        return
    if note.st_uid not in {os.geteuid(), database.st_uid}:
        raise StoreError(f"{path} is another user's")
    if note.st_mode & 0o077:
        raise StoreError(f"{path} can be read by others, so it isn't trusted")


def _parsed(path: Path, data: bytes) -> Note:
    """Return the note of these bytes. Raises `StoreError`."""
    try:
        said: Any = json.loads(data)
        note = Note(**said)
        kinds = (note.host, str), (note.port, int), (note.secret, str), (note.machine, str)
        sound = all(isinstance(value, kind) for value, kind in kinds) and 0 < note.port < 65536
    except (ValueError, TypeError):
        sound = False
    if not sound:
        raise StoreError(f"{path} isn't a note of dateline")
    return note
