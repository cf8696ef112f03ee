"""Set the records of a report right, as corrections say, and say what became of each.

Reading is left as it is: a correction is laid over it each time that a story is woven, so it
stands however often the page is read anew, and what was read stays known beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.corrections import Action, Corrected, Correction, Outcome, Target
from dateline.errors import CorrectionError
from dateline.identity import record_ids
from dateline.model import Report
from dateline.review.targets import FIELDS, Coded, find_target, records_of, told_by
from dateline.review.values import setting_of

Place = tuple[str, int]
"""A field and a place in it, as the report was read."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A report with its records set right."""

    report: Report
    ids: Mapping[Place, str | None]
    """Each record as read, and its id now; None for one that was dropped."""
    told: tuple[Corrected, ...]

    def id_of(self, as_read: Report, target: Target) -> str | None:
        """Return the id of the record that a target names; None where there is none."""
        index = find_target(as_read, target)
        return None if index is None or target.field is None else self.ids[target.field, index]


@dataclass(slots=True)
class _Work:
    """A report in the middle of being set right."""

    report: Report
    dropped: set[Place] = field(default_factory=set)
    was: dict[str, tuple[Place, str]] = field(default_factory=dict)
    """What a correction found, and what was read there."""


def amend(report: Report, corrections: Iterable[Correction]) -> Amended:
    """Return a report as it was read with those corrections laid over it that speak of it.

    Later ones win. One whose record is not there any more changes nothing.
    """
    own = [one for one in corrections if _speaks_of(one, report)]
    if not own:
        return Amended(report, _ids(report, frozenset()), ())
    work = _Work(report)
    for correction in own:
        _apply(correction, report, work)
    ids = _ids(report, work.dropped)
    kept: dict[str, Any] = {name: _kept(work, name) for name in FIELDS}
    told = tuple(_told(correction, own, work, ids) for correction in own)
    return Amended(replace(work.report, **kept), ids, told)


def _speaks_of(correction: Correction, report: Report) -> bool:
    """Whether a correction sets or drops a record of this report."""
    single = correction.action in {Action.SET, Action.DROP} and correction.undone is None
    return single and correction.targets[0].report == report.id


def _apply(correction: Correction, as_read: Report, work: _Work) -> None:
    """Lay one correction over a report."""
    target = correction.targets[0]
    index = find_target(as_read, target)
    if index is None or target.field is None:
        return
    place, read = (target.field, index), records_of(as_read, target.field)[index]
    if correction.action is Action.DROP:
        work.dropped.add(place)
        work.was[correction.id] = (place, told_by(read))
        return
    try:
        setting = setting_of(target.field, correction.name or "")
        held = records_of(work.report, target.field)
        report, record = setting.set(work.report, held[index], correction.value or "")
    except CorrectionError:  # It was made with words that this release doesn't know.
        return
    work.was[correction.id] = (place, setting.say(as_read, read))
    records: Any = (*held[:index], record, *held[index + 1 :])
    work.report = replace(report, **{target.field: records})


def _kept(work: _Work, name: str) -> tuple[Coded, ...]:
    records = enumerate(records_of(work.report, name))
    return tuple(record for index, record in records if (name, index) not in work.dropped)


def _ids(report: Report, dropped: Iterable[Place]) -> dict[Place, str | None]:
    """Return the id that each record has when some are dropped."""
    out, found = set(dropped), dict[Place, str | None]()
    for name in FIELDS:
        records = records_of(report, name)
        kept = [index for index in range(len(records)) if (name, index) not in out]
        ids = record_ids(name, [records[index] for index in kept])
        found |= {(name, index): None for index in range(len(records))}
        found |= {(name, index): id for index, id in zip(kept, ids, strict=True)}
    return found


def _told(
    correction: Correction,
    own: Sequence[Correction],
    work: _Work,
    ids: Mapping[Place, str | None],
) -> Corrected:
    """Return what has become of a correction."""
    report = correction.targets[0].report
    if correction.id not in work.was:
        return Corrected(correction, Outcome.GONE, report)
    place, was = work.was[correction.id]
    later = own[own.index(correction) + 1 :]
    overtaken = any(
        other.id in work.was
        and work.was[other.id][0] == place
        and (other.action, other.name) == (correction.action, correction.name)
        for other in later
    )
    outcome = Outcome.SUPERSEDED if overtaken else Outcome.STANDS
    return Corrected(correction, outcome, report, ids[place], was)
