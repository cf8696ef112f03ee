"""Laws of the store: stories that grow in a database are those of weaving all at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Report, Story
from dateline.store import Store
from dateline.weaving.weave import weave
from tests.laws.test_weaving import FEW, some

pytestmark = pytest.mark.slow


def bare(report: Report) -> Report:
    """Return a report as it is kept: without parses."""
    return replace(report, sentences=tuple(replace(s, parse=None) for s in report.sentences))


def held(store: Store) -> tuple[Story, ...]:
    """Return the stories of a store in order, without the ids that they had."""
    found = (store.story(row.id) for row in store.stories().rows)
    told = [replace(story, was=()) for story in found if story is not None]
    return tuple(sorted(told, key=lambda story: (story.first or "9999", story.id)))


@FEW
@given(st.permutations(range(6)), st.integers(1, 6), st.integers(1, 3))
def test_any_order_of_arrival_makes_the_same_stories(
    order: list[int], count: int, at_once: int
) -> None:
    reports = [bare(report) for report in some(order[:count])]
    with Store(":memory:") as store:
        for start in range(0, count, at_once):
            store.take(reports[start : start + at_once])
        assert held(store) == weave(reports)


@FEW
@given(st.permutations(range(6)), st.integers(0, 6))
def test_stories_that_were_added_grow_like_those_that_were_taken(
    order: list[int], first: int
) -> None:
    reports = [bare(report) for report in some(order)]
    with Store(":memory:") as store:
        store.add(weave(reports[:first]))
        store.take(reports[first:])
        assert held(store) == weave(reports)


@FEW
@given(st.permutations(range(6)))
def test_every_id_that_a_story_had_still_leads_to_its_reports(order: list[int]) -> None:
    with Store(":memory:") as store:
        ids = [id for report in some(order) for id in store.take([report])]
        for id in ids:
            story = store.story(id)
            assert story is not None
            assert id in {report.id for report in story.reports}
