"""View a claim: who makes it in which words, how they differ, and how many origins it has.

"At least 40 people were killed" in one report and "killed 52 people" in another are one claim
of one or two origins, since both credit one agency.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Because, Claim, Span, Story, Value
from dateline.serve import phrases
from dateline.serve.citing import Citing
from dateline.serve.entries import Entry, entries
from dateline.serve.legend import Source, make_source
from dateline.serve.links import report_link
from dateline.serve.matrix import record_spans, told_relation
from dateline.serve.passages import Passage, passage
from dateline.serve.sheet import reason_words

_QUOTES = 6
"""Pieces of evidence that are shown for one reason."""
_ONE_TEXT = frozenset({"copy", "version"})
_FOLLOWS = frozenset({"shared-sentence", "same-source"})
"""What goes without saying of reports that print one text."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a report, and where they stand in it."""

    source: Source
    passage: Passage
    link: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """A report's record that makes the claim."""

    record: str
    evidence: Evidence
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class SideView:
    """A report's side of a difference."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """In what the reports differ, and how."""

    on: str
    relation: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why reports can or can't be counted as origins of their own."""

    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as its page shows it."""

    claim: Claim
    relation: str | None
    members: tuple[MemberView, ...]
    differences: tuple[DifferenceView, ...]
    reasons: tuple[ReasonView, ...]


def view_claim(claim: Claim, story: Story) -> ClaimView:
    """Return the view of a claim of a story."""
    looking = _Looking(story)
    return ClaimView(
        claim,
        told_relation(claim),
        tuple(looking.members(claim)),
        tuple(looking.differences(claim)),
        tuple(looking.reasons(claim)),
    )


class _Looking:
    """The reports of a story, in which evidence is looked up."""

    def __init__(self, story: Story) -> None:
        self._citing = Citing(story.reports)
        self._sources = {r.id: make_source(r, story, self._citing) for r in story.reports}
        self._spans = record_spans(story.reports)

    def members(self, claim: Claim) -> Iterator[MemberView]:
        """Yield the records that make a claim, in the order of the reports."""
        order = list(self._citing.reports)
        held = [m for m in claim.members if (m.report, m.record) in self._spans]
        known = self._entries({m.report for m in held})
        for member in sorted(held, key=lambda m: order.index(m.report)):
            where = (member.report, member.record)
            evidence = self._evidence(member.report, self._spans[where])
            yield MemberView(member.record, evidence, known.get(where))

    def differences(self, claim: Claim) -> Iterator[DifferenceView]:
        """Yield the differences whose sides say more than that they agree, one of a kind."""
        kinds: dict[tuple[str, str], dict[Value, None]] = {}
        for difference in claim.differences:
            relation = phrases.RELATIONS.get(difference.relation)
            if relation:
                sides = kinds.setdefault((difference.on, relation), {})
                sides.update(dict.fromkeys(difference.values))
        order = list(self._citing.reports)
        for (on, relation), values in kinds.items():
            known = [value for value in values if value.report in self._sources]
            known.sort(key=lambda value: (order.index(value.report), value.span))
            sides_shown = tuple(
                SideView(value.value, self._evidence(value.report, value.span)) for value in known
            )
            yield DifferenceView(on, relation, sides_shown)

    def reasons(self, claim: Claim) -> Iterator[ReasonView]:
        """Yield why its origins are as many as they are."""
        for because in _telling(claim.origins.because):
            known = [cite for cite in because.evidence if cite.report in self._sources]
            shown = tuple(self._evidence(cite.report, cite.span) for cite in known[:_QUOTES])
            yield ReasonView(reason_words(because, self._citing), shown)

    def _evidence(self, report: str, span: Span) -> Evidence:
        words = passage(self._citing.reports[report], span)
        return Evidence(self._sources[report], words, report_link(report, span))

    def _entries(self, reports: set[str]) -> Mapping[tuple[str, str], Entry]:
        return {
            (id, entry.key): entry for id in reports for entry in entries(self._citing.reports[id])
        }


def _telling(reasons: Sequence[Because]) -> Iterator[Because]:
    """Yield the reasons that say more than that reports print one text."""
    one_text = [set(because.reports) for because in reasons if because.reason in _ONE_TEXT]
    for because in reasons:
        said = any(set(because.reports) <= reports for reports in one_text)
        if not (said and because.reason in _FOLLOWS):
            yield because
