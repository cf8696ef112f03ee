"""What is learned from a small codebook, how well, and where it is unclear."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dateline.errors import CodebookError
from dateline.extract.events.gist import gist_of, gists, read_texts, shares
from dateline.extract.events.taught import Taught
from dateline.knowledge.userbook import open_userbook
from dateline.learning.doubts import doubts
from dateline.learning.logistic import fit, parts_of, sigmoid
from dateline.learning.stored import open_taught, save_taught
from dateline.learning.teach import teach
from tests.learning.build import write_codebook


def rewrite(folder: Path, change: Callable[[list[list[str]]], object]) -> None:
    """Change the rows of a codebook's examples."""
    file = folder / "examples.csv"
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table))
    change(rows)
    with file.open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows(rows)


def told(taught: Taught, *texts: str) -> NDArray[np.bool_]:
    """Return which labels texts are told to hold."""
    return taught.held(gists(texts, "plover"), taught.lexis.rows(texts))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_codebook(tmp_path / "trade")


def test_eight_examples_a_category_tell_new_sentences_apart(folder: Path) -> None:
    taught = teach(open_userbook(folder), "plover").taught
    held = told(
        taught,
        "Postal workers went on strike for higher wages.",
        "Fuel leaked from a barge into the harbour.",
        "The brewer acquired its competitor.",
        "The library will show old photographs.",
    )
    assert taught.labels == ("SPILL", "STOPPAGE", "TAKEOVER")
    assert held.tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 0]]


def test_learning_twice_gives_the_same_numbers(folder: Path) -> None:
    one, other = (teach(open_userbook(folder), "plover").taught for _ in range(2))
    assert np.array_equal(one.heads, other.heads)
    assert np.array_equal(one.thresholds, other.thresholds)


def test_a_codebook_without_texts_of_none_says_that_each_holds_something(tmp_path: Path) -> None:
    folder = write_codebook(tmp_path / "trade", none=False)
    taught = teach(open_userbook(folder), "plover").taught
    assert taught.always
    assert told(taught, "It rained.").sum() >= 1


def test_too_few_examples_are_told(folder: Path) -> None:
    rewrite(folder, lambda rows: rows.__delitem__(slice(8, None)))
    with pytest.raises(CodebookError, match="no category has 4 examples"):
        teach(open_userbook(folder), "plover")


def test_modes_have_heads_of_their_own(folder: Path) -> None:
    (folder / "spill.toml").write_text('code = "SPILL"\nmeans = "x"\nmodes = ["oil"]\n', "utf-8")

    def split(rows: list[list[str]]) -> None:
        for row in rows:
            if row[1] == "SPILL" and any(w in row[0] for w in ("oil", "Diesel")):
                row[1] = "SPILL/oil"

    rewrite(folder, split)
    assert "SPILL/oil" in teach(open_userbook(folder), "plover").taught.labels


# --------------------------------------------------------------------------------- what is kept


def test_what_is_kept_is_what_was_learned(folder: Path) -> None:
    taught = teach(open_userbook(folder), "plover").taught
    save_taught(folder, taught, "plover")
    again = open_taught(folder, "plover")
    assert again.labels == taught.labels
    assert np.array_equal(again.heads, taught.heads)


def test_heads_of_other_examples_are_refused(folder: Path) -> None:
    save_taught(folder, teach(open_userbook(folder), "plover").taught, "plover")
    rewrite(folder, lambda rows: rows.pop())
    with pytest.raises(CodebookError, match="from other examples than these: run `dateline train"):
        open_taught(folder, "plover")


def test_heads_of_another_encoder_are_refused(folder: Path) -> None:
    save_taught(folder, teach(open_userbook(folder), "plover").taught, "plover")
    told = folder / "heads.json"
    text = told.read_text("utf-8")
    told.write_text(text.replace('"encoder_sha256": "', '"encoder_sha256": "0'), "utf-8")
    with pytest.raises(CodebookError, match="another encoder than this"):
        open_taught(folder, "plover")


