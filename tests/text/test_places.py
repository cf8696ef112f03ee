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


def test_a_place_says_why_it_is_this_one() -> None:
    place = places("Schools in Paris, Texas, were closed.")["Paris"]
    assert place.by == "places/holder"
    assert "said to be in Texas" in place.because


def test_a_holder_told_once_counts_for_every_mention() -> None:
    text = "Schools in Lima, Ohio, were closed. A shop in Lima stayed open."
    found = read_text(text, upto="places").places
    assert {place.entity for place in found if place.name == "Lima"} == {"geonames:5160783"}


def test_a_state_shortened_as_the_press_does() -> None:
    assert places("A barn burned down in Berea, Ky., on Sunday.")["Berea"].country == "USA"


def test_towns_near_each_other_are_meant_together() -> None:
    text = "The road from Newark to Zanesville and Heath was closed. Buses left Newark at noon."
    assert places(text)["Newark"].entity == "geonames:5164466"


def test_a_town_in_a_county_that_the_report_names() -> None:
    text = "The court of Edgar County sat on Monday. A man from Paris was fined."
    assert places(text)["Paris"].because[0] == "near edgar"


def test_a_county_is_no_city() -> None:
    place = places("Voters in Licking County went to the polls in Ohio.")["Licking County"]
    assert (place.grain, place.country) == ("district", "USA")


def test_a_list_of_counties() -> None:
    text = "Roads in Licking, Perry and Vinton counties in Ohio were closed."
    assert places(text)["Licking"].grain == "district"


def test_a_province_beside_its_city() -> None:
    found = places("Rebels in Idlib province fled. Syrian police stayed in the city of Idlib.")
    assert found["Idlib province"].grain == "province"
    assert found["Idlib"].grain == "city"


def test_a_bare_name_is_the_province_if_the_report_says_so() -> None:
    found = places("Syrian rebels in Idlib Province fled. Aid is needed in Idlib.")
    assert (found["Idlib"].grain, found["Idlib"].name) == ("province", "Idlib")


def test_a_bare_name_is_the_city_otherwise() -> None:
    assert places("Syrian aid workers are needed in Idlib.")["Idlib"].grain == "city"


def test_a_bare_name_is_the_state_among_states() -> None:
    found = places("Snow fell in New York, while Ohio and Vermont stayed dry.")
    assert found["New York"].grain == "province"


def test_a_province_that_spells_its_name_like_its_city() -> None:
    assert places("Shells hit Hasakeh province, Syrian media said.")["Hasakeh province"].grain == (
        "province"
    )


def test_a_country_as_location_is_a_place() -> None:
    place = places("Floods in northern Honduras drove people out.")["Honduras"]
    assert (place.grain, place.country) == ("country", "HND")


def test_a_country_that_is_a_state_among_its_like() -> None:
    place = places("Storms hit towns in Georgia, Alabama and Tennessee.")["Georgia"]
    assert (place.grain, place.country) == ("province", "USA")


@pytest.mark.parametrize("text", ["Honduras warned its people.", "Russian jets took off."])
def test_who_acts_and_what_is_so_called_is_no_place(text: str) -> None:
    assert places(text) == {}


def test_a_part_of_the_world_has_a_point_and_no_country() -> None:
    place = places("Droughts in Asia grew longer.")["Asia"]
    assert (place.grain, place.country, place.entity) == ("area", None, "geonames:6255147")


def test_a_part_of_a_city_is_no_city() -> None:
    place = places("Shells fell on eastern Kharkiv, Ukrainian officials said.")
    assert place["Kharkiv"].grain == "city"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the village of Tall Marwan on Sunday, Syrian media said.",
        "Rebels shelled the Syrian town of Zanesville on Sunday.",
    ],
)
def test_a_place_unknown_to_its_country_stays_off_the_map(text: str) -> None:
    found = next(place for place in places(text).values() if place.grain != "country")
    assert (found.entity, found.lat, found.lon) == (None, None, None)


def test_another_spelling_of_a_place_in_the_country_spoken_of() -> None:
    place = places("Shells fell on Tal Abyadh, Syrian media said.")["Tal Abyadh"]
    assert (place.by, place.country) == ("places/spelling", "SYR")


def test_a_street_is_no_town() -> None:
    assert all(place.lat is None for place in places("A shop in High Street burned.").values())
