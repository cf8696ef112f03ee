"""Sayings that the parse joins wrongly, and voices that stand apart, on invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.statements.test_statements import said, the_statement


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "The lake holds water for a year, its keeper, Jon Aas, told our reporter.",
            "Jon Aas",
            "The lake holds water for a year",
        ),
        (
            "The envoy's aide in Osmara, Tor Lie, said that the offer was late.",
            "Tor Lie",
            "the offer was late",
        ),
        (
            "According to the head of the museum, Professor Anna Dahl, the vase is lost.",
            "Anna Dahl",
            "the vase is lost",
        ),
        (
            '"The roof is sound," the chief engineer of the port board, Nils Berg, noted on Monday.',
            "Nils Berg",
            "The roof is sound,",
        ),
        ('"We have paid it all." That was Mayor Kari Holm on Monday.', "Kari Holm", None),
        (
            "Mayor Kari Holm brought to the attention of residents that the ferry would stop.",
            "Kari Holm",
            None,
        ),
        ("Mayor Kari Holm made it clear that she would pay.", "Kari Holm", "she would pay"),
    ],
)
def test_who_speaks_and_what_is_said(text: str, speaker: str, words: str | None) -> None:
    report, statement = the_statement(text)
    assert [actor.name for actor in statement.speakers] == [speaker]
    if words is not None:
        assert words in statement.content.of(report.text)


def test_what_is_said_ends_where_the_speaker_does_more() -> None:
    told = said("Captain Jon Aas said that his crew had left, demanded a ship, and left the pier.")
    assert told[0][1:] == ("Jon Aas", "his crew had left")


def test_two_sayings_joined_are_two() -> None:
    told = said(
        "The harbour board said that 40 boats were gone, and the coast guard warned that more"
        " would sink."
    )
    assert [(speaker, words) for _, speaker, words in told] == [
        ("harbour board", "40 boats were gone"),
        ("coast guard", "more would sink"),
    ]


def test_what_is_worth_noting_is_nobodys_saying() -> None:
    assert not said("It is worth noting that the ferry is old.")


def test_a_language_is_no_country() -> None:
    report, statement = the_statement(
        'Ana Ruiz said in French: "The ferry is late." The government wept.'
    )
    assert [actor.name for actor in statement.speakers] == ["Ana Ruiz"]
    assert not [name for name in report.names if name.country == "FRA"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ('Mayor Ana Ruiz met the guild of porters on Monday. "We will stay," she said.', "Monday"),
        ('Mayor Ana Ruiz met the guild of porters. "We will stay," she said.', None),
    ],
)
def test_a_saying_is_of_the_day_of_what_its_speaker_did(text: str, when: str | None) -> None:
    report, statement = the_statement(text)
    assert (statement.when.of(report.text) if statement.when else None) == when


def test_a_past_day_is_of_what_is_reported() -> None:
    _, statement = the_statement("The quay was dredged yesterday, Reuters reports.")
    assert statement.when is None


def test_a_report_of_the_past_is_not_joined_to_what_is_reported() -> None:
    told = said(
        'The guild denied that porters had burnt the shed and blamed "people without faces".'
    )
    assert told[-1][1:] == ("guild", "people without faces")
