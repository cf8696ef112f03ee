"""Join and part groups by hand: reports of stories, records of claims.

    {a b} {c}    join a, c    ->  {a b c}
    {a b c}      part c from a  ->  {a b} {c}

Corrections are applied in the order in which they were made, to groups that know no order, so
the same corrections give the same groups whatever came first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.corrections import Action, Correction, Target

Key = TypeVar("Key")
Nearer = Callable[[Key, frozenset[Key], frozenset[Key]], bool]
"""Whether something goes with the first group rather than the second."""


@dataclass(frozen=True, slots=True)
class Decision(Generic[Key]):
    """What belongs together, or one side that doesn't belong to the other."""

    action: Action
    one: frozenset[Key]
    other: frozenset[Key] = frozenset()


def of_stories(corrections: Iterable[Correction]) -> tuple[Decision[str], ...]:
    """Return what corrections say of the reports of stories, by the reports' ids."""
    return tuple(
        Decision(c.action, _reports(c.targets), _reports(c.others))
        for c in corrections
        if is_of_stories(c) and c.undone is None
    )


def is_of_stories(correction: Correction) -> bool:
    """Whether a correction joins or parts whole reports."""
    return correction.targets[0].field is None


def _reports(targets: Iterable[Target]) -> frozenset[str]:
    return frozenset(target.report for target in targets)


def regroup(
    groups: Iterable[frozenset[Key]],
    decisions: Sequence[Decision[Key]],
    nearer: Nearer[Key] = lambda *_: False,
) -> list[frozenset[Key]]:
    """Return groups as decisions will have them.

    Of a group that is parted, what no decision names goes where it is nearer, or else stays.
    """
    held = list(groups)
    for decision in decisions:
        if decision.action is Action.JOIN:
            held = _joined(held, decision)
        else:
            held = [part for group in held for part in _parted(group, decision, nearer)]
    return held


def _joined(groups: Sequence[frozenset[Key]], decision: Decision[Key]) -> list[frozenset[Key]]:
    met = [group for group in groups if group & decision.one]
    if len(met) < 2:
        return list(groups)
    return [*(group for group in groups if not group & decision.one), frozenset().union(*met)]


def _parted(
    group: frozenset[Key], decision: Decision[Key], nearer: Nearer[Key]
) -> list[frozenset[Key]]:
    one, other = group & decision.one, group & decision.other
    if not one or not other:
        return [group]
    gone = one | {key for key in group - one - other if nearer(key, one, other)}
    return [gone, group - gone]
