"""Serve the page on which people judge rows that are drawn at random, as `dateline audit` does.

A sample is an address, "/audit?kind=event&sample=100&seed=0&by=Ines+Roque", which can be left
and come back to; the verdicts are kept in the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from dateline.corrections import Judged
from dateline.errors import CorrectionError
from dateline.serve.audit_view import FIELDS, standing_lines, view_drawn
from dateline.serve.links import address
from dateline.serve.signing import Proven, answer_form, first, signed_by
from dateline.store import Store
from dateline.store.audits import Drawn
from dateline.store.naming import check_line

auditing = APIRouter(include_in_schema=False)

_MOST = 1000
"""Rows of a sample: each has a number on the page."""
_SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class Sample:
    """Which rows are drawn, and who judges them: nobody yet where the page only asks for it."""

    kind: str
    size: int
    seed: int
    by: str

    def link(self, row: Drawn | None = None) -> str:
        """Return the address of the sample, or of one of its rows."""
        own = row.id if row else None
        return address(
            "audit", kind=self.kind, sample=self.size, seed=self.seed, by=self.by, row=own
        )


def _sample(
    kind: Literal["event", "figure", "statement"] = "event",
    sample: Annotated[int, Query(ge=1, le=_MOST)] = 100,
    seed: Annotated[int, Query(gt=-_SEEDS, lt=_SEEDS)] = 0,
    by: Annotated[str, Query(max_length=1000)] = "",
) -> Sample:
    """Return the sample that an address names."""
    return Sample(kind, sample, seed, by.strip())


Asked = Annotated[Sample, Depends(_sample)]


@auditing.get("/audit")
def audit(request: Request, sample: Asked, row: str = "") -> Response:
    """Answer with the row that is asked for, or the first one that has no verdict."""
    rows = _drawn(request, sample) if sample.by else ()
    shown = next((one for one in rows if one.id == row), None) or _unjudged(rows)
    return _page(request, sample, rows, shown)


@auditing.post("/audit")
def judge(request: Request, sample: Asked, sent: Proven) -> Response:
    """Keep a verdict, and go on with the next row that has none."""
    rows = _drawn(request, sample)
    at = next((at for at, one in enumerate(rows) if one.id == first(sent, "row")), None)
    verdict, note = first(sent, "verdict"), first(sent, "note").strip()
    if at is None or verdict not in set(Judged):
        raise HTTPException(422)
    if rows[at].digest != first(sent, "says"):
        problem = "This row says something else now: it was read again or set right meanwhile."
        return _page(request, sample, rows, rows[at], problem)
    try:
        _check(sample.by, note)
    except CorrectionError as problem:
        return _page(request, sample, rows, replace(rows[at], note=note), str(problem))
    signed = replace(signed_by(sent), who=sample.by, why=note)
    _store(request).judge(rows[at], Judged(verdict), signed)
    return RedirectResponse(sample.link(_unjudged((*rows[at + 1 :], *rows[:at]))), 303)


def _check(by: str, note: str) -> None:
    """Raise `CorrectionError` for a verdict of nobody, or words that are no line."""
    if not by:
        raise CorrectionError("a verdict needs to say who judges")
    check_line("who judges", by)
    check_line("note", note)


def _unjudged(rows: Sequence[Drawn]) -> Drawn | None:
    """Return the first row that has no verdict."""
    return next((row for row in rows if row.verdict is None), None)


def _page(
    request: Request,
    sample: Sample,
    rows: Sequence[Drawn],
    shown: Drawn | None,
    problem: str | None = None,
) -> Response:
    """Answer with a row to be judged, or how the sample stands where all rows were."""
    view = view_drawn(_store(request), shown) if shown else None
    return answer_form(
        request,
        "audit.html",
        kinds=tuple(FIELDS),
        sample=sample,
        most=_MOST,
        rows=rows,
        shown=shown if view else None,
        view=view,
        standing=tuple(standing_lines(rows, sample.kind)),
        problem=problem,
    )


def _drawn(request: Request, sample: Sample) -> tuple[Drawn, ...]:
    return _store(request).drawn(FIELDS[sample.kind], sample.size, sample.seed)


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store
