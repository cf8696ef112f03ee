"""Keep what read the reports: a row a run, and which run read each report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.store.engine import AMONG, Session, insert_rows
from dateline.store.schema import TEXT, WHOLE, Table

RUNS = Table(
    "runs",
    "A run of `dateline add`, or pages sent to a server: what read the reports that came in.",
    (
        TEXT("id", "digest of what read, how, and when it started"),
        TEXT("started", "when it started, ISO 8601 in UTC"),
        TEXT("ended", "when it ended; empty where it was halted"),
        TEXT("version", "dateline's release"),
        TEXT("codebook", "codebooks with their digests, by blanks"),
        TEXT("lexicon", "digest of the lexicons"),
        TEXT("parser", "the parser's name, release and digest"),
        TEXT("encoder", "the coder's weights and their digest"),
        TEXT("packages", "releases of packages that reading depends on, as a JSON object"),
        TEXT("options", "what was asked for, as a JSON object"),
        WHOLE("added", "reports that it added"),
        WHOLE("known", "pages that were there already"),
        WHOLE("rejected", "pages with problems"),
        WHOLE("stories", "stories that it changed or made"),
    ),
    key="id",
)
READINGS = Table(
    "readings",
    "Which run read a report.",
    (TEXT("report", "the report"), TEXT("run", "the run")),
    sought=("report",),
)
RUN_TABLES = (RUNS, READINGS)


@dataclass(frozen=True, slots=True)
class Run:
    """A run that reads pages into a store."""

    id: str
    started: str
    version: str
    codebook: str
    lexicon: str
    parser: str
    encoder: str | None
    packages: Mapping[str, str]
    options: Mapping[str, Any]
    ended: str | None = None
    added: int | None = None
    known: int | None = None
    rejected: int | None = None
    stories: int | None = None


def write_run(session: Session, run: Run) -> None:
    """Write a run, in place of what was written when it started."""
    session.run("DELETE FROM runs WHERE id = ?", (run.id,))
    row = {name: getattr(run, name) for name in RUNS.names}
    row |= {name: json.dumps(row[name], sort_keys=True) for name in ("packages", "options")}
    insert_rows(session, RUNS, [row])


def write_readings(
    session: Session, run: str | None, reports: Sequence[str], *, anew: bool = False
) -> None:
    """Say that a run read these reports; what another run read keeps that, unless read anew."""
    if anew:
        session.run(f"DELETE FROM readings WHERE report {AMONG}", (list(reports),))
    if run is None:
        return
    read = load_readings(session, reports)
    new = (id for id in dict.fromkeys(reports) if id not in read)
    insert_rows(session, READINGS, ({"report": id, "run": run} for id in new))


def load_runs(session: Session) -> tuple[Run, ...]:
    """Return all runs, in order of their start."""
    rows = session.run(f"SELECT {', '.join(RUNS.names)} FROM runs ORDER BY started, id")
    return tuple(_run(dict(zip(RUNS.names, row, strict=True))) for row in rows)


def load_readings(session: Session, reports: Iterable[str] | None = None) -> dict[str, str]:
    """Return which run read each of these reports, or all."""
    if reports is None:
        return dict(session.run("SELECT report, run FROM readings"))
    sql = f"SELECT report, run FROM readings WHERE report {AMONG}"
    return dict(session.run(sql, (list(reports),)))


def _run(row: dict[str, Any]) -> Run:
    parsed = {name: json.loads(row[name]) for name in ("packages", "options")}
    return Run(**{**row, **parsed})
