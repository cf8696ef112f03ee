"""Texts whose names are marked or listed are read with where each name stands."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.errors import CodebookError
from training.name_marks import KINDS, UNKNOWN, read_name_lists, read_name_sentences


def test_marks_tell_where_names_stand(tmp_path: Path) -> None:
    marked = "[Orlan|L] dam held\n[Ana Ruiz|P] of [Norvex|O] said so.\n\n[Ruiz|P] left.\n"
    (tmp_path / "a.txt").write_text(marked, "utf-8")
    first, second = read_name_sentences(tmp_path)
    assert first.text == "Orlan dam held\nAna Ruiz of Norvex said so."
    assert [(span.of(first.text), kind) for span, kind in first.names] == [
        ("Orlan", "L"),
        ("Ana Ruiz", "P"),
        ("Norvex", "O"),
    ]
    assert (second.id, second.text) == ("a:4", "Ruiz left.")


@pytest.mark.parametrize("line", ["[Ana|Q] left.", "[Ana|P left.", "Ana|P] left.", "Ana [left]."])
def test_a_broken_mark_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(f"[Ana|P] came.\n{line}\n", "utf-8")
    with pytest.raises(CodebookError, match="2"):
        list(read_name_sentences(tmp_path))


def test_a_broken_list_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("### news-war/x\nP Ana\nAna Ruiz\n", "utf-8")
    with pytest.raises(CodebookError, match="3"):
        list(read_name_lists(tmp_path))


def test_listed_names_stand_in_their_groups_the_longest_first() -> None:
    items = list(read_name_lists())
    assert len(items) > 1_400
    for item in items:
        spans = sorted(span for span, _ in item.names)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    kinds = Counter(kind for item in items for _, kind in item.names)
    assert set(kinds) <= {*KINDS, UNKNOWN}
    assert kinds[UNKNOWN] < 50


def test_every_kind_is_marked_often_and_no_item_twice() -> None:
    items = list(read_name_sentences())
    kinds = Counter(kind for item in items for _, kind in item.names)
    assert {kind: kinds[kind] for kind in KINDS if kinds[kind] < 300} == {}
    texts = Counter(item.text for item in items)
    assert [text for text, count in texts.items() if count > 1] == []
