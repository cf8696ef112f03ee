"""Weaving: one by one or all at once, in any order, the same stories."""

from __future__ import annotations

from functools import reduce

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Report
from dateline.weaving.weave import Woven, add, weave
from tests.weaving.reports import make_report, with_credit, with_event, with_figure

DAM = (
    "Talks between Estonia and Latvia about the Orlan dam collapsed in Tartu on Monday.",
    "Latvia wants the sluices kept open through the spring, and Estonia fears for its farms.",
    "The flood in the Orlan valley drowned 14 people this year.",
)
FERRY = (
    "A ferry with sixty passengers went down in a squall off the Kenyan island of Lamu.",
    "Fishermen pulled forty people from the sea before the coastguard arrived at the wreck.",
)


def dam(id: str, *lines: str, agency: str | None = None) -> Report:
    """Return a report on the dam with its records."""
    report = make_report(
        id, f"Dam talks {id}", *lines, f"({agency or 'desk'})", published=f"2031-03-0{len(id)}"
    )
    if agency:
        report = with_credit(report, agency)
    if DAM[0] in lines:
        report = with_event(report, DAM[0], "Talks", "CONSULT", by=["Estonia"], to=["Latvia"])
    if DAM[2] in lines:
        report = with_figure(report, "14 people", 14, "killed")
    return report


REPORTS = (
    dam("a", *DAM, agency="Reuters"),
    dam("bb", *DAM),
    dam(
        "ccc",
        DAM[0],
        "Farmers at Orlan have waited for an agreement on the sluices since autumn.",
        agency="AFP",
    ),
    dam(
        "dddd",
        "Latvia and Estonia have left the table in Tartu, with no deal on Orlan and its sluices.",
    ),
    make_report("e", "Ferry sinks off Lamu", *FERRY, published="2031-03-02"),
    make_report(
        "ff",
        "Lamu ferry",
        FERRY[1],
        "A squall sank the ferry near Lamu in Kenya.",
        published="2031-03-03",
    ),
)
SOME = st.lists(
    st.sampled_from(REPORTS), min_size=1, max_size=6, unique_by=lambda report: report.id
)
LAW = settings(max_examples=25, deadline=None, derandomize=True, database=None)


def online(reports: list[Report]) -> Woven:
    """Return what adding reports one by one comes to."""
    return reduce(add, reports, Woven())


@LAW
@given(SOME, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_stories(reports: list[Report], chance: object) -> None:
    mixed = list(reports)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert weave(mixed) == weave(reports)


@LAW
@given(SOME)
def test_one_by_one_is_the_same_as_all_at_once(reports: list[Report]) -> None:
    assert online(reports).stories == weave(reports)


@LAW
@given(SOME)
def test_a_copy_changes_no_origin(reports: list[Report]) -> None:
    twin = {"a": REPORTS[1], "bb": REPORTS[0]}
    copied = [twin[report.id] for report in reports if report.id in twin]
    # A copy without a credit of its own brings nothing new.
    if copied and REPORTS[0] in reports:
        before = {story.id: story.origins for story in weave(reports)}
        after = {story.id: story.origins for story in weave([*reports, *copied])}
        for id, origins in before.items():
            assert (origins.least, origins.most) == (after[id].least, after[id].most)


@LAW
@given(SOME, st.data())
def test_a_report_twice_counts_once(reports: list[Report], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(reports))
    assert weave([*reports, again]) == weave(reports)
    assert add(online(reports), again) == online(reports)


def test_stories_may_be_added_to_twice_in_different_ways() -> None:
    first = online([REPORTS[0]])
    assert add(first, REPORTS[4]).stories == weave([REPORTS[0], REPORTS[4]])
    assert add(first, REPORTS[2]).stories == weave([REPORTS[0], REPORTS[2]])


def test_a_story_that_nothing_joined_stands_as_it_was() -> None:
    before = online([*REPORTS[:3]])
    after = add(before, REPORTS[4])
    assert any(story is before.stories[0] for story in after.stories)


def test_the_stories_are_two_and_founded_by_their_first_reports() -> None:
    stories = weave(REPORTS)
    assert [(story.id, len(story.reports)) for story in stories] == [("a", 4), ("e", 2)]


def test_a_story_knows_its_copies_and_its_days() -> None:
    story = weave(REPORTS)[0]
    assert story.lineage == (("a", "bb"),)
    assert (story.first, story.last) == ("2031-03-01", "2031-03-04")


def test_every_record_is_in_one_claim() -> None:
    for story in weave(REPORTS):
        members = [(m.report, m.record) for claim in story.claims for m in claim.members]
        assert len(members) == len(set(members))
        records = sum(len(r.events) + len(r.figures) + len(r.statements) for r in story.reports)
        assert len(members) == records
