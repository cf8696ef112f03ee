"""Sentences that stand more than once in a dump."""

from __future__ import annotations

from tests.clean.build import skimmed
from tests.clean.lines.test_lines import TOLD, dump

_TEASER = (
    "Storm tears roofs off in Harlow HARLOW: A storm tore the roofs off nine houses on Sunday,"
    " and two people were hurt, the fire brigade said."
)


def _labels(line: str, lines: list[str]) -> list[str]:
    """Return the labels of all copies of a line of a dump."""
    report = skimmed("\n".join(lines))
    return [b.label.value for b in report.blocks if b.span.of(report.text) == line]


def test_a_pull_quote_is_told_once() -> None:
    lines = ["Averby closes its swing bridge", *TOLD[:4], TOLD[1], *TOLD[4:]]
    assert sorted(_labels(TOLD[1], lines)) == ["body", "nav"]


def test_a_teaser_that_a_page_shows_twice_is_none_of_the_report() -> None:
    foot = ["Share", "Print", "Mail", "Latest", _TEASER]
    lines = dump(["Latest", _TEASER, "Share", "Print", "Mail"], TOLD, foot)
    assert "body" not in _labels(_TEASER, lines)


def test_a_report_that_stands_twice_on_its_page_is_not_lost() -> None:
    lines = ["Averby closes its swing bridge", *TOLD, *TOLD]
    assert "body" in _labels(TOLD[2], lines)
