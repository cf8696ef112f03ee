"""The packed gazetteer."""

from __future__ import annotations

import gzip

import pytest

from dateline.knowledge.gazetteer import Gazetteer, key_of, open_gazetteer, read_gazetteer


@pytest.fixture(name="gazetteer", scope="module")
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Kiev", "geonames:703448"),
        ("Kyiv", "geonames:703448"),
        ("Deir Ezzor", "geonames:170794"),
        ("Deir al-Zor", "geonames:170794"),
        ("Mazar-i-Sharif", "geonames:1133616"),
        ("Łódź", "geonames:3093133"),
    ],
)
def test_spellings_of_the_news_lead_to_the_place(
    gazetteer: Gazetteer, words: str, entity: str
) -> None:
    assert entity in {spot.entity for spot in gazetteer.find(words)[:2]}


def test_a_city_and_a_province_of_one_name(gazetteer: Gazetteer) -> None:
    assert {spot.grain for spot in gazetteer.find("Idlib")} == {"city", "province"}


def test_the_country_of_a_province_is_that_of_its_iso_code(gazetteer: Gazetteer) -> None:
    assert {spot.country for spot in gazetteer.find("Crimea")} == {"UKR"}


def test_a_city_lies_in_its_county_and_province(gazetteer: Gazetteer) -> None:
    (city,) = (spot for spot in gazetteer.find("Zanesville") if "ohio" in spot.within)
    assert city.within[:2] == ("muskingum county", "ohio")


def test_a_county_has_a_middle(gazetteer: Gazetteer) -> None:
    (county,) = gazetteer.find("Licking County")
    assert (county.grain, round(county.lat), round(county.lon)) == ("district", 40, -82)


def test_a_province_counts_its_people(gazetteer: Gazetteer) -> None:
    province = next(s for s in gazetteer.find("California") if s.grain == "province")
    assert province.population > 20_000_000


def test_a_part_of_the_world_has_no_country(gazetteer: Gazetteer) -> None:
    assert next((s.grain, s.country) for s in gazetteer.find("Black Sea")) == ("area", None)


def test_an_unknown_name_leads_nowhere(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Xyzzyville") == ()


def test_an_empty_gazetteer_knows_nothing() -> None:
    assert Gazetteer().find("Kyiv") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint Louis"),
        ("Fort Worth", "Ft. Worth"),
        ("Tromsø", "tromso"),
        ("As-Suwayda", "al Suwayda"),
        ("Đakovo", "Dakovo"),
    ],
)
def test_spellings_that_are_found_alike(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_every_name_is_found_in_a_long_index() -> None:
    row = "1\tAdaville\tcity\tSYR\t1.000\t2.000\t9\t\n"
    member = gzip.compress(row.encode())
    names = sorted(f"adaville {number}" for number in range(900))
    index = "".join(f"{name}\t0\n" for name in names)
    table = gzip.compress(f"\n{index}\n0 {len(member)}\n".encode()) + member
    gazetteer = read_gazetteer(table)
    assert all(gazetteer.find(name)[0].name == "Adaville" for name in names)


def test_every_name_that_is_listed_leads_somewhere() -> None:
    index = open_gazetteer().index
    assert [line for line in index.split(b"\n") if line.endswith(b"\t")] == []
