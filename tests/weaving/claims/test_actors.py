"""Actors: whether two reports name the same one."""

from __future__ import annotations

import pytest

from dateline.model import Kind
from dateline.weaving.claims.actors import ACTS_FOR, SAME, Party, agree, distinct, meet


def person(name: str, country: str | None = None, sector: str | None = "GOV") -> Party:
    return Party(name, Kind.PERSON, country, sector)


ESTONIA = Party("Estonia", Kind.COUNTRY, "EST", "GOV")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim Zarrouk", "Zarrouk"),
        ("Karim Zarrouk", "Kareem Sarruk"),
        ("Omar al-Moallem", "Umar al-Muallim"),
        ("Ana Ruiz Soto", "Ana Ruiz"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert agree(person(one), person(other)) == SAME


@pytest.mark.parametrize(
    ("one", "other"), [("Ali Hassan", "Omar Hassan"), ("Arvo Lind", "Marta Ozola")]
)
def test_two_persons_of_one_country_are_two(one: str, other: str) -> None:
    assert agree(person(one, "EST"), person(other, "EST")) == 0


def test_a_minister_acts_for_his_country() -> None:
    assert agree(person("Arvo Lind", "EST"), ESTONIA) == ACTS_FOR


def test_a_rebel_does_not_act_for_the_country_he_lives_in() -> None:
    assert agree(person("Arvo Lind", "EST", "REB"), ESTONIA) == 0


def test_a_description_meets_a_description_by_its_words() -> None:
    described = Party("thousands of border guards", None, None, "MIL")
    assert agree(described, Party("border guards", None, None, "MIL")) > 0


def test_a_body_and_its_acronym_are_one() -> None:
    body = Party("Orlan Relief Committee", Kind.ORGANISATION, None, "NGO")
    assert agree(body, Party("ORC", Kind.ORGANISATION, None, None)) == SAME


def test_who_speaks_for_a_body_is_compatible_with_it_alone() -> None:
    voice = Party("Ilan Droste", Kind.PERSON, None, "MIL", title="commander", body="navy")
    assert agree(voice, Party("navy", None, None, "MIL")) == ACTS_FOR
    assert agree(Party("the navy", None, None, "MIL"), voice) == ACTS_FOR
    assert agree(voice, Party("port authority", Kind.ORGANISATION, None, "GOV")) == 0
    assert agree(voice, person("Marta Kell")) == 0


def test_nobody_in_particular_is_left_out_of_a_meeting() -> None:
    assert meet((Party("leaders", None, None, "GOV"),), (ESTONIA,)) is None


def test_two_officials_of_one_state_are_not_provably_two_sources() -> None:
    assert not distinct(person("Arvo Lind", "EST"), person("Marta Ozola", "EST"))
    assert distinct(person("Arvo Lind", "EST"), person("Janis Berzin", "LVA"))


def test_an_unnamed_source_is_not_provably_another() -> None:
    assert not distinct(Party("a spokesman", None, None, "GOV"), person("Janis Berzin", "LVA"))
