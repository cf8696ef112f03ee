"""What may be asked of a store that another process holds, and how it goes over the wire.

A call is the name of a method of `Store`; what it takes and gives are packed by their types, as
records are for the database. Who adds a method that others shall reach adds a line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import GenericAlias
from typing import Any

from dateline.model import Claim, Report, Story
from dateline.store.query import Found, Query
from dateline.store.rows import ClaimRow, Hit, StoryRow

PATH = "/held/"
"""Where a server answers calls."""
GREETING = "hello"
"""The call that proves who answers; everything else wants the secret."""


@dataclass(frozen=True, slots=True)
class Call:
    """The types of what a method takes and gives; `rows` are those of a list with a cursor."""

    takes: tuple[Any, ...]
    gives: Any = None
    rows: Any = None

    @property
    def answer(self) -> Any:
        """The type of what goes over the wire."""
        if self.rows is None:
            return self.gives
        rows = GenericAlias(tuple, (self.rows, ...))
        return GenericAlias(tuple, (rows, str | None))

    @property
    def question(self) -> Any:
        """The type of all that is taken."""
        return GenericAlias(tuple, self.takes)

    def told(self, answer: Any) -> Any:
        """Return an answer as it goes over the wire."""
        return (answer.rows, answer.next) if isinstance(answer, Found) else answer


CALLS: Mapping[str, Call] = {
    "knows": Call((str,), bool),
    "still": Call((tuple[str, ...],), tuple[str, ...]),
    "take": Call((tuple[Report, ...],), tuple[str, ...]),
    "story": Call((str,), Story | None),
    "report": Call((str,), tuple[Report, str] | None),
    "claim": Call((str,), tuple[Claim, Story] | None),
    "stories": Call((Query,), rows=StoryRow),
    "claims": Call((Query,), rows=ClaimRow),
    "records": Call((str, Query), rows=dict[str, Any]),
    "search": Call((Query,), rows=Hit),
}
