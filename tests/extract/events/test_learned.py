"""What was learned stands beside what the rules see: which of them an act is read by."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from dateline.extract.events.coder import Coder
from dateline.extract.events.parties import heads_among
from dateline.model import Event, Status
from dateline.text.cast import Cast
from dateline.text.heads import ROLES, Labels, Reading
from dateline.text.readings import readings
from dateline.text.tree import Tree
from tests.build import knowledge, read_text

CODES = tuple(sorted(knowledge().codebook.categories))
LABELS = Labels(CODES, ("ASSAULT/beat", "ASSAULT/drone"), tuple(Status), (), ())

Said = Mapping[str, tuple[str, float]]
"""A word, the category that the coder finds in it, and how likely."""
Roles = Mapping[tuple[str, str, str], float]
"""(word of the act, role, word of the party), and how likely."""


def coded(
    text: str,
    said: Said,
    roles: Roles | None = None,
    mode: str = "",
    status: Status = Status.HAPPENED,
) -> tuple[Event, ...]:
    """Return the events of a sentence of which the coder says this, each of one status."""
    report = read_text(text, upto="statements")
    (sentence,) = report.sentences
    words = Tree(sentence, report.text).words
    size = len(words)
    category = np.zeros((size, 1 + len(CODES)), np.float32)
    category[:, 0] = 1
    for word, (code, likely) in said.items():
        row = words.index(word)
        category[row, 0] = 1 - likely
        category[row, 1 + CODES.index(code)] = likely
    modes = np.zeros((size, 2), np.float32)
    if mode:
        modes[:, LABELS.modes.index(mode)] = 1
    statuses = np.zeros((size, len(Status)), np.float32)
    statuses[:, list(Status).index(status)] = 1
    party = np.zeros((len(ROLES), size, size), np.float32)
    for (act, role, other), likely in (roles or {}).items():
        party[ROLES.index(role), words.index(act), words.index(other)] = likely
    nothing = np.zeros(0, np.float32)
    bare = np.zeros((size, 1), np.float32)
    reading = Reading(LABELS, category, modes, statuses, party, nothing, bare, bare, bare, bare,
                      np.zeros((2, size, 1), np.float32))  # fmt: skip
    cast = Cast(report, knowledge().lexicon)
    return tuple(Coder(report, sentence, cast, knowledge().codebook, reading).events())


def test_an_act_that_no_rule_sees_is_the_coders() -> None:
    roles = {("thumped", "actor", "Guards"): 0.9, ("thumped", "recipient", "miners"): 0.8}
    (event,) = coded(
        "Guards thumped two miners.", {"thumped": ("ASSAULT", 0.8)}, roles, "ASSAULT/beat"
    )
    assert (event.code, event.mode, event.by) == ("ASSAULT", "beat", "plover/assault/encoder")
    assert [actor.name for actor in event.actors] == ["Guards"]
    assert [party.name for party in event.recipients] == ["two miners"]


def test_what_is_hardly_an_act_is_none() -> None:
    assert coded("Guards thumped two miners.", {"thumped": ("ASSAULT", 0.4)}) == ()


@pytest.mark.parametrize(
    ("likely", "by"),
    [
        (0.9, "plover/sanction/encoder"),
        (0.4, "plover/assault/attack"),
    ],
)
def test_another_category_overrules_a_rule_only_when_it_is_sure(likely: float, by: str) -> None:
    events = coded("Kenyan troops attacked a village.", {"attacked": ("SANCTION", likely)})
    assert [event.by for event in events] == [by]


def test_a_rules_act_that_the_coder_all_but_excludes_is_dropped() -> None:
    assert coded("Kenyan troops attacked a village.", {}) == ()


def test_a_rules_act_has_the_parties_of_the_parse_and_those_that_it_lacks_from_the_coder() -> None:
    said = {"attacked": ("ASSAULT", 0.9)}
    roles = {("attacked", "actor", "troops"): 0.9, ("attacked", "recipient", "village"): 0.9}
    (event,) = coded("Kenyan troops attacked a village.", said, roles, "ASSAULT/drone")
    assert [actor.country for actor in event.actors] == ["KEN"]
    assert [party.name for party in event.recipients] == ["village"]
    assert event.mode == "drone"


def test_each_joined_or_apposed_party_is_one_and_the_words_within_are_none() -> None:
    report = read_text("Two guards, three miners and the old cooks ate.", upto="sentences")
    tree = Tree(report.sentences[0], report.text)
    found = heads_among(tree, range(len(tree) - 2))
    assert [tree.words[token] for token in found] == ["guards", "miners", "cooks"]


def test_a_party_of_the_parse_brings_the_learned_ones_that_are_joined_to_it() -> None:
    words = ("troops", "Belmor", "village")
    roles = {("attacked", "actor", word): 0.9 for word in words}
    said = {"attacked": ("ASSAULT", 0.9)}
    (event,) = coded("Kenyan troops and Belmor attacked a village.", said, roles)
    assert [actor.name for actor in event.actors] == ["Kenyan troops", "Belmor"]


def test_the_coders_answers_stand_beside_a_rules() -> None:
    (event,) = coded("Kenyan troops attacked a village.", {"attacked": ("SANCTION", 0.4)})
    assert [(guess.code, guess.score) for guess in event.read_as] == [
        (None, 0.6),
        ("SANCTION", 0.4),
    ]
    assert event.score is None


def test_an_act_without_a_doer_has_to_be_likelier() -> None:
    assert coded("It thumped on.", {"thumped": ("ASSAULT", 0.6)}) == ()
    (event,) = coded("It thumped on.", {"thumped": ("ASSAULT", 0.9)})
    assert (event.actors, event.score) == ((), 0.9)


def test_every_word_of_a_sentence_of_any_length_has_a_reading_of_its_own() -> None:
    text = "The report lists " + "wells, roads, " * 60 + "and says that rebels shelled Aden."
    report = read_text(text, upto="statements")
    (sentence,) = report.sentences
    (reading,) = readings(report, "plover")
    assert reading is not None
    tree = Tree(sentence, report.text)
    assert len(reading.category) == len(tree)
    acts = [tree.words[token] for token in range(len(tree)) if reading.act(token) > 0.5]
    assert acts == ["shelled"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Guards never thumped anybody.", Status.DENIED),
        ("Ruiz denied that he knew guards who thumped miners.", Status.HAPPENED),
    ],
)
def test_what_only_describes_somebody_is_not_denied(text: str, status: Status) -> None:
    roles = {("thumped", "actor", "guards" if "guards" in text else "Guards"): 0.9}
    said = {"thumped": ("ASSAULT", 0.9)}
    found = coded(text, said, roles, status=Status.DENIED)
    assert {e.status for e in found if e.code == "ASSAULT"} == {status}


def test_a_word_that_may_be_of_several_kinds_is_the_likeliest_if_it_is_surely_an_act() -> None:
    roles = {("thumped", "actor", "Guards"): 0.9}
    assert coded("Guards thumped them.", {"thumped": ("ASSAULT", 0.45)}, roles) == ()
