"""Read what is compared of a report where stories are sought, packed into a few kilobytes.

"A ferry capsized off Lamu" is told by its rare words and names: each has a weight that is
built in, so that two reports compare alike whether they are alone or among thousands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import exp

import numpy as np
from numpy.typing import NDArray

from dateline.knowledge.rarity import rarity
from dateline.knowledge.wording import BEAT_WEIGHT, COMMON_WEIGHT, skeleton, stem, weight, words
from dateline.model import READ_LABELS, Label, Report

WINDOW = 300
"""Days after which a report tells another story: last year's flood is not this year's."""
FADING, LASTING = 0.1, 0.6
"""How fast likeness fades with each day apart, and what lasts of it.

What lasts is much, since many pages bear the day of their last change for that of their text.
"""
UNDATED = 0.8
"""What is left of a likeness where one of two days is not known."""
ELSEWHERE = 0.6
"""What is left of a likeness when the two openings name nobody and nowhere in common."""
LEAD_WORDS = 60
LEAD, TITLE = 1.5, 4.0
"""What the first words of a text and those of its title count for: they say what happened."""
NUMBER, BEAT, COMMON, NAME = 1.0, 0.2, 0.3, 1.3
"""What numbers, words of a beat, words of all news and names count for beside a word's 1."""
RARE, OFTEN = 1.5, 0.6
"""The powers to which a word's rarity and its count are taken."""
OPENING = 600
"""Characters of each block that count as its opening."""
MARKS = 20
"""The heaviest words of a report, of which a report of its story shares two or more."""
SLACK = 0.001
"""What a hasty sum may be out by; the likeness in full then decides."""

Packed = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What is compared of a report: weighted words, names, and when it was published."""

    id: str
    items: Packed
    """The hashes of its words, ascending."""
    weights: NDArray[np.float32]
    """Their weights, as a vector of length 1."""
    day: date | None
    names: Packed
    """The hashes of names in the openings of its blocks, but of countries, as skeletons."""
    marks: NDArray[np.uint32]
    """The places of its heaviest words among its items, heaviest first."""


def read_features(report: Report) -> Features:
    """Return what is compared of a report."""
    counts: dict[str, float] = {}
    worths: dict[str, float] = {}
    names: set[str] = set()
    seen = 0
    for block in report.blocks:
        if block.label not in READ_LABELS:
            continue
        title = block.label is Label.TITLE
        text = block.span.of(report.text)
        named = _named(text)
        names |= _named(text[:OPENING])
        for word in words(text):
            seen += not title
            worth = _worth(word)
            if not worth:
                continue
            item = _item(word, named=word in named)
            worth *= rarity(word) ** RARE * (NAME if word in named else 1.0)
            worths[item] = max(worths.get(item, 0.0), worth)
            counts[item] = counts.get(item, 0.0) + (
                TITLE if title else LEAD if seen <= LEAD_WORDS else 1.0
            )
    weighed = {item: count**OFTEN * worths[item] for item, count in counts.items()}
    kept = (name for name in names if weight(name) == 1.0)
    return pack_features(report.id, weighed, _day(report), map(skeleton, kept))


def pack_features(
    id: str, weighed: Mapping[str, float], day: date | None, names: Iterable[str]
) -> Features:
    """Return weighed words and the names of the openings as what is compared."""
    packed = sorted((_number(item), value) for item, value in weighed.items())
    weights = np.array([value for _, value in packed], np.float64)
    length = float(np.sqrt(weights @ weights)) or 1.0
    return Features(
        id,
        np.array([item for item, _ in packed], np.uint64),
        (weights / length).astype(np.float32),
        day,
        np.array(sorted(set(map(_number, names))), np.uint64),
        np.argsort(-weights, kind="stable")[:MARKS].astype(np.uint32),
    )


def likeness(one: Features, other: Features) -> float:
    """Return how alike two reports are, from 0 to 1; 0 when their days lie too far apart."""
    left = UNDATED
    if one.day and other.day:
        apart = abs((one.day - other.day).days)
        if apart > WINDOW:
            return 0.0
        left = LASTING + (1 - LASTING) * exp(-FADING * apart)
    first, second = sorted((one, other), key=lambda features: (len(features.items), features.id))
    if not len(first.items):
        return 0.0
    places = np.searchsorted(second.items, first.items)
    places[places == len(second.items)] = 0
    met = second.items[places] == first.items
    value = left * float(first.weights[met] @ second.weights[places[met]])
    if len(one.names) and len(other.names) and not _meet(one.names, other.names):
        value *= ELSEWHERE
    # Rounded, so that the order in which products were summed never decides a tie.
    return round(value, 6)


def promising(features: Features, others: Sequence[Features], least: float) -> list[Features]:
    """Return the others that can be so alike by their words, weighed all at once."""
    if not others:
        return []
    items = np.concatenate([other.items for other in others])
    weights = np.concatenate([other.weights for other in others])
    places = np.searchsorted(features.items, items)
    places[places == len(features.items)] = 0
    products = features.weights[places] * weights * (features.items[places] == items)
    starts = np.cumsum([0, *(len(other.items) for other in others[:-1])])
    sums = np.add.reduceat(products, starts).tolist()
    return [other for other, value in zip(others, sums, strict=True) if value >= least - SLACK]


def _meet(one: Packed, other: Packed) -> bool:
    places = np.searchsorted(other, one)
    places[places == len(other)] = 0
    return bool((other[places] == one).any())


def _worth(word: str) -> float:
    """Return what a folded word counts for where whole reports are compared."""
    known = weight(word)
    if known and word[0].isdigit():
        return NUMBER
    return {COMMON_WEIGHT: COMMON, BEAT_WEIGHT: BEAT}.get(known, known)


def _item(word: str, *, named: bool) -> str:
    if not named:
        return stem(word)
    return f"={skeleton(word) if weight(word) == 1.0 else stem(word)}"


def _named(text: str) -> frozenset[str]:
    """Return the folded words that stand with a capital inside a sentence."""
    plain = text.split()
    return frozenset(
        word
        for before, token in pairwise(plain)
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


@lru_cache(maxsize=262_144)
def _number(item: str) -> int:
    return int.from_bytes(hashlib.blake2b(item.encode(), digest_size=8).digest(), "big")
