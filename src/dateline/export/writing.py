"""Write a dataset whole or not at all: under another name first, then renamed.

A folder that is there is replaced if it holds an earlier dataset and nothing else; files of
other hands are never touched.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dateline.errors import StoreError
from dateline.export.formats import Folder, OneFile
from dateline.export.package import DESCRIPTION
from dateline.export.shape import Shape
from dateline.model import Story


def write_file(format: OneFile, stories: Iterable[Story], shape: Shape, to: str) -> None:
    """Write a dataset of one file. Raises `StoreError`."""
    path = Path(to)
    with _told(to):
        if path.exists() and not path.is_file():  # A device or pipe has no other name.
            with _opened(path) as file:
                file.writelines(format.make(stories, shape))
            return
        part = _aside(path)
        with _removed_on_failure(part):
            with _opened(part) as file:
                file.writelines(format.make(stories, shape))
            part.replace(path)


def write_folder(format: Folder, stories: Iterable[Story], shape: Shape, to: str) -> None:
    """Write a dataset of several files. Raises `StoreError`."""
    with _told(to):
        path = Path(to).resolve()
        if path.exists() and not _replaceable(path):
            raise StoreError(
                f"{to} holds something else than an earlier dataset: name a new folder"
            )
        part = _aside(path)
        part.mkdir()
        with _removed_on_failure(part):
            _fill(format, stories, shape, part)
            _put(part, path)


def _fill(format: Folder, stories: Iterable[Story], shape: Shape, folder: Path) -> None:
    files: dict[str, TextIO] = {}
    with ExitStack() as stack:
        for name, text in format.make(format.tables, stories, shape):
            if name not in files:
                files[name] = stack.enter_context(_opened(folder / name))
            files[name].write(text)
    if format.finish:
        format.finish(folder, format.tables, shape)


def _put(part: Path, path: Path) -> None:
    """Rename a folder into its place; what stood there goes last."""
    if not path.exists():
        part.replace(path)
        return
    former = path.with_name(f".{path.name}.{os.getpid()}.former")
    path.replace(former)
    part.replace(path)
    shutil.rmtree(former)


def _replaceable(path: Path) -> bool:
    """Whether a folder is empty or holds what its own description names, and no more."""
    if not path.is_dir():
        return False
    held = {file.name for file in path.iterdir()}
    if not held:
        return True
    try:
        described = json.loads((path / DESCRIPTION).read_text("utf-8"))
        named = {resource["path"] for resource in described["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return str(described.get("name")).startswith("dateline-") and held <= {*named, DESCRIPTION}


def _aside(path: Path) -> Path:
    """Return the name under which a file or folder is written first, in the same folder."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", errors="replace", newline="")


@contextmanager
def _removed_on_failure(part: Path) -> Iterator[None]:
    """Leave nothing half written behind."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
        raise


@contextmanager
def _told(to: str) -> Iterator[None]:
    """Say in one line what can't be written."""
    try:
        yield
    except OSError as problem:
        reason = problem.strerror or problem
        raise StoreError(f"{to} can't be written: {reason}") from problem
