"""What was learned of whole pages: which lines of a long dump are the report's."""

from __future__ import annotations

import itertools

from dateline.clean.features import describe
from dateline.clean.lines import Scale, likelihoods
from dateline.clean.units import cut_units
from dateline.model import Label
from dateline.sources.files import page_of_text
from tests.clean.build import skimmed

_MENU = ["Home", "News", "Politics", "Business", "Culture", "Weather", "Sport", "Contact us"]
_TOLD = [
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


def _dump(*parts: list[str]) -> list[str]:
    """Return the lines of a long dump: menu, headline, the parts, teasers, foot."""
    head = [*_MENU, *_MENU[:5], "Averby closes its swing bridge", "By Jane Doe", "3 May 2020"]
    return [*head, *itertools.chain(*parts), *_TEASERS, *_TEASERS[:3], *_FOOT, *_MENU]


def test_a_sentence_of_the_report_is_likelier_than_menu_and_foot() -> None:
    lines = _dump(_TOLD)
    units = cut_units(page_of_text("\n".join(lines), path="long.txt"))
    likely = dict(zip(lines, likelihoods(units), strict=True))
    told = min(likely[line] for line in _TOLD)
    assert told > max(likely[line] for line in (*_MENU, *_FOOT))


def test_the_body_of_a_long_dump_is_its_report_and_nothing_else() -> None:
    report = skimmed("\n".join(_dump(_TOLD)))
    body = [b.span.of(report.text) for b in report.blocks if b.label is Label.BODY]
    assert body == _TOLD


def test_a_list_inside_the_report_is_body() -> None:
    report = skimmed("\n".join(_dump(_TOLD[:4], ["The council looks at:", *_LIST], _TOLD[4:])))
    body = [b.span.of(report.text) for b in report.blocks if b.label is Label.BODY]
    assert set(_LIST) <= set(body)


def test_a_scale_weighs_the_bin_that_a_value_falls_into() -> None:
    scale = Scale((2.0, 10.0), (-1.0, 0.5, 2.0))
    assert [scale.weigh(value) for value in (0.0, 2.0, 9.9, 10.0)] == [-1.0, 0.5, 0.5, 2.0]


def test_a_line_knows_its_neighbours_and_its_place() -> None:
    units = cut_units(page_of_text("Home\nThe bridge was closed on Monday.\nSport", path="x"))
    first, middle, last = describe(units)
    assert (middle["words-1"], middle["words+1"], middle["words+2"]) == (1.0, 1.0, -1.0)
    assert (first["place"], last["from_end"]) == (0.0, 0.0)
    assert middle["final"] == 1.0
