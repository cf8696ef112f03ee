"""Retold articles: marks that name acts of the first report, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import CodebookError
from training.retellings import Retelling, read_retellings

ARTICLE = """## port | wire
{Guards|A1} {took|1=COERCE/arrest:happened} {the cook|R1} and {searched|2=COERCE:happened} the hold.
The ship is old.
{The cook|A1} {denied|1=REJECT:happened} it.
"""


def told_again(tmp_path: Path, *lines: str) -> Retelling:
    """Return the retelling of these lines."""
    for name in ("corpus", "retold"):
        (tmp_path / name).mkdir()
    (tmp_path / "corpus" / "story-sea.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "retold" / "story-sea.txt").write_text("\n".join(("## port", *lines)), "utf-8")
    (told,) = read_retellings(tmp_path / "retold", tmp_path / "corpus")
    return told


def test_a_word_names_acts_of_the_article_or_another(tmp_path: Path) -> None:
    told = told_again(tmp_path, "A {search|1.2} led to an {arrest|1.1}; a mate {fled|0}.")
    (sentence,) = told.retold
    assert sentence.text == "A search led to an arrest; a mate fled."
    words = [(sentence.text[at:].split(";")[0].split()[0], acts) for at, acts in sentence.acts]
    assert words == [("search", {"1.2"}), ("arrest", {"1.1"}), ("fled.", frozenset())]
    assert [len(sentence.acts) for sentence in told.article] == [2, 0, 1]


def test_what_is_said_may_hold_acts(tmp_path: Path) -> None:
    told = told_again(tmp_path, "The cook said {nobody had {searched|1.2} anything|S3}.")
    assert told.retold[0].text == "The cook said nobody had searched anything."
    assert told.retold[0].acts == ((25, frozenset({"1.2"})),)


@pytest.mark.parametrize(
    "line",
    [
        "They {took|2.1} him.", "They {took|x} him.", "They {took|1.1 him.", "They took} him.",
        "They {took} him.", "They {took|1.1|1.2} him.",
    ],
)  # fmt: skip
def test_a_broken_mark_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(CodebookError) as problem:
        told_again(tmp_path, "A quiet day.", line)
    assert problem.value.line == 3


def test_a_group_that_no_article_has_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(CodebookError) as problem:
        told_again(tmp_path, "A quiet day.", "", "## prot", "A loud one.")
    assert problem.value.line == 4
