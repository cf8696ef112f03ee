"""Signatures: what is signed of a text, and what is left out."""

from __future__ import annotations

from dateline.weaving.copies.signature import cut, find_signature, shingles
from tests.weaving.reports import make_report

PLAIN = "Divers searched the flooded quarry for a third day without finding anybody."


def test_a_sentence_is_signed_wherever_it_stands() -> None:
    one = make_report("a", "Quarry search", PLAIN, "The mayor thanked them all.")
    other = make_report("b", "Nobody found", "Rain fell on the hills again.", PLAIN)
    shared = {mark for mark, _ in find_signature(one).sentences} & {
        mark for mark, _ in find_signature(other).sentences
    }
    assert len(shared) == 1


def test_a_signed_sentence_points_at_its_characters() -> None:
    report = make_report("a", "Quarry search", PLAIN)
    ((_, span),) = find_signature(report).sentences
    assert span.of(report.text) == PLAIN


def test_case_and_marks_make_no_other_sentence() -> None:
    one = make_report("a", "T", "The Council’s vote, on Friday, was put off again.")
    other = make_report("b", "T", "the council's vote on Friday was put off again")
    assert [m for m, _ in find_signature(one).sentences] == [
        m for m, _ in find_signature(other).sentences
    ]


def test_quoted_words_are_not_signed() -> None:
    said = "“We will not leave this valley while one house is still standing in it,”"
    one = make_report("a", "T", f"{said} Lind said.")
    assert find_signature(one).sentences == ()
    assert find_signature(one).sketch == ()


def test_a_quotation_that_nothing_closes_is_left_out_to_its_end() -> None:
    report = make_report("a", "T", "“We came here before the war and we will stay here after it.")
    assert shingles(report) == frozenset()


def test_the_title_is_not_signed() -> None:
    one = make_report("a", "Seven boats lost in a storm off the western cape", PLAIN)
    other = make_report("b", "Search goes on", PLAIN)
    assert find_signature(one).sketch == find_signature(other).sketch


def test_a_short_title_of_a_person_ends_no_sentence() -> None:
    report = make_report("a", "T", "Gen. Rossi left. The U.S. Army stayed on. Dr. Lee wrote.")
    block = report.blocks[1].span
    parts = [span.of(report.text) for span in cut(block, report.text)]
    assert parts == ["Gen. Rossi left.", "The U.S. Army stayed on.", "Dr. Lee wrote."]


def test_each_kind_of_quotation_ends_at_its_own_mark() -> None:
    told = "The miller said {} and then went home to his wife"
    plain = make_report("a", "T", told.format("nothing at all"))
    quoted = make_report("b", "T", told.format("„the dam « won’t “ hold") + ' "to this day".')
    assert {" ".join(run) for run in shingles(plain)} >= {"and then went home to"}
    assert {" ".join(run) for run in shingles(quoted)} == {
        *("hold and then went home", "and then went home to", "then went home to his"),
        "went home to his wife",
    }
