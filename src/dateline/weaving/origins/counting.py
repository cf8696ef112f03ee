"""Count how many independent origins a claim has: an interval, since papers seldom say.

Two papers that both credit AP and Reuters are "1 to 2 origins": nothing proves that they
have it from two sides, nothing that they have it from one. Three papers that all quote one
ministry have one origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from types import MappingProxyType

from dateline.model import Because, Cite, Claim, Origins, Report, Span, Standing, Versions
from dateline.weaving.copies.lineage import shared_sentences
from dateline.weaving.origins.sayings import said_once
from dateline.weaving.origins.witnesses import (
    Record,
    Witness,
    apart,
    find_witness,
    names_medium,
    one_voice,
    signs,
    wire_credits,
)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ties:
    """What a story's reports share: who copies whom, which sentences stand in both."""

    reports: Mapping[str, Report]
    copies: tuple[tuple[str, ...], ...]
    versions: tuple[Versions, ...]
    sentences: Mapping[Pair, tuple[tuple[Cite, Cite], ...]]


def find_ties(
    reports: Sequence[Report],
    copies: tuple[tuple[str, ...], ...],
    versions: tuple[Versions, ...] = (),
) -> Ties:
    """Return what reports share, worked out once for all their claims."""
    known = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    sentences = {
        (one, other): shared
        for one, other in combinations(known, 2)
        if (shared := shared_sentences(known[one], known[other]))
    }
    return Ties(known, copies, versions, sentences)


def story_origins(
    ties: Ties, retracted: Mapping[str, tuple[Cite, ...]] = MappingProxyType({})
) -> Origins:
    """Return the origins of a whole story: of its texts, not of what they say.

    `retracted` are the reports that were taken back, with where that is said.
    """
    witnesses = [Witness(id) for id in ties.reports if id not in retracted]
    joins = list(_copied(ties, witnesses))
    named = sorted({credit.agency for r in ties.reports.values() for credit in wire_credits(r)})
    counted = _count(ties, witnesses, joins, tuple(named))
    gone = (Because((id,), "retracted", cites) for id, cites in sorted(retracted.items()))
    return replace(counted, because=(*counted.because, *gone))


def claim_origins(claim: Claim, records: Mapping[Pair, Record], ties: Ties) -> Origins:
    """Return the origins of a claim, from the records of its members by (report, record id)."""
    held: dict[str, list[Record]] = {}
    for member in claim.members:
        held.setdefault(member.report, []).append(records[member.report, member.record])
    gone = tuple(_taken_back(claim))
    silent = {id for because in gone for id in because.reports}
    found = [find_witness(ties.reports[id], held[id]) for id in sorted(held) if id not in silent]
    witnesses = _telling(found)
    joins = [
        *_copied(ties, witnesses),
        *_same_sentence(ties, witnesses, held),
        *_same_source(ties, witnesses, held),
    ]
    named: list[str] = []
    for witness in witnesses:
        known = (p.name for p in witness.sources if p.name not in {*named, witness.report})
        named += dict.fromkeys(known)
    shown = (*_repeated(found, witnesses), *_seen(witnesses), *gone)
    counted = _count(ties, witnesses, joins, tuple(named))
    return replace(counted, because=(*counted.because, *shown))


def _taken_back(claim: Claim) -> Iterable[Because]:
    """Yield the reports that have taken back all that they told of a claim."""
    left: dict[str, set[Standing]] = {}
    for member in claim.members:
        left.setdefault(member.report, set()).add(member.standing)
    for standing, kind in (
        (Standing.CORRECTED, "correction"),
        (Standing.RETRACTED, "retraction"),
    ):
        reports = tuple(sorted(id for id, found in left.items() if found == {standing}))
        if reports:
            cites = tuple(n.cite for n in claim.notices if n.kind == kind)
            yield Because(reports, standing.value, cites)


def _telling(found: Sequence[Witness]) -> Sequence[Witness]:
    """Return the witnesses that count: who only comments or denies adds none to those who tell."""
    told = [witness for witness in found if not witness.denies] or found
    return [witness for witness in told if witness.opinion is None] or told


