"""Counts that a verb gives a value, and new values of a count told of before."""

from __future__ import annotations

import pytest

from dateline.model import Figure
from tests.build import read_text


def figures(text: str) -> list[tuple[str, Figure]]:
    """Return the figures of body text with their words."""
    lead = "Storm on the coast\n\nThe wind fell in the night. "
    report = read_text(lead + text, upto="figures", published="2031-03-05")
    return [(f.span.of(report.text), f) for f in report.figures]


@pytest.mark.parametrize(
    ("text", "words", "measure", "head"),
    [
        ("The office put the number of collapsed bridges at 23.",
         "the number of collapsed bridges at 23", "other", "bridges"),
        ("That brought the number of homes destroyed to 1,900.",
         "the number of homes destroyed to 1,900", "other", "homes"),
        ("The union raised its estimate of the number of strikers to 22,000.",
         "the number of strikers to 22,000", "present", "strikers"),
        ("The coroner put the number of dead at 19 and of injured at 240.", "of injured at 240",
         "injured", None),
        ("The ministry said the number of dead had risen to 34 and that of wounded to 210.",
         "wounded to 210", "injured", None),
        ("The mayor put the number of burnt farms at 31 and of evacuees at 4,200.",
         "of evacuees at 4,200", "displaced", "evacuees"),
        ("A crowd blocked the road, but the mayor put it at no more than 50 people.",
         "no more than 50 people", "present", "people"),
    ],
)  # fmt: skip
def test_a_value_is_of_what_is_named_before_it(
    text: str, words: str, measure: str, head: str | None
) -> None:
    found = dict(figures(text))
    assert (found[words].measure, found[words].head) == (measure, head)


@pytest.mark.parametrize(
    ("text", "words", "low", "measure", "claimant"),
    [
        ("Organisers said 80,000 people walked out. The labour ministry put the number at 15,000.",
         "the number at 15,000", 15_000, "present", "labour ministry"),
        ("Police say 200 people were hurt. The union says 450.", "450", 450, "injured", "union"),
        ("The office raised its count to 71 dead. The bishop raised his to at least 120.",
         "his to at least 120", 120, "killed", "bishop"),
        ("The toll rose to 14 after three bodies were found. The coast guard put it at twelve.",
         "it at twelve", 12, "killed", "coast guard"),
        ("Police say 200 people were hurt. The hospital counts 310.", "310", 310, "injured",
         "hospital"),
        ("Police say 200 people were hurt. The clinic sticks to 80 and calls that a guess.", "80",
         80, "injured", "clinic"),
        ("Police say 200 people were hurt. The navy stands by 90.", "90", 90, "injured", "navy"),
        ("Police say 200 people were hurt. Four is the army's number.", "Four", 4, "injured",
         "army"),
        ("The toll rose to 14. The bishops put it at 44 at least.", "it at 44 at least", 44,
         "killed", "bishops"),
    ],
)  # fmt: skip
def test_another_value_counts_what_the_count_before_it_does(
    text: str, words: str, low: float, measure: str, claimant: str
) -> None:
    figure = dict(figures(text))[words]
    assert (figure.low, figure.measure) == (low, measure)
    assert figure.claimed_by is not None
    assert figure.claimed_by.name == claimant


@pytest.mark.parametrize(
    "text",
    [
        "The company put the figure at 1,200.",  # nothing was counted before
        "The union's members would vote. The minister said 12.",
        "Nine people were hurt. The bank raised its rate to 5.",
    ],
)
def test_a_number_of_nothing_is_no_count(text: str) -> None:
    assert [figure for _, figure in figures(text) if figure.by == "figures/valued"] == []


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The relief agency NADMO put the number of dead at 61.", "NADMO"),
        ("The dock workers' union stands by its own count of at least 31 dead.", "union"),
    ],
)
def test_a_count_is_of_the_name_or_the_owner_that_gives_it(text: str, claimant: str) -> None:
    ((_, figure),) = figures(text)
    assert figure.claimed_by is not None
    assert claimant in figure.claimed_by.name
