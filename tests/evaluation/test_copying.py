"""Copies that are constructed for measuring: of each kind, the same each time."""

from __future__ import annotations

from evaluation.copying import KINDS, Base, copies, negatives

DAM = tuple(
    f"The sluice number {number} of the Orlan dam was opened at noon." for number in range(6)
)
FERRY = tuple(
    f"Boat {number} of the Lamu ferry line was found on the reef today." for number in range(6)
)
BASES = [Base("dam", "a", DAM), Base("dam", "b", DAM[::-1]), Base("ferry", "c", FERRY)]


def test_each_text_is_copied_in_seven_kinds_twice() -> None:
    pairs = list(copies(BASES))
    assert {pair.kind for pair in pairs} == {*KINDS, "merged"}
    assert len(pairs) == 2 * 7 * len(BASES)
    assert pairs == list(copies(BASES))


def test_gold_copies_are_no_negatives() -> None:
    kinds = [pair.kind for pair in negatives(BASES, {frozenset("ab")})]
    assert kinds == ["strangers", "strangers"]
