"""Stories told twice with figures: their marks, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import CodebookError
from training.count_stories import CountSentence, read_count_stories

STORY = """## flood
A: Flood kills [at least 47|dead] in Beira
B: The toll had risen to [61|dead], among them [14 children|children].

## fire
A: Nobody counted.
"""


def stories(tmp_path: Path, text: str) -> list[tuple[CountSentence, ...]]:
    (tmp_path / "sea.txt").write_text(text, "utf-8")
    return list(read_count_stories(tmp_path))


def test_a_number_is_known_by_its_key(tmp_path: Path) -> None:
    flood, fire = stories(tmp_path, STORY)
    assert [one.report for one in flood] == ["A", "B"]
    told = [(span.of(one.text), key) for one in flood for span, key in one.figures]
    assert told == [("at least 47", "dead"), ("61", "dead"), ("14 children", "children")]
    assert fire[0].text == "Nobody counted."


@pytest.mark.parametrize("line", ["C: Of another.", "A: Flood kills [47] in Beira", "A: 47|dead]"])
def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(CodebookError) as problem:
        stories(tmp_path, f"{STORY}{line}\n")
    assert problem.value.line == 7
