"""Stretches of words are found in texts wherever they stand."""

from __future__ import annotations

import pytest

from dateline.clean.elements.stretches import plain_words, stretches_in

_TEXT = "officials said the dam held and nobody was hurt when the water rose again"


@pytest.mark.parametrize(
    "stretch",
    [
        "said the dam held and nobody",
        "aid the dam held and no",
        "officials said the dam held",
        "when the water rose again",
        "dam held",
        "eld and nobod",
        _TEXT,
    ],
)
def test_a_stretch_is_found_even_if_it_parts_words(stretch: str) -> None:
    assert list(stretches_in([stretch], ["the mill", _TEXT])) == [(stretch, _TEXT)]


@pytest.mark.parametrize(
    "stretch",
    [
        "said the dam held but nobody",
        "said the dam burst and nobody was hurt",
        "the water rose again and again",
        "two officials said the dam held",
        "dam burst",
    ],
)
def test_a_stretch_that_says_more_is_not_found(stretch: str) -> None:
    assert list(stretches_in([stretch], [_TEXT])) == []


def test_words_are_compared_without_marks_and_capitals() -> None:
    assert plain_words("“The dam held,” said A. Roe_2.") == "the dam held said a roe 2"
