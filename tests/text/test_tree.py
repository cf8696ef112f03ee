"""Trees: who is the subject of a verb, what is below it, is it denied?"""

from __future__ import annotations

import pytest

from dateline.text.tree import Tree
from tests.build import read_text


def tree_of(text: str) -> Tree:
    """Return the parse of one sentence."""
    report = read_text(text, upto="sentences")
    return Tree(report.sentences[0], report.text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The envoy flew to Cairo and signed the treaty.", "signed", "envoy"),
        ("The council asked the rebels to leave.", "leave", "rebels"),
        ("The rebels want to leave the town.", "leave", "rebels"),
        ("The council called on the rebels to leave.", "leave", "rebels"),
        ("The troops that crossed the river were lost.", "crossed", "troops"),
        ("Turkey made an effort to mediate.", "mediate", "Turkey"),
    ],
)
def test_a_verb_finds_the_subject_that_it_shares(text: str, verb: str, subject: str) -> None:
    tree = tree_of(text)
    found = tree.subject(tree.words.index(verb))
    assert found is not None
    assert tree.words[found] == subject


def test_a_passive_knows_its_agent() -> None:
    tree = tree_of("The bridge was destroyed by the militia.")
    verb = tree.words.index("destroyed")
    agent = tree.agent(verb)
    assert tree.passive(verb)
    assert agent is not None
    assert tree.words[agent] == "militia"


def test_joined_nouns_come_together() -> None:
    tree = tree_of("Troops from Chad, Niger and Mali crossed the river.")
    assert [tree.words[t] for t in tree.conjuncts(2)] == ["Chad", "Niger", "Mali"]


def test_not_belongs_to_its_verb() -> None:
    tree = tree_of("The army did not attack the camp.")
    assert tree.negated(tree.words.index("attack"))
    assert not tree_of("The army attacked the camp.").negated(2)


def test_a_tree_needs_a_parse() -> None:
    report = read_text("The army left.", upto="sentences")
    bare = type(report.sentences[0])(report.sentences[0].span, report.sentences[0].label, "test")
    with pytest.raises(ValueError, match="no parse"):
        Tree(bare, report.text)
