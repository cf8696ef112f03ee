"""Differences: where members of a claim differ, and how."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Difference, Report
from dateline.weaving.claims.ledger import find_claims, items_of
from dateline.weaving.differences.finding import find_differences
from tests.weaving.reports import (
    make_report,
    with_day,
    with_event,
    with_figure,
    with_place,
    with_statement,
)


def between(*reports: Report) -> list[tuple[str, str]]:
    """Return what the reports' one shared claim differs on, and how."""
    return [(d.on, d.relation) for d in differences(*reports)]


def differences(*reports: Report) -> tuple[Difference, ...]:
    (telling,) = [t for t in find_claims(reports) if len(t.reports) > 1]
    return find_differences(telling.items)


def toll(id: str, number: int, noun: str, day: str | None, claimed: str | None = None) -> Report:
    source = f", the {claimed} said" if claimed else ""
    report = make_report(
        id,
        f"Toll {id}",
        f"The flood in the Orlan valley drowned {number} {noun}{source}.",
        published=day,
    )
    more: dict[str, object] = {"claimed": claimed} if claimed else {}
    return with_figure(report, f"{number} {noun}", number, "killed", **more)


def test_an_equal_number_of_other_nouns_agrees() -> None:
    assert between(toll("a", 14, "people", None), toll("b", 14, "villagers", None)) == [
        ("number", "agree")
    ]


def test_an_equal_number_of_the_same_noun_is_no_difference() -> None:
    assert between(toll("a", 14, "people", None), toll("b", 14, "people", None)) == []


def test_a_later_number_of_the_same_source_is_an_update() -> None:
    a = toll("a", 14, "people", "2031-03-04", "Orlan Relief Committee")
    b = toll("b", 19, "people", "2031-03-05", "Orlan Relief Committee")
    assert ("number", "updated") in between(a, b)


def test_numbers_of_two_sources_on_one_day_are_a_conflict() -> None:
    a = toll("a", 14, "people", "2031-03-04", "Orlan Relief Committee")
    b = toll("b", 29, "people", "2031-03-04", "Flood Watch")
    assert between(a, b) == [("number", "conflict")]


def test_a_number_within_the_others_bounds_is_finer() -> None:
    a = make_report("a", "T", "The flood in the Orlan valley drowned at least 14 people.")
    a = with_figure(
        a, "at least 14 people", 14, "killed", head="people", high=None, hedge="at_least"
    )
    assert between(a, toll("b", 17, "people", None)) == [("number", "finer")]


def test_a_day_within_days_and_a_city_within_a_country_are_finer() -> None:
    a = make_report("a", "T", "Estonia, Latvia and Lithuania meet in Vilnius on Friday.")
    a = with_place(with_day(a, "Friday", "2031-03-07"), "Vilnius", "city", "LTU")
    b = make_report("b", "T", "Estonia, Latvia and Lithuania meet in Lithuania this week.")
    b = with_place(
        with_day(b, "this week", "2031-03-03", "2031-03-09"), "in Lithuania", "country", "LTU"
    )
    three = ["Estonia", "Latvia", "Lithuania"]
    a = with_event(a, "Estonia, Latvia and Lithuania meet", "meet", "CONSULT", by=three,
                   status="planned", when="Friday", place="Vilnius")  # fmt: skip
    b = with_event(b, "Estonia, Latvia and Lithuania meet", "meet", "CONSULT", by=three,
                   status="planned", when="this week", place="in Lithuania")  # fmt: skip
    assert between(a, b) == [("day", "finer"), ("place", "finer")]
    day = differences(a, b)[0]
    assert [(v.report, v.value) for v in day.values] == [("a", "Friday"), ("b", "this week")]


def test_two_renderings_of_one_speakers_words_are_a_translation() -> None:
    a = make_report("a", "T", "“The sluices at Orlan must be opened,” Lind said.")
    b = make_report("b", "T", "“Those sluices must now be let run,” Lind said.")
    a = with_statement(a, "The sluices at Orlan must be opened,", "Arvo Lind")
    b = with_statement(b, "Those sluices must now be let run,", "Arvo Lind")
    assert between(a, b) == [("wording", "translation")]


