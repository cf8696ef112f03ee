"""What is on the map: claims at their places, and no pin where only a country is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Place, Report, Story
from dateline.serve.links import story_link
from dateline.serve.spots import spots_geojson, story_spots
from tests.serve import sample
from tests.serve.desk import Seen, desk


def set_in(grain: str, name: str = "Beira") -> Story:
    """Return the sample, set in a place of this grain."""
    one = sample.courier()
    return sample.story(replace(one, places=tuple(_as(one.places[0], grain, name))))


def _as(place: Place, grain: str, name: str) -> tuple[Place]:
    return (replace(place, grain=grain, name=name),)


def named_also(report: Report, words: str) -> Report:
    place = Place(
        sample.at(report.text, words),
        words,
        "city",
        by="places/gazetteer",
        country="MOZ",
        lat=-25.97,
        lon=32.58,
    )
    return replace(report, places=(*report.places, place))


def test_a_claim_stands_where_its_record_is_set() -> None:
    (spot,) = story_spots(sample.story())
    assert (spot.words, spot.wide) == ("Beira", False)
    assert [entry.text for entry in spot.entries] == ["people killed in Beira"]
    assert spot.entries[0].many == "1–2 origins"


@pytest.mark.parametrize(
    ("grain", "words"),
    [
        ("country", "somewhere in Mozambique"),
        ("province", "somewhere in Mozambique"),
        ("district", "somewhere in Mozambique"),
        ("area", "around Mozambique"),
    ],
)
def test_a_stretch_of_land_is_no_pin(grain: str, words: str) -> None:
    (spot,) = story_spots(set_in(grain, "Mozambique"))
    assert (spot.words, spot.wide) == (words, True)


def test_a_place_where_nothing_happens_is_only_named() -> None:
    story = sample.story(named_also(sample.courier(), "Delta"))
    assert [(spot.name, len(spot.entries)) for spot in story_spots(story)] == [
        ("Beira", 1),
        ("Delta", 0),
    ]


def test_what_is_not_on_the_map_is_left_out() -> None:
    one = sample.courier()
    lost = replace(one, places=(replace(one.places[0], lat=None, lon=None),))
    assert story_spots(sample.story(lost)) == ()


def test_the_map_is_geojson_with_the_longitude_first() -> None:
    (feature,) = spots_geojson(story_spots(set_in("country", "Mozambique")))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [34.84, -19.84]}
    assert feature["properties"] == {
        "key": "place-1",
        "name": "somewhere in Mozambique",
        "grain": "country",
        "wide": True,
        "country": "MOZ",
        "count": 1,
    }


def test_each_map_has_its_places_as_a_list_and_as_data() -> None:
    story = sample.story()
    with desk(case="Floods") as client:
        for page, data in (
            (story_link(story.id), f"{story_link(story.id)}/map.json"),
            ("/", "/map.json"),
            ("/?country=MOZ", "/map.json?country=MOZ"),
            ("/case/floods", "/case/floods/map.json"),
        ):
            text = client.get(page).text
            assert f'data-source="{data}"' in text
            assert "place-1" in Seen(text).ids
            answer = client.get(data)
            assert answer.headers["content-type"] == "application/geo+json"
            assert [f["properties"]["name"] for f in answer.json()["features"]] == ["Beira"]


def test_a_list_of_nothing_has_no_map() -> None:
    with desk() as client:
        assert "data-source" not in client.get("/?country=NOR").text
        assert client.get("/map.json?country=NOR").json()["features"] == []
        assert client.get("/map.json?since=tomorrow").status_code == 422
        assert client.get("/stories/nobody/map.json").status_code == 404
        assert client.get("/case/nobody/map.json").status_code == 404


def test_the_program_of_the_map_comes_packed_or_not() -> None:
    with desk() as client:
        text = client.get("/").text
        at = text.index("data-library=") + len('data-library="')
        address = text[at : text.index('"', at)]
        for accepted, encoding in (("gzip, br", "gzip"), ("identity", None)):
            answer = client.get(address, headers={"Accept-Encoding": accepted})
            assert answer.headers.get("content-encoding") == encoding
            assert answer.headers["content-type"].startswith("text/javascript")
            assert "MapLibre GL JS" in answer.text[:200]
