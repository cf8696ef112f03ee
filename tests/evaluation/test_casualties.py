"""How casualties of a release are counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import casualties
from evaluation.casualties import count_of, score_casualties
from evaluation.reading import plain_report, read_upto

RELEASE = (
    "An army patrol killed two insurgents and captured a smuggler and several of his aides on"
    " Monday. The two insurgents were killed when they opened fire. The smuggler and several"
    " associates were detained."
)


def _folder(folder: Path, killed: int, captured: int) -> Path:
    """Write one release and return its folder."""
    gold = {"min_killed": killed, "min_captured": captured}
    row = json.dumps({"text": RELEASE, "gold": gold})
    (folder / "isaf_test_half.jsonl").write_text(row + "\n", "utf-8")
    return folder


def test_gold_against_gold_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = {"killed": 7, "arrested": 9}
    monkeypatch.setattr(casualties, "count_of", lambda _, measure: gold[measure])
    measures, misses = score_casualties("c", _folder(tmp_path, 7, 9))
    assert [(measure.name, measure.value) for measure in measures] == [
        ("killed_exact", 1.0),
        ("arrested_exact", 1.0),
    ]
    assert misses == []


def test_nobody_is_counted_twice(tmp_path: Path) -> None:
    measures, _ = score_casualties("c", _folder(tmp_path, 2, 4))
    assert [measure.value for measure in measures] == [1.0, 1.0]


def test_a_wrong_count_is_a_miss(tmp_path: Path) -> None:
    measures, misses = score_casualties("c", _folder(tmp_path, 3, 4))
    assert [measure.value for measure in measures] == [0.0, 1.0]
    assert misses[0].startswith("killed_exact: 2 for 3")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The patrol detained two men, including a smuggler.", 2),
        ("The patrol detained a smuggler. It also detained two men.", 3),
        ("The patrol searched the village to detain a smuggler.", 0),
        ("The patrol detained more than 30 men.", 31),
        ("The patrol detained numerous insurgents.", 4),
        ("Police detained one of his aides.", 1),
    ],
)
def test_who_is_captured(text: str, count: int) -> None:
    assert count_of(read_upto(plain_report(text), "figures"), "arrested") == count
