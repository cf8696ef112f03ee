"""Keep the reports of a window and their stories, and find fast whom a new one is like.

A report that comes is compared with those that its heaviest words lead to, and the reports
that are linked to it through any others are grouped anew. Its cost is that of its
neighbourhood; of the window only lists of numbers are read.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence

from dateline.corrections import Action
from dateline.review.regroup import Decision, regroup
from dateline.weaving.stories.features import Features, likeness, promising
from dateline.weaving.stories.index import Index

LINKED = 0.15
"""The likeness at which two reports are linked: stories lie among reports that links join."""
COUNTED = 0.03
"""Two reports less alike than this don't speak for joining their groups at all."""
JOINED = 0.12
"""The mean likeness at which two groups of reports are one story."""

Links = Mapping[str, Mapping[str, float]]


class Window:
    """The reports of a window: an index of them, their neighbourhoods and their stories.

    `decisions` join and part reports by hand; whom they join is of one neighbourhood.
    """

    def __init__(self, decisions: Sequence[Decision[str]] = ()) -> None:
        self._decisions = decisions
        self._tied = [held.one for held in decisions if held.action is Action.JOIN]
        self._features: dict[str, Features] = {}
        self._index = Index()
        self._entered: list[Features] = []
        self._near: dict[str, frozenset[str]] = {}
        self._alike: dict[str, dict[str, float]] = {}
        self._grouped: dict[frozenset[str], frozenset[frozenset[str]]] = {}

    def __len__(self) -> int:
        """Return how many reports the window holds."""
        return len(self._features)

    def __contains__(self, id: str) -> bool:
        """Whether a report stands in the window."""
        return id in self._features

    def stories(self) -> frozenset[frozenset[str]]:
        """Return the ids of the reports of each story."""
        return frozenset(g for near in set(self._near.values()) for g in self._stories(near))

    def story(self, id: str) -> frozenset[str]:
        """Return the ids of the story that a report is in."""
        return next(group for group in self._stories(self._near[id]) if id in group)

    def neighbours(self, id: str) -> frozenset[str]:
        """Return the ids of all reports that links join to one, its own among them."""
        return self._near[id]

    def nearer(self, id: str, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether a report is more like those of one group than like those of another."""
        alike = self._alike[id]
        means = [sum(alike.get(met, 0.0) for met in sorted(g)) / len(g) for g in (one, other)]
        return round(means[0], 6) > round(means[1], 6)

    def add(self, features: Features) -> frozenset[frozenset[str]]:
        """Add a report and return the stories of its neighbourhood, grouped anew."""
        self.enter(features)
        return self._stories(self._near[features.id])

    def enter(self, features: Features) -> None:
        """Add a report, and leave the stories of its neighbourhood until they are asked for."""
        id = features.id
        if id in self._features:
            return
        found = [self._entered[number] for number in self._index.find(features)]
        met = {
            self._near[other.id]
            for other in promising(features, found, LINKED)
            if likeness(features, other) >= LINKED
        }
        met |= {
            self._near[other]
            for tied in self._tied
            if id in tied
            for other in tied
            if other in self._near
        }
        self._features[id], self._alike[id] = features, {}
        self._index.add(features)
        self._entered.append(features)
        self._unite([frozenset({id}), *sorted(met, key=sorted)])

    def _stories(self, near: frozenset[str]) -> frozenset[frozenset[str]]:
        """Return the stories of a neighbourhood."""
        if near not in self._grouped:
            alike = map(frozenset, merge(sorted(near), self._alike))
            self._grouped[near] = frozenset(regroup(alike, self._decisions, self.nearer))
        return self._grouped[near]

    def _unite(self, parts: Sequence[frozenset[str]]) -> None:
        """Make one of several neighbourhoods, their likenesses across worked out."""
        whole: frozenset[str] = frozenset()
        for part in parts:
            for one in part:
                for other in whole:
                    value = likeness(self._features[one], self._features[other])
                    if value >= COUNTED:
                        self._alike[one][other] = self._alike[other][one] = value
            whole |= part
            self._grouped.pop(part, None)
        self._near.update(dict.fromkeys(whole, whole))


def merge(ids: Sequence[str], alike: Links) -> Iterator[set[str]]:
    """Yield the groups that joining the most alike ones first leads to (average linkage)."""
    groups = {id: {id} for id in ids}
    sums = {id: dict(alike.get(id, {})) for id in ids}
    queue: list[tuple[float, str, str]] = []

    def mean(one: str, other: str) -> float:
        return round(sums[one][other] / (len(groups[one]) * len(groups[other])), 6)

    def enter(one: str, others: Sequence[str]) -> None:
        for other in others:
            if (value := mean(one, other)) >= JOINED:
                heapq.heappush(queue, (-value, min(one, other), max(one, other)))

    for id in ids:
        enter(id, [other for other in sums[id] if id < other])
    while queue:
        value, kept, gone = heapq.heappop(queue)
        if gone not in sums.get(kept, {}) or mean(kept, gone) != -value:
            continue  # One of the two has grown or gone since.
        groups[kept] |= groups.pop(gone)
        for other, more in sorted(sums.pop(gone).items()):
            del sums[other][gone]
            if other != kept:
                sums[kept][other] = sums[other][kept] = sums[kept].get(other, 0.0) + more
        enter(kept, list(sums[kept]))
    yield from groups.values()