def _repeated(found: Sequence[Witness], counted: Sequence[Witness]) -> Iterable[Because]:
    """Yield the reports that add none, since they comment on what others tell, or deny it."""
    for witness in found:
        if witness not in counted:
            reason = "denial" if witness.denies else "commentary"
            cites = witness.cites if witness.denies else witness.opinion or ()
            yield Because((witness.report,), reason, cites)


def _seen(witnesses: Sequence[Witness]) -> Iterable[Because]:
    """Yield the reports whose own reporters, or whose agency's, saw what several tell."""
    for witness in witnesses if len(witnesses) > 1 else ():
        if witness.observed is not None:
            yield Because((witness.report,), "own-reporting", witness.cites)


# ------------------------------------------------------------------- what makes two one origin


def _copied(ties: Ties, witnesses: Sequence[Witness]) -> Iterable[Because]:
    """Yield the versions of each report, and the copies of a text that are more than these."""
    present = {witness.report for witness in witnesses}
    one_report: list[set[str]] = []
    for versions in ties.versions:
        members = tuple(id for id in versions.reports if id in present)
        if len(members) > 1:
            one_report.append(set(members))
            yield Because(members, "version", _proof(ties, members))
    for group in ties.copies:
        members = tuple(id for id in group if id in present)
        if len(members) > 1 and not any(set(members) <= known for known in one_report):
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
    ties: Ties, witnesses: Sequence[Witness], held: Mapping[str, Sequence[Record]]
) -> Iterable[Because]:
    for one, other in combinations(witnesses, 2):
        for first, second in ties.sentences.get((one.report, other.report), ()):
            sides = ((one.report, first.span), (other.report, second.span))
            if all(any(_holds(span, record.span) for record in held[id]) for id, span in sides):
                yield Because((one.report, other.report), "shared-sentence", (first, second))
                break


def _holds(sentence: Span, span: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _same_source(
    ties: Ties, witnesses: Sequence[Witness], held: Mapping[str, Sequence[Record]]
) -> Iterable[Because]:
    for one, other in combinations(witnesses, 2):
        if any(one_voice(mine, theirs) for mine in one.sources for theirs in other.sources):
            yield Because((one.report, other.report), "same-source", (one.cites[0], other.cites[0]))
        elif said_once(*((ties.reports[w.report], w, held[w.report]) for w in (one, other))):
            yield Because((one.report, other.report), "same-source", (one.cites[0], other.cites[0]))
        elif _quotes(ties, one, other) or _quotes(ties, other, one):
            yield Because((one.report, other.report), "same-source", (*one.cites, *other.cites))


def _quotes(ties: Ties, one: Witness, other: Witness) -> bool:
    """Whether one report has it from the other's outlet or agency: "the Courier reported"."""
    if other.sources and other.observed is None:
        return False
    return any(names_medium(source, ties.reports[other.report]) for source in one.sources)


# ---------------------------------------------------------------------------------- counting


def _count(
    ties: Ties, witnesses: Sequence[Witness], joins: Sequence[Because], named: tuple[str, ...]
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


def _distinct(ties: Ties, some: Sequence[Witness], others: Sequence[Witness]) -> bool:
    """Whether two groups of reports provably have it from different sides.

    Different sources that the texts name prove it. Where neither names one, wire credits or
    own reporting do, if both groups show some and share none. Where one alone names its
    source, the other may have it from there too.
    """
    mine, theirs = (any(witness.sources for witness in group) for group in (some, others))
    if mine and theirs:
        return apart(some, others)
    if mine or theirs:
        return False
    first, second = (
        frozenset().union(*(signs(ties.reports[witness.report], witness) for witness in group))
        for group in (some, others)
    )
    return bool(first and second) and not first & second


def _same_credits(ties: Ties, one: Sequence[str], other: Sequence[str]) -> Because | None:
    """Return why credits that both sides share forbid counting two, if they do."""
    mine, theirs = (
        {
            credit.agency: (id, credit.span)
            for id in group
            for credit in wire_credits(ties.reports[id])
        }
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
