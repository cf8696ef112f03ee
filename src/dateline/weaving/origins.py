"""Count how many independent origins a claim has: an interval, since papers seldom say.

Two papers that both credit AP and Reuters are "1 to 2 origins": nothing proves that they
have it from two sides, nothing that they have it from one. Three papers that all quote one
ministry have one origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.model import (
    Because,
    Cite,
    Claim,
    Credit,
    Event,
    Figure,
    Origins,
    Report,
    Span,
    Statement,
)
from dateline.weaving.actors import ACTS_FOR, Party, agree, distinct, parties
from dateline.weaving.items import sentence_around
from dateline.weaving.lineage import shared_sentences

Pair = tuple[str, str]
Record = Event | Statement | Figure

# A paper's own reporter at work: "he told our correspondent", "told this newspaper".
_TOLD = re.compile(
    r"\btold (?:our|this) (?:own )?(?:reporter|correspondent|newspaper|paper|station)"
)


@dataclass(frozen=True, slots=True)
class Ties:
    """What a story's reports share: who copies whom, which sentences stand in both."""

    reports: Mapping[str, Report]
    copies: tuple[tuple[str, ...], ...]
    sentences: Mapping[Pair, tuple[tuple[Cite, Cite], ...]]


@dataclass(frozen=True, slots=True)
class _Witness:
    """What one report brings to a claim: whom it names as its source, and where it says it."""

    report: str
    sources: tuple[Party, ...]
    cites: tuple[Cite, ...]
    own: bool = False
    """Whether its own reporter was told."""


def find_ties(reports: Sequence[Report], copies: tuple[tuple[str, ...], ...]) -> Ties:
    """Return what reports share, worked out once for all their claims."""
    known = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    sentences = {
        (one, other): shared
        for one, other in combinations(known, 2)
        if (shared := shared_sentences(known[one], known[other]))
    }
    return Ties(known, copies, sentences)


def story_origins(ties: Ties) -> Origins:
    """Return the origins of a whole story: of its texts, not of what they say."""
    witnesses = [_Witness(id, (), ()) for id in ties.reports]
    joins = list(_copied(ties, witnesses))
    named = sorted({credit.agency for r in ties.reports.values() for credit in _wire(r)})
    return _count(ties, witnesses, joins, tuple(named))


def claim_origins(claim: Claim, records: Mapping[Pair, Record], ties: Ties) -> Origins:
    """Return the origins of a claim, from the records of its members by (report, record id)."""
    held: dict[str, list[Record]] = {}
    for member in claim.members:
        held.setdefault(member.report, []).append(records[member.report, member.record])
    witnesses = [_witness(ties.reports[report], own) for report, own in sorted(held.items())]
    joins = [
        *_copied(ties, witnesses),
        *_same_sentence(ties, witnesses, held),
        *_same_source(witnesses),
    ]
    named: list[str] = []
    for party in (source for witness in witnesses for source in witness.sources):
        if party.name not in named:
            named.append(party.name)
    return _count(ties, witnesses, joins, tuple(named))


def _witness(report: Report, records: Sequence[Record]) -> _Witness:
    sources: list[Party] = []
    cites: list[Cite] = []
    for record in records:
        if isinstance(record, Statement):
            named = record.speakers
        else:
            named = (record.claimed_by,) if record.claimed_by else ()
        for actor, party in zip(named, parties(report, named), strict=True):
            sources.append(party)
            cites.append(Cite(report.id, actor.span or record.span))
    own = any(_told(report, record) for record in records)
    return _Witness(report.id, tuple(sources), tuple(cites), own)


def _told(report: Report, record: Record) -> bool:
    """Whether the record's sentence says that it was told to the paper itself."""
    sentence = sentence_around(report, record.span).of(report.text)
    outlet = report.metadata.outlet
    return _TOLD.search(sentence) is not None or f"told {outlet}" in sentence


# ------------------------------------------------------------------- what makes two one origin


def _copied(ties: Ties, witnesses: Sequence[_Witness]) -> Iterable[Because]:
    present = {witness.report for witness in witnesses}
    for group in ties.copies:
        members = tuple(id for id in group if id in present)
        if len(members) > 1:
            yield Because(members, "copy", _proof(ties, members))


def _proof(ties: Ties, members: Sequence[str]) -> tuple[Cite, ...]:
    """Return one sentence that each copy shares with another, as evidence."""
    found: dict[str, Cite] = {}
    for pair in combinations(sorted(members), 2):
        for one, other in ties.sentences.get(pair, ())[:1]:
            found.setdefault(one.report, one)
            found.setdefault(other.report, other)
    return tuple(found[id] for id in members if id in found)


