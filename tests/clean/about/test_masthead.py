"""The outlet's name at the head of a dump."""

from __future__ import annotations

import pytest

from dateline.clean.about.masthead import find_masthead
from tests.clean.build import skimmed

_REPORT = (
    "Ferry with a hundred aboard sinks off the cape",
    "3 May 2020",
    "A ferry with 100 people aboard sank off the cape on Sunday, the coast guard said.",
    "The ferry had left the port of Averby in the morning, a pilot told the coast guard.",
)


def _outlet(*head: str) -> str | None:
    """Return the outlet of a dump that begins with these lines."""
    return skimmed("\n\n".join(("\n".join(head), *_REPORT))).metadata.outlet


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (["AVERBY COURIER"], "Averby Courier"),
        (["THE AVERBY COURIER", "World | Coast | Letters"], "The Averby Courier"),
        (["Averby Mirror - free since 1951", "World   Coast   Letters"], "Averby Mirror"),
        (["Averby Post | Coast and country"], "Averby Post"),
        (["LA GAZETTE DU PORT — English edition"], "La Gazette du Port"),
        (["Skip to content", "Averby Herald, Sunday 3 May 2020"], "Averby Herald"),
        (["NOVAYA GAVAN", "NO / EN", "Main — Coast — Front — Video"], "Novaya Gavan"),
        (["Havnebladet", "[World] [Coast] [Letters]"], "Havnebladet"),
        (["BBC Herald", "METRO"], "BBC Herald"),
        (["NRK MONITOR"], "NRK Monitor"),
        (["The Harbour Herald", "Search"], "The Harbour Herald"),
    ],
)
def test_a_name_above_the_headline_is_the_outlet(head: list[str], outlet: str) -> None:
    assert _outlet(*head) == outlet


@pytest.mark.parametrize(
    "head",
    [
        ["Latest News"],
        ["World news", "Sport"],
        ["Next Post"],
        ["METRO"],
        ["Coast", "Letters"],
        ["Main Menu", "World | Coast | Letters"],
        ["Jane Doe"],
        ["World | Coast | Letters"],
        ["Two villages send a courier to the king", "World | Coast | Letters"],
    ],
)
def test_other_lines_above_the_headline_are_no_outlet(head: list[str]) -> None:
    assert _outlet(*head) is None


def test_below_the_headline_no_masthead_stands() -> None:
    assert _outlet() is None
    assert find_masthead(skimmed("\n\n".join((*_REPORT, "AVERBY COURIER")))) is None


def test_the_masthead_says_where_it_stands() -> None:
    report = skimmed("\n\n".join(("Averby Courier - daily", *_REPORT)))
    assert dict(report.metadata.spans)["outlet"].of(report.text) == "Averby Courier"
    assert dict(report.metadata.read_from)["outlet"] == "printed"


def test_what_is_given_goes_before_the_masthead() -> None:
    text = "\n\n".join(("AVERBY COURIER", *_REPORT))
    assert skimmed(text, outlet="The Harbour Herald").metadata.outlet == "The Harbour Herald"
