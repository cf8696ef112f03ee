"""The verb that shows a database in a browser: `serve`."""

from __future__ import annotations

import argparse
import os
import socket
from typing import TYPE_CHECKING

from dateline.cli.databases import open_database
from dateline.cli.outcome import DONE
from dateline.cli.reviewing import writable
from dateline.errors import ConfigError

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs

_HERE = "127.0.0.1"
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_PORT = 8740
_TOKEN = "DATELINE_TOKEN"  # noqa: S105 - the name of a variable, not what is in it


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    serve = verbs.add_parser(
        "serve",
        help="show a database as web pages, and to programs as JSON",
        description="Show a database as web pages, and to programs as JSON under /api/."
        " Nobody but this machine is answered unless --host says so, and nobody writes without"
        f" the token that the variable {_TOKEN} holds.",
    )
    serve.add_argument("database", metavar="DB", help="a DuckDB file, or postgresql://…")
    serve.add_argument("--port", metavar="N", type=_port, default=_PORT, help=f"({_PORT})")
    serve.add_argument(
        "--host", metavar="NAME", default=_HERE, help=f"the name or address to answer at ({_HERE})"
    )
    serve.set_defaults(command=_serve)


def _serve(chosen: argparse.Namespace) -> int:
    """Answer until the command is interrupted."""
    import uvicorn

    from dateline.serve.app import make_app

    token = os.environ.get(_TOKEN)
    opened = writable if token else open_database
    with opened(chosen.database) as store, _listening(chosen.host, chosen.port) as listener:
        app = make_app(store, hosts=_names(chosen.host), token=token)
        name = f"[{chosen.host}]" if ":" in chosen.host else chosen.host
        print(f"http://{name}:{listener.getsockname()[1]}/ shows {_shown(chosen.database)}")
        print("Ctrl-C ends it.", flush=True)
        settings = uvicorn.Config(app, log_level="warning", server_header=False)
        uvicorn.Server(settings).run(sockets=[listener])
    return DONE


def _port(value: str) -> int:
    """Return a port; 0 takes a free one. Raises `ArgumentTypeError`."""
    if value.isascii() and value.isdigit() and int(value) < 65536:
        return int(value)
    raise argparse.ArgumentTypeError(f"a port from 0 to 65535 was expected, not {value!r}")


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises `ConfigError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as problem:
        told = getattr(problem, "strerror", None) or str(problem)
        reason = told.partition(" (while")[0]  # the address stands in our own sentence
        raise ConfigError(f"can't answer at {host} port {port}: {reason}") from problem


def _names(host: str) -> tuple[str, ...]:
    """Return the names that a browser may call us by; all of them where all may come."""
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - what the user asked for
        return ()
    return (*_LOOPBACK, f"[{host}]" if ":" in host else host.casefold())


def _shown(database: str) -> str:
    """Return a database's name without the password that may be in it."""
    return "the database" if "://" in database else database
