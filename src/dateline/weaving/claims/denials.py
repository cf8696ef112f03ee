"""Find which claim a denial answers: "gendarmes stopped 14 lorries", "the ministry denied it".

An act and its denial are often told too differently to be one claim. They stay two, and each
tells of the other as a conflict of status, with who says it and who denies it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.knowledge.wording import alike, content
from dateline.model import Difference, Event, Kind, Status, Value
from dateline.weaving.claims.actors import SAME, Party, agree, any_same
from dateline.weaving.claims.doers import is_denial
from dateline.weaving.claims.items import REAL, Item, days_meet, places_meet
from dateline.weaving.claims.meaning import meant_alike
from dateline.weaving.claims.telling import Telling

ANSWERS = 1.4
"""How much must speak for it that a denial is of an act: its verb or whom it befell, and more."""
IN_ONE_WAY = 1.15
"""How much it speaks for it that both are done in one way: abducting, beating."""
OTHER_KIND = 0.4
"""What speaks against it where the denied act is coded as another: barring a way, stopping."""
BEFORE = 400
"""Characters before "denied it" in which the act that it means is told."""
# "The separatists deny it", "rejected the accusation", "denied any role".
_IT = re.compile(
    r"\s{1,4}(?:it|this|them|(?:(?:all|both|such|the|those|these|any|its|his|her|their)\s{1,4})?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|responsibility|involvement|role|part))\b"
)
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
_ANY_WAY = frozenset({None, "firearms"})
"""Modes that tell no way from another: the coder takes most shots and blows for "firearms"."""
_NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY})


def find_denials(tellings: Sequence[Telling]) -> dict[str, tuple[Difference, ...]]:
    """Return, by claim, its conflicts of status with acts or denials that other claims tell."""
    found: dict[str, list[Difference]] = {}
    acts = [telling for telling in tellings if telling.claim.kind == "event"]
    for telling in acts:
        for denial in telling.items:
            answered = _answered(denial, [t for t in acts if t is not telling])
            if answered is None or (_is_denied(denial) and any(map(_is_told, telling.items))):
                continue
            other, act = answered
            values = tuple(
                Value(i.report.id, i.record.span, " ".join(i.record.span.of(i.report.text).split()))
                for i in (act, denial)
            )
            for claim in (telling.claim, other.claim):
                found.setdefault(claim.id, []).append(Difference("status", "conflict", values))
    return {id: tuple(dict.fromkeys(differences)) for id, differences in found.items()}


def _answered(denial: Item, others: Sequence[Telling]) -> tuple[Telling, Item] | None:
    """Return the claim that a denial answers best, and its clearest act; None if it is none."""
    if _means_it(denial):
        return _told_before(denial, others)
    if not _is_denied(denial):
        return None
    scored = [
        (round(answers(denial, item), 6), len(telling.reports), telling, item)
        for telling in others
        if not any(_is_denied(item) for item in telling.items)
        for item in telling.items
        if _is_told(item)
    ]
    best = max(scored, key=lambda row: (row[0], row[1]), default=None)
    return None if best is None or best[0] < ANSWERS else (best[2], best[3])


def _means_it(item: Item) -> bool:
    """Whether an item is a denial of what was told before: "Kyiv [denied it]"."""
    if not isinstance(item.record, Event) or not is_denial(item.report.text, item.record):
        return False
    return bool(_IT.match(item.report.text, item.record.trigger.end))


def _told_before(denial: Item, others: Sequence[Telling]) -> tuple[Telling, Item] | None:
    """Return the deed told by somebody else last before "denied it" in its report."""
    end = denial.record.span.start
    told = [
        (item.record.span, len(telling.reports), telling, item)
        for telling in others
        for item in telling.items
        if item.report.id == denial.report.id
        and _is_told(item)
        and isinstance(item.record, Event)
        and item.record.code in _DEEDS
        and end - BEFORE < item.record.span.end <= end
        and item.claimants
        and not any_same(item.claimants, denial.doers)
    ]
    last = max(told, key=lambda row: (row[0], row[1]), default=None)
    return None if last is None else (last[2], last[3])


def answers(denial: Item, act: Item) -> float:
    """Return how much speaks for it that a denial is of an act; 0 where something forbids it."""
    if not isinstance(denial.record, Event) or not isinstance(act.record, Event):
        return 0.0
    if act.record.code == "REJECT":  # Who rejects a charge says what he denies.
        return 0.0
    accused = (*denial.doers, *denial.claimants)
    codes = {denial.record.code, act.record.code}
    if (len(codes) > 1 and not codes <= _DEEDS) or any_same(denial.claimants, act.claimants):
        return 0.0
    if -1 in {days_meet(denial, act), places_meet(denial, act)}:
        return 0.0
    if _others(denial.others, act.others) or _others(accused, act.doers):
        return 0.0
    verb = bool(
        content(denial.record.trigger.of(denial.report.text))
        & content(act.record.trigger.of(act.report.text))
    )
    meaning = max(0.0, meant_alike(denial.record.meaning, act.record.meaning))
    whom = any(p.kind and agree(p, q) == SAME for p in denial.others for q in act.others)
    who = any(agree(p, q) > 0 for p in accused for q in act.doers)
    # "denied that …" or "…, he insisted", not "we never …"
    outer = 0.25 * (denial.record.part_of is not None or bool(denial.claimants))
    somebody_else = bool(act.doers and denial.doers) and not who
    way = outer > 0 and not somebody_else and _in_one_way(denial.record, act.record)
    told = max(float(verb), IN_ONE_WAY * way) + 2 * meaning + alike(denial.stems, act.stems)
    return told + 1.2 * whom + 0.5 * who + outer - OTHER_KIND * (len(codes) > 1)


def _in_one_way(first: Event, second: Event) -> bool:
    """Whether two deeds of one kind are done in one way: both abduct, both beat."""
    told = first.mode == second.mode and first.mode not in _ANY_WAY
    return told and first.code == second.code and first.code in _DEEDS


def _others(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether two sets name somebody of one kind each, and nobody who can be the same."""
    mine, theirs = ([p for p in side if p.kind in _NAMED] for side in (some, others))
    alike_kinds = [(p, q) for p in mine for q in theirs if p.kind is q.kind]
    return bool(alike_kinds) and not any(agree(p, q) > 0 for p in some for q in others)


def _is_told(item: Item) -> bool:
    return isinstance(item.record, Event) and item.record.status in REAL


def _is_denied(item: Item) -> bool:
    return isinstance(item.record, Event) and item.record.status is Status.DENIED
