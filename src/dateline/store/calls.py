"""What may be asked of a store that another process holds, and how it goes over the wire.

A call is the name of a method of `Store`, or of its `review`; what it takes and gives are packed
by their types, as records are for the database. Who adds a method that others shall reach adds
a line here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import GenericAlias
from typing import Any

from dateline.corrections import Correction, Judged, Signed
from dateline.model import Claim, Report, Story
from dateline.store.audits import Drawn
from dateline.store.cases import Case
from dateline.store.corrections import Listed
from dateline.store.placed import PlacedClaim
from dateline.store.query import Found, Query
from dateline.store.rows import ClaimRow, Hit, StoryRow
from dateline.store.runs import Run

PATH = "/held/"
"""Where a server answers calls."""
GREETING = "hello"
"""The call that proves who answers; everything else wants the secret."""


@dataclass(frozen=True, slots=True)
class Call:
    """The types of what a method takes, by name, and of what it gives.

    `rows` are those of a list with a cursor.
    """

    takes: Mapping[str, Any]
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
        """The type of all that is taken, in order."""
        return GenericAlias(tuple, tuple(self.takes.values()))

    def named(self, asked: Sequence[Any]) -> dict[str, Any]:
        """Return what was asked by the names of what it is."""
        return dict(zip(self.takes, asked, strict=True))

    def told(self, answer: Any) -> Any:
        """Return an answer as it goes over the wire."""
        return (answer.rows, answer.next) if isinstance(answer, Found) else answer


CALLS: Mapping[str, Call] = {
    "knows": Call({"page_id": str}, bool),
    "still": Call({"ids": tuple[str, ...]}, tuple[str, ...]),
    "take": Call({"reports": tuple[Report, ...], "anew": bool, "run": str | None}, tuple[str, ...]),
    "story": Call({"id": str}, Story | None),
    "report": Call({"id": str}, tuple[Report, str] | None),
    "claim": Call({"id": str}, tuple[Claim, Story] | None),
    "stories": Call({"query": Query}, rows=StoryRow),
    "claims": Call({"query": Query}, rows=ClaimRow),
    "records": Call({"field": str, "query": Query}, rows=dict[str, Any]),
    "search": Call({"query": Query}, rows=Hit),
    "placed": Call({"since": str, "until": str}, tuple[PlacedClaim, ...]),
    "note": Call({"run": Run}),
    "runs": Call({}, tuple[Run, ...]),
    "readings": Call({"reports": tuple[str, ...] | None}, dict[str, str]),
    "cases": Call({}, tuple[Case, ...]),
    "case": Call({"slug": str}, Case | None),
    "create_case": Call({"name": str, "query": Query, "note": str | None}, Case),
    "drop_case": Call({"slug": str}, bool),
    "drawn": Call({"field": str, "size": int, "seed": int}, tuple[Drawn, ...]),
    "judge": Call({"row": Drawn, "verdict": Judged, "signed": Signed}),
    "review.corrections": Call({}, tuple[Listed, ...]),
    "review.set": Call(
        {"record": str, "values": dict[str, str], "signed": Signed}, tuple[Correction, ...]
    ),
    "review.drop": Call({"record": str, "signed": Signed}, Correction),
    "review.join": Call({"ids": tuple[str, ...], "signed": Signed}, Correction),
    "review.part": Call({"whole": str, "parts": tuple[str, ...], "signed": Signed}, Correction),
    "review.undo": Call({"id": str, "signed": Signed}, Correction),
    "review.take": Call({"corrections": tuple[Correction, ...]}, int),
}
