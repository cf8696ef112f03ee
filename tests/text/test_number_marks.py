"""How a report marks thousands and decimals, told by its own numbers."""

from __future__ import annotations

import pytest

from dateline.text.number_marks import ENGLISH, Marks, marks_of
from tests.build import read_text

LEAD = "Fair in the valley\n\nThe fair ended in the night. "


def numbers(text: str) -> list[tuple[str, float | None]]:
    """Return the numbers of a body sentence with their words."""
    report = read_text(LEAD + text, upto="numbers")
    return [(n.span.of(report.text), n.low) for n in report.numbers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor counted 60.000 guests.", [("60.000", 60_000)]),
        ("Sales fell 2,8 % and 1.200 stalls closed.", [("2,8 %", 2.8), ("1.200", 1_200)]),
        ("The herders lost 12 300 goats.", [("12 300", 12_300)]),
        ("The herders lost 12\u202f300 goats.", [("12\u202f300", 12_300)]),
        ("Losses came to 4,5 million euros.", [("4,5 million euros", 4_500_000)]),
        ("Some 1.250.000 eels died.", [("Some 1.250.000", 1_250_000)]),
    ],
)
def test_a_report_with_other_marks_is_read_by_them(
    text: str, found: list[tuple[str, float]]
) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The boat carried 3.125 tonnes.", [("3.125", 3.125)]),
        ("Some 12,300 guests left and 22.500 tonnes came.",
         [("Some 12,300", 12_300), ("22.500", 22.5)]),
    ],
)  # fmt: skip
def test_english_marks_stay(text: str, found: list[tuple[str, float]]) -> None:
    assert numbers(text) == found


def test_a_list_of_numbers_is_no_decimal() -> None:
    assert marks_of("Lots 1,2 and 3 were sold.") == Marks(blank=True)


def test_one_english_number_makes_a_report_english() -> None:
    assert marks_of("It cost 2,800 euros. The roof weighs 9.000 kilos.") == ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        "The doors opened at nine o'clock.",
        "It was half past two.",
        "The wind turned at three in the morning.",
        "22.02 BST The doors opened.",
        "A 5.6 quake shook the hills.",
    ],
)
def test_clocks_and_magnitudes_count_nothing(text: str) -> None:
    assert numbers(text) == []
