"""Find the main text of an HTML page: how likely each unit is the report's own.

The units are judged twice. The first look knows the unit and its elements; the second knows
what the first thought of the others, so that a paragraph whose neighbours and whose element
are the report's is the report's, and one below a long stretch of teasers is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.clean.around import shifted
from dateline.clean.elements.containers import Containers, Numbers, mass, outwards
from dateline.clean.elements.markup_features import (
    Described,
    apart_from,
    branched,
    describe_markup,
)
from dateline.clean.elements.unit_features import Features
from dateline.clean.grove import Grove
from dateline.clean.units import Unit
from dateline.clean.wording import pitch_score, shape_of
from dateline.model import Label, Page

_SHAPES = {label: float(number) for number, label in enumerate(Label, start=1)}
_WORTH_READING = 0.1
"""The first likelihood from which a unit's wording is looked at."""
_FAR = 999.0


@dataclass(frozen=True, slots=True)
class MainText:
    """What was found of the main text of a page."""

    likely: tuple[float, ...]
    """How likely each unit is the report's own, between 0 and 1."""
    pitches: tuple[float, ...]
    """How much each unit that may be the report's appeals to the reader (`pitch_score`)."""
    title: int | None
    """The unit that is most like what the head calls the page."""


def main_text(page: Page, units: Sequence[Unit], groves: Mapping[str, Grove]) -> MainText:
    """Return how likely each unit is the report's own; `groves` are a "first" and a "second"."""
    if not units:
        return MainText((), (), None)
    described = describe_markup(page, units)
    first = groves["first"].likely(described.features)
    seen = described.features | look_again(units, described, first)
    second = groves["second"].likely(seen)
    likely = np.where(described.features["apart"] > 0, 0.0, second)
    return MainText(tuple(likely.tolist()), tuple(seen["pitch"].tolist()), described.title)


def look_again(units: Sequence[Unit], described: Described, first: Numbers) -> Features:
    """Return what the first likelihoods show of each unit's surroundings, and its wording."""
    features, containers = described.features, described.containers
    likely = np.where(features["apart"] > 0, 0.0, first)
    size = np.minimum(features["words"], 100.0) + 1.0
    sure = likely * size
    total = max(1e-9, float(sure.sum()))
    found = _worded(units, likely) | _around(likely, size, sure, total)
    found |= _held(containers, size, sure, total)
    held = mass(containers.elements, sure)
    found |= branched("heart", containers, containers.core(held, 0.5, total))
    found |= apart_from("spread", containers, containers.core(held, 0.8, total))
    return found | _between(likely, size, sure) | _stretch(likely)


def _worded(units: Sequence[Unit], likely: Numbers) -> Features:
    """Return what the wording of the units says that may be the report's."""
    shapes, pitches = np.zeros(len(units)), np.zeros(len(units))
    for index in np.flatnonzero(likely > _WORTH_READING).tolist():
        shape = shape_of(units[index].text)
        shapes[index] = _SHAPES[shape[0]] if shape else 0.0
        pitches[index] = pitch_score(units[index].text)
    return {"shape": shapes, "pitch": pitches}


def _around(likely: Numbers, size: Numbers, sure: Numbers, total: float) -> Features:
    """Return how likely the units before and after each one are."""
    summed = np.concatenate([[0.0], np.cumsum(sure)])
    sizes = np.concatenate([[0.0], np.cumsum(size)])
    place, count = np.arange(len(likely)), len(likely)
    found = {
        "likely": likely,
        "sure": np.full(count, total),
        "rank": sure / max(1e-9, float(sure.max())),
        "sure_before": summed[:-1] / total,
        "sure_after": 1.0 - summed[1:] / total,
    }
    for step in (-3, -2, -1, 1, 2, 3):
        found[f"likely{step:+d}"] = shifted(likely, step, -1.0)
    for reach in (1, 2, 4, 8):
        start, end = np.maximum(0, place - reach), np.minimum(count, place + reach + 1)
        before = np.maximum(1e-9, sizes[place] - sizes[start])
        after = np.maximum(1e-9, sizes[end] - sizes[place + 1])
        found[f"likely_last{reach}"] = (summed[place] - summed[start]) / before
        found[f"likely_next{reach}"] = (summed[end] - summed[place + 1]) / after
    return found


def _held(containers: Containers, size: Numbers, sure: Numbers, total: float) -> Features:
    """Return how likely what the elements around each unit hold is, the unit left out too."""
    found: Features = {}
    for which, numbers in (("element", containers.elements), ("kind", containers.kinds)):
        likely, sizes = mass(numbers, sure), mass(numbers, size)
        for steps in range(5):
            holder = outwards(numbers, containers.depth, steps)
            rest = sizes[holder] - size
            found[f"{which}_likely{steps}"] = likely[holder] / np.maximum(0.5, sizes[holder])
            found[f"{which}_sure{steps}"] = likely[holder] / total
            others = (likely[holder] - sure) / np.maximum(0.5, rest)
            found[f"{which}_others{steps}"] = np.where(rest > 0.5, others, -1.0)
    return found


def _between(likely: Numbers, size: Numbers, sure: Numbers) -> Features:
    """Return how much unlikely text stands between each unit and the middle of the report."""
    summed = np.cumsum(sure)
    place = np.arange(len(likely))
    middle = min(int(np.searchsorted(summed, summed[-1] / 2)), len(likely) - 1)
    foreign = np.concatenate([[0.0], np.cumsum((1.0 - likely) * size)])
    beyond = place > middle
    barrier = np.where(beyond, foreign[place] - foreign[middle], foreign[middle] - foreign[place])
    return {"barrier": barrier, "from_heart": (place - middle).astype(float)}


def _stretch(likely: Numbers) -> Features:
    """Return how far from the nearest likely units each stands, and whether between two."""
    place, count = np.arange(len(likely)), len(likely)
    sure = np.flatnonzero(likely > 0.5)
    if not len(sure):
        far = np.full(count, _FAR)
        return {"since": far, "until": far, "side": np.full(count, 9.0)}
    before = np.searchsorted(sure, place, "left") - 1
    after = np.searchsorted(sure, place, "right")
    since = np.where(before >= 0, place - sure[np.maximum(before, 0)], _FAR)
    last = len(sure) - 1
    until = np.where(after <= last, sure[np.minimum(after, last)] - place, _FAR)
    side = np.where(place < sure[0], -1.0, np.where(place > sure[-1], 1.0, 0.0))
    return {"since": since, "until": until, "side": side}
