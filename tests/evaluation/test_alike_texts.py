"""Texts of one topic: which tell of one event."""

from __future__ import annotations

import numpy as np

from evaluation.alike_texts import group_alike, link_alike


def test_texts_are_told_apart_by_what_they_do_not_all_share() -> None:
    texts = {
        "a": "The ferry to Lamu sank after it hit a reef.",
        "b": "A reef holed the ferry off Lamu.",
        "c": "The ferry to Kisumu burned after an oil leak.",
        "d": "Oil burned on the ferry at Kisumu.",
    }
    assert sorted(map(sorted, group_alike(texts))) == [["a", "b"], ["c", "d"]]


def test_groups_join_while_they_are_alike_on_average() -> None:
    likeness = np.array([[1.0, 0.9, 0.5], [0.9, 1.0, 0.1], [0.5, 0.1, 1.0]])
    assert sorted(map(sorted, link_alike(likeness, 0.4))) == [[0, 1], [2]]
    assert sorted(map(sorted, link_alike(likeness, 0.3))) == [[0, 1, 2]]
