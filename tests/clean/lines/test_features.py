"""What a line of a dump is described by."""

from __future__ import annotations

import pytest

from dateline.clean.lines.features import describe
from dateline.clean.units import cut_units
from dateline.sources.page import page_of_text


def _described(*lines: str) -> dict[str, list[float]]:
    """Return the features of a dump's lines."""
    units = cut_units(page_of_text("\n".join(lines), path="dump.txt"))
    return {name: list(column) for name, column in describe(units).columns.items()}


@pytest.mark.parametrize(
    ("name", "line", "value"),
    [
        ("words", "The bridge was closed.", 4.0),
        ("final", "The bridge was closed.", 1.0),
        ("final", "Bridge closed", 0.0),
        ("final", "橋は月曜日に閉鎖された。", 1.0),
        ("capitals", "Bridge Closed again", 2 / 3),
        ("shouted", "AB cd", 0.5),
        ("digits", "12ab", 0.5),
        ("commas", "a, b, c", 2 / 3),
        ("sentences", "It rained. The river rose. “Run!” he said.", 2.0),
        ("cut_off", "The river burst its …", 1.0),
        ("bullet", "• A tunnel", 1.0),
        ("telling", "Officials said so yesterday", 0.5),
        ("dateline", "OSLO (AP) - The river rose.", 1.0),
        ("end_mark", "12 comments", 1.0),
    ],
)
def test_a_line_is_described_by_itself(name: str, line: str, value: float) -> None:
    assert _described(line)[name][0] == pytest.approx(value)


def test_a_line_without_blanks_between_its_words_counts_its_letters() -> None:
    assert _described("激しい雨で川があふれ旧市街の橋は月曜日に閉鎖された")["words"] == [8.0]


def test_a_line_that_stands_twice_is_repeated() -> None:
    assert _described("Home", "Bridge closed", "Home")["repeated"] == [1.0, 0.0, 1.0]


def test_the_topic_of_a_line_is_what_other_long_lines_speak_of() -> None:
    long = "The swing bridge of Averby was closed on Monday after engineers had found cracks in it."
    found = _described("Averby bridge", "Herring prices", long, f"{long} Again.")
    assert found["topic"][0] == 1.0
    assert found["topic"][1] == 0.0
    assert found["topic"][2] == 1.0  # The other long line says the same.
