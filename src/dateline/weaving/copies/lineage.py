"""Find which reports are copies of one text, and which sentences others have taken over.

A paper that prints an agency's text under its own headline, cut after the third paragraph
and with a new first line, has copied it; a paper that keeps one sentence of it has not, but
that sentence tells nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.knowledge.wording import words
from dateline.model import Cite, Report
from dateline.weaving.copies.signature import SHORT, find_signature, plain_sentences, shingles
from dateline.weaving.copies.versions import find_versions

COPIED = 0.6
"""The share of the shorter text's own words, by sentence, that must stand in the other."""
SAME_SENTENCE = 0.65
"""The share of a sentence's runs of three words that make it the same sentence, edited."""
FEW_WORDS = 25
"""A text with fewer words of its own is a copy only if nothing differs."""


def find_copies(reports: Sequence[Report]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of report ids that are copies of one text, each in order of id.

    Versions of one report are among them, however much its paper has changed of it.
    """
    known = {report.id: report for report in reports}
    groups = {id: {id} for id in known}
    for versions in find_versions(known.values()):
        joined = set(versions.reports)
        groups.update((member, joined) for member in joined)
    texts = {id: _Text(report) for id, report in known.items()}
    for one, other in _suspects(known):
        if groups[one] is not groups[other] and is_copy(texts[one], texts[other]):
            joined = groups[one] | groups[other]
            groups.update((member, joined) for member in joined)
    found = {tuple(sorted(group)) for group in groups.values() if len(group) > 1}
    return tuple(sorted(found))


class _Text:
    """What comparing reads of a report, worked out once."""

    def __init__(self, report: Report) -> None:
        self.sentences = tuple(run for _, run in plain_sentences(report) if len(run) >= SHORT)
        self.runs = frozenset(three for _, run in plain_sentences(report) for three in _threes(run))
        self.shingles = shingles(report)
        self.words = sum(map(len, self.sentences))
        self.whole = tuple(
            words(report.text[span.start : span.end]) for span, _ in plain_sentences(report)
        )


def is_copy(one: _Text, other: _Text) -> bool:
    """Whether the shorter of two texts is taken from the longer, or both from one text."""
    if one.whole == other.whole:
        return bool(one.whole)
    shorter, longer = sorted((one, other), key=lambda text: (text.words, text.sentences))
    if shorter.words < FEW_WORDS:
        return False
    taken = sum(len(run) for run in shorter.sentences if _in(run, longer.runs))
    if taken < COPIED * shorter.words:
        return False
    shared = len(shorter.shingles & longer.shingles)
    return shared >= COPIED / 2 * len(shorter.shingles)


def shared_sentences(one: Report, other: Report) -> tuple[tuple[Cite, Cite], ...]:
    """Return the sentences that both reports print in the same or nearly the same words."""
    found: list[tuple[Cite, Cite]] = []
    theirs = [(span, run, frozenset(_threes(run))) for span, run in plain_sentences(other)]
    for span, run in plain_sentences(one):
        if len(run) < SHORT:
            continue
        threes = frozenset(_threes(run))
        for their_span, their_run, their_threes in theirs:
            if len(their_run) >= SHORT and _same(threes, their_threes):
                found.append((Cite(one.id, span), Cite(other.id, their_span)))
                break
    return tuple(found)


def _same(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shared = len(one & other)
    return shared >= SAME_SENTENCE * max(len(one), len(other))


def _in(run: tuple[str, ...], runs: frozenset[tuple[str, ...]]) -> bool:
    threes = _threes(run)
    return sum(three in runs for three in threes) >= SAME_SENTENCE * len(threes)


def _threes(run: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(run[i : i + 3]) for i in range(len(run) - 2)]


def _suspects(known: dict[str, Report]) -> Iterator[tuple[str, str]]:
    """Yield the pairs whose signatures share a sentence or a shingle's hash, in order."""
    holders: dict[int, set[str]] = {}
    for id, report in sorted(known.items()):
        signature = report.signature or find_signature(report)
        for mark in (*signature.sketch, *(mark for mark, _ in signature.sentences)):
            holders.setdefault(mark, set()).add(id)
    pairs = {pair for ids in holders.values() for pair in combinations(sorted(ids), 2)}
    yield from sorted(pairs)
