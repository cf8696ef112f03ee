"""Turn raw news pages into cited, event-coded stories.

    stories = dateline.weave(dateline.read(page) for page in dateline.open_pages(["pages/"]))
    print(dateline.brief(stories[0]))

The names below are the public ones. Nothing heavy is imported until one of them is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.desk import brief, open_pages, read, weave
    from dateline.model import Page, Report, Story
    from dateline.store import Query, Store

__version__ = "0.1.0"

__all__ = [
    "Page",
    "Query",
    "Report",
    "Store",
    "Story",
    "__version__",
    "brief",
    "open_pages",
    "read",
    "weave",
]

_HOMES = {
    "Page": "dateline.model",
    "Query": "dateline.store",
    "Report": "dateline.model",
    "Store": "dateline.store",
    "Story": "dateline.model",
    "brief": "dateline.desk",
    "open_pages": "dateline.desk",
    "read": "dateline.desk",
    "weave": "dateline.desk",
}


def __getattr__(name: str) -> Any:
    """Return a public name, importing its module the first time that it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names, met or not."""
    return sorted(__all__)
