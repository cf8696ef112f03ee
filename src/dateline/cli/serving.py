"""The verb that shows a database in a browser: `serve`."""

from __future__ import annotations

import argparse
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.databases import is_postgres
from dateline.cli.outcome import DONE
from dateline.cli.pages import add_codebooks
from dateline.cli.provenance import begin_run, ended, run_of
from dateline.errors import ConfigError, StoreInUse, StoreOutdated

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs
    from dateline.model import Page, Report
    from dateline.serve.api.reading import Reading
    from dateline.store import Store

_HERE = "127.0.0.1"
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = {"0.0.0.0": _HERE, "::": "::1"}  # noqa: S104 - what the user may ask for
_PORT = 8740
_TOKEN = "DATELINE_TOKEN"  # noqa: S105 - the name of a variable, not what is in it
_SHORTEST = 16
"""Characters of a token: fewer can be guessed."""


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    serve = verbs.add_parser(
        "serve",
        help="show a database as web pages, and to programs as JSON",
        description="Show a database as web pages, and to programs as JSON under /api/."
        " Nobody but this machine is answered unless --host says so, and nobody writes without"
        f" a token, which --token-file or the variable {_TOKEN} gives. Other commands on the same"
        " DuckDB file are answered through this one.",
    )
    serve.add_argument("database", metavar="DB", help="a DuckDB file, or postgresql://…")
    serve.add_argument("--port", metavar="N", type=_port, default=_PORT, help=f"({_PORT})")
    serve.add_argument(
        "--host", metavar="NAME", default=_HERE, help=f"the name or address to answer at ({_HERE})"
    )
    serve.add_argument(
        "--token-file",
        metavar="FILE",
        help="let programs that know what is in this file send pages to /api/pages",
    )
    serve.add_argument(
        "--read-only",
        action="store_true",
        help="leave the file open to other readers; nobody can add pages meanwhile",
    )
    add_codebooks(serve)
    serve.set_defaults(command=_serve)


def _serve(chosen: argparse.Namespace) -> int:
    """Answer until the command is interrupted."""
    import uvicorn

    from dateline.serve.api.reading import Access
    from dateline.serve.app import make_app
    from dateline.serve.drawers import Drawers, collect_seldom
    from dateline.store.note import Note, left_note

    token = _token(chosen)
    writes = not chosen.read_only and (token is not None or _is_own_file(chosen.database))
    with (
        _opened(chosen.database, writes=writes) as store,
        _listening(chosen.host, chosen.port) as listener,
        Drawers() as drawers,
    ):
        port = listener.getsockname()[1]
        note = Note(_EVERYWHERE.get(chosen.host, chosen.host), port)
        held = writes and not is_postgres(chosen.database)
        app = make_app(
            store,
            hosts=_names(chosen.host),
            reading=_reading(chosen.codebooks),
            access=Access(token, note.secret if held else None),
        )
        app.state.drawers = drawers
        name = f"[{chosen.host}]" if ":" in chosen.host else chosen.host
        settings = uvicorn.Config(app, log_level="warning", server_header=False)
        left: AbstractContextManager[None] = nullcontext()
        signal.signal(signal.SIGTERM, _stop)
        collect_seldom()
        with left_note(chosen.database, note) if held else left:
            print(f"http://{name}:{port}/ shows {_shown(chosen.database)}")
            print("Ctrl-C ends it.", flush=True)
            uvicorn.Server(settings).run(sockets=[listener])
    return DONE


def _stop(*_: object) -> None:
    """End as Ctrl-C does: the file is closed, and the note taken away."""
    raise KeyboardInterrupt


def _is_own_file(database: str) -> bool:
    """Whether a database is a file that we may write, with room for a note beside it."""
    folder = Path(database).resolve().parent
    return not is_postgres(database) and os.access(database, os.W_OK) and os.access(folder, os.W_OK)


@contextmanager
def _opened(database: str, *, writes: bool) -> Iterator[Store]:
    """Give the store; only what holds tables of ours is opened for writing. Raises `StoreError`."""
    from dateline.store import Store
    from dateline.store.note import read_note

    try:
        with Store(database, read_only=True) as store:
            if not writes:
                yield store
                return
    except StoreInUse as held:
        note = read_note(database)
        told = f"; it is served at {note.address}" if note else ""
        raise StoreInUse(f"{held}{told}") from held
    except StoreOutdated:
        if not writes:
            raise
    with Store(database) as store:
        yield store


def _reading(codebooks: list[str]) -> Reading:
    """Return how pages are read here; what reads them is opened when the first one comes.

    Raises `ConfigError` and `CodebookError` for a codebook that can't be used.
    """
    from dateline.serve.api.reading import Reading

    if codebooks:
        from dateline import desk

        desk.knowledge(*codebooks)
    sent = partial(begin_run, codebooks, {"sent": True})
    return Reading(partial(_read, codebooks), partial(run_of, codebooks), sent, ended)


def _read(codebooks: list[str], page: Page) -> Report:
    """Return everything that is found in a page."""
    from dateline import desk

    return desk.read(page, codebooks=codebooks)


def _token(chosen: argparse.Namespace) -> str | None:
    """Return the token that lets programs write. Raises `ConfigError`."""
    where, token = _TOKEN, os.environ.get(_TOKEN)
    if chosen.token_file is not None:
        where = chosen.token_file
        try:
            token = Path(where).read_text("utf-8")
        except (OSError, ValueError) as problem:
            told = getattr(problem, "strerror", None) or "no text in UTF-8"
            raise ConfigError(f"{where}: {told}") from problem
    if token is None:
        return None
    token = token.strip()
    if len(token) < _SHORTEST or not (token.isascii() and token.isprintable()) or " " in token:
        raise ConfigError(f"{where}: a token has {_SHORTEST} characters or more, and no spaces")
    if chosen.read_only:
        raise ConfigError("--read-only and a token contradict each other")
    return token


def _port(value: str) -> int:
    """Return a port; 0 takes a free one. Raises `ArgumentTypeError`."""
    if value.isascii() and value.isdigit() and int(value) < 65536:
        return int(value)
    raise argparse.ArgumentTypeError(f"a port from 0 to 65535 was expected, not {value!r}")


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises `ConfigError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as problem:
        told = getattr(problem, "strerror", None) or str(problem)
        reason = told.partition(" (while")[0]  # the address stands in our own sentence
        raise ConfigError(f"can't answer at {host} port {port}: {reason}") from problem
    # What listens hands this on to its connections: else the end of an answer waits for 40 ms until
    # its beginning is acknowledged (Nagle).
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _names(host: str) -> tuple[str, ...]:
    """Return the names that a browser may call us by; all of them where all may come."""
    if host in _EVERYWHERE:
        return ()
    return (*_LOOPBACK, f"[{host}]" if ":" in host else host.casefold())


def _shown(database: str) -> str:
    """Return a database's name without the password that may be in it."""
    return "the database" if "://" in database else database
