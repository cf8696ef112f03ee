"""Chains: the mentions of one person, body or country."""

from __future__ import annotations

import pytest

from dateline.model import Chain, Report
from tests.build import read_text


def chains(text: str) -> tuple[Report, dict[str, Chain]]:
    report = read_text(text, upto="chains")
    return report, {chain.name: chain for chain in report.chains}


def words(report: Report, chain: Chain) -> list[str]:
    return [span.of(report.text) for span in chain.mentions]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (
            "Chadian Foreign Minister Idris Mahamat resigned.",
            "Idris Mahamat",
            ("TCD", "GOV", "foreign minister"),
        ),
        (
            "Kenya's defense minister, Grace Mwangi, flew home.",
            "Grace Mwangi",
            ("KEN", "GOV", "defense minister"),
        ),
        (
            "Grace Mwangi, Kenya's defense minister, flew home.",
            "Grace Mwangi",
            ("KEN", "GOV", "defense minister"),
        ),
        (
            "Kremlin spokesman Pavel Dorin said no.",
            "Pavel Dorin",
            ("RUS", "GOV", "Kremlin spokesman"),
        ),
        (
            "President Lena Okoro of Nigeria arrived.",
            "Lena Okoro",
            ("NGA", "GOV", "president"),
        ),
        ("Lena Okoro arrived late.", "Lena Okoro", (None, None, None)),
    ],
)
def test_the_words_beside_a_name_tell_who_it_is(
    text: str, name: str, told: tuple[str | None, str | None, str | None]
) -> None:
    _, found = chains(text)
    assert (found[name].country, found[name].sector, found[name].title) == told


def test_a_surname_joins_the_full_name() -> None:
    report, found = chains("President Lena Okoro spoke. Okoro then left the hall.")
    assert words(report, found["Lena Okoro"])[:2] == ["Lena Okoro", "Okoro"]


def test_a_surname_of_two_persons_joins_neither() -> None:
    report, found = chains(
        "President Lena Okoro met General Tunde Okoro. Later Okoro spoke to reporters."
    )
    assert words(report, found["Lena Okoro"]) == ["Lena Okoro"]
    assert words(report, found["Tunde Okoro"]) == ["Tunde Okoro"]


def test_every_word_for_a_country_is_one_chain() -> None:
    report, found = chains(
        "Turkish jets took off. Ankara denied it. The Turks said so again, and Turkey left."
    )
    assert words(report, found["Turkey"]) == ["Turkish", "Ankara", "Turks", "Turkey"]


def test_he_is_the_only_person_before() -> None:
    report, found = chains("Foreign Minister Idris Mahamat resigned. He gave no reason.")
    assert "He" in words(report, found["Idris Mahamat"])


def test_he_is_nobody_where_two_could_be_meant() -> None:
    report, found = chains("Idris Mahamat and Pavel Dorin met on Monday. He left early.")
    assert all("He" not in words(report, chain) for chain in found.values())


def test_a_title_alone_is_the_person_who_has_it() -> None:
    report, found = chains(
        "Chad's foreign minister, Idris Mahamat, met President Lena Okoro. "
        "The foreign minister left on Friday."
    )
    assert "foreign minister" in words(report, found["Idris Mahamat"])


def test_the_ministry_is_the_one_just_named() -> None:
    report, found = chains("The Kenyan Health Ministry closed schools. The ministry gave no date.")
    assert "ministry" in words(report, found["Kenyan Health Ministry"])


def test_an_acronym_joins_the_name_it_stands_for() -> None:
    report, found = chains("The Free Harbour Union (FHU) struck. The FHU will go on.")
    assert words(report, found["Free Harbour Union"]).count("FHU") == 2


def test_the_ministries_of_two_countries_are_two_chains() -> None:
    text = (
        "Chad's Defense Ministry said two men had died. Sudan's Defense Ministry denied it. "
        "The ministry promised an inquiry."
    )
    report = read_text(text, upto="chains")
    held = [c for c in report.chains if c.name == "Defense Ministry"]
    assert [(c.country, words(report, c)) for c in held] == [
        ("TCD", ["Defense Ministry"]),
        ("SDN", ["Defense Ministry", "ministry"]),
    ]


def test_the_company_is_the_only_company() -> None:
    text = "Norvex, the firm that runs the port, fell silent. The company later apologised."
    report, held = chains(text)
    assert words(report, held["Norvex"]) == ["Norvex", "company"]


def test_the_mayor_is_no_body_of_the_government() -> None:
    text = "The European Commission offered help. The mayor asked for tents."
    report, held = chains(text)
    assert words(report, held["European Commission"]) == ["European Commission"]


def test_it_joins_the_body_that_it_means() -> None:
    report, held = chains("The United Nations said that it would send tanks of water.")
    assert words(report, held["United Nations"]) == ["United Nations", "it"]


def test_he_is_not_a_person_named_before_an_unnamed_one() -> None:
    report, held = chains("Minister Omid Karimi left. An official said he would be back by noon.")
    assert words(report, held["Omid Karimi"]) == ["Omid Karimi"]
