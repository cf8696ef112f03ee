"""Read what the caller knows of pages from a CSV: outlet, date, address, language.

A file that begins "path,outlet,published" and goes on "storm.txt,The Harbour Herald,2020-05-03"
gives the page `storm.txt` its outlet and its day of publication.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from datetime import date, datetime

from dateline.errors import ConfigError
from dateline.model import Given

_KEYS = ("path", "url")
_COLUMNS = frozenset({"path", "url", "outlet", "published", "language"})


def read_given(path: str | os.PathLike[str]) -> Mapping[str, Given]:
    """Return what a CSV gives, keyed by path, by file name and by URL.

    Columns: path or url (one of them has a value in each row), outlet, published (an ISO 8601
    day or instant), language. Raises `ConfigError` with file and line for anything else.
    """
    name = os.fspath(path)
    try:
        with open(name, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise ConfigError(f"{name}: can't be read as CSV in UTF-8: {problem}") from None
    if not rows:
        raise ConfigError(f"{name}:1: a header with the columns {_listed()} was expected")
    columns = _checked_columns(name, [column.strip().lower() for column in rows[0]])
    found: dict[str, Given] = {}
    for line, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            _add(found, f"{name}:{line}", columns, row)
    return found


def _listed() -> str:
    """Return the columns as they are told to people."""
    return "path or url, outlet, published, language"


def _checked_columns(name: str, columns: list[str]) -> list[str]:
    """Return the columns. Raises `ConfigError` for unknown, double or missing ones."""
    unknown = [column for column in columns if column not in _COLUMNS]
    if unknown:
        raise ConfigError(f"{name}:1: unknown column {unknown[0]!r}; known are {_listed()}")
    if len(set(columns)) < len(columns):
        raise ConfigError(f"{name}:1: a column stands twice")
    if not set(columns) & set(_KEYS):
        raise ConfigError(f"{name}:1: no column path or url, so no page can be found")
    return columns


def _add(found: dict[str, Given], where: str, columns: list[str], row: list[str]) -> None:
    """Add one row under all names that its page may be looked up by."""
    if len(row) > len(columns):
        raise ConfigError(f"{where}: {len(row)} values, but {len(columns)} columns")
    values = {column: cell.strip() for column, cell in zip(columns, row, strict=False)}
    path, url = values.get("path", ""), values.get("url", "")
    if not path and not url:
        raise ConfigError(f"{where}: neither path nor url has a value")
    given = Given(
        outlet=values.get("outlet") or None,
        published=_checked_date(where, values.get("published", "")),
        url=url or None,
        language=values.get("language") or None,
    )
    for key in filter(None, (path, url)):
        if found.setdefault(key, given) != given:
            raise ConfigError(f"{where}: {key} was given before, with other values")
    if path:
        found.setdefault(os.path.normpath(path), given)
        found.setdefault(os.path.basename(path), given)


def _checked_date(where: str, published: str) -> str | None:
    """Return an ISO day or instant. Raises `ConfigError` for any other date."""
    if not published:
        return None
    try:
        if len(published) == 10:
            return date.fromisoformat(published).isoformat()
        return datetime.fromisoformat(published).isoformat()
    except ValueError:
        raise ConfigError(
            f"{where}: published is {published!r}, but 2020-05-03 or"
            " 2020-05-03T10:22:00+00:00 was expected"
        ) from None
