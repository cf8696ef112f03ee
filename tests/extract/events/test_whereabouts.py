"""Which time dates an act, and which belongs to another clause."""

from __future__ import annotations

import pytest

from dateline.extract.events.whereabouts import Whereabouts
from dateline.text.tree import Tree
from tests.build import read_text

LEAD = "Harbour talks resume\n\nThe port of Osmara has been closed since the storm. "
"""A headline and a sentence before, so that the sentence under test is body text."""


def when(text: str, act: str) -> str | None:
    """Return the words of the time that dates the last act of that name in a body sentence."""
    report = read_text(LEAD + text, upto="times", published="2021-06-15")
    tree = Tree(report.sentences[-1], report.text)
    word = max(i for i, held in enumerate(tree.words) if held == act)
    span = Whereabouts(report, tree, (word,)).when(word)
    return None if span is None else span.of(report.text)


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("The rebels shelled the harbour on Monday.", "shelled", "Monday"),
        ("The rebels shelled the harbour on Monday, killing two sailors.", "killing", "Monday"),
        ("On Monday the mayor was speaking when he fell.", "fell", "Monday"),
        ("Two sailors were killed and many were injured on Monday.", "killed", "Monday"),
        ("The envoys gathered on Monday to discuss the truce.", "discuss", "Monday"),
        ("A guard shot two men on Monday before he was arrested.", "arrested", "Monday"),
    ],
)
def test_an_act_shares_the_time_of_the_clause_it_happens_with(
    text: str, act: str, words: str
) -> None:
    assert when(text, act) == words


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The minister said on Monday that rebels had shelled the harbour.", "shelled"),
        ("The rebels shelled the harbour after the envoys left on Monday.", "shelled"),
        ("He served there in 2015 before he was arrested.", "arrested"),
        ("The boatmen marched on Monday to demand the resignation of the mayor.", "resignation"),
        ("The harbour is now open.", "open"),
        ("The rebels shell the harbour every Friday.", "shell"),
        ("Two sailors were killed and the harbour will open on Friday.", "killed"),
    ],
)
def test_the_time_of_another_act_does_not_date_it(text: str, act: str) -> None:
    assert when(text, act) is None


def test_a_day_dates_the_act_that_another_comes_before() -> None:
    text = "He spoke of his visit ahead of a summit in Lamu on Friday."
    report = read_text(LEAD + text, upto="times", published="2021-06-15")
    tree = Tree(report.sentences[-1], report.text)
    visit, summit = (tree.words.index(word) for word in ("visit", "summit"))
    found = Whereabouts(report, tree, (visit, summit))
    assert found.times_of(visit) == []
    assert found.times_of(summit) == list(report.times)


def test_a_town_goes_before_the_country_that_is_told_with_it() -> None:
    text = "Rebels shelled a harbour of Kenya's coast in Lamu."
    report = read_text(LEAD + text, upto="places", published="2021-06-15")
    tree = Tree(report.sentences[-1], report.text)
    word = tree.words.index("shelled")
    span = Whereabouts(report, tree, (word,)).where(word)
    assert span is not None
    assert span.of(report.text) == "Lamu"