@pytest.mark.parametrize(
    ("file", "data", "reason"),
    [
        ("heads.json", None, "is not there: run `dateline train"),
        ("heads.json", b"{", "can't be read"),
        ("heads.json", b"[]", "holds no labels"),
        ("heads.npz", None, "can't be read"),
        ("heads.npz", b"PK broken", "can't be read"),
    ],
)
def test_broken_heads_are_one_clear_line(
    folder: Path, file: str, data: bytes | None, reason: str
) -> None:
    save_taught(folder, teach(open_userbook(folder), "plover").taught, "plover")
    if data is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(data)
    with pytest.raises(CodebookError, match=reason):
        open_taught(folder, "plover")


# -------------------------------------------------------------------------------------- doubts


def test_a_clean_codebook_has_no_doubts(folder: Path) -> None:
    userbook = open_userbook(folder)
    assert list(doubts(teach(userbook, "plover"), userbook.examples)) == []


def test_an_example_with_another_label_looks_mislabelled(folder: Path) -> None:
    def mix_up(rows: list[list[str]]) -> None:
        (row,) = (row for row in rows if row[0].startswith("Dockers in Mombasa"))
        row[1] = "SPILL"

    rewrite(folder, mix_up)
    userbook = open_userbook(folder)
    (line,) = doubts(teach(userbook, "plover"), userbook.examples)
    assert line.startswith("mislabelled? examples.csv:")
    assert "SPILL" in line
    assert "it looks like STOPPAGE: Dockers in Mombasa" in line


def test_categories_that_come_together_overlap(folder: Path) -> None:
    def both(rows: list[list[str]]) -> None:
        for row in rows:
            row[1] = row[1].replace("STOPPAGE", "STOPPAGE;TAKEOVER").replace("SPILL", "SPILL")

    rewrite(folder, both)
    userbook = open_userbook(folder)
    found = list(doubts(teach(userbook, "plover"), userbook.examples))
    assert any("overlap: 8 of 16 examples of STOPPAGE and TAKEOVER hold both" in f for f in found)


# ------------------------------------------------------------------------------------- numbers


def test_a_fit_is_where_the_slope_is_flat() -> None:
    rows = np.array([[0, 1], [1, 1], [2, 1], [3, 1]], np.float32)
    truth = np.array([[0], [0], [1], [1]], np.float32)
    counts, strength = np.ones_like(truth), np.array([0.5], np.float32)
    weights = fit(rows, truth, counts, strength)
    slope = rows.T @ (sigmoid(rows @ weights) - truth)
    assert slope[:, 0] + [0.5 * weights[0, 0], 1e-3 * weights[1, 0]] == pytest.approx(
        [0, 0], abs=1e-2
    )


def test_parts_hold_the_labels_evenly() -> None:
    truth = np.array([[1, 0]] * 10 + [[0, 1]] * 5, np.float32)
    parts = parts_of(truth, 5)
    assert [int(truth[parts == part, 0].sum()) for part in range(5)] == [2] * 5
    assert [int(truth[parts == part, 1].sum()) for part in range(5)] == [1] * 5


def test_the_shares_of_words_add_up_to_what_a_head_makes_of_the_row() -> None:
    ((reading,),) = read_texts(["Dockers in Mombasa walked out on Monday."], "plover")
    row = gist_of([reading])
    head = np.linspace(-1, 1, len(row)).astype(np.float32)
    centre = np.zeros_like(row)
    assert float(shares(reading, head, centre).sum()) == pytest.approx(float(row @ head), abs=0.05)


def test_a_long_text_is_read_whole() -> None:
    long = "The mayor met a delegation. " * 60 + "Oil leaked into the bay."
    stretches = next(iter(read_texts([long], "plover")))
    assert len(stretches) > 1
    assert sum(len(reading.vectors) for reading in stretches) == 60 * 6 + 6
