"""Live pages: the times and headings of their entries, and what stands below them."""

from __future__ import annotations

from dateline.model import Label
from tests.build import read_text

PAGE = """The Averby Courier
News | Coast | Sport | Letters

Ferry strike: crews walk out at dawn – as it happened

Jane Doe (now) and John Roe in Averby (earlier)
Thu 14 May 2026 23.20 BST
This live blog is now closed

17.50 BST
Ferry towed to port
A ferry that was stopped off the cape has been towed to Averby with 40 people on board.

16.15 BST
The union says that 900 sailors have walked out. The company puts their number at 300.

14.40 BST
Share
What the minister says
The minister of transport has told reporters that the law on strikes will not be changed.

More live blogs: Budget day
"""


def labels() -> dict[str, Label]:
    """Return the label of each line."""
    report = read_text(PAGE, upto="metadata")
    return {block.span.of(report.text): block.label for block in report.blocks}


def test_times_and_headings_stand_apart() -> None:
    found = labels()
    assert found["17.50 BST"] is Label.DATE
    assert found["Ferry towed to port"] is Label.SUBHEAD
    assert found["What the minister says"] is Label.SUBHEAD


def test_every_entry_is_read() -> None:
    read = {Label.BODY, Label.LEDE}
    told = [line for line, label in labels().items() if label in read]
    assert [line[:11] for line in told] == ["A ferry tha", "The union s", "The ministe"]


def test_title_and_writers_are_above() -> None:
    about = read_text(PAGE, upto="metadata").metadata
    assert about.title == "Ferry strike: crews walk out at dawn – as it happened"
    assert about.byline == ("Jane Doe", "John Roe")
    assert (about.published or "")[:10] == "2026-05-14"
