"""Where readers' comments begin below a report."""

from __future__ import annotations

import pytest

from dateline.model import Label
from tests.clean.build import skimmed
from tests.clean.lines.test_lines import TOLD, dump

_SAID = [
    "The old bridge was shut far too late, as anybody who sails under it has known for years.",
    "The council could have mended the pillars in the spring, when the water was still low.",
    "The harbour will lose its lorries to Norwich, and with them half of the jobs in the town.",
    "The mayor said all that in the winter, and nobody in the council listened to her then.",
]
_HEADS = {
    "ago": ["Tom K", "2 days ago at 07:52", "Reply"],
    "dated": ["Tom K on May 4, 2020 at 7:52 pm said:"],
    "answers": ["Re: Too late (Score:2)", "by tomk (4711)"],
}


def _thread(heads: list[str]) -> list[str]:
    """Return comments, each below its heads."""
    return ["4 comments", *(line for said in _SAID for line in (*heads, said))]


def _body(lines: list[str]) -> list[str]:
    """Return the lines of a dump that are body."""
    report = skimmed("\n".join(lines))
    return [b.span.of(report.text) for b in report.blocks if b.label is Label.BODY]


@pytest.mark.parametrize("kind", _HEADS)
def test_what_readers_write_below_a_report_is_set_aside(kind: str) -> None:
    assert _body(dump(TOLD, _thread(_HEADS[kind]))) == TOLD


def test_what_readers_write_below_a_short_dump_is_set_aside() -> None:
    lines = ["Averby closes its swing bridge", *TOLD, *_thread(_HEADS["ago"])]
    assert not set(_SAID) & set(_body(lines))


def test_posts_of_a_page_that_is_told_live_are_the_reports() -> None:
    posts = [line for said in TOLD[2:] for line in ("3 May 2020, 10:22", said)]
    lines = ["Swing bridge live: Averby council votes", "Comments", *TOLD[:2], *posts]
    assert set(TOLD[2:-1]) <= set(_body(lines))


def test_two_dated_lines_inside_a_report_are_no_comments() -> None:
    dated = ["3 May 2020, 10:22", *TOLD[2:4], "3 May 2020, 11:40", *TOLD[4:]]
    lines = ["Averby closes its swing bridge", *TOLD[:2], *dated, "12 comments"]
    assert set(TOLD) <= set(_body(lines))
