"""What was learned of whole pages: which lines of a long dump are the report's."""

from __future__ import annotations

import itertools

import numpy as np

from dateline.clean.lines.lines import body_lines, chosen, likelihoods
from dateline.clean.units import cut_units
from dateline.model import Label
from dateline.sources.page import page_of_text
from tests.clean.build import skimmed

_MENU = ["Home", "News", "Politics", "Business", "Culture", "Weather", "Sport", "Contact us"]
TOLD = [
    "The town council of Averby voted on Monday to close the old swing bridge for good.",
    "Engineers had found cracks in two of its four pillars, the mayor, Lena Holt, said.",
    "Lorries now have to drive 40 kilometres to reach the harbour, and fishermen are angry.",
    "“Nobody asked us what we need,” said Piet Moor, who has sold herring there for years.",
    "A new bridge could be opened in four years, according to a plan of the council.",
    "The plan has to be approved by the county, which will meet in the second week of June.",
]
_LIST = ["• A ferry for cars and lorries", "• A footbridge beside the lock", "• A tunnel"]
_TEASERS = [
    "Ten gardens to see this spring",
    "Why the price of herring doubles",
    "Quiz: how well do you know the coast?",
    "Our readers' best pictures of the storm",
    "Holiday homes: what the new tax means",
    "Football: Averby lose at home again",
]
_FOOT = ["About us", "Privacy", "Terms of use", "© 2020 The Harbour Herald. All rights reserved."]


def dump(*parts: list[str]) -> list[str]:
    """Return the lines of a long dump: menu, headline, the parts, teasers, foot."""
    head = [*_MENU, *_MENU[:5], "Averby closes its swing bridge", "By Jane Doe", "3 May 2020"]
    return [*head, *itertools.chain(*parts), *_TEASERS, *_TEASERS[:3], *_FOOT, *_MENU]


def test_a_sentence_of_the_report_is_likelier_than_menu_and_foot() -> None:
    lines = dump(TOLD)
    units = cut_units(page_of_text("\n".join(lines), path="long.txt"))
    likely = dict(zip(lines, likelihoods(units), strict=True))
    told = min(likely[line] for line in TOLD)
    assert told > max(likely[line] for line in (*_MENU, *_FOOT))


def test_the_body_of_a_long_dump_is_its_report_and_nothing_else() -> None:
    report = skimmed("\n".join(dump(TOLD)))
    body = [b.span.of(report.text) for b in report.blocks if b.label is Label.BODY]
    assert body == TOLD


def test_a_list_inside_the_report_is_body() -> None:
    report = skimmed("\n".join(dump(TOLD[:4], ["The council looks at:", *_LIST], TOLD[4:])))
    body = [b.span.of(report.text) for b in report.blocks if b.label is Label.BODY]
    assert set(_LIST) <= set(body)


def test_the_choice_takes_what_is_as_likely_as_not() -> None:
    likely = np.array([0.9, 0.9, 0.5, 0.2])
    words = np.array([30.0, 30.0, 30.0, 30.0])
    assert chosen(likely, words) == [True, True, True, False]


def test_the_choice_leaves_out_a_long_rest_that_stands_or_falls_together() -> None:
    likely = np.array([0.95, 0.95, *[0.4] * 20])
    words = np.array([30.0, 30.0, *[30.0] * 20])
    assert chosen(likely, words) == [True, True, *[False] * 20]


def test_the_choice_takes_the_best_of_a_page_where_nothing_is_likely() -> None:
    assert chosen(np.array([0.05, 0.2]), np.array([10.0, 10.0])) == [False, True]


def test_a_page_without_lines_has_no_likelihoods() -> None:
    assert likelihoods([]) == []
    assert body_lines([]) == []
