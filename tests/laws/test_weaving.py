"""Laws of weaving: the order of arrival and a page that comes twice change nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Report, Story
from dateline.weaving.weave import Woven, add, weave
from tests.build import read_text
from tests.laws.invented import FURNITURE, LEDES, SENTENCES, TITLES

pytestmark = pytest.mark.slow

FEW = settings(max_examples=30, deadline=None, derandomize=True, database=None)


def reports() -> tuple[Report, ...]:
    """Return six reports: three stories, one of them in three texts with a copy among them."""
    pages = {
        "dam-a": ((TITLES[1], LEDES[1], SENTENCES[7], SENTENCES[4], FURNITURE[3]), "2019-03-05"),
        "dam-b": ((TITLES[1], LEDES[1], SENTENCES[7], SENTENCES[4]), "2019-03-05"),
        "dam-c": (("Latvia told to keep Orlan dam open", LEDES[1], SENTENCES[5]), "2019-03-06"),
        "strike": ((TITLES[0], LEDES[0], SENTENCES[0], SENTENCES[1]), "2019-03-05"),
        "hunger-a": ((TITLES[2], LEDES[2], SENTENCES[6], SENTENCES[8]), "2019-03-04"),
        "hunger-b": (("Kasuku hunger", LEDES[2], SENTENCES[8]), "2019-03-04"),
    }
    return tuple(
        read_text("\n\n".join(lines), path=f"{name}.txt", outlet=name, published=day)
        for name, (lines, day) in pages.items()
    )


REPORTS: list[Report] = []


def some(order: list[int]) -> tuple[Report, ...]:
    """Return these of the six reports; they are read once for all laws."""
    if not REPORTS:
        REPORTS.extend(reports())
    return tuple(REPORTS[place] for place in order)


def origins(stories: tuple[Story, ...]) -> list[tuple[str, int, int]]:
    """Return the origins of every story and claim."""
    found = [(story.id, story.origins.least, story.origins.most) for story in stories]
    for story in stories:
        found += [(claim.id, claim.origins.least, claim.origins.most) for claim in story.claims]
    return found


def story_intervals(stories: tuple[Story, ...]) -> list[tuple[int, int]]:
    """Return the origins of each story."""
    return sorted((story.origins.least, story.origins.most) for story in stories)


@FEW
@given(st.permutations(range(6)))
def test_the_order_of_arrival_changes_nothing(order: list[int]) -> None:
    assert repr(weave(some(order))) == repr(weave(some(sorted(order))))


@FEW
@given(st.permutations(range(6)), st.integers(1, 6))
def test_one_by_one_gives_the_same_as_all_at_once(order: list[int], first: int) -> None:
    chosen = some(order[:first])
    woven = Woven()
    for report in chosen:
        woven = add(woven, report)
    assert repr(woven.stories) == repr(weave(chosen))


@FEW
@given(st.permutations(range(6)), st.data())
def test_a_report_that_is_there_already_changes_nothing(
    order: list[int], data: st.DataObject
) -> None:
    woven = Woven()
    for report in some(order):
        woven = add(woven, report)
    assert add(woven, data.draw(st.sampled_from(woven.reports))) == woven


@FEW
@given(st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True), st.data())
def test_the_same_report_twice_changes_no_origin_count(
    order: list[int], data: st.DataObject
) -> None:
    again = data.draw(st.sampled_from(order))
    assert origins(weave(some([*order, again]))) == origins(weave(some(order)))


@FEW
@given(st.permutations(range(6)), st.integers(1, 6), st.data())
def test_a_copy_in_another_paper_changes_no_origin_of_a_story(
    order: list[int], first: int, data: st.DataObject
) -> None:
    chosen = some(order[:first])
    copied = data.draw(st.sampled_from(chosen))
    copy = replace(copied, page=replace(copied.page, id=f"{copied.id}~", path="copy.txt"))
    assert story_intervals(weave((*chosen, copy))) == story_intervals(weave(chosen))


@FEW
@given(st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True))
def test_every_report_is_in_one_story(order: list[int]) -> None:
    told = [report.id for story in weave(some(order)) for report in story.reports]
    assert sorted(told) == sorted(report.id for report in some(order))


@FEW
@given(st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True))
def test_origins_are_an_interval_within_the_number_of_reports(order: list[int]) -> None:
    for story in weave(some(order)):
        assert 1 <= story.origins.least <= story.origins.most <= len(story.reports)
        for claim in story.claims:
            members = {member.report for member in claim.members}
            assert 1 <= claim.origins.least <= claim.origins.most <= len(members)


@FEW
@given(st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True))
def test_every_line_of_the_brief_cites_characters_of_its_reports(order: list[int]) -> None:
    for story in weave(some(order)):
        lengths = {report.id: len(report.text) for report in story.reports}
        lines = [point.cites for point in story.brief.points]
        lines += [entry.cites for entry in story.brief.timeline]
        for cites in lines:
            assert cites
            for cite in cites:
                assert 0 <= cite.span.start < cite.span.end <= lengths[cite.report]
