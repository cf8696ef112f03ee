"""Read what a page says of itself in JSON-LD: headline, publisher, authors, dates.

`{"@type": "NewsArticle", "headline": "Bridge opens", "author": [{"name": "Jane Doe"}]}` and
its kin under `@graph`, in lists or nested. Where a page describes several articles, the one with
the page's own address or headline is meant. Usual slips (a trailing comma, a comment around the
script, a lone backslash) are mended; scripts that are no JSON after that are passed over.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.clean.about.addresses import same_page

_ARTICLES = ("article", "report", "posting", "newsstory")
_NO_ARTICLES = ("jobposting",)
_PAGES = ("webpage", "itempage")
_MOST = 2_000
"""Objects looked at; a page that holds more is no article."""
_POINTERS = ("author", "publisher", "creator")
_ADDRESSES = ("url", "mainEntityOfPage", "@id")

# "<!-- {…} -->", "//<![CDATA[ {…} //]]>", "/* <![CDATA[ */"
_WRAPPING = re.compile(r"<!--|-->|(?:/\*|//)?\s{0,3}(?:<!\[CDATA\[|\]\]>)(?:\s{0,3}\*/)?")
# '"name": "Doe",}', '[1, 2,]'
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
# "\'" and other backslashes that stand for nothing in JSON
_LONE_BACKSLASH = re.compile(r"\\(?![\"\\/bfnrtu])")
_BETWEEN = " \t\r\n;,\ufeff"
_MENDS: tuple[Callable[[str], str], ...] = (
    lambda body: _WRAPPING.sub("", body),
    lambda body: _LONE_BACKSLASH.sub("", _TRAILING_COMMA.sub("", body)),
    lambda body: html.unescape(body) if "&quot;" in body[:40] else "",
    str,
)
"""What is tried, one after another, on a script that is no JSON."""
_DECODER = json.JSONDecoder(strict=False)
_WORDS = re.compile(r"\w+")

Linked = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody whom a page names as its author."""

    name: str
    person: bool | None
    """Whether the page says that it is a person, or an organisation; None where it doesn't say."""


def read_linked(
    scripts: Iterable[str], *, url: str | None = None, titles: Iterable[str] = ()
) -> tuple[Linked, ...]:
    """Return the objects that describe the article, best first: articles, then web pages.

    `url` and `titles` are the page's own; an article with another headline and another address
    is left out where one matches.
    """
    objects = [item for script in scripts for item in _objects(script)]
    named = {item["@id"]: item for item in objects if _is_named(item)}
    objects = [_resolved(item, named) for item in objects]
    articles = [item for item in objects if _is_a(item, _ARTICLES)]
    pages = [item for item in objects if _is_a(item, _PAGES) and not _is_a(item, _ARTICLES)]
    wanted = {_plain(title) for title in titles}
    own = [item for item in articles if _is_own(item, url, wanted)]
    return (*(own or articles), *pages)


def texts(items: Iterable[Linked], key: str) -> tuple[str, ...]:
    """Return the strings that the first object with this key holds, names of objects as well."""
    for item in items:
        found = tuple(
            dict.fromkeys(text for value in _listed(item.get(key)) if (text := _text(value)))
        )
        if found:
            return found
    return ()


def authors(items: Iterable[Linked]) -> tuple[Author, ...]:
    """Return the authors that the first object with any names."""
    for item in items:
        for key in ("author", "creator"):
            listed = [_author(value) for value in _listed(item.get(key))]
            if found := tuple(dict.fromkeys(author for author in listed if author)):
                return found
    return ()


def _author(value: Any) -> Author | None:
    """Return the author that a value stands for, if it names one."""
    name = _text(value)
    if name is None:
        return None
    person = None
    if isinstance(value, dict) and value.get("@type"):
        person = _is_a(value, ("person",))
    return Author(name, person)


def _objects(script: str) -> Iterator[Linked]:
    """Yield every object of a script, outer before inner."""
    waiting: list[Any] = list(_parsed(script))
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


def _parsed(script: str) -> Iterator[Any]:
    """Yield the values of a script, one after another, mended where that is safe."""
    body = script.strip(_BETWEEN)
    for mend in _MENDS:
        try:
            first = _DECODER.raw_decode(body)
        except (ValueError, RecursionError):
            body = mend(body).strip(_BETWEEN)
            continue
        yield from _values(body, first)
        return


def _values(body: str, first: tuple[Any, int]) -> Iterator[Any]:
    """Yield the first value of a script and those that follow it."""
    value, end = first
    for _ in range(_MOST):
        yield value
        while end < len(body) and body[end] in _BETWEEN:
            end += 1
        try:
            value, end = _DECODER.raw_decode(body, end)
        except (ValueError, RecursionError):
            return


def _is_named(item: Linked) -> bool:
    """Whether other objects can point at this one and learn its name."""
    return isinstance(item.get("@id"), str) and isinstance(item.get("name"), str)


def _resolved(item: Linked, named: Mapping[str, Linked]) -> Linked:
    """Return an object with the authors and publishers that it only points at."""
    held = {}
    for key in _POINTERS:
        if key in item:
            held[key] = [
                named.get(value["@id"], value)
                if isinstance(value, dict)
                and isinstance(value.get("@id"), str)
                and "name" not in value
                else value
                for value in _listed(item[key])
            ]
    return {**item, **held} if held else item


def _is_own(item: Linked, url: str | None, titles: set[str]) -> bool:
    """Whether an object describes the page itself: by its headline or its address."""
    if any(_plain(text) in titles for text in _strings(item, ("headline", "name"))):
        return True
    return url is not None and any(same_page(url, text) for text in _strings(item, _ADDRESSES))


def _strings(item: Linked, keys: Iterable[str]) -> Iterator[str]:
    """Yield the strings under these keys, and the addresses of objects."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str):
            yield value


def _plain(text: str) -> str:
    """Return the words of a text in lower case, for comparing headlines."""
    return " ".join(_WORDS.findall(html.unescape(text).casefold()))


def _is_a(item: Linked, kinds: tuple[str, ...]) -> bool:
    """Whether an object's type ends in one of these words."""
    listed = [kind.lower() for kind in _listed(item.get("@type")) if isinstance(kind, str)]
    return any(kind.endswith(kinds) and not kind.endswith(_NO_ARTICLES) for kind in listed)


def _listed(value: Any) -> list[Any]:
    """Return a value as a list."""
    if isinstance(value, list):
        parts = (part if isinstance(part, list) else [part] for part in value[:_MOST])
        return [held for part in parts for held in part]
    return [] if value is None else [value]


def _text(value: Any) -> str | None:
    """Return a string, or the name of an object."""
    if isinstance(value, dict):
        value = next((value[k] for k in ("name", "@value") if value.get(k)), None)
        if isinstance(value, list) and value:
            value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(html.unescape(value)).split()) or None
