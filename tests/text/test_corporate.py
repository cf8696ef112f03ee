"""Bodies that the parser takes for persons."""

from __future__ import annotations

import pytest

from dateline.model import Kind
from tests.build import marked, read_text


def kind_of(text: str) -> tuple[Kind, str | None]:
    """Return kind and sector of the name in [brackets]."""
    plain, spans = marked(text)
    names = read_text(plain, upto="names").names
    return next((n.kind, n.sector) for n in names if n.span == spans[0])


@pytest.mark.parametrize(
    "text",
    [
        "The tug's insurer, [Corvane Lodge], said nobody was hurt.",
        "[Wickham Copper], which runs the pit, shut the gate on Friday.",
        "The insurer, [Tessel Mutual], will pay the families.",
        "Joan Mercer said that [Ardley Crane]'s shareholders had voted.",
        "A rival, [Duval Frères], lost the contract.",
    ],
)
def test_a_trade_a_board_or_a_last_word_shows_a_body(text: str) -> None:
    assert kind_of(text)[0] is Kind.ORGANISATION


def test_a_firm_is_a_business() -> None:
    assert kind_of("The insurer, [Tessel Mutual], will pay.") == (Kind.ORGANISATION, "BUS")


@pytest.mark.parametrize(
    "text",
    [
        "The shop's owner, [Maria Lodge], wept.",
        "The owner, [Ardo Lenk], 44, fled across the river.",
        "The contractor, [Ardo Copper], who built the dam, was held.",
        "The judge thanked Mr [Ardo Steel].",
        "The shop's owner, [Temwa Ardo], said the fire began at night.",
        "Villagers praised [Ardo Rubber]. On Friday Rubber said he was tired.",
        "Teachers met [Temwa Ardo]'s parents.",
    ],
)
def test_a_given_name_an_age_or_an_address_shows_a_person(text: str) -> None:
    assert kind_of(text)[0] is Kind.PERSON
