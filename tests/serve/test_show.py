"""A text with its records marked and its furniture greyed."""

from __future__ import annotations

import re

from dateline.serve.show import draw_report
from dateline.serve.typeset import Ink
from tests.serve import sample


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_furniture_has_its_label() -> None:
    text = draw_report(sample.courier())
    assert re.search(r"^promotion \| +Sign up for our newsletter$", text, re.MULTILINE)


def test_sentences_are_numbered_as_they_are_cited() -> None:
    text = flat(draw_report(sample.courier()))
    assert 'body 2 "We are still looking for the missing," Tembe told reporters.' in text


def test_records_stand_below_their_sentence() -> None:
    text = flat(draw_report(sample.courier()))
    assert (
        "- figure: “At least 40 people” at least 40 people in Beira, killed, says Ana Tembe" in text
    )
    assert "- statement: “We are still looking for the missing,” direct, by Ana Tembe" in text
    assert "- event: “open” aid, planned: army" in text
    assert "- time: “15 March” 15 March 2030" in text


def test_on_a_terminal_the_words_themselves_are_coloured() -> None:
    assert "\x1b[1;31mwere killed\x1b[0m" in draw_report(sample.courier(), ink=Ink(colour=True))
    assert "\x1b" not in draw_report(sample.courier())


def test_the_whole_text_is_shown() -> None:
    shown = flat(draw_report(sample.courier()))
    assert "Beira, 12 March (Delta Wire) - At least 40 people were killed" in shown
