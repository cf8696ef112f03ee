"""Places on the map."""

from __future__ import annotations

import pytest

from dateline.model import Place
from tests.build import read_text


def places(text: str) -> dict[str, Place]:
    report = read_text(text, upto="places")
    return {place.span.of(text): place for place in report.places}


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Schools in Paris, Texas, were closed.", "Paris", "geonames:4717560"),
        ("Schools in Paris were closed.", "Paris", "geonames:2988507"),
        ("Lebanese troops entered Tripoli on Friday.", "Tripoli", "geonames:266826"),
        ("Libyan troops were seen in Tripoli on Friday.", "Tripoli", "geonames:2210247"),
        ("Shells fell on Kharkov, Ukrainian officials said.", "Kharkov", "geonames:706483"),
    ],
)
def test_context_and_size_choose_among_namesakes(text: str, words: str, entity: str) -> None:
    assert places(text)[words].entity == entity


def test_the_namesakes_that_lost_are_kept() -> None:
    assert "geonames:4717560" in places("Schools in Paris were closed.")["Paris"].rivals


def test_a_province_beside_its_city() -> None:
    found = places("Rebels in Idlib province fled. Syrian police stayed in the city of Idlib.")
    assert found["Idlib province"].grain == "province"
    assert found["Idlib"].grain == "city"


def test_a_bare_name_is_the_province_if_the_report_says_so() -> None:
    found = places("Syrian rebels in Idlib Province fled. Aid is needed in Idlib.")
    assert (found["Idlib"].grain, found["Idlib"].name) == ("province", "Idlib")


def test_a_bare_name_is_the_city_otherwise() -> None:
    assert places("Syrian aid workers are needed in Idlib.")["Idlib"].grain == "city"


def test_a_country_as_location_is_a_place() -> None:
    place = places("Floods in northern Honduras drove people out.")["Honduras"]
    assert (place.grain, place.country) == ("country", "HND")


@pytest.mark.parametrize("text", ["Honduras warned its people.", "Russian jets took off."])
def test_who_acts_and_what_is_so_called_is_no_place(text: str) -> None:
    assert places(text) == {}


def test_an_unknown_place_stays_off_the_map() -> None:
    place = places("Rebels shelled the village of Tall Marwan on Sunday, Syrian media said.")
    found = place["Tall Marwan"]
    assert (found.entity, found.lat, found.lon) == (None, None, None)
