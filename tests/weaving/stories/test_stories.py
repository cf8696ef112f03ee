"""Stories: which reports tell of one development."""

from __future__ import annotations

from itertools import permutations

from dateline.weaving.stories.features import likeness, read_features
from dateline.weaving.stories.grouping import group_reports
from tests.weaving.reports import make_report

DAM = make_report(
    "dam-a",
    "Talks on the Orlan dam break down",
    "Talks between Estonia and Latvia about the Orlan dam collapsed in Tartu on Monday.",
    "Latvia wants the sluices kept open through the spring; Estonia fears for its farms downstream.",
    published="2031-03-04",
)
DAM_AGAIN = make_report(
    "dam-b",
    "No deal over sluices",
    "Negotiators from Riga left Tartu without an agreement on the reservoir at Orlan.",
    "Farmers along the river say that closed sluices would leave their spring fields dry.",
    published="2031-03-05",
)
FERRY = make_report(
    "ferry",
    "Ferry sinks off Lamu",
    "A ferry with sixty passengers went down in a squall off the Kenyan island of Lamu.",
    "Fishermen pulled forty people from the sea before the coastguard arrived.",
    published="2031-03-04",
)


def ids(groups: tuple[tuple[object, ...], ...]) -> list[list[str]]:
    """Return the report ids of each story."""
    return [[report.id for report in group] for group in groups]  # type: ignore[attr-defined]


def test_two_reports_of_one_development_are_one_story_even_alone() -> None:
    assert ids(group_reports([DAM, DAM_AGAIN])) == [["dam-a", "dam-b"]]


def test_unrelated_reports_are_two_stories() -> None:
    assert ids(group_reports([DAM, FERRY])) == [["dam-a"], ["ferry"]]


def test_company_changes_no_likeness() -> None:
    alone = likeness(read_features(DAM), read_features(DAM_AGAIN))
    group_reports([DAM, DAM_AGAIN, FERRY])
    assert likeness(read_features(DAM_AGAIN), read_features(DAM)) == alone


def test_order_changes_nothing() -> None:
    expected = group_reports([DAM, DAM_AGAIN, FERRY])
    assert all(group_reports(order) == expected for order in permutations([DAM, DAM_AGAIN, FERRY]))


def test_last_years_story_is_another_however_alike_the_words() -> None:
    later = make_report(
        "dam-c", "Talks on the Orlan dam break down",
        *(span.span.of(DAM.text) for span in DAM.blocks[1:]),
        published="2032-03-04",
    )  # fmt: skip
    assert len(group_reports([DAM, later])) == 2


def test_an_undated_report_joins_by_its_words() -> None:
    undated = make_report(
        "dam-d", "Orlan", *(b.span.of(DAM_AGAIN.text) for b in DAM_AGAIN.blocks[1:])
    )
    assert ids(group_reports([DAM, undated])) == [["dam-a", "dam-d"]]


def test_the_same_conflict_is_not_the_same_story() -> None:
    one = make_report(
        "a", "Shells hit market in Korvat",
        "At least six people were killed when shells hit a market in the town of Korvat on Friday.",
        "The army of Estonia blamed rebels for the attack.",
    )  # fmt: skip
    other = make_report(
        "b", "Rebels free prisoners in Belmora",
        "Rebels released eleven prisoners to the army in the village of Belmora on Saturday.",
        "The exchange had been prepared for weeks by a bishop.",
    )  # fmt: skip
    assert len(group_reports([one, other])) == 2
