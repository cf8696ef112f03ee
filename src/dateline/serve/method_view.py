"""View how well each stage does: the scores of the last whole evaluation, set by set.

"extraction-dumps/f1" and "extraction-dumps@other/f1" are one row: ours, and a rival's beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.serve.drawing import static_text


@dataclass(frozen=True, slots=True)
class Score:
    """A measure: our value, of how many, and those of rivals that were run beside us."""

    measure: str
    value: float
    n: int
    error: float | None
    rivals: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ScoredSet:
    """A set of gold and its measures."""

    name: str
    scores: tuple[Score, ...]


@lru_cache(maxsize=1)
def view_scores() -> tuple[ScoredSet, ...]:
    """Return the scores that ship with this release, in the order in which sets are run."""
    measures: Mapping[str, Mapping[str, Any]] = json.loads(static_text("scores.json"))["measures"]
    sets: dict[str, list[Score]] = {}
    for key, row in measures.items():
        name, _, measure = key.partition("/")
        if "@" not in name:
            rivals = tuple(_rivals(measures, name, measure))
            score = Score(measure, row["value"], row["n"], row.get("se"), rivals)
            sets.setdefault(name, []).append(score)
    return tuple(ScoredSet(name, tuple(scores)) for name, scores in sets.items())


def _rivals(
    measures: Mapping[str, Mapping[str, Any]], name: str, measure: str
) -> list[tuple[str, float]]:
    """Return the values that others have of a measure."""
    own = f"{name}@"
    return [
        (key[len(own) :].partition("/")[0], row["value"])
        for key, row in measures.items()
        if key.startswith(own) and key.partition("/")[2] == measure
    ]
