"""Write what a command prints or leaves behind: whole files, and colours where they are wanted."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from dateline.errors import StoreError


def write_file(file: str, text: str) -> None:
    """Write a whole file or none: a full disk leaves no half page under its name.

    Raises `StoreError`.
    """
    path = Path(file)
    part = path if path.exists() and not path.is_file() else path.with_name(path.name + ".part")
    try:
        part.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        if part is not path:
            part.replace(path)
    except (OSError, ValueError) as problem:
        if part is not path:
            with contextlib.suppress(OSError, ValueError):
                part.unlink(missing_ok=True)
        raise StoreError(f"{file} can't be written: {_reason(problem)}") from problem


def _reason(problem: Exception) -> str:
    return getattr(problem, "strerror", None) or str(problem)


def wants_colours() -> bool:
    """Whether the output is a terminal whose owner wants colours."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain
