"""The index: heavy words that are shared lead to a report, light ones and one alone do not."""

from __future__ import annotations

from datetime import date

from dateline.weaving.stories.features import MARKS, Features, likeness, pack_features
from dateline.weaving.stories.index import Index
from dateline.weaving.stories.window import LINKED
from evaluation.standing import invented_features

DAY = date(2031, 3, 4)
FERRY = {"ferry": 3.0, "lamu": 4.0, "squall": 3.0, "police": 0.2, "people": 0.1}


def told(name: str, weighed: dict[str, float]) -> Features:
    """Return the features of a report of these words."""
    return pack_features(name, weighed, DAY, ())


def found(standing: list[Features], coming: Features) -> list[int]:
    """Return the numbers of the standing reports with which one that comes is compared."""
    index = Index()
    for features in standing:
        index.add(features)
    return index.find(coming)


def test_two_heavy_words_lead_to_a_report() -> None:
    other = told("b", {"ferry": 3.0, "lamu": 3.0, "coastguard": 2.0})
    fire = told("c", {"warehouse": 3.0, "blaze": 3.0})
    assert found([fire, told("a", FERRY)], other) == [1]


def test_one_heavy_word_is_not_enough() -> None:
    assert found([told("a", FERRY)], told("b", {"ferry": 3.0, "strike": 3.0})) == []


def test_light_words_are_not_enough() -> None:
    other = told("b", {"police": 0.2, "people": 0.1, "blaze": 3.0, "warehouse": 3.0})
    assert found([told("a", FERRY)], other) == []


def test_only_the_heaviest_words_are_marks() -> None:
    many = told("a", {f"word{number}": 1.0 + number for number in range(2 * MARKS)})
    assert len(many.marks) == MARKS
    assert many.weights[many.marks].min() == sorted(many.weights)[-MARKS]


def test_an_empty_report_finds_nothing() -> None:
    assert found([told("a", FERRY)], told("b", {})) == []


def test_who_comes_first_changes_nothing() -> None:
    invented = list(invented_features(30, seed=5))
    for one in invented:
        for other in invented:
            assert found([one], other) == found([other], one)


def test_few_are_compared_and_hardly_any_link_is_missed() -> None:
    invented = list(invented_features(300, seed=5))
    index, compared, links, missed = Index(), 0, 0, 0
    for number, features in enumerate(invented):
        near = index.find(features)
        compared += len(near)
        for place in range(number):
            if likeness(features, invented[place]) >= LINKED:
                links += 1
                missed += place not in near
        index.add(features)
    assert missed <= links / 50
    assert compared < 3 * links
