"""Group the texts of one topic by what they don't all share; average linkage over likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from dateline.knowledge.wording import stem, weight, words

Floats = NDArray[np.float64]

ALIKE = 0.07
"""The mean cosine from which texts of one topic tell of one event; chosen on ECB+ topics."""


def group_alike(texts: Mapping[str, str]) -> list[set[str]]:
    """Return the names of texts in groups, alike in words that are rare among them."""
    counts = {n: Counter(stem(w) for w in words(t) if weight(w)) for n, t in texts.items()}
    held = Counter(word for counted in counts.values() for word in counted)
    names = sorted(texts)
    vectors = [_weights(counts[name], held, len(names)) for name in names]
    likeness: Floats = np.array(
        [[sum(v * b.get(w, 0.0) for w, v in a.items()) for b in vectors] for a in vectors]
    )
    return [{names[number] for number in group} for group in link_alike(likeness, ALIKE)]


def _weights(counts: Mapping[str, int], held: Mapping[str, int], texts: int) -> dict[str, float]:
    found = {
        word: (1 + log(count)) * log(texts / held[word]) * weight(word)
        for word, count in counts.items()
        if held[word] > 1
    }
    length = sqrt(sum(value * value for value in found.values())) or 1.0
    return {word: value / length for word, value in found.items()}


def link_alike(likeness: Floats, floor: float) -> list[list[int]]:
    """Return groups of rows, the most alike on average joined first, down to a floor."""
    mean, groups = likeness.copy(), {number: [number] for number in range(len(likeness))}
    np.fill_diagonal(mean, -np.inf)
    while len(groups) > 1:
        one, other = map(int, np.unravel_index(mean.argmax(), mean.shape))
        if mean[one, other] < floor:
            break
        sizes = len(groups[one]), len(groups[other])
        mean[one] = (mean[one] * sizes[0] + mean[other] * sizes[1]) / sum(sizes)
        mean[:, one] = mean[one]
        mean[one, one] = -np.inf
        mean[other] = mean[:, other] = -np.inf
        groups[one] += groups.pop(other)
    return list(groups.values())
