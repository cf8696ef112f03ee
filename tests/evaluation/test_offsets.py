"""A page whose text and markup disagree is found out, and one that agrees is left alone."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.model import Page, Span
from dateline.sources.page import page_of_html
from evaluation.offsets import piece_fault, score_offsets, words_outside

MARKUP = """<p>The ferry&nbsp;sank,
  Caf&eacute <b>Orl&amp;n</b><span hidden> of old</span><script>x()</script> said &NotEqualTilde;."""


def page(markup: str = MARKUP) -> Page:
    return page_of_html(markup, path="page.html")


def fault(changed: Page) -> str:
    return piece_fault(changed, changed.pieces[0]) or ""


def test_what_the_renderer_makes_has_no_fault() -> None:
    assert "Café Orl&n said" in page().text
    assert fault(page()) == ""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (page().text.replace("ferry", "ferrx"), "reads 'y&nbsp;sank"),
        (page().text.replace("é", "è"), "reads '&eacute"),
        (page().text.replace("n said", "n\u00a0said"), "reads"),
    ],
)
def test_a_letter_that_the_markup_does_not_have_is_a_fault(changed: str, told: str) -> None:
    assert told in fault(replace(page(), text=changed))


def test_a_word_that_is_passed_over_is_a_fault() -> None:
    markup = "<p>The ferry <b>sank</b> on Monday."
    (piece,) = page(markup).pieces
    cut = replace(
        page(markup),
        text="The ferry on Monday.",
        pieces=(replace(piece, span=Span(0, len("The ferry on Monday."))),),
        anchors=((0, 3), (len("The ferry "), markup.index("on Monday"))),
    )
    assert fault(cut) == "'sank' is passed over before 'on Monday.'"


def test_a_place_before_the_last_one_is_a_fault() -> None:
    seen = page("<p>so so")
    assert "stands before" in fault(replace(seen, anchors=((0, 3), (3, 3))))


def test_words_in_no_piece_are_told() -> None:
    seen = page("<p>One<p>Two")
    assert words_outside(seen) == ""
    assert words_outside(replace(seen, pieces=seen.pieces[:1])) == "Two"


def test_a_folder_is_scored_by_page_and_by_piece(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.html.gz").write_bytes(gzip.compress(b"<p>The ferry sank.<p>So."))
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"<script>nothing()</script>"))
    measures, misses = score_offsets("saved", tmp_path)
    assert [str(measure) for measure in measures] == [
        "saved/offsets 0.500 n=2",
        "saved/offsets_pieces 1.000 n=2",
    ]
    assert misses == ["offsets: b.html: a page with no text"]
