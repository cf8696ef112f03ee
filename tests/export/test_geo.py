"""GeoJSON as RFC 7946 has it: longitude first, and a point only where the map has one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.export.shape import Level
from tests.export import sample


def features(level: Level = Level.MENTION) -> list[Any]:
    collection = json.loads(sample.single("geojson", level))
    assert collection["type"] == "FeatureCollection"
    found: list[Any] = collection["features"]
    return found


@pytest.mark.parametrize("level", Level)
def test_each_feature_is_a_point_with_properties(level: Level) -> None:
    for feature in features(level):
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["geometry"]["type"] == "Point"
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert feature["properties"]["evidence"]


def test_longitude_comes_first() -> None:
    assert features()[0]["geometry"]["coordinates"] == [26.05, 57.78]


def test_what_is_nowhere_is_no_feature() -> None:
    places = {feature["properties"]["place"] for feature in features()}
    assert places == {"Valga", "Riga"}


def test_a_claim_says_how_many_origins_it_has() -> None:
    first = features(Level.CLAIM)[0]["properties"]
    assert (first["origins_least"], first["origins_most"], len(first["evidence"])) == (1, 2, 2)
