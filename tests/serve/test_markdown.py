"""The brief as Markdown: for pasting, with footnotes, and safe whatever a page says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dateline.model import Brief
from dateline.serve.markdown import draw_markdown, escaped
from tests.serve import sample


def test_a_line_calls_its_footnotes() -> None:
    text = draw_markdown(sample.story())
    assert "- A flood in Beira killed people.[^A1][^B1]\n" in text


def test_each_footnote_is_there_once_and_quotes_its_sentence() -> None:
    text = draw_markdown(sample.story())
    called = set(re.findall(r"\[\^([\w-]+)\](?!:)", text))
    noted = re.findall(r"^\[\^([\w-]+)\]:", text, re.MULTILINE)
    assert sorted(noted) == sorted(called)
    assert "[^A3]: Harbour Courier, 12 March 2030: The army will open a new shelter" in text


def test_figures_are_a_table() -> None:
    assert "| people in Beira, killed | at least 40 | Ana Tembe[^A1] |" in draw_markdown(
        sample.story()
    )


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("*free* [click](javascript:x)", r"\*free\* \[click\](javascript:x)"),
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("a | b", r"a \| b"),
        ("# not a heading", r"\# not a heading"),
        ("- not a list", r"\- not a list"),
        ("1. not a list", r"1\. not a list"),
        ("two\nlines", "two lines"),
        ("&amp;", r"\&amp;"),
    ],
)
def test_what_a_page_says_stays_words(said: str, written: str) -> None:
    assert escaped(said) == written


def test_a_hostile_headline_is_one_heading() -> None:
    story = sample.story()
    hostile = replace(story, brief=Brief("Flood\n\n# Now <b>this</b>"))
    assert draw_markdown(hostile).startswith("# Flood \\# Now \\<b\\>this\\</b\\>\n")
