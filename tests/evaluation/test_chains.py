"""The measures of coreference, and the scorer of marked passages."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.chains import read_passage, score_chains
from evaluation.coreference import assignment, b_cubed, ceaf_e, conll, muc

_WANTED: list[set[str]] = [set("ABC"), set("DEFG")]
_FOUND: list[set[str]] = [set("AB"), set("CD"), set("FGHI")]


def test_chains_against_themselves_are_perfect() -> None:
    assert conll(_WANTED, _WANTED) == 1.0


def test_the_example_of_the_reference_scorers_paper() -> None:
    # Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions", figure 1.
    assert muc(_WANTED, _FOUND).f1 == pytest.approx(0.4)
    found = b_cubed(_WANTED, _FOUND)
    assert found.right / found.found == pytest.approx(0.5)
    assert found.met / found.wanted == pytest.approx(35 / 84)
    assert ceaf_e(_WANTED, _FOUND).f1 == pytest.approx(0.52)


def test_nothing_found_is_worth_nothing() -> None:
    assert conll(_WANTED, []) == 0.0


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=1, max_size=4
        )
    )
)
def test_an_assignment_is_the_best_there_is(worth: list[list[int]]) -> None:
    rows, columns = len(worth), len(worth[0])
    small, large = sorted((rows, columns))
    best = max(
        sum(worth[r][c] if rows <= columns else worth[c][r] for r, c in enumerate(chosen))
        for chosen in permutations(range(large), small)
    )
    assert assignment(worth) == pytest.approx(best)


def test_marks_are_read_nested_and_with_their_needs() -> None:
    passage = read_passage("# published: 2021-05-03\n\n[[Her|kal] rival|or] left, [he|or!] said.")
    assert passage.text == "Her rival left, he said."
    assert passage.published == "2021-05-03"
    assert passage.ends == {3: "kal", 9: "or", 18: "or"}
    assert passage.needed == {18}


@pytest.mark.parametrize("marked", ["[He left.", "He|or] left.", "[|or] left."])
def test_brackets_that_do_not_match_are_told(marked: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        read_passage(marked)


def test_passages_are_scored_apart_from_held_ones(tmp_path: Path) -> None:
    text = "[Omid Karimi|karimi] resigned on Monday. [He|karimi!] said no more."
    (tmp_path / "one.txt").write_text(text, "utf-8")
    (tmp_path / "two-held.txt").write_text(text.replace("He|karimi", "He|other"), "utf-8")
    found = {m.name: m.value for m in score_chains("chains", tmp_path)[0]}
    assert (found["conll_f1"], found["speaker_needed"]) == (1.0, 1.0)
    assert found["held_speaker_needed"] == 0.0
