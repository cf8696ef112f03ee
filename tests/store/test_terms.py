"""The words that search compares."""

from __future__ import annotations

import pytest

from dateline.store.terms import as_searched, folded, report_terms, terms
from tests.weaving.reports import make_report


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("The ferries sank", "ferry sank"),
        ("Erdoğan’s visit", "erdogan visits"),
        ("1,200 soldiers", "1,200 soldier"),
        ("fires and waves", "fire wave"),
        ("of the and", ""),
    ],
)
def test_words_meet_in_their_stems(text: str, alike: str) -> None:
    assert terms(text) == terms(alike)


def test_a_word_of_the_title_counts_three_times() -> None:
    counts = report_terms(make_report("a", "Dyke breaks", "The dyke gave way."))
    assert counts["dyk"] == 4


def test_a_stem_is_found_whole_and_by_itself() -> None:
    column = as_searched("Dykes broke")
    assert f" {terms('dyke')[0]} " in column
    assert " dy " not in column


def test_what_an_index_can_not_hold_is_cut() -> None:
    assert len(folded("x" * 5000)) == len(terms("x" * 5000)[0]) == 200
