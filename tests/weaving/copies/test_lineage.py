"""Lineage: which texts are copies of one another."""

from __future__ import annotations

import pytest

from dateline.weaving.copies.lineage import find_copies, shared_sentences
from tests.weaving.reports import make_report

WIRE = (
    "A cargo ship ran aground on a reef near the island of Saro early on Tuesday, officials said.",
    "The crew of nineteen was taken off by helicopter after the engine room filled with water.",
    "The vessel was carrying timber and some two hundred tonnes of fuel oil to the mainland.",
    "Fishermen said that a dark film had spread over the lagoon by noon and was moving south.",
    "The port authority has closed the channel until divers have looked at the damaged hull.",
)
OWN = (
    "Villagers on Saro woke to the smell of oil on Tuesday, hours after a freighter hit the reef.",
    "Nobody was hurt when helicopters lifted nineteen sailors off the sinking timber carrier.",
    "By midday the slick had reached two beaches where turtles nest at this time of the year.",
    "Shipping stays banned from the strait while the state of the ship is being examined.",
)
ORIGINAL = make_report("wire", "Cargo ship aground off Saro", *WIRE)


@pytest.mark.parametrize(
    "paragraphs",
    [
        WIRE,
        WIRE[:3],
        ("Oil threatens the beaches of a small island after a shipwreck.", *WIRE[1:]),
        tuple(
            line.replace("Tuesday", "Tuesday morning").replace("noon", "midday") for line in WIRE
        ),
        (*WIRE, "Our readers on the island sent in photographs of the wreck during the day."),
    ],
    ids=["exact", "cut", "new lead", "edited", "longer"],
)
def test_a_copy_is_found(paragraphs: tuple[str, ...]) -> None:
    copy = make_report("copy", "Oil spill feared at Saro", *paragraphs)
    assert find_copies([ORIGINAL, copy]) == (("copy", "wire"),)


def test_the_same_news_in_other_words_is_no_copy() -> None:
    assert find_copies([ORIGINAL, make_report("own", "Oil on Saro", *OWN)]) == ()


def test_one_sentence_taken_over_makes_no_copy_but_is_found() -> None:
    own = make_report("own", "Oil on Saro", *OWN, WIRE[4])
    assert find_copies([ORIGINAL, own]) == ()
    ((mine, theirs),) = shared_sentences(own, ORIGINAL)
    assert mine.span.of(own.text) == theirs.span.of(ORIGINAL.text) == WIRE[4]


def test_the_same_quotation_is_no_copying() -> None:
    said = "“Nobody told us that the ship was in trouble until the oil had reached the beach,”"
    one = make_report("a", "T", f"{said} said the mayor.", *OWN)
    other = make_report("b", "T", f"{said} the head of the island told us.", *WIRE)
    assert find_copies([one, other]) == ()
    assert shared_sentences(one, other) == ()


def test_two_short_texts_are_copies_only_when_equal() -> None:
    one = make_report("a", "T", "The pass is closed.")
    same = make_report("b", "U", "The pass is closed.")
    other = make_report("c", "T", "The pass is open.")
    assert find_copies([one, same, other]) == () or find_copies([one, same, other]) == (("a", "b"),)


def test_copies_of_copies_are_one_group() -> None:
    cut = make_report("cut", "Ship aground", *WIRE[:3])
    edited = make_report("edited", "Saro wreck", "Oil is spreading.", *WIRE[1:])
    assert find_copies([edited, ORIGINAL, cut]) == (("cut", "edited", "wire"),)
