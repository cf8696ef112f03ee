"""Group reports of one development into stories, whatever their order.

"A ferry capsized off Lamu" and "Dozens missing after boat sinks near Kenyan island" are one
story: they share rare words, names and places, and their days lie close. What is compared
is the text rather than the headline, and a word's weight is built in, so that two reports
compare alike whether they are alone or among thousands.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt

from dateline.knowledge.wording import BEAT_WEIGHT, COMMON_WEIGHT, skeleton, stem, weight, words
from dateline.model import READ_LABELS, Label, Report

WINDOW = 60
"""Days after which a report tells another story, however alike the words."""
FADING = 0.015
"""How fast likeness fades with each day between two reports: by a tenth in a week."""
JOINED = 0.14
"""The mean likeness at which two groups of reports are one story."""
LINKED = 0.05
"""Two reports less alike than this don't speak for joining their groups at all."""
LEAD_WORDS = 60
LEAD, TITLE = 1.5, 6.0
"""What the first words of a text and those of its title count for: they say what happened."""
NUMBER, BEAT, COMMON = 1.0, 0.2, 0.3
"""What numbers, words of a beat and words of all news count for beside a telling word's 1.

A word of all news that stands in a title may tell what happened ("killed", "vote"); one of a
beat stands in every report of its war.
"""
ELSEWHERE = 0.6
"""What is left of a likeness when the two openings name nobody and nowhere in common."""
OPENING = 600
"""Characters of each block that count as its opening."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of a report: weighted stems, and when it was published."""

    id: str
    weights: Mapping[str, float]
    length: float
    day: date | None
    names: frozenset[str] = frozenset()
    """The names that are not of countries in the openings of its blocks, as skeletons."""


def group_reports(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """Return the reports as stories: each in order of day and id, the stories likewise.

    Average linkage over the likeness of pairs; a pure function of the set of reports.
    """
    known = {report.id: report for report in reports}
    features = {id: read_features(report) for id, report in sorted(known.items())}
    links = find_links(features)
    groups = _merge(sorted(known), links)
    ordered = (tuple(sorted((known[id] for id in group), key=arrival)) for group in groups)
    return tuple(sorted(ordered, key=lambda group: arrival(group[0])))


def arrival(report: Report) -> tuple[str, str]:
    """Return what reports are ordered by: the day or instant published, then the id."""
    return (report.metadata.published or "9999", report.id)


def read_features(report: Report) -> Features:
    """Return what is compared of a report."""
    counts: dict[str, float] = {}
    seen = 0
    for block in report.blocks:
        if block.label not in READ_LABELS:
            continue
        text = block.span.of(report.text)
        named = _named(text)
        for word in words(text):
            seen += block.label is not Label.TITLE
            worth = _worth(word)
            if not worth:
                continue
            lead = TITLE if block.label is Label.TITLE else LEAD if seen <= LEAD_WORDS else 1.0
            if word in named:
                item = f"={skeleton(word) if weight(word) == 1.0 else stem(word)}"
            else:
                item = stem(word)
            counts[item] = counts.get(item, 0.0) + worth * lead
    # A word of little worth that stands once in a text tells next to nothing.
    weights = {
        item: (1 + log(1 + count)) * min(1.0, count) ** 2 for item, count in sorted(counts.items())
    }
    length = sqrt(sum(value * value for value in weights.values()))
    return Features(report.id, weights, length, _day(report), _opening_names(report))


def _worth(word: str) -> float:
    """Return what a folded word counts for where whole reports are compared."""
    known = weight(word)
    if known and word[0].isdigit():
        return NUMBER
    return {COMMON_WEIGHT: COMMON, BEAT_WEIGHT: BEAT}.get(known, known)


def _opening_names(report: Report) -> frozenset[str]:
    openings = (
        report.text[block.span.start : min(block.span.end, block.span.start + OPENING)]
        for block in report.blocks
        if block.label in READ_LABELS
    )
    named = (word for text in openings for word in _named(text))
    return frozenset(skeleton(word) for word in named if weight(word) == 1.0)


def find_links(features: Mapping[str, Features]) -> dict[tuple[str, str], float]:
    """Return the likeness of each pair of reports that is alike enough to count."""
    holders: dict[str, list[str]] = {}
    shared: dict[tuple[str, str], float] = {}
    for id, own in features.items():
        for item, value in own.weights.items():
            for other in holders.get(item, ()):
                pair = (other, id)
                shared[pair] = shared.get(pair, 0.0) + value * features[other].weights[item]
            holders.setdefault(item, []).append(id)
    links = {}
    for (one, other), product in shared.items():
        likeness = _likeness(product, features[one], features[other])
        if likeness >= LINKED:
            links[one, other] = likeness
    return links


def likeness(one: Report, other: Report) -> float:
    """Return how alike two reports are, from 0 to 1; 0 when their days lie too far apart."""
    first, second = read_features(one), read_features(other)
    product = sum(v * second.weights.get(item, 0.0) for item, v in first.weights.items())
    return _likeness(product, first, second)


def linked(one: Report, other: Report) -> bool:
    """Whether two reports are alike enough to speak for being of one story."""
    return likeness(one, other) >= LINKED


def _likeness(product: float, one: Features, other: Features) -> float:
    apart = abs((one.day - other.day).days) if one.day and other.day else 0
    if apart > WINDOW or not one.length or not other.length:
        return 0.0
    value = product / (one.length * other.length) * exp(-FADING * apart)
    if one.names and other.names and not one.names & other.names:
        value *= ELSEWHERE
    # Rounded, so that the order in which products were summed never decides a tie.
    return round(value, 9)


def _named(text: str) -> frozenset[str]:
    """Return the folded words that stand with a capital inside a sentence."""
    plain = text.split()
    return frozenset(
        word
        for before, token in itertools.pairwise(plain)
        if token[:1].isupper() and before[-1:] not in '.!?:"”“' and not token.isupper()
        for word in words(token)
    )


def _day(report: Report) -> date | None:
    published = report.metadata.published
    if published is None or report.metadata.published_by == "inferred":
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _merge(ids: Sequence[str], links: Mapping[tuple[str, str], float]) -> Iterator[set[str]]:
    """Yield the groups that joining the most alike ones first leads to."""
    groups: dict[str, set[str]] = {id: {id} for id in ids}
    sums: dict[str, dict[str, float]] = {id: {} for id in ids}
    for (one, other), value in links.items():
        sums[one][other] = sums[other][one] = value
    while best := _nearest(groups, sums):
        kept, gone = best
        groups[kept] |= groups.pop(gone)
        for other, value in sums.pop(gone).items():
            del sums[other][gone]
            if other != kept:
                sums[kept][other] = sums[other][kept] = sums[kept].get(other, 0.0) + value
        sums[kept].pop(gone, None)
    yield from groups.values()


def _nearest(
    groups: Mapping[str, set[str]], sums: Mapping[str, Mapping[str, float]]
) -> tuple[str, str] | None:
    """Return the two groups that are most alike on average, if they are alike enough."""
    best: tuple[float, str, str] | None = None
    for one, near in sums.items():
        for other, value in near.items():
            if one < other:
                mean = round(value / (len(groups[one]) * len(groups[other])), 9)
                if mean >= JOINED and (best is None or (-mean, one, other) < best):
                    best = (-mean, one, other)
    return None if best is None else best[1:]
