"""Write JSON piece by piece, so that a file may be longer than the memory.

{"type": "FeatureCollection", "features": [
{…},
{…}
]}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def json_line(value: Any) -> str:
    """Return a value as one line of JSON, letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def json_list(head: Mapping[str, Any], key: str, items: Iterable[Any]) -> Iterator[str]:
    """Yield an object with one long list, an item a line."""
    opened = json_line(head)[:-1]
    yield f"{opened}{', ' if head else ''}{json_line(key)}: ["
    parted = "\n"
    for item in items:
        yield parted + json_line(item)
        parted = ",\n"
    yield "\n]}\n"


def known(**values: Any) -> dict[str, Any]:
    """Return an object without what is not known, and without what is empty."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
