"""Turn any record of the model into plain JSON values and back, and into bytes to be kept.

    Name(Span(0, 5), Kind.PLACE, "Beira", by="names/known")
    {"span": [0, 5], "kind": "place", "name": "Beira", "by": "names/known"}

The type hints of the records say how, so that a field that is added needs nothing here. A
value that is its field's default is left out, and comes back as the default. Parses stay away:
they are working matter of reading.
"""

from __future__ import annotations

import base64
import json
import types
import zlib
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dateline.errors import StoreError
from dateline.model import Parse, Span

Record = TypeVar("Record")
Turn = Callable[[Any], Any]
_LEFT_OUT = object()
"""Stands for the default of a field that has none: no value equals it."""


def pack(record: object, kind: Any = None) -> bytes:
    """Return a record, or a value of this kind, as bytes to be kept."""
    known: Any = kind or type(record)
    plain = _writer(known)(record)
    return zlib.compress(json.dumps(plain, separators=(",", ":")).encode("ascii"))


def unpack(kind: type[Record], packed: bytes) -> Record:
    """Return the record of this kind that was packed. Raises `StoreError` for other bytes."""
    try:
        plain = json.loads(zlib.decompress(packed))
        return from_plain(kind, plain)
    except (zlib.error, ValueError, TypeError, AttributeError) as problem:
        name = getattr(kind, "__name__", "answer").lower()
        raise StoreError(f"a stored {name} is damaged: {problem}") from problem


def to_plain(record: object) -> Any:
    """Return a record as plain JSON values."""
    kind: Any = type(record)
    return _writer(kind)(record)


def from_plain(kind: type[Record], plain: Any) -> Record:
    """Return the record of this kind that these plain values came from."""
    known: Any = kind
    return cast("Record", _reader(known)(plain))


# ---------------------------------------------------------------------------------- writing


@cache
def _writer(kind: Any) -> Turn:
    """Return what writes values of a type."""
    if kind is Span:
        return lambda span: [span.start, span.end]
    if kind is bytes:
        return lambda value: base64.b64encode(value).decode("ascii")
    if is_dataclass(kind):
        return _record_writer(cast("type", kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda value: value.value
    if get_origin(kind) is tuple:
        return _items_writer(get_args(kind))
    if get_origin(kind) in {types.UnionType, Union}:
        write = _writer(_some(kind))
        return lambda value: None if value is None else write(value)
    return lambda value: value


def _record_writer(kind: type) -> Turn:
    """Return what writes a record: an object of the fields that aren't their defaults."""
    parts = [(f.name, _default(f), _writer(hint)) for f, hint in _kept(kind)]

    def write(record: Any) -> dict[str, Any]:
        values = ((name, default, turn, getattr(record, name)) for name, default, turn in parts)
        return {name: turn(v) for name, default, turn, v in values if v != default}

    return write


def _items_writer(kinds: tuple[Any, ...]) -> Turn:
    """Return what writes a tuple: of many of one type, or of one of each."""
    if Ellipsis in kinds:
        turn = _writer(kinds[0])
        return lambda values: [turn(value) for value in values]
    turns = [_writer(kind) for kind in kinds]
    return lambda values: [turn(value) for turn, value in zip(turns, values, strict=True)]


# ---------------------------------------------------------------------------------- reading


@cache
def _reader(kind: Any) -> Turn:
    """Return what reads values of a type."""
    if kind is Span:
        return lambda pair: Span(*pair)
    if kind is bytes:
        return lambda text: base64.b64decode(text, validate=True)
    if is_dataclass(kind):
        return _record_reader(cast("type", kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if get_origin(kind) is tuple:
        return _items_reader(get_args(kind))
    if get_origin(kind) in {types.UnionType, Union}:
        read = _reader(_some(kind))
        return lambda value: None if value is None else read(value)
    return lambda value: value


def _record_reader(kind: type) -> Turn:
    """Return what reads a record; keys that it doesn't know are those of a later version."""
    parts = {f.name: _reader(hint) for f, hint in _kept(kind)}

    def read(plain: dict[str, Any]) -> Any:
        return kind(**{name: parts[name](value) for name, value in plain.items() if name in parts})

    return read


def _items_reader(kinds: tuple[Any, ...]) -> Turn:
    """Return what reads a tuple: of many of one type, or of one of each."""
    if Ellipsis in kinds:
        turn = _reader(kinds[0])
        return lambda values: tuple([turn(value) for value in values])
    turns = [_reader(kind) for kind in kinds]
    return lambda values: tuple([turn(v) for turn, v in zip(turns, values, strict=True)])


# ------------------------------------------------------------------------------------ types


def _kept(kind: type) -> list[tuple[Field[Any], Any]]:
    """Return the fields of a record that are kept, each with its type."""
    hints = get_type_hints(kind)
    known = [(field, hints[field.name]) for field in fields(kind)]
    return [(field, hint) for field, hint in known if Parse not in get_args(hint)]


def _default(field: Field[Any]) -> Any:
    return _LEFT_OUT if field.default is MISSING else field.default


def _some(kind: Any) -> Any:
    """Return the type of an optional value when it is there."""
    (some,) = (one for one in get_args(kind) if one is not type(None))
    return some
