"""Read a file of JSON that holds articles: a list, an object with a list in it, or one article.

[{"title": …, "text": …}, …] comes row by row, however long the list is; an object is searched
for its list ("articles", "response.docs"), and JSON Feed and ninjs are known by their keys.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, TextIO

from dateline.errors import UnreadablePage
from dateline.model import Reject
from dateline.sources.limits import LIMITS
from dateline.sources.lists.feeds import is_json_feed, read_json_feed
from dateline.sources.lists.listed import counted
from dateline.sources.lists.rows import Row, fold_row, has_article, missing, page_of_row
from dateline.sources.lists.spellings import open_spellings
from dateline.sources.lists.tables import (
    TableText,
    Told,
    bounded,
    mended,
    pages_of_rows,
    row_of_line,
    rows_of_lines,
)
from dateline.sources.lists.wires import is_ninjs, page_of_ninjs
from dateline.sources.source import Opened, Source, too_large

# '{"title"' or '[{"title"': what a file of any name begins with if it is JSON
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")
_SPACE = re.compile(r"[\s,]*")
_STEP = 1 << 20
_DEEPEST = 3
"""Objects around the list of articles: Elasticsearch has two, "hits.hits"."""


def is_json(head: bytes, name: str) -> bool:
    """Whether a file is JSON by its name, or begins as a list of objects or an object does."""
    return name.endswith(".json") or bool(_OBJECT.match(head))


def read_json(source: Source, _inside: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield the pages of a file of JSON."""
    return counted(_read(source), source.path, "articles")


def _read(source: Source) -> Iterator[Opened]:
    """Yield the pages of a list, row by row, or of an object."""
    if _ARRAY.match(source.peek()):
        with TableText(source) as file:
            yield from pages_of_rows(_elements(file), source.path, "json")
        return
    with TableText(source) as file:
        lines = bounded(file)
        first = next(lines, None) or ""
        second = next((line for line in lines if line is None or line.strip()), "")
        # A line that is an object, and another below it: JSONL under the name of JSON.
        if second != "" and not isinstance(row_of_line(first), str):
            told = rows_of_lines(chain((first, second), lines))
            yield from pages_of_rows(told, source.path, "jsonl")
            return
        text = first + (second or "") + mended(file.read(LIMITS.listing))
    yield from _pages_of(_value(text, source.path), source.path)


def _value(text: str, path: str) -> Any:
    """Return the value of a text in JSON. Raises `UnreadablePage` if it is none."""
    if len(text) > LIMITS.listing:
        raise UnreadablePage(path, too_large(len(text), LIMITS.listing))
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise UnreadablePage(path, f"not JSON: {str(problem)[:80]}") from None


def _pages_of(value: Any, path: str) -> Iterator[Opened]:
    """Yield the pages of an object: a feed, a story, an article, or what holds a list of them."""
    if not isinstance(value, Mapping):
        yield Reject(path, f"articles in JSON were expected, found {_kind(value)}")
        return
    row = fold_row(value)
    rows = _rows(row, 0)
    if is_json_feed(value):
        yield from read_json_feed(value, path)
    elif is_ninjs(row):
        yield page_of_ninjs(row, path=path)
    elif rows is not None:
        yield from pages_of_rows(enumerate(map(_row, rows), 1), path, "json")
    elif has_article(row):
        yield page_of_row(row, path=path, kind="json")
    else:
        yield Reject(path, missing(row))


def _rows(row: Any, depth: int) -> list[Any] | None:
    """Return the list of objects in an object, under one of the usual keys."""
    if not isinstance(row, Mapping) or depth > _DEEPEST:
        return None
    inner = [row[key] for key in row if key in open_spellings().rows]
    lists = [one for one in inner if isinstance(one, list) and any(map(_is_object, one))]
    if lists:
        return lists[0]
    if any(one == [] for one in inner):
        return []
    return next((r for one in inner if (r := _rows(one, depth + 1)) is not None), None)


def _row(value: Any) -> Row | str:
    """Return a row without the wrapping that a search engine puts around it."""
    if not isinstance(value, Mapping):
        return f"an object of JSON was expected, found {_kind(value)}"
    # Elasticsearch wraps an article as {"_index": …, "_source": {…}}.
    source = value.get("source")
    row = fold_row(value)
    return (
        source
        if isinstance(source, Mapping) and has_article(source) and not has_article(row)
        else row
    )


def _elements(file: TextIO) -> Iterator[Told]:
    """Yield the objects of a list with their numbers, without holding the list."""
    decoder, buffer, at, step, number = json.JSONDecoder(), mended(file.read(_STEP)), 0, _STEP, 0
    at = buffer.index("[") + 1
    while True:
        space = _SPACE.match(buffer, at)
        start = space.end() if space else at
        if buffer[start : start + 1] == "]":
            return
        try:
            value, at = decoder.raw_decode(buffer, start)
        except (ValueError, RecursionError) as problem:
            more = mended(file.read(step)) if len(buffer) - start < LIMITS.row else ""
            if not more or isinstance(problem, RecursionError):
                yield number + 1, f"the list breaks off: {str(problem)[:60]}"
                return
            buffer, at, step = buffer[start:] + more, 0, step * 2
            continue
        number, step = number + 1, _STEP
        yield number, _row(value)


def _is_object(value: Any) -> bool:
    """Whether a value is an object of JSON."""
    return isinstance(value, Mapping)


def _kind(value: Any) -> str:
    """Return what a value of JSON is called."""
    names = {str: "a string", bool: "true or false", list: "a list", type(None): "null"}
    return names.get(type(value), "a number")
