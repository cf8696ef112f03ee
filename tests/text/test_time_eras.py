"""Which words count years before our era or centuries."""

from __future__ import annotations

import pytest

from tests.build import read_text

LEAD = "The old harbour\n\nThe port of Osmara has two moles. "


def values(text: str) -> list[tuple[str, str]]:
    """Return the words and value of each time of a body sentence."""
    report = read_text(LEAD + text, upto="times")
    return [(time.span.of(report.text), time.value) for time in report.times]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mole was built in 480 BC.", "480 BC", "BC0480"),
        ("The mole was built in early 480 BCE.", "early 480 BCE", "BC0480"),
        ("The mole was built in the 490s BC.", "the 490s BC", "BC049"),
        ("The mole was built in August 480 BC.", "August 480 BC", "BC0480-08"),
        ("The mole was built in the nineteenth century.", "the nineteenth century", "18"),
        ("The mole was built in the 5th century BC.", "the 5th century BC", "BC04"),
    ],
)
def test_an_era_has_a_value(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_a_bare_number_is_a_year_where_the_text_counts_before_our_era() -> None:
    assert ("479", "BC0479") in values("The mole was built in 480 BC. It burnt down in 479.")


def test_a_bare_number_is_no_year_elsewhere() -> None:
    assert values("The rebels were expelled in 479.") == []


def test_a_number_that_counts_is_no_year_even_there() -> None:
    found = values("The mole was built in 480 BC. It was paid for in 300 villages.")
    assert [value for _, value in found] == ["BC0480"]
