"""Statements behind a pronoun, a relay, a closing source or a thing that speaks."""

from __future__ import annotations

import pytest

from dateline.model import Statement
from tests.build import read_text
from tests.extract.statements.test_statements import the_statement

LEAD = "Ferry late\n\nThe river rose again in the night. "


def statements(text: str, **given: str) -> list[tuple[str, Statement]]:
    """Return the statements of body text with their reported words."""
    report = read_text(LEAD + text, upto="statements", **given)
    return [(s.content.of(report.text), s) for s in report.statements]


def names(statement: Statement) -> list[str]:
    """Return who speaks."""
    return [actor.name for actor in statement.speakers]


@pytest.mark.parametrize(
    "text",
    [
        '"The ferry is shut," the state news agency quoted the spokeswoman, Ana Ruiz, as saying.',
        '"The ferry is shut," the state news agency cited Ana Ruiz as saying.',
    ],
)
def test_an_agency_that_quotes_somebody_is_the_medium(text: str) -> None:
    _, statement = the_statement(text)
    assert (names(statement), statement.medium) == (["Ana Ruiz"], "state news agency")


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Ana Ruiz told Radio Norte that the ferry was late.", "Radio Norte"),
        ("Ana Ruiz told the Harbour Gazette that the ferry was late.", "Harbour Gazette"),
        ("Ana Ruiz told the state news agency that the ferry was late.", "state news agency"),
        ('"The ferry was late," Ana Ruiz wrote on X.', "X"),
    ],
)
def test_an_outlet_that_no_list_holds_is_the_medium(text: str, medium: str) -> None:
    assert the_statement(text)[1].medium == medium


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board closed the ferry. It said that the pier was rotten.",
        "The ferry is shut, according to the harbour board. It said that the pier was rotten.",
        'The harbour board closed the ferry. "The pier was rotten," it said in a statement.',
    ],
)
def test_it_is_the_body_that_the_sentence_before_tells_of(text: str) -> None:
    assert names(statements(text)[-1][1]) == ["harbour board"]


def test_it_is_no_person() -> None:
    assert statements("Ana Ruiz closed the ferry. It said that the pier was rotten.") == []


def test_a_source_at_the_end_speaks_for_the_whole_sentence() -> None:
    found = statements("Two men were lost a day after the ferry sank, according to Ana Ruiz.")
    assert [words for words, _ in found] == ["Two men were lost a day after the ferry sank"]


def test_a_speaker_with_an_office_is_no_part_of_what_is_said() -> None:
    text = "The Ola River rose four meters, the board's director, Juan Luis Bravo, told reporters."
    ((words, statement),) = statements(text)
    assert words == "The Ola River rose four meters"
    assert names(statement) == ["Juan Luis Bravo"]


@pytest.mark.parametrize(
    "text",
    [
        'The dockers marched behind a banner reading "Bread kills".',
        'The dockers held placards that said "No bread no boats".',
    ],
)
def test_a_slogan_on_a_thing_is_nobody_s_statement(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A new survey by the Lake Board found that the wells are dry.", "Lake Board"),
        ("Ana Ruiz voiced concern that the wells are dry.", "Ana Ruiz"),
        ("Ana Ruiz pointed out that the wells are dry.", "Ana Ruiz"),
    ],
)
def test_documents_and_voiced_feelings_report(text: str, speaker: str) -> None:
    ((words, statement),) = statements(text)
    assert words == "the wells are dry"
    assert names(statement) == [speaker]


def test_what_somebody_finds_is_no_statement() -> None:
    assert statements("Ana Ruiz found that the wells are dry.") == []


def test_what_is_told_of_the_day_of_writing_is_said_on_it() -> None:
    text = "Six men were missing on Tuesday evening, a harbour official said."
    report = read_text(LEAD + text, upto="statements", published="2021-06-15")
    (statement,) = report.statements
    assert statement.when is not None
    assert statement.when.of(report.text) == "Tuesday evening"
