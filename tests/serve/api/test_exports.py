"""Datasets through the API: the bytes of `dateline export`, of what is looked for."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator

import pyarrow.parquet as pq
import pytest
from fastapi.testclient import TestClient

from dateline.errors import StoreError
from dateline.export.formats import FORMATS, Folder, OneFile
from dateline.export.shape import Level, Shape
from dateline.export.story_shape import StoredRunObject
from dateline.store import Store
from tests.export import sample
from tests.serve.desk import READING, desk, served
from tests.store import test_runs

STORY = sample.story()
SHAPE_ID = f"{1:016x}"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with desk(STORY) as opened:
        yield opened


def made(name: str, level: Level, *, text: bool = True) -> dict[str, str]:
    """Return the files of a format as `dateline export` makes them."""
    run: StoredRunObject = {**READING.run([STORY.id]), "read_by": []}
    shape = Shape(run, level, text)
    return sample.written(name, shape, [STORY])


@pytest.mark.parametrize("name", [n for n, form in FORMATS.items() if isinstance(form, OneFile)])
def test_a_format_of_one_file_is_what_the_command_writes(client: TestClient, name: str) -> None:
    level = FORMATS[name].levels[-1]
    answer = client.get(f"/api/export/{name}?level={level.value}&no_text=true")
    assert answer.status_code == 200
    assert answer.text == made(name, level, text=False)[""]
    assert f'filename="dateline-{name}.' in answer.headers["content-disposition"]


@pytest.mark.parametrize("name", [n for n, form in FORMATS.items() if isinstance(form, Folder)])
def test_a_format_of_tables_is_a_zip_and_each_table_a_file(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/export/{name}")
    assert answer.headers["content-type"] == "application/zip"
    assert client.get(f"/api/export/{name}").content == answer.content
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        files = {file: packed.read(file) for file in packed.namelist()}
    files.pop("datapackage.json")
    for file, data in files.items():
        alone = client.get(f"/api/export/{name}/{file}").content
        if name == "parquet":
            tables = (pq.read_table(io.BytesIO(one)) for one in (alone, data))
            assert next(tables).equals(next(tables))
        else:
            assert alone == data == made(name, FORMATS[name].levels[0])[file].encode()


def test_what_is_looked_for_is_exported(client: TestClient) -> None:
    lines = client.get("/api/export/plover?country=lva&level=claim").text.splitlines()
    assert json.loads(lines[0])["evidence"]
    assert client.get("/api/export/plover?country=KEN").text == ""
    assert client.get("/api/export/csv/events.csv?country=KEN").text.count("\n") == 1


def test_the_formats_are_listed(client: TestClient) -> None:
    rows = client.get("/api/export").json()["rows"]
    assert [row["name"] for row in rows] == list(FORMATS)
    assert {row["ending"] for row in rows if row["name"] in {"csv", "atom"}} == {".zip", ".atom"}


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("xls", 404),
        ("csv/credits.csv", 404),
        ("csv/..%2f..%2fetc%2fpasswd", 404),
        ("csv/datapackage.json", 404),
        ("atom/events.csv", 404),
        ("..%2f..%2fetc%2fpasswd", 404),
        ("atom?level=mention", 422),
        ("csv?level=story", 422),
        ("csv?limit=3", 422),
        ("csv?since=tomorrow", 422),
        ("csv?no_text=perhaps", 422),
    ],
)
def test_what_can_not_be_exported_is_told(client: TestClient, address: str, code: int) -> None:
    answer = client.get(f"/api/export/{address}")
    assert answer.status_code == code
    assert answer.json()["detail"]


def test_only_some_are_made_at_a_time(client: TestClient) -> None:
    room = client.app.state.exporting  # type: ignore[attr-defined] # it is a FastAPI
    for _ in range(3):  # What ends, well or not, makes room.
        assert client.get("/api/export/csv").status_code == 200
        assert client.get("/api/export/atom?level=mention").status_code == 422
    while room.acquire(blocking=False):
        pass
    answer = client.get("/api/export/atom")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "10")
    room.release(), room.release()


def test_what_fails_at_once_is_told_and_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(store: Store, id: str) -> None:
        raise StoreError("/secret/place: disk I/O error")

    with desk(STORY) as client:
        monkeypatch.setattr(Store, "story", fail)
        for _ in range(3):
            answer = client.get("/api/export/plover")
            assert (answer.status_code, answer.json()) == (503, {"detail": "Service Unavailable"})


def test_a_dataset_names_the_runs_that_read_its_reports() -> None:
    with Store(":memory:") as store:
        store.note(test_runs.RUN)
        store.take(STORY.reports, run=test_runs.RUN.id)
        with TestClient(served(store)) as client:
            known = client.get("/api/export/geojson").json()["run"]["read_by"]
            packed = client.get("/api/export/csv/reports.csv").text
    assert [one["id"] for one in known] == [test_runs.RUN.id]
    assert test_runs.RUN.id in packed
