"""The window: what comes is compared with few, and the order of coming changes nothing."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.weaving.stories.features import Features, read_features
from dateline.weaving.stories.window import Window, merge
from evaluation.standing import invented_features
from tests.weaving.stories.test_stories import DAM, DAM_AGAIN, FERRY

INVENTED = tuple(invented_features(40, seed=3))


def filled(features: list[Features]) -> Window:
    """Return a window to which these were added in this order."""
    window = Window()
    for one in features:
        window.add(one)
    return window


def test_a_report_joins_the_story_it_is_like() -> None:
    window = filled([read_features(report) for report in (DAM, FERRY, DAM_AGAIN)])
    assert window.story("dam-a") == {"dam-a", "dam-b"}
    assert window.neighbours("ferry") == {"ferry"}


def test_adding_returns_the_stories_of_the_neighbourhood_alone() -> None:
    window = filled([read_features(report) for report in (DAM, FERRY)])
    assert window.add(read_features(DAM_AGAIN)) == {frozenset({"dam-a", "dam-b"})}


def test_a_report_that_is_there_already_is_not_added() -> None:
    window = filled([read_features(DAM)])
    assert window.add(read_features(DAM)) == {frozenset({"dam-a"})}
    assert len(window) == 1


@settings(max_examples=30, deadline=None, derandomize=True, database=None)
@given(st.permutations(INVENTED))
def test_any_order_gives_the_same_stories(order: list[Features]) -> None:
    assert filled(order).stories() == filled(list(INVENTED)).stories()


def test_invented_stories_are_told_apart() -> None:
    assert 1 < len(filled(list(INVENTED)).stories()) < len(INVENTED)


def test_the_most_alike_join_first() -> None:
    alike = {"a": {"b": 0.9, "c": 0.2}, "b": {"a": 0.9}, "c": {"a": 0.2}}
    for order in permutations("abc"):
        assert sorted(map(sorted, merge(sorted(order), alike))) == [["a", "b"], ["c"]]
