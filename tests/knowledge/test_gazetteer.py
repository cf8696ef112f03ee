"""The packed gazetteer."""

from __future__ import annotations

import pytest

from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer


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
    ],
)
def test_spellings_of_the_news_lead_to_the_place(
    gazetteer: Gazetteer, words: str, entity: str
) -> None:
    assert gazetteer.find(words)[0].entity == entity


def test_a_city_and_a_province_of_one_name(gazetteer: Gazetteer) -> None:
    assert {spot.grain for spot in gazetteer.find("Idlib")} == {"city", "province"}


def test_the_country_of_a_province_is_that_of_its_iso_code(gazetteer: Gazetteer) -> None:
    assert {spot.country for spot in gazetteer.find("Crimea")} == {"UKR"}


def test_an_unknown_name_leads_nowhere(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Xyzzyville") == ()
