"""Know how others spell what a list says: "maintext", "articleBody" and "body" are a text.

The spellings are data, in `lexicons/listings.toml`; case, "_", "-" and spaces don't matter,
and a dot goes into what is nested: "source.name".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_MARKS = re.compile(r"[^\w.@]|_")
# "Herald - World", "World | Herald", "Herald » World", "Herald :: RSS"
_PARTS = re.compile(r"\s+[-–—|»›>:·/]{1,2}\s+|\s*[|»]\s*")


@dataclass(frozen=True, slots=True)
class Spellings:
    """The words of `listings.toml`."""

    fields: Mapping[str, tuple[str, ...]]
    """Field of a listing (or "text", "html", "fetched"): keys, best first."""
    rows: frozenset[str]
    """Keys under which an object of JSON holds its rows."""
    languages: Mapping[str, str]
    """Name or three-letter code of a language: its two-letter code."""
    generic: frozenset[str]
    """Parts of a feed's title that name no outlet: "rss", "top stories"."""
    endings: frozenset[str]
    """Words that a feed's title ends with: "feed"."""


@lru_cache(maxsize=1)
def open_spellings() -> Spellings:
    """Return the spellings that ship with the package."""
    file = resources.files("dateline") / "lexicons" / "listings.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Spellings(
        {field: tuple(map(folded, keys.split())) for field, keys in table["fields"].items()},
        frozenset(map(folded, table["rows"].split())),
        {name: code for code, names in table["languages"].items() for name in names.split()},
        frozenset(table["generic"]),
        frozenset(table["endings"]),
    )


@lru_cache(maxsize=4_096)
def folded(key: str) -> str:
    """Return a key without case and without marks between its words; dots stay."""
    return _MARKS.sub("", key.strip().lower())


@lru_cache(maxsize=512)
def fitting(keys: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return, for each field, the spellings that may lead to a value in rows of these keys."""
    held = frozenset(keys)
    return {
        field: tuple(key for key in spelled if key in held or key.partition(".")[0] in held)
        for field, spelled in open_spellings().fields.items()
    }


def language_code(name: str | None) -> str | None:
    """Return "en" for "English" and "eng"; what is no known name stays as it is."""
    if name is None:
        return None
    return open_spellings().languages.get(name.strip().lower(), name.strip() or None)


def outlet_of_feed(title: str | None) -> str | None:
    """Return the outlet in the title of a feed: "World | Harbour Herald RSS" is the Herald's.

    What is left in several parts stays as it is: which of them is the outlet can't be told.
    """
    if title is None:
        return None
    known = open_spellings()
    parts = [part for part in _PARTS.split(title) if part and part.casefold() not in known.generic]
    if len(parts) != 1:
        return title
    names = parts[0].split()
    while len(names) > 1 and names[-1].casefold().strip("()") in known.endings:
        names.pop()
    return " ".join(names)
