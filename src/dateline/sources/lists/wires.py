"""Read ninjs, the JSON in which news agencies send their stories (versions 1 to 3).

{"uri": "urn:wire:1", "headline": "Bridge closed", "located": "Oderhafen", "creditline":
"NDA", "body_text": "The river …"} is a page whose listing has place and credit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.model import Listing, Reject
from dateline.sources.dates import iso_date
from dateline.sources.lists.listed import Content, is_markup, page_of_article, plain
from dateline.sources.lists.rows import Row
from dateline.sources.lists.spellings import language_code
from dateline.sources.source import Opened

# What no other list of articles has; keys are folded.
_MARKS = frozenset(
    "versioncreated firstcreated bodytext bodyxhtml bodyhtml bodies headlines pubstatus infosource"
    " infosources usageterms copyrightholder located creditline descriptiontext"
    " contentcreated".split()
)
_WITHDRAWN = frozenset({"canceled", "withheld"})


def is_ninjs(row: Row) -> bool:
    """Whether an object of JSON is a story in ninjs: an identifier and two of its own keys."""
    named = isinstance(row.get("uri"), str) or isinstance(row.get("standard"), Mapping)
    return named and len(_MARKS & row.keys()) >= 2


def page_of_ninjs(row: Row, *, path: str) -> Opened:
    """Return the page of a story, or why there is none."""
    kind, status = row.get("type") or "text", row.get("pubstatus")
    kind = kind if isinstance(kind, str) else "text"
    if kind not in {"text", "composite"} and not _bodies(row):
        return Reject(path, f"a wire item of the type {kind!r}, without a text")
    if isinstance(status, str) and status in _WITHDRAWN:
        return Reject(path, f"a story that its agency has {status}")
    return page_of_article(_listing(row), _content(row), path=path)


def _listing(row: Row) -> Listing:
    """Return what a story says of itself."""
    uri = str(row.get("uri") or "")
    return Listing(
        "ninjs",
        title=plain(_one(row, "headline", "headlines") or _one(row, "title", "titles")),
        outlet=_named(row, "provider") or _one(row, "copyrightholder"),
        published=_first_date(row, "firstcreated", "contentcreated", "versioncreated"),
        updated=iso_date(row.get("versioncreated")),
        byline=tuple(_byline(row)),
        section=_named(row, "genre", "genres") or _named(row, "subject", "subjects"),
        place=plain(_one(row, "located")) or _named(row, "located"),
        language=language_code(_one(row, "language")),
        url=uri if uri.startswith("http") else _one(row, "url"),
        credits=tuple(_credits(row)),
        whole=True,
    )


def _content(row: Row) -> Content | None:
    """Return the body of a story, marked up if it can be, else its description."""
    for text, markup in _bodies(row):
        return Content(text, markup=markup)
    told = _one(row, "descriptiontext", "descriptions") or _one(row, "bodyhtml")
    return Content(told, markup=is_markup(told)) if told else None


def _bodies(row: Row) -> list[tuple[str, bool]]:
    """Return the bodies with whether they are markup, that first."""
    told = [
        value for key, value in row.items() if key.startswith("body") and isinstance(value, str)
    ]
    bodies = row.get("bodies")
    for body in bodies if isinstance(bodies, list) else ():
        if isinstance(body, Mapping) and isinstance(body.get("value"), str):
            told.append(body["value"])
    found = [(text, is_markup(text)) for text in told if text.strip()]
    return sorted(found, key=lambda body: not body[1])


def _byline(row: Row) -> Iterator[str]:
    """Yield the writers of a story."""
    told = plain(_one(row, "byline", "bylines"))
    if told:
        yield told.removeprefix("By ").removeprefix("by ")
        return
    yield from _all_named(row, "by")


def _credits(row: Row) -> Iterator[str]:
    """Yield the sources that a story credits, each once."""
    told = [
        _one(row, "creditline"),
        *_all_named(row, "infosource"),
        *_all_named(row, "infosources"),
    ]
    yield from dict.fromkeys(filter(None, map(plain, told)))


def _one(row: Row, *keys: str) -> str | None:
    """Return the first string under these keys; lists hold {"value": …} since version 2."""
    for key in keys:
        value = row.get(key)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                one = one.get("value")
            if isinstance(one, str) and one.strip():
                return one.strip()
    return None


def _named(row: Row, *keys: str) -> str | None:
    """Return the first name under these keys."""
    return next((name for key in keys for name in _all_named(row, key)), None)


def _all_named(row: Row, key: str) -> list[str]:
    """Return the names under a key: a string, an object with a name, or a list of these."""
    value: Any = row.get(key)
    found = [
        one.get("name") if isinstance(one, Mapping) else one
        for one in (value if isinstance(value, list) else [value])
    ]
    return [name.strip() for name in found if isinstance(name, str) and name.strip()]


def _first_date(row: Row, *keys: str) -> str | None:
    """Return the first date under these keys."""
    return next(filter(None, (iso_date(row.get(key)) for key in keys)), None)