def test_a_fragment_differs_in_nothing() -> None:
    a = make_report(
        "a", "T", "Lind said: “The sluices are a weapon and we will treat them as one.”"
    )
    b = make_report("b", "T", "The sluices were “a weapon”, Lind said.")
    a = with_statement(a, "The sluices are a weapon and we will treat them as one.", "Arvo Lind")
    b = with_statement(b, "a weapon", "Arvo Lind", "mixed")
    assert between(a, b) == []


def test_what_one_says_and_another_denies_is_a_conflict() -> None:
    words = "Estonia opened fire on a Latvia patrol near Orlan"
    a = with_event(make_report("a", "T", f"{words}."), words, "opened fire", "ASSAULT",
                   by=["Estonia"], to=["Latvia"])  # fmt: skip
    b = with_event(make_report("b", "T", f"Lind denied that {words}."), words, "opened fire", "ASSAULT",
                   by=["Estonia"], to=["Latvia"], status="denied")  # fmt: skip
    assert ("status", "conflict") in between(a, b)


def test_a_number_told_as_risen_is_an_update_where_no_date_tells_the_order() -> None:
    one = toll("a", 4, "people", None)
    two = make_report("b", "Toll b", "The toll of the flood in the Orlan valley rose to 9 people.")
    two = with_figure(two, "9 people", 9, "killed")
    assert between(one, two) == [("number", "updated")]


def test_a_closer_number_of_a_later_day_is_an_update() -> None:
    one = toll("a", 30, "people", "2031-03-04", "Orlan Relief Committee")
    vague = replace(one.figures[0], low=24, high=99)
    two = toll("b", 44, "people", "2031-03-05", "Orlan Relief Committee")
    assert between(replace(one, figures=(vague,)), two) == [("number", "updated")]


def test_each_number_of_a_report_that_gives_two_is_set_against_the_others() -> None:
    one = toll("a", 14, "people", "2031-03-04", "Orlan Relief Committee")
    two = make_report(
        "b", "Toll b", "The flood in the Orlan valley drowned 40 people, Flood Watch said.",
        "The Orlan Relief Committee put the toll of the flood in the valley at 19 people.",
        published="2031-03-05",
    )  # fmt: skip
    two = with_figure(two, "40 people", 40, "killed", claimed="Flood Watch")
    two = with_figure(two, "19 people", 19, "killed", claimed="Orlan Relief Committee")
    numbers = sorted(relation for on, relation in between(one, two) if on == "number")
    # 14 and 40, 14 and 19, and the later report's own two, by two who don't agree.
    assert numbers == ["conflict", "conflict", "updated"]


def test_an_act_and_its_denial_in_one_report_are_a_conflict_of_status() -> None:
    text = "Arvo Lind said that Latvia flooded the valley; Marta Ozola denied it flooded the valley"
    a = make_report("a", "T", text)
    a = with_event(a, "Latvia flooded the valley", "flooded", "ASSAULT", by=["Latvia"],
                   claimed="Arvo Lind")  # fmt: skip
    a = with_event(a, "it flooded the valley", "it flooded", "ASSAULT", by=["Latvia"],
                   status="denied", claimed="Marta Ozola")  # fmt: skip
    items = items_of(a, "event")
    (difference,) = find_differences(items)
    assert (difference.on, difference.relation) == ("status", "conflict")
    assert len(difference.values) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No bullet came from our side of the river,", "Not one round left the guns on our bank,"),
        ("We will bury nobody under these ruins,", "Nobody shall lie in this rubble,"),
        ("Whoever opens the sluice will choke on it,", "He who lifts that sluice will drown,"),
    ],
)
def test_words_that_translations_exchange_make_one_statement(one: str, other: str) -> None:
    a = with_statement(make_report("a", "T", f"“{one}” Lind said."), one, "Arvo Lind")
    b = with_statement(make_report("b", "T", f"“{other}” Lind said."), other, "Arvo Lind")
    assert between(a, b) == [("wording", "translation")]


def test_two_quotations_of_one_speaker_with_a_word_in_common_are_two() -> None:
    one, other = "The sluice is a hundred years old,", "Nobody asked who paid for that sluice,"
    a = with_statement(make_report("a", "T", f"“{one}” Lind said."), one, "Arvo Lind")
    b = with_statement(make_report("b", "T", f"“{other}” Lind said."), other, "Arvo Lind")
    assert [telling for telling in find_claims([a, b]) if len(telling.reports) > 1] == []
