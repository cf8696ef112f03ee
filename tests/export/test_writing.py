"""A dataset is written whole or not at all, and nobody else's files are touched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.export.formats import FORMATS, Folder, OneFile
from dateline.export.writing import write_file, write_folder
from dateline.model import Story
from tests.export import sample


def folder(name: str) -> Folder:
    """Return a format that is a folder."""
    form = FORMATS[name]
    assert isinstance(form, Folder)
    return form


def one_file(name: str) -> OneFile:
    """Return a format that is one file."""
    form = FORMATS[name]
    assert isinstance(form, OneFile)
    return form


CSV, GEOJSON, PARQUET = folder("csv"), one_file("geojson"), folder("parquet")


def broken() -> Iterator[Story]:
    """Yield a story, then fail as a database may."""
    yield sample.story()
    raise StoreError("the database went away")


def test_a_file_is_written(tmp_path: Path) -> None:
    write_file(GEOJSON, [sample.story()], sample.shape(), str(tmp_path / "out.geojson"))
    assert [path.name for path in tmp_path.iterdir()] == ["out.geojson"]
    assert json.loads((tmp_path / "out.geojson").read_text("utf-8"))["features"]


@pytest.mark.parametrize("format", [CSV, PARQUET], ids=["csv", "parquet"])
def test_a_folder_is_written_and_written_again(format: Folder, tmp_path: Path) -> None:
    for _ in range(2):
        write_folder(format, [sample.story()], sample.shape(), str(tmp_path / "out"))
        assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "datapackage.json").is_file()


@pytest.mark.parametrize("format", [CSV, PARQUET], ids=["csv", "parquet"])
def test_a_failure_leaves_nothing_behind(format: Folder, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="went away"):
        write_folder(format, broken(), sample.shape(), str(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_earlier_dataset_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out.geojson"
    out.write_text("earlier", "utf-8")
    with pytest.raises(StoreError, match="went away"):
        write_file(GEOJSON, broken(), sample.shape(), str(out))
    assert [path.name for path in tmp_path.iterdir()] == ["out.geojson"]
    assert out.read_text("utf-8") == "earlier"


@pytest.mark.parametrize("file", ["notes.txt", "datapackage.json"])
def test_a_folder_of_somebody_elses_files_is_left_alone(file: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text("{}", "utf-8")
    with pytest.raises(StoreError, match="name a new folder"):
        write_folder(CSV, [sample.story()], sample.shape(), str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == [file]


def test_a_dataset_with_a_file_of_ones_own_in_it_is_left_alone(tmp_path: Path) -> None:
    write_folder(CSV, [sample.story()], sample.shape(), str(tmp_path / "out"))
    (tmp_path / "out" / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(StoreError, match="name a new folder"):
        write_folder(CSV, [sample.story()], sample.shape(), str(tmp_path / "out"))


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(CSV, [sample.story()], sample.shape(), str(tmp_path / "out"))
    assert (tmp_path / "out" / "events.csv").is_file()


def test_a_link_to_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "kept", target_is_directory=True)
    write_folder(CSV, [sample.story()], sample.shape(), str(tmp_path / "out"))
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "kept" / "events.csv").is_file()


def test_a_full_disk_is_told_in_one_line() -> None:
    with pytest.raises(StoreError, match=r"/dev/full can't be written: No space left on device"):
        write_file(GEOJSON, [sample.story()], sample.shape(), "/dev/full")


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be written: No such file or directory"):
        write_file(GEOJSON, [sample.story()], sample.shape(), str(tmp_path / "no" / "out"))


def test_a_file_where_a_folder_should_be_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(StoreError, match="name a new folder"):
        write_folder(CSV, [sample.story()], sample.shape(), str(tmp_path / "out"))
