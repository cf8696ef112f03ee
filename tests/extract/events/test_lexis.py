"""Which words of a codebook's examples a text holds."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.extract.events.lexis import lexis_of

TEXTS = ["Dockers walked out.", "Bakers walked out.", "Dockers went home."]


def test_words_of_several_examples_count_and_rarer_ones_more() -> None:
    lexis = lexis_of([*TEXTS, "They walked."])
    assert list(lexis.places) == ["walked", "dockers", "out"]
    row = lexis.row(["Dockers walked away"])
    assert row[lexis.places["dockers"]] > row[lexis.places["walked"]] > 0
    assert float(np.square(row).sum()) == pytest.approx(1)


def test_a_text_of_unknown_words_has_a_row_of_nought() -> None:
    assert not lexis_of(TEXTS).row(["Nobody", "knows"]).any()


def test_the_tokens_of_a_text_share_what_its_words_bring() -> None:
    lexis = lexis_of(TEXTS)
    head = np.arange(1, 4, dtype=np.float32)
    tokens = ["Dockers", "have", "walked", "out", "."]
    brought = lexis.shares(tokens, head)
    assert float(brought.sum()) == pytest.approx(float(lexis.row(tokens) @ head))
    assert brought[[1, 4]].tolist() == [0, 0]


def test_no_examples_have_no_words() -> None:
    assert lexis_of([]).rows(["Dockers walked out."]).shape == (1, 0)
