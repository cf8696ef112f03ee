"""Lines are as wide as they look, and text from a page can't steer the terminal."""

from __future__ import annotations

import pytest

from dateline.serve.typeset import Ink, Run, columns, one_line, padded, set_runs, wrapped


@pytest.mark.parametrize(
    ("text", "width"), [("plain", 5), ("東京で洪水", 10), ("é", 1), ("e\u0301", 1), ("ﾊﾝ", 2)]
)
def test_a_character_takes_the_columns_that_it_takes_on_screen(text: str, width: int) -> None:
    assert columns(text) == width


def test_no_line_is_wider_than_asked() -> None:
    lines = wrapped("水 " * 30 + "unbroken" * 20 + " 東京" * 30, 20)
    assert max(map(columns, lines)) <= 20
    assert "".join("".join(lines).split()) == "水" * 30 + "unbroken" * 20 + "東京" * 30


def test_a_line_is_filled_to_its_last_column() -> None:
    assert wrapped("aaa bbb ccc", 7) == ["aaa bbb", "ccc"]


def test_a_word_that_is_half_marked_stays_one_word() -> None:
    assert set_runs([Run("in "), Run("Beira", "4"), Run(", he said")]) == ["in Beira, he said"]


def test_a_kept_run_is_not_broken() -> None:
    lines = set_runs([Run("some words "), Run("A title", kept=True)], width=14)
    assert lines == ["some words", "A title"]


def test_colours_are_codes_and_plain_ink_has_none() -> None:
    runs = [Run("warned sharply", "1")]
    assert set_runs(runs, ink=Ink(colour=True)) == ["\x1b[1mwarned sharply\x1b[0m"]
    assert set_runs(runs) == ["warned sharply"]


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x9b31m", "\u202e", "\u2028", "\x07", "\ud800"])
def test_steering_characters_are_shown_not_obeyed(hostile: str) -> None:
    assert hostile[0] not in one_line(f"a{hostile}b")
    assert all(hostile[0] not in line for line in wrapped(f"a{hostile}b", 40))


def test_no_text_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]
    assert padded("水", 4) == "水  "
