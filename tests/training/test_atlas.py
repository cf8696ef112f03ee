"""Outlines are unpacked from steps on shared lines, and go on behind 180°."""

from __future__ import annotations

import gzip
import json
from typing import Any

from dateline.knowledge.lexicon import open_lexicon
from training.atlas import PROGRAM, STATIC, features

STEPS = {"scale": [1.0, 1.0], "translate": [0.0, 0.0]}


def drawn(arcs: list[list[list[int]]], *rings: list[int], **about: Any) -> list[dict[str, Any]]:
    """Return what a country of these rings is drawn as."""
    shape = {"type": "Polygon", "arcs": list(rings), "properties": {"name": "Ruritania"}, **about}
    atlas = {"transform": STEPS, "arcs": arcs, "objects": {"countries": {"geometries": [shape]}}}
    return list(features(atlas, {"001": "RUR"}))


def test_a_line_that_two_share_is_walked_both_ways() -> None:
    up, down = [[0, 0], [0, 2]], [[0, 0], [2, 0], [0, 2], [-2, 0]]
    outline, name = drawn([up, down], [1, -1], id="001")
    assert outline["properties"] == {"name": "Ruritania", "code": "RUR"}
    assert outline["geometry"]["coordinates"] == [[[(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]]]
    assert (name["geometry"]["coordinates"], name["properties"]["rank"]) == ((1.0, 1.0), 4.0)


def test_a_land_on_both_sides_of_the_date_line_is_one() -> None:
    outline, name = drawn([[[179, 0], [-358, 0], [0, 2], [358, 0], [0, -2]]], [0])
    assert outline["geometry"]["coordinates"][0][0][:3] == [(179, 0), (181, 0), (181, 2)]
    assert name["geometry"]["coordinates"] == (180.0, 1.0)


def test_a_land_around_the_pole_reaches_down_to_it() -> None:
    outline, _ = drawn([[[-180, -70], [120, 0], [120, 0], [119, 0], [1, 0]]], [0])
    ring = outline["geometry"]["coordinates"][0][0]
    assert ring[-3:] == [(180, -85.0), (-180, -85.0), (-180, -70)]


def test_what_has_no_number_has_no_code() -> None:
    outline, _ = drawn([[[0, 0], [1, 0], [0, 1], [-1, -1]]], [0])
    assert outline["properties"]["code"] == ""


def test_what_ships_is_the_world_and_a_program() -> None:
    world = json.loads(gzip.decompress((STATIC / "world.json.gz").read_bytes()))
    codes = {feature["properties"]["code"] for feature in world["features"]}
    known = set(open_lexicon().countries)
    # What Natural Earth draws as a part of another country, or is too small for it.
    assert len(known - codes) < 15, sorted(known - codes)
    for name in PROGRAM:
        assert b"MapLibre GL JS" in gzip.decompress((STATIC / f"{name}.gz").read_bytes())[:100]
