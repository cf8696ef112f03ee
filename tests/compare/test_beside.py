"""Rows stand beside claims of the same week, place and kind of act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.compare import Comparison, open_rows, set_beside
from dateline.store import Query, Store
from tests.compare.build import dam, gdelt, written


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(":memory:") as opened:
        opened.take([dam()])
        yield opened


def beside(store: Store, folder: Path, *lines: str, asked: Query = Query()) -> Comparison:
    return set_beside(store, open_rows(written(folder / "day.CSV", lines)), asked)


def sides(found: Comparison) -> list[tuple[str | None, str | None, str]]:
    return [(group.where.name, group.category, group.side) for group in found.groups]


def test_the_same_act_stands_on_both_sides(store: Store, tmp_path: Path) -> None:
    found = beside(store, tmp_path, gdelt())
    (group,) = found.groups
    assert group.side == "both"
    assert [row.id for row in group.theirs] == ["700001"]
    assert [claim.code for claim in group.ours] == ["THREATEN"]
    assert group.week.isoformat() == "2031-05-05"


def test_another_kind_of_act_stands_alone(store: Store, tmp_path: Path) -> None:
    found = beside(store, tmp_path, gdelt(code="141"))
    assert sides(found) == [("Narva", "PROTEST", "theirs"), ("Narva", "THREATEN", "ours")]


def test_a_place_near_by_is_the_same(store: Store, tmp_path: Path) -> None:
    near = gdelt(place="Narva-Joesuu, Estonia", lat="59.46", lon="28.04")
    far = gdelt(place="Tallinn, Estonia", lat="59.44", lon="24.75")
    assert sides(beside(store, tmp_path, near)) == [("Narva", "THREATEN", "both")]
    assert ("Tallinn", "THREATEN", "theirs") in sides(beside(store, tmp_path, far))


def test_a_country_is_no_town(store: Store, tmp_path: Path) -> None:
    found = beside(store, tmp_path, gdelt(type="1", place="Estonia"))
    assert sides(found) == [("Estonia", "THREATEN", "theirs"), ("Narva", "THREATEN", "ours")]


def test_where_the_database_is_silent_rows_are_only_counted(store: Store, tmp_path: Path) -> None:
    lyon = gdelt(place="Lyon, France", country="FR", lat="45.75", lon="4.85")
    found = beside(store, tmp_path, gdelt(), lyon, gdelt(day="20310701"))
    assert (found.rows, found.elsewhere) == (3, 2)
    assert sides(found) == [("Narva", "THREATEN", "both")]


def test_what_has_no_place_is_counted(store: Store, tmp_path: Path) -> None:
    nowhere = gdelt(type="0", place="", country="", lat="", lon="")
    found = beside(store, tmp_path, gdelt(), nowhere)
    assert (found.unplaced, found.placeless) == (1, 1)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Query(country="EST"), 1),
        (Query(country="LVA"), 0),
        (Query(since="2031-05-11"), 1),
        (Query(since="2031-05-12"), 0),
        (Query(until="2031-05-05"), 1),
        (Query(until="2031-05-04"), 0),
    ],
)
def test_countries_and_weeks_can_be_chosen(
    store: Store, tmp_path: Path, asked: Query, count: int
) -> None:
    assert len(beside(store, tmp_path, gdelt(), asked=asked).groups) == count
