"""Which units of an HTML page are its report: shown posts, sentences that stand twice."""

from __future__ import annotations

import pytest

from dateline.clean.elements.choice import chosen
from dateline.clean.elements.main_text import MainText
from dateline.clean.units import Unit
from dateline.model import Span

_TOLD = (
    "The town council of Averby voted on Monday to close the old swing bridge for good.",
    "Engineers had found cracks in two of its four pillars, the mayor, Lena Holt, said.",
    "Lorries now have to drive 40 kilometres to reach the harbour, and fishermen are angry.",
)
_POST = "We will rebuild the bridge in four years and not a day later."
_TEASER = "Storm tears the roofs off nine houses in Harlow, and two people are hurt, police say."


def _chosen(*parts: tuple[str, float, str]) -> list[str]:
    """Return the texts that are chosen of these, each with its likelihood and its element."""
    units = [Unit(Span(0, 0), text, "p", ("body", name, "p")) for text, _, name in parts]
    likely = tuple(value for _, value, _ in parts)
    found = MainText(likely, (0.0,) * len(likely), None)
    return [units[index].text for index in sorted(chosen(units, found))]


def _told(*lines: str) -> list[tuple[str, float, str]]:
    """Return paragraphs that are likely the report's."""
    return [(line, 0.9, "div.story") for line in lines]


@pytest.mark.parametrize("shown", ["blockquote.twitter-tweet", "blockquote.instagram-media"])
def test_a_shown_post_between_paragraphs_is_the_reports(shown: str) -> None:
    post = (_POST, 0.2, shown)
    assert _POST in _chosen(*_told(*_TOLD[:2]), post, *_told(_TOLD[2]))


def test_a_post_below_the_report_is_none_of_it() -> None:
    assert _POST not in _chosen(*_told(*_TOLD), (_POST, 0.2, "blockquote.twitter-tweet"))


def test_another_quotation_between_paragraphs_is_as_likely_as_it_was() -> None:
    quoted = (_POST, 0.2, "blockquote.related")
    assert _POST not in _chosen(*_told(*_TOLD[:2]), quoted, *_told(_TOLD[2]))


def test_a_teaser_that_stands_twice_is_none_of_the_report() -> None:
    menu = [("Home", 0.1, "nav"), ("Sport", 0.1, "nav"), ("Weather", 0.1, "nav")]
    teaser = (_TEASER, 0.8, "li")
    assert _chosen(teaser, *menu, *_told(*_TOLD), *menu, teaser) == list(_TOLD)


def test_what_a_report_says_again_and_again_stays() -> None:
    question = "What would you do with the old bridge if you could decide it alone tomorrow?"
    lines = [line for told in _TOLD for line in (question, told)]
    assert _chosen(*_told(*lines)) == lines
