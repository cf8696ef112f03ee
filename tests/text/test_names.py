"""Names of persons, organisations, groups, countries and places."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.model import Kind, Name
from tests.build import marked, read_text


def names(text: str) -> tuple[Name, ...]:
    return read_text(text, upto="names").names


def kinds(text: str) -> dict[str, Kind]:
    return {name.span.of(text): name.kind for name in names(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Chadian Foreign Minister [Idris Mahamat] resigned on Monday.",
        "The envoy said President [Lena Okoro]'s plan had failed.",
        "Lt. Gen. [Omar al-Tahir] told reporters that the road was open.",
        "The talks were led by Deputy Foreign Minister [Pavel Dorin] of Moldova.",
        "U.S. Ambassador to the United Nations [Carla Whitfield] spoke first.",
        '"We waited," [Ana de la Cruz] said.',
    ],
)
def test_a_title_is_no_part_of_a_persons_name(text: str) -> None:
    plain, expected = marked(text)
    found = [name.span for name in names(plain) if name.kind is Kind.PERSON]
    assert found == expected


def test_a_surname_is_the_person_named_in_full_elsewhere() -> None:
    text = "Sadiki rejected the offer. Interior Minister Moussa Sadiki had asked for more."
    assert kinds(text)["Sadiki"] is Kind.PERSON


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Peruvian troops crossed the river.", "Peruvian", "PER"),
        ("The Kenyans have left.", "Kenyans", "KEN"),
        ("The U.S.-led mission ended.", "U.S.", "USA"),
        ("Downing Street denied the report.", "Downing Street", "GBR"),
        ("The UAE closed its embassy.", "UAE", "ARE"),
        ("They live in Cote d'Ivoire.", "Cote d'Ivoire", "CIV"),
    ],
)
def test_words_for_a_country_carry_its_code(text: str, words: str, country: str) -> None:
    found = {name.span.of(text): name for name in names(text)}
    assert (found[words].kind, found[words].country) == (Kind.COUNTRY, country)


@pytest.mark.parametrize(
    "text",
    [
        "Ankara rejected the proposal on Friday.",
        "Ankara is preparing a new offer.",
        "The minister accused Ankara of delay.",
        "He said talks with Ankara had failed.",
        "Ankara's answer came late.",
        "Officials blamed Ankara and Tehran.",
    ],
)
def test_a_capital_that_acts_is_its_government(text: str) -> None:
    found = next(name for name in names(text) if name.span.of(text) == "Ankara")
    assert (found.kind, found.name, found.as_government) == (Kind.COUNTRY, "Turkey", True)


@pytest.mark.parametrize(
    "text",
    [
        "They met in Ankara on Friday.",
        "The minister flew to Ankara.",
        "Ankara's airport was closed.",
        "A bomb exploded near Ankara.",
        "She was born in the city of Ankara.",
    ],
)
def test_a_capital_where_something_is_stays_a_place(text: str) -> None:
    found = next(name for name in names(text) if name.span.of(text) == "Ankara")
    assert (found.kind, found.as_government) == (Kind.PLACE, False)


def test_a_seat_of_a_body_that_acts_is_the_body() -> None:
    found = names("Brussels said it would cut aid. They met in Brussels.")
    assert [(name.kind, name.name) for name in found] == [
        (Kind.ORGANISATION, "European Union"),
        (Kind.PLACE, "Brussels"),
    ]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The bridge at Palmyra, Syria, was rebuilt.", False),
        ("The camp at Durban, South Africa, was closed.", False),
        ("In Damascus, Syria said it would answer.", True),
        ("In Paris, France and Germany agreed on it.", True),
        ("They spoke to the people of Syria.", False),
        ("They are camped outside of Syria.", False),
        ("Syria's northern border stayed shut.", False),
        ("Syria's army answered.", True),
        ("They wrote to the government of Syria.", True),
    ],
)
def test_a_country_is_a_place_where_its_ground_is_meant(text: str, acts: bool) -> None:
    land = next(name for name in names(text) if name.name in {"Syria", "France", "South Africa"})
    assert land.as_government is acts


def test_a_large_city_that_the_parser_overlooks_is_named() -> None:
    found = names("QUESTION: Did you discuss Aleppo? Were there any agreements?")
    assert [(name.name, name.kind) for name in found] == [("Aleppo", Kind.PLACE)]


def test_a_country_where_something_is_does_not_act() -> None:
    found = names("A storm hit villages in Honduras while Belize sent boats.")
    assert [(name.name, name.as_government) for name in found] == [
        ("Honduras", False),
        ("Belize", True),
    ]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Fighters of al Shabaab fled.", "al Shabaab", Kind.GROUP),
        ("The Al-Qaeda-linked cell was found.", "Al-Qaeda", Kind.GROUP),
        ("The Kenyan Health Ministry closed schools.", "Kenyan Health Ministry", Kind.ORGANISATION),
        ("The World Food Programme sent trucks.", "World Food Programme", Kind.ORGANISATION),
        ("Latin American leaders met.", "Latin American", Kind.PLACE),
        ("Voters in New Mexico waited.", "New Mexico", Kind.PLACE),
        ("He lived in West Virginia.", "West Virginia", Kind.PLACE),
    ],
)
def test_the_longest_listed_name_wins(text: str, words: str, kind: Kind) -> None:
    assert kinds(text)[words] is kind


def test_a_pronoun_in_small_letters_is_no_country() -> None:
    assert names("They told us to wait, and we did.") == ()


def test_an_acronym_in_brackets_names_the_same_body() -> None:
    text = "The Free Harbour Union (FHU) struck. On Sunday the FHU went on."
    assert kinds(text)["FHU"] is Kind.ORGANISATION


def test_a_name_after_near_is_a_place_whatever_the_parser_says() -> None:
    text = "Rebels shelled the village of Tall Marwan on Sunday, residents of Syria said."
    assert kinds(text)["Tall Marwan"] is Kind.PLACE


def test_a_preposition_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert kinds("Near Tal Harim, two bridges fell.").get("Tal Harim") is Kind.PLACE


@pytest.mark.parametrize(
    "text",
    [
        "The frigate USS Calder left the port.",
        "Operation Northern Lance began in May.",
        "Troops found a VBIED near the gate.",
    ],
)
def test_a_ship_an_operation_or_a_weapon_is_nobody(text: str) -> None:
    assert not {Kind.PERSON, Kind.ORGANISATION, Kind.GROUP} & set(kinds(text).values())


def test_georgia_is_a_state_beside_other_states() -> None:
    text = "Storms crossed Ohio and Alabama. Georgia closed its schools."
    assert kinds(text)["Georgia"] is Kind.PLACE


def test_georgia_is_a_country_beside_its_capital() -> None:
    text = "Storms crossed Ohio. Tbilisi was calm, and Georgia kept its schools open."
    assert kinds(text)["Georgia"] is Kind.COUNTRY


def test_names_stand_in_order_and_apart() -> None:
    text = "Iran's Defense Ministry and President Lena Okoro of Nigeria met the UN in Paris, Texas."
    spans = [name.span for name in names(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
