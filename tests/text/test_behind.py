"""Who is named behind a noun, and what names mean in their own report."""

from __future__ import annotations

import pytest

from dateline.model import Kind
from tests.build import read_text

LEAD = "The port of Averby was closed.\n\n"


def speakers(text: str) -> list[str]:
    report = read_text(LEAD + text, upto="statements")
    return [actor.name for said in report.statements for actor in said.speakers]


def kinds(text: str) -> dict[str, Kind]:
    return {name.name: name.kind for name in read_text(LEAD + text, upto="names").names}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The gate was open, its spokesman Oren Tal told reporters by telephone.", "Oren Tal"),
        ('"I heard shots," said a carpenter from Dorum, Milo Agard, 29, who was at home.',
         "Milo Agard"),
        ("According to the cabin crew union, SPKD, 214 flights were cancelled.", "SPKD"),
        (("For his part, the Minister of Government, Alvaro Quint, reported that nine men were"
         " hurt."), "Alvaro Quint"),
    ],
)  # fmt: skip
def test_who_is_named_behind_a_noun_speaks(text: str, speaker: str) -> None:
    assert speaker in speakers(text)


@pytest.mark.parametrize("name", ["Ardila Senoga", "Ruben Taku"])
def test_a_trade_before_a_full_name_makes_it_a_persons(name: str) -> None:
    assert kinds(f"The nurse {name} said that two patients had died.")[name] is Kind.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministry blamed Saraya al-Sabah for the blast.", "Saraya al-Sabah"),
        ("Clear Path, a Yangon charity, sent two boats.", "Clear Path"),
        ("The group, Halden Dawn, sent two boats.", "Halden Dawn"),
    ],
)
def test_who_is_called_a_group_is_no_person(text: str, name: str) -> None:
    assert kinds(text)[name] is Kind.ORGANISATION


def test_an_acronym_means_what_its_report_says() -> None:
    text = "The Rapid Support Forces shelled the town. The RSF denied it."
    report = read_text(LEAD + text, upto="names")
    (short,) = [name for name in report.names if name.span.of(report.text) == "RSF"]
    assert short.name == "Rapid Support Forces"


def test_an_acronym_that_no_list_knows_in_that_sense_is_the_reports_own() -> None:
    text = "The Renewal and Solidarity Front (RSF) met on Monday. The RSF left."
    report = read_text(LEAD + text, upto="names")
    assert not any(name.name == "Reporters Without Borders" for name in report.names)


def test_an_acronym_alone_is_what_the_list_says() -> None:
    report = read_text(LEAD + "The RSF condemned the arrest of two editors.", upto="names")
    assert any(name.name == "Reporters Without Borders" for name in report.names)
