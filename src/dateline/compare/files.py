"""Open a file of other event data, find out whose it is, and read it row by row.

Nothing is held but the row at hand, so that a file may be of any size. A file may be packed
(.gz, or .zip with one file in it), as GDELT hands its days out.
"""

from __future__ import annotations

import csv
import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike, fspath
from typing import IO

from dateline.compare import acled, gdelt, polecat
from dateline.compare.rows import Row, WrongRow
from dateline.errors import ConfigError

_LONGEST = 1_000_000
"""Bytes of a line."""
_DAMAGED = (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError)
"""What a damaged or locked file makes its readers raise."""
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"

Read = Callable[[int, Sequence[str]], Row | None]
Cells = Iterator[tuple[int, Sequence[str], Read]]


@dataclass(frozen=True, slots=True)
class RowFile:
    """A file of rows, which can be gone through again and again."""

    path: str
    data_set: str
    """GDELT, POLECAT or ACLED."""

    def rows(self) -> Iterator[Row | None]:
        """Yield each row, None for one that names no place.

        Raises `ConfigError` with file, line and reason at the first that is wrong.
        """
        with _opened(self.path) as file:
            for line, values, read in _cells(self.path, file):
                try:
                    yield read(line, values)
                except WrongRow as problem:
                    raise ConfigError(f"{self.path}:{line}: {problem}") from None


def open_rows(path: str | PathLike[str]) -> RowFile:
    """Return a file of rows by its beginning. Raises `ConfigError` for what is none."""
    name = fspath(path)
    with _opened(name) as file:
        return RowFile(name, _data_set(name, _decoded(name, 1, file.readline(_LONGEST))))


def _data_set(path: str, first: str) -> str:
    """Return whose data begin with this line. Raises `ConfigError`."""
    cells = first.rstrip("\r\n").split("\t")
    if cells[0].strip() == polecat.FIRST:
        return "POLECAT"
    if len(cells) > 1 and cells[0].isdigit():
        return "GDELT"
    if acled.FIRST in first.lower():
        return "ACLED"
    if not first.strip():
        raise ConfigError(f"{path}:1: the file is empty or begins with an empty line")
    raise ConfigError(
        f"{path}:1: this is no row of GDELT 2.0 and no header of POLECAT or ACLED, but"
        f" {first.strip()[:40]!r}"
    )


def _cells(path: str, file: IO[bytes]) -> Cells:
    """Yield the cells of each row with its line and what reads them. Raises `ConfigError`."""
    lines = _lines(path, file)
    first = next(lines, "")
    kind = _data_set(path, first)
    if kind == "ACLED":
        yield from _from_csv(path, first, lines)
        return
    read: Read = gdelt.read_row
    if kind == "GDELT":
        yield 1, first.split("\t"), read
    else:
        read = _under(path, polecat.reader, first.split("\t"))
    for line, text in enumerate(lines, 2):
        if text.strip():
            yield line, text.split("\t"), read


def _from_csv(path: str, first: str, lines: Iterator[str]) -> Cells:
    """Yield the rows of a CSV; a quoted value may go on over lines. Raises `ConfigError`."""
    sign = max(",;\t", key=first.count)
    (header,) = csv.reader([first.removeprefix("\ufeff")], delimiter=sign)
    read = _under(path, acled.reader, header)
    rows = csv.reader((f"{line}\n" for line in lines), delimiter=sign, strict=True)
    start = 2
    while True:
        try:
            values = next(rows, None)
        except csv.Error as problem:
            raise ConfigError(f"{path}:{start}: no CSV: {problem}") from None
        if values is None:
            return
        if values:
            yield start, values, read
        start = rows.line_num + 2


def _under(path: str, reader: Callable[[Sequence[str]], Read], header: Sequence[str]) -> Read:
    """Return what reads rows under a header. Raises `ConfigError`."""
    try:
        return reader(header)
    except WrongRow as problem:
        raise ConfigError(f"{path}:1: {problem}") from None


def _lines(path: str, file: IO[bytes]) -> Iterator[str]:
    """Yield the lines of a file without their ends. Raises `ConfigError`."""
    number = 0
    while raw := _line(path, number + 1, file):
        number += 1
        yield _decoded(path, number, raw).rstrip("\r\n")


def _line(path: str, number: int, file: IO[bytes]) -> bytes:
    try:
        return file.readline(_LONGEST)
    except _DAMAGED as problem:
        raise ConfigError(f"{path}:{number}: can't be read on: {problem}") from None


def _decoded(path: str, number: int, raw: bytes) -> str:
    """Return a line's text: UTF-8, or else Latin-1. Raises `ConfigError` for what is no text."""
    if b"\0" in raw:
        raise ConfigError(f"{path}:{number}: bytes that no text holds")
    if len(raw) == _LONGEST:
        raise ConfigError(f"{path}:{number}: a line of more than {_LONGEST:,} bytes")
    try:
        return raw.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    """Yield a file's bytes, unpacked if it is packed. Raises `ConfigError`."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as the other readers of files
            begin = file.peek(4)[:4]
            if begin.startswith(_GZIP):
                with gzip.open(file) as unpacked:
                    yield unpacked  # type: ignore[misc]  # it reads bytes as any file does
            elif begin == _ZIP:
                with zipfile.ZipFile(file) as packed, packed.open(_only(path, packed)) as member:
                    yield member
            else:
                yield file
    except _DAMAGED as problem:
        told = getattr(problem, "strerror", None) or str(problem)
        raise ConfigError(f"{path}: can't be read: {told}") from None


def _only(path: str, packed: zipfile.ZipFile) -> str:
    """Return the name of the one file in an archive. Raises `ConfigError`."""
    names = [name for name in packed.namelist() if not name.endswith("/")]
    if len(names) != 1:
        raise ConfigError(f"{path}: {len(names)} files are in it, and one was expected")
    return names[0]
