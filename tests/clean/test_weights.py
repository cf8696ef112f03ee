"""What was learned of pages, as it is read and weighed."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.clean.grove import read_grove
from dateline.clean.weights import read_weights, shipped_weights

_GROVE = {
    "features": ["words final", "words words"],
    "edges": ["14.5 0.5", "2.5 9.5"],
    "leaves": ["-2 -1 0.5 1.5", "0.25 0.25 0.5 1"],
    "bias": ["0.1"],
}


@pytest.mark.parametrize(
    ("words", "final", "total"),
    [(2.0, 1.0, -0.65), (14.5, 0.0, -0.9), (30.0, 0.0, 1.6), (30.0, 1.0, 2.6)],
)
def test_a_grove_adds_up_what_its_trees_say(words: float, final: float, total: float) -> None:
    found = read_grove(_GROVE).likely({"words": np.array([words]), "final": np.array([final])})
    assert found[0] == pytest.approx(1 / (1 + np.exp(-total)))


def test_weights_are_read_from_text() -> None:
    grove = 'features = ["words"]\nedges = ["2.5"]\nleaves = ["-1 1"]\nbias = ["0"]\n'
    found = read_weights(f"[first]\n{grove}[second]\n{grove}", f"[first]\n{grove}")
    assert list(found.lines) == ["first", "second"]
    assert list(found.units) == ["first"]


def test_the_shipped_weights_are_read_once() -> None:
    assert shipped_weights() is shipped_weights()
    assert "likely" in shipped_weights().lines["second"].names


def test_rows_are_weighed_alike_in_any_company() -> None:
    grove, words = read_grove(_GROVE), np.arange(3_000.0) % 40
    columns = {"words": words, "final": words % 2}
    together = grove.likely(columns)
    for row in (0, 1_023, 1_024, 2_999):
        alone = grove.likely({name: column[row : row + 1] for name, column in columns.items()})
        assert together[row] == alone[0]
