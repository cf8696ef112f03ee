"""Lay what people set right over a story: over its records, its claims and its reports.

Each time that a story is woven its reports are amended anew, and claims are joined and parted
as corrections say; the story tells what has become of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.corrections import Action, Corrected, Correction, Outcome, Target
from dateline.model import Report
from dateline.review.amend import Amended, amend
from dateline.review.regroup import Decision, is_of_stories, regroup
from dateline.weaving.claims.items import Item

Key = tuple[str, str]
"""A report's id and a record's."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """The reports of a story as people set them right, and what is left to be done."""

    reports: tuple[Report, ...]
    of_claims: tuple[Decision[Key], ...] = ()
    told: tuple[Corrected, ...] = ()


def amend_reports(group: Sequence[Report], corrections: Iterable[Correction]) -> ByHand:
    """Return the reports of a story as those corrections have them that speak of it."""
    held = {report.id: report for report in group}
    own = [one for one in corrections if one.undone is None and _speaks_of(one, held)]
    if not own:
        return ByHand(tuple(group))
    amended = {id: amend(report, own) for id, report in held.items()}
    told = {t.correction.id: t for one in amended.values() for t in one.told}
    of_claims = []
    for correction in own:
        if correction.id in told:
            continue
        if is_of_stories(correction):
            told[correction.id] = _of_story(correction, held)
            continue
        decision = _decision(correction, held, amended)
        told[correction.id] = _outcome(correction, decision)
        of_claims.append(decision)
    reports = tuple(amended[report.id].report for report in group)
    return ByHand(reports, tuple(of_claims), tuple(told[one.id] for one in own))


def _speaks_of(correction: Correction, held: Mapping[str, Report]) -> bool:
    return any(target.report in held for target in (*correction.targets, *correction.others))


def _decision(
    correction: Correction, held: Mapping[str, Report], amended: Mapping[str, Amended]
) -> Decision[Key]:
    """Return which records of the story a correction joins or parts."""

    def keys(targets: Iterable[Target]) -> frozenset[Key]:
        known = [target for target in targets if target.report in held]
        ids = ((t.report, amended[t.report].id_of(held[t.report], t)) for t in known)
        return frozenset((report, id) for report, id in ids if id is not None)

    return Decision(correction.action, keys(correction.targets), keys(correction.others))


def _outcome(correction: Correction, decision: Decision[Key]) -> Corrected:
    """Return whether the records that a correction joins or parts are there."""
    joins = correction.action is Action.JOIN
    there = len(decision.one) > 1 if joins else bool(decision.one and decision.other)
    return Corrected(correction, Outcome.STANDS if there else Outcome.GONE)


def _of_story(correction: Correction, held: Mapping[str, Report]) -> Corrected:
    """Return whether the reports of a story are together or apart as a correction says.

    A report that the database lost leaves a join without its other side.
    """
    one = {target.report for target in correction.targets} & set(held)
    if correction.action is Action.JOIN:
        return Corrected(correction, Outcome.STANDS if len(one) > 1 else Outcome.GONE)
    other = {target.report for target in correction.others} & set(held)
    return Corrected(correction, Outcome.SUPERSEDED if one and other else Outcome.STANDS)


def regroup_items(
    groups: Iterable[tuple[Item, ...]], decisions: Sequence[Decision[Key]]
) -> list[tuple[Item, ...]]:
    """Return the records of claims, joined and parted as decisions say; the rest as it was."""
    held = list(groups)
    if not decisions:
        return held
    items = {item.key: item for group in held for item in group}
    order = {key: number for number, key in enumerate(items)}
    found = regroup((frozenset(item.key for item in group) for group in held), decisions)
    return [tuple(items[key] for key in sorted(group, key=order.__getitem__)) for group in found]
