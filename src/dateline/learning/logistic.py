"""Fit many yes/no heads at once: logistic regressions by reweighted least squares.

All heads of all folds and strengths share their rows, so each step is a product of two
matrices. Nothing is drawn by chance: the same rows give the same heads.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]

_STEPS = 10
_INNER = 30
_NEAR = 1e-2
"""No weight moves further in the last step."""


def fit(rows: Floats, truth: Floats, counts: Floats, strength: Floats) -> Floats:
    """Return the weights (width, heads) of a logistic regression a head.

    `rows` (rows, width) end in a column of ones, whose weights stay free; `truth` and
    `counts` (rows, heads) say what holds and how much each row counts, and `strength` (heads)
    how strongly weights are drawn to zero (L2). Newton's steps, each solved by conjugate
    gradients (Komarek and Moore 2005).
    """
    weights = np.zeros((rows.shape[1], truth.shape[1]), np.float32)
    drawn = np.tile(strength.astype(np.float32), (len(weights), 1))
    drawn[-1] = 1e-3
    for _ in range(_STEPS):
        likely = sigmoid(rows @ weights)
        slope = rows.T @ (counts * (likely - truth)) + drawn * weights
        curve = counts * likely * (1 - likely) + np.float32(1e-7)
        step = _solved(rows, curve, drawn, -slope)
        weights += step
        if np.abs(step).max() < _NEAR:
            break
    return weights


def _solved(rows: Floats, curve: Floats, drawn: Floats, wanted: Floats) -> Floats:
    """Return the step that Newton's equations ask for, near enough."""
    step, left = np.zeros_like(wanted), wanted.copy()
    along, size = left.copy(), (left * left).sum(0)
    enough = 1e-4 * size + 1e-12
    for _ in range(_INNER):
        turned = rows.T @ (curve * (rows @ along)) + drawn * along
        length = size / np.maximum((along * turned).sum(0), 1e-20)
        step += length * along
        left -= length * turned
        now = (left * left).sum(0)
        if (now <= enough).all():
            break
        along = left + now / np.maximum(size, 1e-20) * along
        size = now
    return step


def sigmoid(logits: Floats) -> Floats:
    """Return likelihoods."""
    shares: Floats = np.divide(1, 1 + np.exp(-np.clip(logits, -30, 30)), dtype=np.float32)
    return shares


def log_loss(logits: Floats, truth: Floats) -> Floats:
    """Return how surprising the truth is, by row and head."""
    loss: Floats = np.logaddexp(0, np.where(truth == 1, -logits, logits)).astype(np.float32)
    return loss


def parts_of(truth: Floats, count: int) -> Whole:
    """Return the part of each row, such that rows with the same labels are spread evenly."""
    order = np.lexsort(truth.T)
    parts = np.empty(len(truth), np.int64)
    parts[order] = np.arange(len(truth)) % count
    return parts
