"""A page is cut into the stretches that get one label each."""

from __future__ import annotations

import textwrap

import pytest

from dateline.clean.units import cut_units
from dateline.sources.page import page_of_text

_TOLD = [
    (
        "The town council of Averby voted on Monday to close the old swing bridge for good, after "
        "engineers had found cracks in two of its four pillars, the mayor said."
    ),
    (
        "Lorries now have to drive 40 kilometres to reach the harbour, and fishermen, who have sold "
        "their herring there for generations, are angry with the council and with the county."
    ),
    (
        "A new bridge could be opened in four years, according to a plan that the county has to "
        "approve before the second week of June, when its budget for the coming years is voted on."
    ),
]
_MENU = ["Home", "News", "Politics", "Weather", "Contact us"]


def _units(text: str) -> list[str]:
    """Return the units of a dump, line breaks folded."""
    return [" ".join(unit.text.split()) for unit in cut_units(page_of_text(text, path="d.txt"))]


def _wrapped(lines: list[str], between: str) -> str:
    """Return paragraphs wrapped at 72 columns."""
    return between.join(textwrap.fill(line, 72) for line in lines)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_the_lines_of_a_wrapped_paragraph_are_one_unit(between: str) -> None:
    assert _units(_wrapped([*_MENU, *_TOLD, "About us"], between)) == [*_MENU, *_TOLD, "About us"]


def test_a_long_address_does_not_hide_that_a_dump_is_wrapped() -> None:
    address = "https://harbour-herald.example/2020/05/03/" + "averby-closes-its-bridge-" * 4
    assert _units(_wrapped([*_TOLD, address], "\n\n"))[:3] == _TOLD


def test_paragraphs_of_one_line_each_are_not_joined() -> None:
    told = [
        f"Engineers found {n} more cracks in the bridge on Monday, the mayor said."
        for n in "345678"
    ]
    assert _units("\n".join(told)) == told


def test_the_items_of_a_wrapped_list_stay_apart() -> None:
    items = [f"• {line}" for line in _TOLD]
    assert _units(_wrapped(items, "\n")) == items


def test_a_word_that_is_cut_at_the_end_of_a_line_stays_as_it_is_written() -> None:
    text = textwrap.fill(_TOLD[0], 60).replace("engineers", "engi-\nneers")
    assert "\n".join(unit.text for unit in cut_units(page_of_text(text, path="d.txt"))) == text


def test_indented_and_quoted_lines_are_units() -> None:
    assert _units("    Averby\n\n> Bridge closed\n> Herring dear") == [
        "Averby", "> Bridge closed", "> Herring dear",
    ]  # fmt: skip
