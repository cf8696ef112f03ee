"""Scoring of places."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.measure import Measure
from evaluation.places import distance, score_geovirus, score_lgl

_TEXT = "Homes in Lyon were flooded on Monday. Canada sent boats."
_NEAR = ("45.75", "4.85")
_FAR = ("40.0", "-80.0")


def _lgl(folder: Path, point: tuple[str, str]) -> None:
    tag = f"<gaztag geonameid='1'><lat>{point[0]}</lat><lon>{point[1]}</lon></gaztag>"
    named = f"<toponym><start>9</start><end>13</end><phrase>Lyon</phrase>{tag}</toponym>"
    lost = "<toponym><start>38</start><end>44</end><phrase>Canada</phrase></toponym>"
    article = f"<article><text>{_TEXT}</text><toponyms>{named}{lost}</toponyms></article>"
    (folder / "lgl.xml").write_text(f"<articles>{article}</articles>", encoding="utf-8")


def _geovirus(folder: Path) -> None:
    places = (("10", "14", *_NEAR), ("39", "45", "56.0", "-100.0"))
    named = "".join(
        f"<location><start>{start}</start><end>{end}</end><lat>{lat}</lat><lon>{lon}</lon></location>"
        for start, end, lat, lon in places
    )
    article = f"<article><text>{_TEXT}</text><locations>{named}</locations></article>"
    (folder / "GeoVirus.xml").write_text(f"<articles>{article}</articles>", encoding="utf-8")


def _values(measures: list[Measure]) -> dict[str, tuple[float, int]]:
    return {measure.name: (measure.value, measure.count) for measure in measures}


@pytest.mark.parametrize(("point", "near"), [(_NEAR, 1.0), (_FAR, 0.0)])
def test_a_toponym_counts_when_it_is_put_near_enough(
    tmp_path: Path, point: tuple[str, str], near: float
) -> None:
    _lgl(tmp_path, point)
    measures, misses = score_lgl("lgl", tmp_path)
    assert _values(measures)["near"] == (near, 1)
    assert len(misses) == 1 - near


def test_a_name_without_coordinates_counts_neither_way(tmp_path: Path) -> None:
    _lgl(tmp_path, _NEAR)
    assert _values(score_lgl("lgl", tmp_path)[0])["end_to_end_f1"] == (1.0, 1)


def test_a_government_is_found_end_to_end_and_offsets_are_one_too_high(tmp_path: Path) -> None:
    _geovirus(tmp_path)
    assert _values(score_geovirus("geovirus", tmp_path)[0])["end_to_end_recall"] == (1.0, 2)


def test_a_degree_of_latitude() -> None:
    assert distance((0.0, 0.0), (1.0, 0.0)) == pytest.approx(111.2, abs=0.1)
