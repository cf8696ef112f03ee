"""Lines that their wording alone gives away."""

from __future__ import annotations

import pytest

from dateline.clean.wording import pitch_score, shape_of
from dateline.knowledge.vocabulary import words

_TABLES = {rule: table for rule, table in words("furniture").items() if "patterns" in table}


@pytest.mark.parametrize(
    ("rule", "line"), [(rule, line) for rule, table in _TABLES.items() for line in table["yes"]]
)
def test_each_shape_matches_the_lines_it_is_for(rule: str, line: str) -> None:
    found = shape_of(line)
    assert found is not None
    assert found == (_TABLES[rule]["label"][0], rule)


@pytest.mark.parametrize("line", [line for table in _TABLES.values() for line in table["no"]])
def test_a_sentence_that_begins_like_furniture_has_no_shape(line: str) -> None:
    assert shape_of(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sign up to our daily newsletter and get the harbour's news in your inbox.",
        "Download our app from the App Store to never miss an alert.",
        "Create an account or sign in to go on reading with your free articles per month.",
    ],
)
def test_an_appeal_to_the_reader_is_a_pitch(text: str) -> None:
    assert pitch_score(text) >= 1.5


@pytest.mark.parametrize(
    "text",
    [
        "The ministry sent the figures by e-mail on Tuesday.",
        '"Sign up for our newsletter and get your free daily alert today!" the poster read.',
        "Farmers can register now for aid, the governor said.",
    ],
)
def test_a_sentence_of_news_is_no_pitch(text: str) -> None:
    assert pitch_score(text) < 1.5
