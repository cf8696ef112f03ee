"""Notices: where a report corrects itself, or a report is taken back."""

from __future__ import annotations

import pytest

from dateline.extract.notices.mended import find_mended
from dateline.extract.notices.notices import rules
from dateline.knowledge.vocabulary import words
from dateline.model import Notice, Span
from tests.build import marked, read_text

BODY = (
    "Footbridge gives way in Varn\n\n"
    "Twelve people died when a footbridge over the Sel gave way in Varn on Tuesday.\n\n"
    "Divers searched the water until dusk, and the market on the far bank was shut.\n\n"
)


def notices(text: str) -> list[tuple[Notice, str | None, str | None]]:
    """Return the notices of a text with what each calls wrong and right."""
    report = read_text(text, upto="notices")

    def said(span: Span | None) -> str | None:
        return None if span is None else span.of(report.text)

    return [(notice, said(notice.wrong), said(notice.right)) for notice in report.notices]


def examples(key: str) -> list[tuple[str, str]]:
    """Return each example of a rule with the rule's name."""
    tables = words("notices").items()
    return [(rule, example) for rule, table in tables for example in table.get(key, ())]


@pytest.mark.parametrize(("rule", "example"), examples("yes"))
def test_an_example_is_a_notice_by_its_rule(rule: str, example: str) -> None:
    found = next(r for r in rules() if r.name == rule)
    assert found.pattern.match(example) if found.opening else found.pattern.search(example)


@pytest.mark.parametrize(("rule", "example"), examples("no"))
def test_a_counterexample_is_no_notice_by_any_rule(rule: str, example: str) -> None:
    assert rule
    assert not [r for r in rules() if r.opening and r.pattern.match(example)]
    assert not [r for r in rules() if not r.opening and r.pattern.search(example)]


@pytest.mark.parametrize(
    "notice",
    [
        "An earlier version of this article said [14] people had died; it was [12].",
        "Correction: the number of dead is [12], not [14] as first reported.",
        "This article was amended on 5 March 2031 to correct the number of dead from [12] to [14].",
        "(Corrects number of dead in paragraph 3 to [12] from [14])",
        "We wrongly reported that [14] people had died. The fire service says [12] did.",
        "The story gave the number of dead as [14] in error; it should have been [12].",
    ],
)
def test_the_numbers_that_a_correction_mends_and_no_others(notice: str) -> None:
    plain, spans = marked(notice)
    mended = find_mended(plain, Span(0, len(plain)))
    assert sorted(span for pair in mended for span in pair if span) == spans


@pytest.mark.parametrize(
    ("notice", "wrong", "right"),
    [
        ("An earlier version of this story said 14 died; it was 12.", "14", "12"),
        ("Correction: 12 people died, not 14.", "14", "12"),
        ("(Corrects number of dead to 12 from 14)", "14", "12"),
        ("Correction: The ferry sank in Varn, not in Orsk as first stated.", "in Orsk",
         "The ferry sank in Varn"),
        ("We wrongly reported that the mayor had resigned. We apologise.",
         "the mayor had resigned", None),
        ("(Removes erroneous reference to a curfew)", "a curfew", None),
        ("CORRECTS number of dead in para 3", None, None),
    ],
)  # fmt: skip
def test_what_was_wrong_and_what_holds(notice: str, wrong: str | None, right: str | None) -> None:
    ((found, said, instead),) = notices(BODY + notice)
    assert (found.kind, said, instead) == ("correction", wrong, right)


def test_a_correction_of_two_numbers_is_two_notices() -> None:
    notice = "Correction: 12 people died, not 14, and 30 were hurt, not 40."
    found = [(wrong, right) for _, wrong, right in notices(BODY + notice)]
    assert found == [("14", "12"), ("40", "30")]


def test_a_heading_goes_with_the_block_that_it_heads() -> None:
    ((found, wrong, _),) = notices(f"{BODY}Correction\n\nThe number of dead is 12, not 14.")
    assert found.by == "notices/heading"
    assert wrong == "14"


def test_a_report_that_is_taken_back_whole_names_nothing() -> None:
    ((found, wrong, _),) = notices(f"{BODY}Editor's note: This story has been withdrawn.")
    assert (found.kind, wrong, found.whose) == ("retraction", None, None)


def test_another_medium_takes_its_report_back() -> None:
    told = "The Lake Post on Thursday retracted its report that the mayor had been warned."
    ((found, wrong, _),) = notices(BODY + told)
    assert found.kind == "retraction"
    assert found.whose is not None
    assert found.whose.name == "The Lake Post"
    assert wrong == "the mayor had been warned"


def test_what_somebody_is_quoted_to_say_is_no_notice() -> None:
    quoted = "“We wrongly reported 14 deaths to the ministry,” Ilka Brandt, a doctor, said."
    assert notices(BODY + quoted) == []
