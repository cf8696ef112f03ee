"""What was learned of pages, as it is read and weighed."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.clean.weights import Forest, read_forest, read_weights, shipped_weights

_TREES = {"features": ["words", "final"], "trees": ["0<14.5 -2 1<0.5 0.5 1.5", "0.25"]}


def _forest() -> Forest:
    """Return two trees, one of them a leaf."""
    return read_forest(_TREES)


@pytest.mark.parametrize(
    ("words", "final", "total"),
    [(3.0, 1.0, -1.75), (14.5, 1.0, -1.75), (30.0, 0.0, 0.75), (30.0, 1.0, 1.75)],
)
def test_a_forest_adds_up_what_its_trees_say(words: float, final: float, total: float) -> None:
    found = _forest().likelihoods({"words": np.array([words]), "final": np.array([final])})
    assert found[0] == pytest.approx(1 / (1 + np.exp(-total)))


def test_weights_are_read_from_text() -> None:
    table = 'features = ["words"]\ntrees = ["0<1.5 -1 1"]\n'
    grove = 'features = ["words"]\nedges = ["2.5"]\nleaves = ["-1 1"]\nbias = ["0"]\n'
    found = read_weights(f"[first]\n{table}[again]\n{table}", f"[first]\n{grove}")
    assert found.lines.depth == 1
    assert found.again.features == ("words",)
    assert list(found.units) == ["first"]


def test_the_shipped_weights_are_read_once() -> None:
    assert shipped_weights() is shipped_weights()
    assert "likely" in shipped_weights().again.features
