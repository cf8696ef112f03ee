"""The rivals: what is handed to them, and that each still extracts."""

from __future__ import annotations

import pytest

from evaluation.rivals import all_lines, as_paragraphs, dump_rivals, missing_rivals, page_rivals

_BODY = (
    "The river burst its banks above the old mill on Monday, and crews moved families from "
    "forty houses to the school while engineers checked the bridge. "
)
_PAGE = (
    "<html><head><title>River bursts its banks</title></head><body><ul><li><a href='/'>Home</a>"
    f"</li></ul><article><h1>River bursts its banks</h1><p>{_BODY * 2}</p><p>{_BODY * 3}</p>"
    "</article></body></html>"
)


def test_blank_lines_part_the_paragraphs_of_a_dump() -> None:
    markup = as_paragraphs("The river\nrose.\n \nThe dam held.\n")
    assert markup.count("<p>") == 2
    assert "<p>The river\nrose.</p>" in markup


def test_each_line_is_a_paragraph_where_no_line_is_blank() -> None:
    assert as_paragraphs("The river rose.\nThe dam held.").count("<p>") == 2


def test_what_looks_like_markup_in_a_dump_is_text() -> None:
    assert "<p>5 &lt; 6 &amp; 7</p>" in as_paragraphs("5 < 6 & 7")


@pytest.mark.parametrize("name", sorted(page_rivals()))
def test_an_extractor_of_pages_finds_the_article(name: str) -> None:
    assert "engineers checked the bridge" in page_rivals()[name](_PAGE)


def test_all_lines_is_the_dump_itself() -> None:
    assert all_lines("Home\nThe dam held.") == "Home\nThe dam held."


def test_a_missing_rival_is_measured_nowhere() -> None:
    assert set(missing_rivals()).isdisjoint({*page_rivals(), *dump_rivals()})
