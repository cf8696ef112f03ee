"""Join what reports say of one thing into claims, by what they say and never by likeness alone.

Three reports tell of one shelling, twice each: one claim with six members. What nobody else
tells is a claim of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.identity import record_ids
from dateline.model import (
    Claim,
    Event,
    Label,
    Member,
    Origins,
    Report,
    Span,
    Statement,
    Versions,
)
from dateline.review.regroup import Decision
from dateline.weaving.claims.actors import any_same, meet
from dateline.weaving.claims.by_hand import regroup_items
from dateline.weaving.claims.items import Item, label_of, make_item, sentence_at
from dateline.weaving.claims.matching import judge
from dateline.weaving.claims.telling import Telling
from dateline.weaving.copies.versions import later_versions

ACROSS = {"event": 0.55, "statement": 0.55, "figure": 0.65}
"""How surely records of two reports must speak of one thing to be joined."""
WITHIN = {"event": 0.97, "statement": 0.9, "figure": 0.85}
"""The same inside one report, where all acts are of one story and an author tells each once."""
FIT = {"event": 0.4, "statement": 0.4, "figure": 0.45}
"""What the mean over all pairs of two joined groups must reach."""
TITLE, ONE_BREATH = 3.0, 200.0
"""How the odds rise where a title's act may be the body's, or two verbs may tell one visit."""
SPEAKERS = 6
"""How many members speak for a group when another record is held against it."""
GIST = 160
_VISIT = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})

_FIELDS = {"event": "events", "statement": "statements", "figure": "figures"}


def find_claims(
    reports: Sequence[Report],
    versions: Sequence[Versions] = (),
    decisions: Sequence[Decision[tuple[str, str]]] = (),
) -> tuple[Telling, ...]:
    """Return the claims of a story's reports, each record in one of them, in reading order.

    Origins, differences and what still stands are left for their own rooms to fill.
    """
    known = {report.id: report for report in reports}
    last = later_versions(versions)
    said = join_records([items_of(report, "statement") for report in reports], "statement")
    counted = join_records([items_of(report, "figure") for report in reports], "figure")
    acts = _speaking_acts(reports, said)
    joined = {"event": join_records(acts, "event"), "statement": said, "figure": counted}
    return tuple(
        Telling(_claim(kind, group, known), group)
        for kind in _FIELDS
        for group in sorted(
            (_versed(group, last) for group in regroup_items(joined[kind], decisions)),
            key=lambda group: _place_in(reports, group),
        )
    )


def _versed(group: Sequence[Item], last: Mapping[str, str]) -> tuple[Item, ...]:
    """Return items with the last versions of their reports."""
    return tuple(replace(item, last=last.get(item.report.id)) for item in group)


def items_of(report: Report, kind: str) -> tuple[Item, ...]:
    """Return the records of one kind as they are compared.

    A stance claims nothing, nor does a notice: what it says was wrong is nobody's word.
    """
    field = _FIELDS[kind]
    records = getattr(report, field)
    known = zip(records, record_ids(field, records), strict=True)
    claiming = [(r, id) for r, id in known if not (kind == "statement" and r.mode == "stance")]
    taken_back = [notice.wrong if notice.whose else notice.span for notice in report.notices]
    return tuple(
        make_item(report, record, id)
        for record, id in claiming
        if not any(span and span.start <= record.span.start < span.end for span in taken_back)
    )


def acts_of(reports: Sequence[Report]) -> list[tuple[Item, ...]]:
    """Return the events of each report as they are compared, acts of speech with their words."""
    said = join_records([items_of(report, "statement") for report in reports], "statement")
    return _speaking_acts(reports, said)


def _speaking_acts(
    reports: Sequence[Report], said: Sequence[Sequence[Item]]
) -> list[tuple[Item, ...]]:
    return [_speaking(items_of(report, "event"), said) for report in reports]


def _speaking(acts: Sequence[Item], said: Sequence[Sequence[Item]]) -> tuple[Item, ...]:
    """Return events with the statements that their sentences carry, by the same actor.

    "He called for it to be opened" and "He said that it must be opened" are one act of
    speech, since their words are one statement.
    """
    homes: dict[tuple[str, Span | None], list[tuple[int, Item]]] = {}
    for number, group in enumerate(said):
        for item in group:
            homes.setdefault(_home(item), []).append((number, item))
    return tuple(
        replace(
            act,
            says=frozenset(
                number
                for number, item in homes.get(_home(act), ())
                if any_same(act.doers, item.doers)
            ),
        )
        for act in acts
    )


def _home(item: Item) -> tuple[str, Span | None]:
    span = item.record.words if isinstance(item.record, Statement) else item.record.span
    return (item.report.id, sentence_at(item.report, span))


def join_records(items: Sequence[Sequence[Item]], kind: str) -> tuple[tuple[Item, ...], ...]:
    """Return the records of one kind, given by report, in groups that speak of one thing.

    First within each report, then across reports, surest first; a group takes at most one
    group of each report, so that two acts of one report are never joined through another's.
    """
    groups: dict[int, tuple[Item, ...]] = {}
    for own in items:
        for group in _within(own, WITHIN[kind]):
            groups[len(groups)] = group
    scores = {
        (one, other): score
        for one, other in combinations(groups, 2)
        if groups[one][0].report.id != groups[other][0].report.id
        and (score := _best(groups[one], groups[other])) > 0
    }
    return tuple(_surest_first(groups, scores, kind))


def _within(items: Sequence[Item], floor: float) -> list[tuple[Item, ...]]:
    """Return the items of one report, those that repeat one another together."""
    groups: list[list[Item]] = []
    for item in items:
        near = [
            (max(_repeats(item, other) for other in group[:SPEAKERS]), group) for group in groups
        ]
        best = max(near, key=lambda scored: scored[0], default=(0.0, []))
        if best[0] >= floor:
            best[1].append(item)
        else:
            groups.append([item])
    return [tuple(group) for group in groups]


def _repeats(item: Item, other: Item) -> float:
    """Return how surely one report says a thing twice; its title says what its body says."""
    score = judge(item, other)
    if not isinstance(item.record, Event) or not isinstance(other.record, Event):
        return score
    if _prepares(item.record, other.record) or _prepares(other.record, item.record):
        return 1.0
    if _home(item) == _home(other):
        return (
            _lifted(score, ONE_BREATH) if _one_visit(item, other) or _one_deed(item, other) else 0.0
        )
    if Label.TITLE in {label_of(item), label_of(other)}:
        return _lifted(score, TITLE)
    if item.record.code != other.record.code:
        return 0.0
    # An act of three and an act of one of them are two acts of one report.
    mutual = {item.record.code, other.record.code} <= _VISIT
    return score if mutual or len(item.doers) == len(other.doers) else 0.0


def _lifted(score: float, times: float) -> float:
    """Return a likelihood whose odds rise so many times; what is never stays never."""
    return score * times / (1 - score + score * times)


def _prepares(outer: Event, inner: Event) -> bool:
    """Whether one event is the making ready for the other: "preparing [an assault]"."""
    return (outer.code, inner.code) == ("MOBILIZE", "ASSAULT") and inner.part_of == outer.trigger


def _one_deed(item: Item, other: Item) -> bool:
    """Whether two verbs tell one deed of one actor: "searched the house and took papers"."""
    codes = {i.record.code for i in (item, other) if isinstance(i.record, Event)}
    statuses = {i.record.status for i in (item, other) if isinstance(i.record, Event)}
    same = bool(item.doers) and [p.name for p in item.doers] == [p.name for p in other.doers]
    return len(codes) == len(statuses) == 1 and same and meet(item.others, other.others) != 0


def _one_visit(item: Item, other: Item) -> bool:
    """Whether two acts of one sentence are one visit: travelled, met and signed."""
    codes = {i.record.code for i in (item, other) if isinstance(i.record, Event)}
    return codes <= _VISIT and any_same(item.doers, other.doers)


def _best(some: Sequence[Item], others: Sequence[Item]) -> float:
    return max(judge(one, other) for one in some[:SPEAKERS] for other in others[:SPEAKERS])


def _surest_first(
    groups: Mapping[int, tuple[Item, ...]], scores: Mapping[tuple[int, int], float], kind: str
) -> list[tuple[Item, ...]]:
    """Return the groups joined across reports, surest first, one group of a report in each.

    A group that joins several must fit them on the whole, not one of them alone.
    """
    home = {number: {number} for number in groups}

    def rank(pair: tuple[int, int]) -> tuple[float, list[tuple[str, str]]]:
        return (-round(scores[pair], 6), sorted(groups[n][0].key for n in pair))

    for one, other in sorted((pair for pair in scores if scores[pair] >= ACROSS[kind]), key=rank):
        union = home[one] | home[other]
        owners = [groups[number][0].report.id for number in union]
        if home[one] is home[other] or len(set(owners)) < len(owners):
            continue
        across = [scores.get((min(a, b), max(a, b)), 0.0) for a in home[one] for b in home[other]]
        if sum(across) < FIT[kind] * len(across):
            continue
        for number in union:
            home[number] = union
    distinct = {min(union): union for union in home.values()}
    return [
        tuple(item for number in sorted(union) for item in groups[number])
        for union in distinct.values()
    ]


def _place_in(reports: Sequence[Report], group: Sequence[Item]) -> tuple[int, int, str]:
    order = {report.id: place for place, report in enumerate(reports)}
    return min((order[i.report.id], i.record.span.start, i.id) for i in group)


def _claim(kind: str, group: Sequence[Item], known: Mapping[str, Report]) -> Claim:
    founder = min(group, key=lambda item: _founding(item, known))
    members = tuple(Member(item.report.id, item.id) for item in group)
    own = f"{founder.report.id}\0{founder.id}"
    return Claim(
        id=hashlib.sha256(own.encode()).hexdigest()[:16],
        kind=kind,
        gist=gist(group),
        members=members,
        outlets=len({outlet_of(known[item.source]) for item in group}),
        origins=Origins(1, 1),
    )


def _founding(item: Item, known: Mapping[str, Report]) -> tuple[str, str, int, str]:
    published = known[item.report.id].metadata.published or "9999"
    return (published[:10], item.report.id, item.record.span.start, item.id)


def outlet_of(report: Report) -> str:
    """Return what tells a report's outlet from others: its name, or the report itself."""
    return (report.metadata.outlet or report.id).casefold()


def gist(group: Sequence[Item]) -> str:
    """Return a short line in the words of the member that says it most clearly."""
    best = min(group, key=_clarity)
    text = " ".join(clause(best).of(best.report.text).split()).strip(" ,;:")
    if len(text) <= GIST:
        return text
    return text[:GIST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def clause(item: Item) -> Span:
    """Return the characters that tell an item's claim best by themselves."""
    if isinstance(item.record, Statement):
        return item.record.content
    return item.record.span


def _clarity(item: Item) -> tuple[bool, int, tuple[str, str]]:
    """Return a rank that is low for a body clause of readable length with its actor named."""
    span, in_title = clause(item), label_of(item) is Label.TITLE
    return (in_title, abs(len(span.of(item.report.text)) - 110), item.key)
