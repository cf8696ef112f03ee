"""Wording: how much a word tells, and which words are one."""

from __future__ import annotations

import pytest

from dateline.knowledge.wording import (
    alike,
    content,
    covered,
    skeleton,
    stem,
    weapons,
    weight,
    words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("strikes", "striking"), ("villages", "village"), ("stopped", "stop"), ("armies", "army")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_other_words_keep_other_stems() -> None:
    assert len({stem(word) for word in ("dam", "damage", "boat", "bus", "pass", "glass")}) == 6


def test_rare_words_tell_more_than_those_of_a_beat_and_these_more_than_those_of_all_news() -> None:
    assert weight("lagoon") > weight("missile") > weight("said") > weight("the") == 0


def test_a_country_tells_the_beat() -> None:
    assert weight("estonia") == weight("missile")


def test_words_are_folded_and_lose_the_mark_of_possession() -> None:
    assert words("Lind’s 1,200 café-goers") == ("lind", "1,200", "cafe", "goers")


def test_likeness_is_between_nothing_and_all() -> None:
    one, other = content("The ferry sank off the lagoon"), content("The lagoon swallowed a ferry")
    assert alike(one, one) == 1
    assert 0 < alike(one, other) < 1
    assert alike(one, content("")) == 0
    assert covered(content("ferry"), one) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sarif", "Zarif"),
        ("al-Moallem", "al-Muallim"),
        ("Qadhafi", "Kadafi"),
        ("Dmitry", "Dmitri"),
    ],
)
def test_spellings_of_a_name_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_words_that_papers_put_for_one_another_have_one_sense() -> None:
    assert content("the truce") == content("the ceasefires")
    assert content("a risk") == content("dangers")
    assert content("a truce") != content("a treaty")


def test_men_are_many_of_a_man() -> None:
    assert stem("servicemen") == stem("serviceman")


def test_force_has_kinds_and_the_longer_phrase_names_it() -> None:
    assert weapons("fired tear gas") == weapons("Teargas drifted over the quay")
    assert not weapons("rubber bullets") & weapons("live bullets")
    assert not weapons("a petrol bomb") & weapons("a car bomb")
    assert weapons("the crowd sang") == frozenset()
