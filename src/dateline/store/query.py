"""What is looked for in a store, and how an answer goes on where it was cut off.

Query(text="ferry capsized", since="2030-05-01", country="KEN", limit=20)
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dateline.errors import QueryError

Row = TypeVar("Row")
Box = tuple[float, float, float, float]

MOST = 200
"""Rows that one answer holds at most."""
_LONGEST = 1000
"""Characters of a word or phrase that is looked for."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; a field left None says nothing.

    Several fields mean all of them, of one and the same record where they speak of records:
    a story with `category` and `status` has an event with both. Raises `QueryError` for what
    can't be looked for.
    """

    text: str | None = None
    """Words to be found, all of them, in any order and number."""
    since: str | None = None
    """The first ISO day, included."""
    until: str | None = None
    """The last ISO day, included."""
    box: Box | None = None
    """West, south, east, north in degrees; a box whose west lies east of its east crosses 180°."""
    country: str | None = None
    """ISO 3166-1 alpha-3, of a place or a party."""
    actor: str | None = None
    """The name of a party, whatever its case and accents."""
    category: str | None = None
    """PLOVER category, or that of a codebook of one's own."""
    status: str | None = None
    measure: str | None = None
    outlet: str | None = None
    origins: int | None = None
    """How many independent origins there are at least."""
    after: str | None = None
    """The cursor that the last answer gave."""
    limit: int = 50

    def __post_init__(self) -> None:
        for name in ("text", "country", "actor", "category", "status", "measure", "outlet"):
            _check_words(name, getattr(self, name))
        for name in ("since", "until"):
            _check_day(name, getattr(self, name))
        if self.box is not None:
            _check_box(self.box)
        if not 1 <= self.limit <= MOST:
            raise QueryError(f"limit is {self.limit}: from 1 to {MOST} rows can be asked for")


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """An answer: its rows, and the cursor to go on with, None where all is told."""

    rows: tuple[Row, ...]
    next: str | None = None


Key = Sequence[str | int | None]


def write_cursor(key: Key) -> str:
    """Return the cursor that stands for the last row's key."""
    return base64.urlsafe_b64encode(json.dumps(list(key)).encode()).decode().rstrip("=")


def read_cursor(cursor: str, kinds: tuple[type, ...]) -> Key:
    """Return the key of a cursor: parts of these kinds, the first of which may be unknown.

    Raises `QueryError`.
    """
    padded = cursor + "=" * (-len(cursor) % 4)
    try:
        key = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        key = None
    if not isinstance(key, list) or not _fits(key, kinds):
        raise QueryError("after isn't a cursor that an answer to this question gave")
    for part in key:
        _check_part(part)
    return key


def _fits(key: list[object], kinds: tuple[type, ...]) -> bool:
    """Whether the parts of a key are of these kinds."""
    met = [type(part) for part in key]
    return met == list(kinds) or met == [type(None), *kinds[1:]]


def _check_part(part: str | int | None) -> None:
    if isinstance(part, str):
        _check_words("after", part)
    elif part is not None and not -(2**63) <= part < 2**63:
        raise QueryError("after isn't a cursor that an answer to this question gave")


def _check_words(name: str, value: str | None) -> None:
    """Raise `QueryError` for words that no text can hold."""
    if value is None:
        return
    if len(value) > _LONGEST:
        raise QueryError(f"{name} is longer than {_LONGEST} characters")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise QueryError(f"{name} holds characters that no text has")


def _check_day(name: str, value: str | None) -> None:
    """Raise `QueryError` for what is no day."""
    if value is None:
        return
    try:
        sound = date.fromisoformat(value).isoformat() == value
    except ValueError:
        sound = False
    if not sound:
        raise QueryError(f"{name} is {value[:40]!r}: a day such as 2030-05-17 was expected")


def _check_box(box: Box) -> None:
    """Raise `QueryError` for what is no stretch of the earth; NaN compares false and falls too."""
    west, south, east, north = box
    sound = all(-180 <= degree <= 180 for degree in (west, east)) and -90 <= south <= north <= 90
    if not sound:
        raise QueryError("box must be west,south,east,north in degrees, the south below the north")
