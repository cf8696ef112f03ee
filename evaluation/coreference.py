"""The usual measures of coreference: MUC, B-cubed and CEAF-e over chains of mentions.

    conll([{1, 2}, {3}], [{1, 2, 3}])     # the mean of the three F1, as CoNLL 2012 takes it

A chain is a set of mentions. Cases are pooled by `Counted.__add__`, so that a long text weighs
more than a short one. MUC (Vilain et al. 1995) counts links, B-cubed (Bagga and Baldwin 1998)
mentions, CEAF-e (Luo 2005) the best one-to-one match of chains.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Chains = Sequence[AbstractSet[Hashable]]


@dataclass(frozen=True, slots=True)
class Counted:
    """What precision and recall are made of."""

    right: float = 0.0
    """Of what was found."""
    found: float = 0.0
    met: float = 0.0
    """Of what was wanted."""
    wanted: float = 0.0

    def __add__(self, other: Counted) -> Counted:
        """Return both as one."""
        return Counted(
            self.right + other.right,
            self.found + other.found,
            self.met + other.met,
            self.wanted + other.wanted,
        )

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 1 where there is nothing."""
        if not self.found and not self.wanted:
            return 1.0
        precision = self.right / self.found if self.found else 0.0
        recall = self.met / self.wanted if self.wanted else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def conll(wanted: Chains, found: Chains) -> float:
    """Return the mean F1 of the three measures."""
    return sum(count(wanted, found).f1 for count in (muc, b_cubed, ceaf_e)) / 3


def muc(wanted: Chains, found: Chains) -> Counted:
    """Count links: a chain of five mentions has four."""
    right, links = _links(found, wanted)
    met, needed = _links(wanted, found)
    return Counted(right, links, met, needed)


def _links(chains: Chains, others: Chains) -> tuple[float, float]:
    """Return how many links of these chains the others have too, and how many there are."""
    held = {mention: number for number, chain in enumerate(others) for mention in chain}
    kept = total = 0
    for chain in chains:
        parts = {held.get(mention, (mention,)) for mention in chain}
        kept += len(chain) - len(parts)
        total += len(chain) - 1
    return float(kept), float(total)


def b_cubed(wanted: Chains, found: Chains) -> Counted:
    """Count mentions, each for the share of its chain that is right."""
    right, mentions = _shared(found, wanted)
    met, needed = _shared(wanted, found)
    return Counted(right, mentions, met, needed)


def _shared(chains: Chains, others: Chains) -> tuple[float, float]:
    """Return the sum of each mention's share, and how many mentions there are."""
    held: dict[Hashable, AbstractSet[Hashable]] = {m: chain for chain in others for m in chain}
    shares = [
        len(chain & held[mention]) / len(chain) if mention in held else 0.0
        for chain in chains
        for mention in chain
    ]
    return sum(shares), float(len(shares))


def ceaf_e(wanted: Chains, found: Chains) -> Counted:
    """Count chains, matched one to one so that their likeness (phi-4) is the greatest."""
    likeness = [[2 * len(w & f) / (len(w) + len(f)) for f in found] for w in wanted]
    best = assignment(likeness) if wanted and found else 0.0
    return Counted(best, float(len(found)), best, float(len(wanted)))


def assignment(worth: Sequence[Sequence[float]]) -> float:
    """Return the greatest worth of pairs of a row and a column, each used once at most.

    Shortest augmenting paths (Kuhn 1955, Jonker and Volgenant 1987) on the costs `-worth`.
    """
    rows, columns = len(worth), len(worth[0])
    if rows > columns:
        return assignment([list(column) for column in zip(*worth, strict=True)])
    high, low = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)
    """For each column the row that has it, from 1; column 0 holds the row to be placed."""
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, way, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), set[int]()
        while taken[column]:
            seen.add(column)
            for other in range(1, columns + 1):
                if other in seen:
                    continue
                cost = -worth[taken[column] - 1][other - 1] - high[taken[column]] - low[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
            nearest = min(
                (c for c in range(1, columns + 1) if c not in seen), key=least.__getitem__
            )
            step = least[nearest]
            for other in range(columns + 1):
                if other in seen:
                    high[taken[other]] += step
                    low[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:
            taken[column] = taken[way[column]]
            column = way[column]
    return sum(worth[taken[c] - 1][c - 1] for c in range(1, columns + 1) if taken[c])
