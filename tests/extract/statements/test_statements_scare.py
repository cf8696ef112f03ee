"""Quotation marks that quote nobody, on invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.statements.test_statements import said


@pytest.mark.parametrize(
    "text",
    [
        'Locals often describe the old ferry as "the widow."',
        'Fishermen call the northern bank "the mouth".',
        'The army spared what it has described as "moderate" strikers.',
        'The so-called "peace force" burnt the pier.',
        'Jose "Pepe" Silva crossed the river.',
        'Ana Ruiz played in the film "Dry Lake" last year.',
        'The "widow" ferry came late.',
        'A ferry nicknamed "the widow" came late.',
    ],
)
def test_marks_that_keep_a_name_off_quote_nobody(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'On Friday Ana Ruiz described the ferry as "the widow of the river".',
        'Ana Ruiz called the strikers "thugs" on Friday.',
    ],
)
def test_a_name_given_on_one_occasion_is_a_statement(text: str) -> None:
    assert [row[0] for row in said(text)] == ["mixed"]


def test_a_scare_quote_doesn_t_hide_the_clause_around_it() -> None:
    rows = said('Ana Ruiz said that Jose "Pepe" Silva had crossed the river.')
    assert rows == [("paraphrase", "Ana Ruiz", 'Jose "Pepe" Silva had crossed the river')]
