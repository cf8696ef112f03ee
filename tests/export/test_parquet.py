"""Parquet is read back by pyarrow, with types, lists and the run."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.export.formats import FORMATS, Folder
from dateline.export.shape import Level
from dateline.export.writing import write_folder
from tests.export import sample


@pytest.fixture(params=list(Level))
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    form = FORMATS["parquet"]
    assert isinstance(form, Folder)
    write_folder(form, [sample.story()], sample.shape(request.param), str(tmp_path / "out"))
    return tmp_path / "out"


def test_every_table_is_there_and_nothing_else(folder: Path) -> None:
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    paths = {resource["path"] for resource in described["resources"]}
    assert {path.name for path in folder.iterdir()} == {*paths, "datapackage.json"}


def test_days_are_days_and_lists_are_lists(folder: Path) -> None:
    events = pq.read_table(folder / "events.parquet")
    assert events.schema.field("start").type == pa.date32()
    assert events.schema.field("lat").type == pa.float64()
    first = events.to_pylist()[0]
    assert first["start"] == date(2031, 3, 10)
    assert (first["actors"], first["actor_countries"]) == (["Latvia"], ["LVA"])
    assert first["background"] is False


def test_the_run_stands_in_each_file(folder: Path) -> None:
    for path in folder.glob("*.parquet"):
        held = pq.read_metadata(path).metadata
        assert json.loads(held[b"dateline"]) == sample.RUN


def test_it_holds_what_the_csv_holds(folder: Path) -> None:
    level = Level(json.loads((folder / "datapackage.json").read_text("utf-8"))["level"])
    made = sample.written("csv", sample.shape(level))
    for path in folder.glob("*.parquet"):
        header, *_ = made[f"{path.stem}.csv"].split("\r\n", 1)
        assert pq.read_schema(path).names == header.split(",")


def test_unknown_is_null_and_texts_are_whole(folder: Path) -> None:
    reports = pq.read_table(folder / "reports.parquet").to_pylist()
    assert {row["id"]: row["text"] for row in reports} == sample.texts()
    assert [row["url"] for row in reports if row["id"].startswith("bbbb")] == [None]


def test_tables_without_rows_keep_their_columns(tmp_path: Path) -> None:
    form = FORMATS["parquet"]
    assert isinstance(form, Folder)
    write_folder(form, [], sample.shape(), str(tmp_path / "none"))
    events = pq.read_table(tmp_path / "none" / "events.parquet")
    assert events.num_rows == 0
    assert "code" in events.schema.names
