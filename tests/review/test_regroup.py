"""Groups are joined and parted by decisions, in the order in which they were made."""

from __future__ import annotations

from dateline.corrections import Action
from dateline.review.regroup import Decision, regroup


def groups(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def join(one: str) -> Decision[str]:
    return Decision(Action.JOIN, frozenset(one))


def part(one: str, other: str) -> Decision[str]:
    return Decision(Action.PART, frozenset(one), frozenset(other))


def test_groups_that_hold_what_belongs_together_are_one() -> None:
    assert set(regroup(groups("ab", "c", "d"), [join("ac")])) == set(groups("abc", "d"))


def test_what_is_not_there_joins_nothing() -> None:
    assert set(regroup(groups("ab", "c"), [join("az")])) == set(groups("ab", "c"))


def test_a_group_is_parted_and_what_nobody_named_stays() -> None:
    assert set(regroup(groups("abcx"), [part("c", "ab")])) == set(groups("abx", "c"))


def test_what_nobody_named_goes_where_it_is_nearer() -> None:
    found = regroup(groups("abcx"), [part("c", "ab")], lambda key, *_: key == "x")
    assert set(found) == set(groups("ab", "cx"))


def test_the_later_decision_wins() -> None:
    assert set(regroup(groups("abc"), [part("c", "ab"), join("ac")])) == set(groups("abc"))
    assert set(regroup(groups("ab", "c"), [join("ac"), part("c", "ab")])) == set(groups("ab", "c"))


def test_a_side_that_is_elsewhere_parts_nothing() -> None:
    assert regroup(groups("ab", "c"), [part("c", "ab")]) == groups("ab", "c")
