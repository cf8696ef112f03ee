"""An extractor's opinion is taken unit by unit, and not asked where it would take too long."""

from __future__ import annotations

import pytest

from dateline.clean.elements.votes import votes
from dateline.clean.units import cut_units
from dateline.sources.page import page_of_html

_TOLD = (
    "The river burst its banks on Monday after three days of rain, officials said.",
    "Two villages were cut off from the road, and a school took in some forty families.",
    "Soldiers brought water and blankets by boat, the governor told reporters in the town.",
)
_PAGE = (
    "<html><body><nav><ul><li><a href=/>Home</a></li><li><a href=/s>Sport</a></li></ul></nav>"
    f"<article><h1>River floods two villages</h1>{''.join(f'<p>{line}</p>' for line in _TOLD)}"
    "</article><footer>All rights reserved</footer></body></html>"
)


def _voted(markup: str) -> dict[str, bool]:
    page = page_of_html(markup, path="a.html")
    units = cut_units(page)
    found = votes(markup, units).tolist()
    return {unit.text: bool(vote) for unit, vote in zip(units, found, strict=True)}


def test_paragraphs_of_the_report_get_the_vote_and_menus_do_not() -> None:
    voted = _voted(_PAGE)
    assert all(voted[line] for line in _TOLD)
    assert not voted["Home"]
    assert not voted["Sport"]


@pytest.mark.parametrize("element", ["div", "article", "section"])
def test_a_page_nested_without_measure_is_not_put_to_the_vote(element: str) -> None:
    voted = _voted(_PAGE.replace("<article>", f"<{element}>" * 2_000))
    assert not any(voted.values())


def test_no_page_is_no_vote() -> None:
    assert votes("", ()).tolist() == []
