"""Fit the weights of signs that two records are one: a logistic regression with expectations.

Used by `training.same`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Example = tuple[dict[str, float], bool]
"""The signs of a pair, and whether its two records are one."""

TRUST = 3.0
"""How strongly a weight is drawn to what is expected of it (L2)."""


def fit_weights(
    examples: list[Example], expected: Mapping[str, float], trust: float = TRUST
) -> dict[str, float]:
    """Return the weights of a logistic regression, each drawn to what is expected of it."""
    names = sorted({name for given, _ in examples for name in given})
    rows: Floats = np.array([[given.get(name, 0.0) for name in names] for given, _ in examples])
    truth: Floats = np.array([float(same) for _, same in examples])
    prior: Floats = np.array([expected.get(name, 0.0) for name in names])
    drawn = np.diag([0.01 if name.endswith("prior") else trust for name in names])

    def against(weights: Floats) -> float:
        """Return what speaks against weights: the pairs' surprise, and how far they were drawn."""
        odds = rows @ weights
        surprise = np.logaddexp(0, odds).sum() - truth @ odds
        return float(surprise + (weights - prior) @ drawn @ (weights - prior) / 2)

    weights = prior.copy()
    for _ in range(30):  # Newton's steps, halved where they lead up; ten are enough
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (truth - likely) - drawn @ (weights - prior)
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + drawn
        step, before = np.linalg.solve(curve, slope), against(weights)
        for _ in range(20):
            if against(weights + step) <= before:
                break
            step = step / 2
        weights = weights + step
    return dict(zip(names, map(float, weights), strict=True))
