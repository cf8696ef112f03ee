"""Read the entries of a lexicon file, each with the line that it stands on.

A bad entry is told as "bodies.toml:12: `name` must be a string that is not empty, found 3".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from dateline.errors import CodebookError


class Entry:
    """One `[[table]]` of a file, whose values are asked for by type."""

    def __init__(self, file: str, line: int | None, values: Mapping[str, Any]) -> None:
        self.file, self.line, self.values = file, line, values

    def fail(self, problem: str) -> CodebookError:
        """Return the error that says where this entry stands and what is wrong with it."""
        return CodebookError(self.file, self.line, problem)

    def word(self, key: str) -> str:
        """Return a string that must be there and not be empty."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"`{key}` must be a string that is not empty, found {value!r}")
        return value

    def maybe(self, key: str) -> str | None:
        """Return a string, or `None` where there is none."""
        return self.word(key) if key in self.values else None

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; an absent one is empty."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise self.fail(f"`{key}` must be a list of strings, found {value!r}")
        return tuple(value)

    def number(self, key: str) -> float:
        """Return a number that must be there."""
        value = self.values.get(key)
        if not isinstance(value, int | float):
            raise self.fail(f"`{key}` must be a number, found {value!r}")
        return float(value)

    def truth(self, key: str) -> bool:
        """Return a truth value; an absent one is false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"`{key}` must be true or false, found {value!r}")
        return value


_AT_LINE = re.compile(r"\(at line (?P<line>\d+)")  # tomllib: "Expected '=' (at line 3, column 2)"


def read_entries(file: str, table: str) -> Iterator[Entry]:
    """Yield the entries of one array of tables of a lexicon file, each with its line."""
    text = resources.files("dateline").joinpath("lexicons", file).read_text("utf-8")
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        line = _AT_LINE.search(str(problem))
        raise CodebookError(file, int(line["line"]) if line else None, str(problem)) from problem
    headers = [n for n, row in enumerate(text.splitlines(), 1) if row.strip() == f"[[{table}]]"]
    for line_number, entry in zip(headers, values.get(table, []), strict=True):
        yield Entry(file, line_number, entry)
