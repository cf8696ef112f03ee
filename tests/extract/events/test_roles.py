"""Who does an act and to whom, chosen between the parse and what was learned."""

from __future__ import annotations

import pytest

from dateline.extract.events.roles import heads_among
from dateline.text.tree import Tree
from tests.build import read_text
from tests.extract.events.test_learned import Roles, coded


def actors(text: str, word: str, code: str, roles: Roles | None = None) -> list[str]:
    """Return the names of the actors of the act at a word."""
    found = [e for e in coded(text, {word: (code, 0.9)}, roles) if e.trigger.of(text) == word]
    return [actor.name for event in found for actor in event.actors]


@pytest.mark.parametrize(
    "text",
    [
        "Two bakers were killed and six others were wounded in rebel attacks.",
        "Two bakers were killed in a series of rebel attacks.",
        "Two bakers were killed in rebel raids and shelling.",
    ],
)
def test_whose_attack_it_is_does_the_killing(text: str) -> None:
    assert actors(text, "killed", "ASSAULT") == ["rebel"]


def test_joined_nouns_share_whoever_stands_before_the_first() -> None:
    text = "Six miners died in army raids and strikes on the quarry."
    assert actors(text, "strikes", "ASSAULT") == ["army"]


def test_no_town_does_what_is_told_of_it() -> None:
    text = "A bomb hit buses near a border town, killing ten miners."
    roles = {("killing", "actor", "town"): 0.9}
    assert actors(text, "killing", "ASSAULT", roles) == []


def test_who_is_acted_upon_in_a_passive_does_not_act() -> None:
    text = "The miners were thumped on Monday."
    roles = {("thumped", "actor", "miners"): 0.8}
    assert actors(text, "thumped", "ASSAULT", roles) == []


def test_the_subject_does_what_the_coder_leaves_open() -> None:
    text = "The miners thumped two bakers."
    roles = {("thumped", "actor", "miners"): 0.3}
    assert actors(text, "thumped", "ASSAULT", roles) == ["miners"]


def test_the_likeliest_is_acted_upon_where_none_is_sure() -> None:
    roles = {("thumped", "actor", "miners"): 0.9, ("thumped", "recipient", "bakers"): 0.4}
    (event,) = coded("The miners thumped two bakers.", {"thumped": ("ASSAULT", 0.9)}, roles)
    assert [one.name for one in event.recipients] == ["two bakers"]


def test_a_party_is_called_by_the_name_that_tells_whose_it_is() -> None:
    text = "The prince of Belmor thumped two bakers."
    roles = {("thumped", "actor", "prince"): 0.9}
    assert actors(text, "thumped", "ASSAULT", roles) == ["prince of Belmor"]


def test_a_phrase_within_a_phrase_is_no_party_of_its_own() -> None:
    text = "An alliance of miners thumped two bakers."
    report = read_text(text, upto="statements")
    tree = Tree(report.sentences[0], report.text)
    marked = [tree.words.index(word) for word in ("alliance", "miners")]
    assert heads_among(tree, marked) == (tree.words.index("alliance"),)
