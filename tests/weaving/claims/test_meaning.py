"""What was learned of retold stories, as one sign among others."""

from __future__ import annotations

import pytest

from dateline.model import Report
from dateline.weaving.claims.ledger import find_claims
from dateline.weaving.claims.meaning import MIDDLE, meant_alike
from tests.weaving.reports import (
    make_report,
    with_day,
    with_event,
    with_meaning,
    with_statement,
)

EAST, NORTH = bytes([127, 0, 0]), bytes([0, 127, 0])


def test_vectors_are_alike_whatever_their_length() -> None:
    assert meant_alike(EAST, bytes([90, 0, 0])) == pytest.approx(1 - MIDDLE)
    assert meant_alike(EAST, NORTH) == pytest.approx(-MIDDLE)
    assert meant_alike(EAST, bytes([129, 0, 0])) == pytest.approx(-1 - MIDDLE)


@pytest.mark.parametrize("unknown", [b"", bytes(3), bytes([127, 0])])
def test_what_is_not_known_speaks_neither_way(unknown: bytes) -> None:
    assert meant_alike(EAST, unknown) == meant_alike(unknown, EAST) == 0


def test_longer_vectors_of_old_databases_speak_neither_way() -> None:
    assert meant_alike(bytes([127] * 384), bytes([127] * 384)) == 0


def test_nothing_but_meaning_joins_nothing() -> None:
    razed = with_event(make_report("a", "T", "A mill was razed."), "A mill was razed", "razed",
                       "ASSAULT")  # fmt: skip
    danced = with_event(make_report("b", "T", "Some choirs sang."), "Some choirs sang", "sang",
                        "PROTEST")  # fmt: skip
    assert len(find_claims([with_meaning(razed, EAST), with_meaning(danced, EAST)])) == 2


def order(id: str, text: str, trigger: str, code: str = "REQUEST") -> Report:
    """Return a report of one order of Estonia's."""
    return with_event(make_report(id, "T", text), text[:-1], trigger, code, by=["Estonia"])


def test_acts_told_in_other_words_are_one_where_they_mean_one() -> None:
    one = order("a", "Estonia told the skipper by radio to come back.", "told")
    other = order("b", "The ferry had been instructed by Estonia to return.", "instructed")
    assert len(find_claims([with_meaning(one, EAST), with_meaning(other, EAST)])) == 1
    assert len(find_claims([with_meaning(one, EAST), with_meaning(other, NORTH)])) == 2


def test_no_meaning_joins_acts_of_two_days_by_itself() -> None:
    reports = []
    for id, day in (("a", "2031-03-03"), ("b", "2031-03-19")):
        report = with_day(make_report(id, "T", "On that day shells hit Orlan."), "that day", day)
        report = with_event(report, "shells hit Orlan", "hit", "ASSAULT", when="that day")
        reports.append(with_meaning(report, NORTH if id == "a" else bytes([127, 110, 0])))
    assert len(find_claims(reports)) == 2


def test_a_paraphrase_without_a_word_in_common_is_the_quotation_where_it_means_it() -> None:
    one = make_report("a", "T", '"Not one shell will go unanswered," Arvo Lind said.')
    one = with_statement(one, "Not one shell will go unanswered,", "Arvo Lind")
    other = make_report("b", "T", "Arvo Lind vowed that retaliation would follow all fire.")
    other = with_statement(
        other, "retaliation would follow all fire", "Arvo Lind", "paraphrase"
    )  # fmt: skip
    assert len(find_claims([with_meaning(one, EAST), with_meaning(other, EAST)])) == 1
    assert len(find_claims([with_meaning(one, EAST), with_meaning(other, NORTH)])) == 2
