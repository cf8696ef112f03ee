"""The command line: `dateline brief pages/`, `show`, `why`, `export`, `check`.

It reads arguments, calls the rooms that do the work, and says how it went: 0 done, 1 done
with rejects or problems, 2 used wrongly. Heavy imports stand inside the commands, so that
`--help` answers at once.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence

from dateline.cli.outcome import DONE, MISUSED, PROBLEMS
from dateline.cli.parser import make_parser
from dateline.errors import ConfigError, DatelineError

__all__ = ["DONE", "MISUSED", "PROBLEMS", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    try:
        chosen = make_parser().parse_args(arguments)
        code: int = chosen.command(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
        return DONE
    except KeyboardInterrupt:
        return 130
    except ConfigError as problem:
        return _complain(problem, MISUSED)
    except DatelineError as problem:
        return _complain(problem, PROBLEMS)
    except OSError as problem:
        _hush()
        return _complain(f"can't write: {problem.strerror or problem}", PROBLEMS)
    return code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what no encoding holds is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _hush() -> None:
    """Let nobody complain when the interpreter flushes an output that is gone."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(problem: object, code: int) -> int:
    print(f"dateline: {problem}", file=sys.stderr)
    return code
