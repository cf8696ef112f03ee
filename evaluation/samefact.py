"""Score whether two answers say the same: NAnCo's answers to questions about running stories.

Two answers to one question say one thing or two; they are held against one another as claims
hold the words of statements. The likeness from which two are one is chosen on three questions
and scored on the fourth, and the figure is the mean of the four.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from statistics import fmean

import numpy as np

from dateline.desk import knowledge
from dateline.knowledge.wording import alike, content
from dateline.text.encoder import open_encoder
from evaluation.measure import Measure

Pair = tuple[float, bool]
"""How alike two answers are, and whether they say the same."""


def score_samefact(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return balanced accuracy: by shared words, as claims take them, and by the encoder."""
    questions = json.loads((folder / "nanco_val.json").read_text("utf-8"))
    answers = [[answer["Answer"] for answer in question["answers"]] for question in questions]
    groups = [[answer["cluster_global"] for answer in q["answers"]] for q in questions]
    measures = []
    for measure, judge in (("by_words", _by_words), ("by_vectors", _by_vectors)):
        likeness = judge(answers)
        pairs = [
            [(value, groups[number][a] == groups[number][b]) for (a, b), value in found.items()]
            for number, found in enumerate(likeness)
        ]
        count = sum(map(len, pairs))
        measures.append(Measure(name, f"balanced_accuracy_{measure}", left_out(pairs), count))
    return measures, []


def left_out(questions: Sequence[Sequence[Pair]]) -> float:
    """Return the mean balanced accuracy of each question at the others' best threshold."""
    reached = []
    for number, own in enumerate(questions):
        others = [pairs for place, pairs in enumerate(questions) if place != number]
        floors = sorted({round(value, 3) for pairs in others for value, _ in pairs})
        best = max(floors, key=lambda floor: fmean(balanced(pairs, floor) for pairs in others))
        reached.append(balanced(own, best))
    return fmean(reached)


def balanced(pairs: Sequence[Pair], floor: float) -> float:
    """Return the mean of the shares of pairs judged right: of the same and of others."""
    same = [value >= floor for value, right in pairs if right]
    apart = [value < floor for value, right in pairs if not right]
    return (fmean(same) + fmean(apart)) / 2


def _by_words(questions: Sequence[Sequence[str]]) -> list[dict[tuple[int, int], float]]:
    stems = [[content(answer) for answer in answers] for answers in questions]
    return [
        {(a, b): alike(own[a], own[b]) for a, b in combinations(range(len(own)), 2)}
        for own in stems
    ]


def _by_vectors(questions: Sequence[Sequence[str]]) -> list[dict[tuple[int, int], float]]:
    """Return cosines of the means of the pieces' vectors, less what all answers share."""
    encoder = open_encoder(str(knowledge().weights))
    means = [
        np.array([one.vectors[1:-1].mean(0) for one in encoder.encode(answers)])
        for answers in questions
    ]
    shared = np.concatenate(means).mean(0)
    found = []
    for own in means:
        turned = own - shared
        turned /= np.linalg.norm(turned, axis=1, keepdims=True)
        cosines = turned @ turned.T
        found.append({(a, b): float(cosines[a, b]) for a, b in combinations(range(len(own)), 2)})
    return found
