"""To whom, through what and when something is said, on invented sentences."""

from __future__ import annotations

import pytest

from dateline.model import Statement
from tests.extract.statements.test_statements import read, said, the_statement


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Ana Ruiz wrote on Twitter that the ferry was late.", "Twitter"),
        ("Ana Ruiz tweeted that the ferry was late.", "Twitter"),
        ("In a tweet, Ana Ruiz said the ferry was late.", "Twitter"),
        ("Ana Ruiz told Reuters the ferry was late.", "Reuters"),
        ("Ana Ruiz told a Reuters reporter that the ferry was late.", "Reuters"),
        ("Ana Ruiz said in an interview with Reuters that the ferry was late.", "Reuters"),
        ("Ana Ruiz said on state television that the ferry was late.", "television"),
        ("Ana Ruiz said in a statement that the ferry was late.", "statement"),
        ("Ana Ruiz said that the ferry was late.", None),
    ],
)
def test_the_medium_is_the_channel_that_is_named(text: str, medium: str | None) -> None:
    assert the_statement(text)[1].medium == medium


@pytest.mark.parametrize(
    "text",
    [
        "The news agency TASS quoted Ana Ruiz as saying that the ferry was late.",
        "Ana Ruiz was quoted by TASS as saying that the ferry was late.",
    ],
)
def test_a_relayed_statement_is_the_quoted_person_s(text: str) -> None:
    _, statement = the_statement(text)
    assert [actor.name for actor in statement.speakers] == ["Ana Ruiz"]
    assert statement.medium == "TASS"


def test_the_hearer_is_who_is_told() -> None:
    _, statement = the_statement("Ana Ruiz told Luis Prado that the ferry was late.")
    assert statement.hearer is not None
    assert statement.hearer.name == "Luis Prado"


def test_a_mouthpiece_speaks_for_its_body() -> None:
    _, statement = the_statement(
        "Officials from the United Nations said on Monday that the ferry was late."
    )
    assert statement.speakers[0].name == "United Nations"


def test_a_statement_s_document_stands_for_its_author() -> None:
    _, statement = the_statement("A statement by Ana Ruiz said that the ferry was late.")
    assert [actor.name for actor in statement.speakers] == ["Ana Ruiz"]


def times_of(text: str) -> list[str | None]:
    """Return the words of each statement's time."""
    report = read(text)
    return [None if s.when is None else s.when.of(report.text) for s in report.statements]


def test_the_time_is_that_of_the_saying_and_not_of_what_is_said() -> None:
    assert times_of("Ana Ruiz said on Monday that the ferry had sunk on Sunday.") == ["Monday"]
    assert times_of("Ana Ruiz said that the ferry had sunk on Sunday.") == [None]


def test_a_participle_has_the_time_of_its_main_clause() -> None:
    assert times_of("Ana Ruiz left on Monday, saying the ferry was late.") == ["Monday"]


def test_a_talk_has_one_time() -> None:
    text = 'Ana Ruiz said on Monday that the ferry was late. "It never comes," she said.'
    assert times_of(text) == ["Monday", "Monday"]


def test_another_speaker_doesn_t_take_the_time() -> None:
    text = "Ana Ruiz said on Monday that the ferry was late. Luis Prado said that it was early."
    assert times_of(text) == ["Monday", None]


def test_a_lede_takes_the_time_that_the_next_paragraph_prints() -> None:
    text = (
        "Ana Ruiz warned that the ferry might sink.\n\n"
        '"It is not safe," Ana Ruiz wrote on Twitter on Monday.'
    )
    assert times_of(text) == ["Monday", "Monday"]


def test_an_answer_within_minutes_has_the_time_of_what_it_answers() -> None:
    text = (
        '"The ferry is safe," Luis Prado wrote on Twitter on Monday.\n\n'
        '"It is a floating wreck," Ana Ruiz wrote on Twitter minutes after Prado\'s tweet.'
    )
    assert times_of(text) == ["Monday", "Monday"]


def test_the_cue_is_the_word_that_reports() -> None:
    report, statement = the_statement("According to Ana Ruiz, the ferry was late.")
    assert statement.cue is not None
    assert statement.cue.of(report.text) == "According to"


def test_evidence_is_the_sentence_with_its_cue() -> None:
    report, statement = the_statement('The ferry came. "It was late," Ana Ruiz said. It left.')
    assert isinstance(statement, Statement)
    assert statement.span.of(report.text) == '"It was late," Ana Ruiz said.'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Mayor Iva Stone said that the plan "is quite dead by now", local radio reported.',
            "Iva Stone",
        ),
        ("« We will not leave the hills », a fighter known as Captain Pike said.", "Pike"),
        ("The lake agency SBA said that ten boats had sunk.", "SBA"),
        ("Ten boats had sunk, according to the lake agency SBA.", "SBA"),
        (
            "The mayor's spokesman, Ilan Droste, said in a message that rains were coming.",
            "Ilan Droste",
        ),
    ],
)
def test_who_is_named_beside_a_description_speaks(text: str, speaker: str) -> None:
    assert speaker in {row[1] for row in said(text)}


def test_two_clauses_around_an_aside_are_two_statements() -> None:
    found = said("Ana Ruiz spoke. Ten people died, she said, and the bridge had been shut by noon.")
    assert [row[2] for row in found] == ["Ten people died", "the bridge had been shut by noon"]
