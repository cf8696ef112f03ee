"""Name a record so that it is found again: by its report, its field and its characters.

The event whose trigger is characters 131 to 140 of report 9f1d is that event still when a
better rule gives it a longer clause, another number or another category.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.corrections import Target
from dateline.identity import record_ids
from dateline.model import Event, Figure, Report, Span, Statement

Coded = Event | Figure | Statement

FIELDS = ("events", "statements", "figures")
"""The fields of a report whose records can be set right."""


def records_of(report: Report, field: str) -> tuple[Coded, ...]:
    """Return the records of one of `FIELDS`."""
    found: tuple[Coded, ...] = getattr(report, field)
    return found


def core_of(record: Coded) -> Span:
    """Return the characters that a record turns on."""
    if isinstance(record, Event):
        return record.trigger
    return record.words if isinstance(record, Statement) else record.span


def told_by(record: Coded) -> str:
    """Return a record in short: "ASSAULT happened; gunmen; villagers"."""
    if isinstance(record, Event):
        doers, others = _names(record.actors), _names(record.recipients)
        return f"{record.code} {record.status.value}; {doers}; {others}"
    if isinstance(record, Statement):
        return f"{record.mode}; {_names(record.speakers)}"
    ends = ("" if end is None else f"{end:g}" for end in (record.low, record.high))
    return f"{record.measure} {'-'.join(ends)}"


def _names(actors: Sequence[object]) -> str:
    return ", ".join(str(getattr(actor, "name", "")) for actor in actors)


def target_of(report: Report, field: str, index: int) -> Target:
    """Return the name of a record of a report as it was read."""
    record = records_of(report, field)[index]
    return Target(report.id, field, record.span, core_of(record), told_by(record))


def find_target(report: Report, target: Target) -> int | None:
    """Return where a record is among those of its field; None where none or several could be it.

    What it turns on decides; where that has moved, the one record that shares characters.
    """
    if target.field not in FIELDS or target.core is None:
        return None
    core, records = target.core, records_of(report, target.field)
    same = [i for i, record in enumerate(records) if core_of(record) == core]
    near = same or [i for i, record in enumerate(records) if core_of(record).meets(core)]
    for narrower in (_spanning(target), _telling(target)):
        near = [i for i in near if narrower(records[i])] or near
    return near[0] if len(near) == 1 else None


def _spanning(target: Target) -> Callable[[Coded], bool]:
    return lambda record: record.span == target.span


def _telling(target: Target) -> Callable[[Coded], bool]:
    return lambda record: told_by(record) == target.told


def index_of(report: Report, record: str) -> tuple[str, int] | None:
    """Return the field of a record and its place there, by its id; None where it isn't there."""
    field = record.partition("/")[0]
    if field not in FIELDS:
        return None
    ids = record_ids(field, records_of(report, field))
    return (field, ids.index(record)) if record in ids else None