def _same_sentence(
    ties: Ties, witnesses: Sequence[_Witness], held: Mapping[str, Sequence[Record]]
) -> Iterable[Because]:
    for one, other in combinations(witnesses, 2):
        for first, second in ties.sentences.get((one.report, other.report), ()):
            sides = ((one.report, first.span), (other.report, second.span))
            if all(any(_holds(span, record.span) for record in held[id]) for id, span in sides):
                yield Because((one.report, other.report), "shared-sentence", (first, second))
                break


def _holds(sentence: Span, span: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _same_source(witnesses: Sequence[_Witness]) -> Iterable[Because]:
    for one, other in combinations(witnesses, 2):
        if any(agree(mine, theirs) >= ACTS_FOR for mine in one.sources for theirs in other.sources):
            yield Because((one.report, other.report), "same-source", (one.cites[0], other.cites[0]))


# ---------------------------------------------------------------------------------- counting


def _count(
    ties: Ties, witnesses: Sequence[_Witness], joins: Sequence[Because], named: tuple[str, ...]
) -> Origins:
    groups = {witness.report: {witness.report} for witness in witnesses}
    for join in joins:
        union = set().union(*(groups[id] for id in join.reports))
        for id in union:
            groups[id] = union
    distinct = sorted({tuple(sorted(group)) for group in groups.values()})
    by_id = {witness.report: witness for witness in witnesses}
    proven = {
        (one, other)
        for one, other in combinations(distinct, 2)
        if _distinct(ties, [by_id[id] for id in one], [by_id[id] for id in other])
    }
    credits = [
        found
        for one, other in combinations(distinct, 2)
        if (one, other) not in proven and (found := _same_credits(ties, one, other))
    ]
    least = _largest_clique(distinct, proven) if distinct else 0
    return Origins(least, len(distinct), named, (*joins, *credits))


def _distinct(ties: Ties, some: Sequence[_Witness], others: Sequence[_Witness]) -> bool:
    """Whether two groups of reports provably have it from different sides.

    Different sources that the texts name prove it. Where neither names one, wire credits or
    own reporting do, if both groups show some and share none. Where one alone names its
    source, the other may have it from there too.
    """
    mine = [source for witness in some for source in witness.sources]
    theirs = [source for witness in others for source in witness.sources]
    if mine and theirs:
        return all(distinct(one, other) for one in mine for other in theirs)
    if mine or theirs:
        return False
    signs = [
        frozenset().union(*(_signs(ties.reports[witness.report], witness) for witness in group))
        for group in (some, others)
    ]
    return bool(signs[0] and signs[1]) and not signs[0] & signs[1]


def _signs(report: Report, witness: _Witness) -> frozenset[str]:
    """Return what a report shows of where it has a thing from: agencies, or its own reporter.

    A byline under a dateline without a wire credit is a reporter on the spot; what one source
    told him says nothing of the rest.
    """
    agencies = frozenset(credit.agency for credit in _wire(report))
    data = report.metadata
    reporter = bool(data.byline) and ("byline", "medium") not in data.read_from
    spot = data.place is not None and reporter and not agencies
    own = {f"own:{(data.outlet or report.id).casefold()}"}
    return agencies | own if spot or witness.own else agencies


def _wire(report: Report) -> list[Credit]:
    return [credit for credit in report.credits if credit.kind == "wire"]


def _same_credits(ties: Ties, one: Sequence[str], other: Sequence[str]) -> Because | None:
    """Return why credits that both sides share forbid counting two, if they do."""
    mine, theirs = (
        {credit.agency: (id, credit.span) for id in group for credit in _wire(ties.reports[id])}
        for group in (one, other)
    )
    shared = sorted(mine.keys() & theirs.keys())
    if not shared:
        return None
    found = [side[agency] for side in (mine, theirs) for agency in shared]
    involved = tuple(sorted({report for report, _ in found}))
    # A credit in the markup has no characters of the text to point at; its record says so.
    cites = tuple(Cite(report, span) for report, span in found if span is not None)
    return Because(involved, "same-credits", cites)


def _largest_clique(
    groups: Sequence[tuple[str, ...]], proven: set[tuple[tuple[str, ...], tuple[str, ...]]]
) -> int:
    """Return how many groups are found that are all provably distinct of one another."""
    best = 1
    for start in range(len(groups)):
        chosen: list[tuple[str, ...]] = [groups[start]]
        for group in groups[start + 1 :]:
            if all((held, group) in proven for held in chosen):
                chosen.append(group)
        best = max(best, len(chosen))
    return best
