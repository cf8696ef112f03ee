"""Read what a page says of itself in JSON-LD: headline, publisher, authors, dates.

`{"@type": "NewsArticle", "headline": "Bridge opens", "author": [{"name": "Jane Doe"}]}` and
its kin under `@graph`, in lists or nested; scripts that are no JSON are passed over.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_ARTICLES = ("article", "report", "blogposting", "newsstory", "liveblogposting")
_PAGES = ("webpage", "itempage")
_MOST = 2_000
"""Objects looked at; a page that holds more is no article."""

Linked = Mapping[str, Any]


def read_linked(scripts: Iterable[str]) -> tuple[Linked, ...]:
    """Return the objects that describe the article, best first: articles, then web pages."""
    objects = [item for script in scripts for item in _objects(script)]
    named = {item["@id"]: item["name"] for item in objects if _is_named(item)}
    objects = [_with_authors(item, named) for item in objects]
    articles = [item for item in objects if _is_a(item, _ARTICLES)]
    pages = [item for item in objects if _is_a(item, _PAGES)]
    return (*articles, *pages)


def texts(items: Iterable[Linked], key: str) -> tuple[str, ...]:
    """Return the strings that the first object with this key holds, names of objects as well."""
    for item in items:
        found = tuple(
            dict.fromkeys(text for value in _listed(item.get(key)) if (text := _text(value)))
        )
        if found:
            return found
    return ()


def _objects(script: str) -> Iterator[Linked]:
    """Yield every object of a script, outer before inner."""
    body = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        parsed = json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return
    waiting: list[Any] = [parsed]
    for _ in range(_MOST):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_MOST]
        elif isinstance(value, dict):
            yield value
            inner = [value.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]
            waiting += [held for held in inner if isinstance(held, dict | list)]


def _is_named(item: Linked) -> bool:
    """Whether other objects can point at this one and learn its name."""
    return isinstance(item.get("@id"), str) and isinstance(item.get("name"), str)


def _with_authors(item: Linked, named: Mapping[str, str]) -> Linked:
    """Return an object with the names of authors that it only points at."""
    if "author" not in item:
        return item
    authors = [
        named.get(author["@id"], author)
        if isinstance(author, dict) and isinstance(author.get("@id"), str) and "name" not in author
        else author
        for author in _listed(item["author"])
    ]
    return {**item, "author": authors}


def _is_a(item: Linked, kinds: tuple[str, ...]) -> bool:
    """Whether an object's type ends in one of these words."""
    return any(
        isinstance(kind, str) and kind.lower().endswith(kinds)
        for kind in _listed(item.get("@type"))
    )


def _listed(value: Any) -> list[Any]:
    """Return a value as a list."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _text(value: Any) -> str | None:
    """Return a string, or the name or address of an object."""
    if isinstance(value, dict):
        value = next((value[k] for k in ("name", "@value", "@id", "url") if value.get(k)), None)
        if isinstance(value, list) and value:
            value = value[0]
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None
