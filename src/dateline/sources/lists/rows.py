"""Make a page of one row of a table or one object of JSON, whatever its keys are called.

{"maintext": "The river …", "date_publish": "2020-03-03", "source_domain": "herald.example"}
is a page whose listing says "2020-03-03" and "herald.example".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.model import Listing, Page
from dateline.sources.dates import iso_date
from dateline.sources.lists.listed import Content, is_markup, page_of_article, plain
from dateline.sources.lists.spellings import fitting, folded, language_code
from dateline.sources.source import Opened

Row = Mapping[str, Any]
"""A row with its keys folded, in all its objects."""

# "['Jo Doe', 'Al Roe']" or '["Jo Doe"]': a list that a table holds as a string.
_QUOTED = re.compile(r"'([^'\"]{1,200})'|\"([^\"]{1,200})\"")
# "Jo Doe; Al Roe", "Jo Doe | Al Roe", "Jo Doe, Al Roe and Bo Poe"
_BETWEEN = re.compile(r"\s*[;|]\s*|,\s+|\s+and\s+|\s+&\s+")
_BY = re.compile(r"by:?\s+", re.I)
_NOTHING = frozenset({"", "none", "null", "nan", "n/a", "[]", "{}", "-"})
_LONGEST = 2_000
"""Characters of a name, title or place."""
_DEEPEST = 6


def fold_row(row: Mapping[Any, Any], depth: int = 0) -> Row:
    """Return a row with the keys of all its objects folded; the first of two equal ones stays."""
    kept: dict[str, Any] = {}
    for key, value in row.items():
        kept.setdefault(folded(str(key)), _fold_value(value, depth + 1))
    return kept


def page_of_row(row: Row, *, path: str, kind: str) -> Opened:
    """Return the page of a row, or a reject that says what is missing."""
    listing = Listing(
        kind,
        title=plain(_string(row, "title")),
        outlet=plain(_string(row, "outlet")),
        published=_date(row, "published"),
        updated=_date(row, "updated"),
        byline=tuple(_names(row)),
        section=plain(_string(row, "section")),
        place=plain(_string(row, "place")),
        language=language_code(_string(row, "language")),
        url=_address(row),
        credits=tuple(filter(None, (plain(_string(row, "credits")),))),
        whole=True,
    )
    page = page_of_article(listing, _content(row), path=path)
    seen = _date(row, "fetched")
    return replace(page, fetched=seen) if isinstance(page, Page) and seen and "T" in seen else page


def has_article(row: Row) -> bool:
    """Whether a row has a key under which a title or text would stand."""
    fields = fitting(tuple(row))
    return any(_reached(row, key) for field in ("text", "html", "title") for key in fields[field])


def missing(row: Row) -> str:
    """Return "no key for a text or title (such as …); found id, count"."""
    found = ", ".join(list(row)[:12]) or "none"
    return f"no column for a text or title, such as text, content, body or headline; found {found}"


def values(row: Row, field: str) -> Iterator[Any]:
    """Yield what a row holds under the spellings of a field, best first."""
    for key in fitting(tuple(row))[field]:
        value = _nested(row, key)
        if value is not None and not (isinstance(value, str) and _is_nothing(value)):
            yield value


def _fold_value(value: Any, depth: int) -> Any:
    """Return a value with the keys of its objects folded, down to where articles have them."""
    if depth > _DEEPEST:
        return value
    if isinstance(value, Mapping):
        return fold_row(value, depth)
    if isinstance(value, list):
        return [_fold_value(one, depth + 1) for one in value]
    return value


def _nested(row: Row, key: str) -> Any:
    """Return what stands under "source.name", in an object or in each of a list of objects."""
    if key in row:
        return row[key]
    first, dot, rest = key.partition(".")
    if not dot or first not in row:
        return None
    value = row[first]
    if isinstance(value, Mapping):
        return _nested(value, rest)
    if isinstance(value, list):
        found = [_nested(one, rest) for one in value if isinstance(one, Mapping)]
        return [one for one in found if one is not None] or None
    return None


def _reached(row: Row, key: str) -> bool:
    """Whether a row has this key, with or without a value."""
    if key in row:
        return True
    first, dot, rest = key.partition(".")
    inner = row.get(first) if dot else None
    return isinstance(inner, Mapping) and _reached(inner, rest)


def _content(row: Row) -> Content | None:
    """Return the markup of a row, else its text."""
    for value in values(row, "html"):
        if isinstance(value, str) and is_markup(value):
            return Content(value, markup=True)
    for value in values(row, "text"):
        text = "\n\n".join(_paragraphs(value, 0))
        if text.strip():
            return Content(text, markup=_is_html(text))
    return None


def _is_html(text: str) -> bool:
    """Whether a text is HTML: it has paragraphs, or begins with a tag."""
    start = text.lstrip()[:1_000].lower()
    return is_markup(text) and (start.startswith("<") or "</p>" in text or "<br" in text)


def _paragraphs(value: Any, depth: int) -> Iterator[str]:
    """Yield the paragraphs of a text, of a list of them, or of a body in sections (Fundus)."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from _paragraphs(one, depth + 1)
    elif isinstance(value, Mapping) and depth < _DEEPEST:
        for key in ("summary", "headline", "paragraphs", "text", "sections"):
            yield from _paragraphs(value.get(key), depth + 1)


def _string(row: Row, field: str) -> str | None:
    """Return the first string under the spellings of a field."""
    for value in values(row, field):
        for one in value if isinstance(value, list) else [value]:
            told = isinstance(one, str) and not _is_nothing(one) and len(one) <= _LONGEST
            # An address is no name: the "source" of some tools is where a text was fetched.
            if told and "://" not in one:
                return str(one).strip()
    return None


def _is_nothing(text: str) -> bool:
    """Whether a string stands for no value."""
    return text[:10].strip().lower() in _NOTHING and len(text) < 10


def _date(row: Row, field: str) -> str | None:
    """Return the first value under the spellings of a field that is a date."""
    return next(filter(None, map(iso_date, values(row, field))), None)


def _address(row: Row) -> str | None:
    """Return the address of an article, not that of something else."""
    for value in values(row, "url"):
        if isinstance(value, str) and re.match(r"https?://\S{3,2000}$", value.strip()):
            return value.strip()
    return None


def _names(row: Row) -> Iterator[str]:
    """Yield the writers that a row names."""
    for value in values(row, "byline"):
        told = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
        if isinstance(value, str) and len(value) <= _LONGEST:
            told = _listed(value)
        names = [name for one in told if (name := plain(_BY.sub("", one, count=1)))]
        if names:
            yield from (name for name in names if not name.startswith("http"))
            return


def _listed(value: str) -> list[str]:
    """Return the names in "By Jo Doe and Al Roe" or "['Jo Doe', 'Al Roe']"."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [single or double for single, double in _QUOTED.findall(value)]
    return _BETWEEN.split(value)
