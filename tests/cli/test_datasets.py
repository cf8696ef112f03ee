"""`dateline export`: from pages and from a database, and a line for what can't be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import cli
from dateline.export.formats import FORMATS, Folder
from dateline.export.shape import Level
from dateline.store import Store
from tests.export import sample

PAGE = """Storm floods the harbour of Mombasa

3 May 2030

Mombasa, Kenya - A storm flooded the harbour of Mombasa on Thursday and killed 12 people, the coast guard said.

Police arrested two port officials in Mombasa on Friday.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a page in a folder of its own."""
    (tmp_path / "pages").mkdir()
    path = tmp_path / "pages" / "storm.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of one story; nothing here writes to it."""
    path = tmp_path_factory.mktemp("database") / "crisis.duckdb"
    with Store(path) as store:
        store.add([sample.story()])
    return path


def run(*arguments: object) -> int:
    """Run a command as the shell would, in this process."""
    try:
        return cli.main([str(argument) for argument in arguments])
    except SystemExit as end:
        return int(end.code or 0)


def test_pages_are_read_and_exported(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.geojson"
    assert run("export", page, "--as", "geojson", "--to", out) == 0
    found = json.loads(out.read_text("utf-8"))
    assert {feature["properties"]["place"] for feature in found["features"]} == {"Mombasa"}
    assert found["run"]["codebook"].startswith("plover@")


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_exported_from_a_database(name: str, database: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("export", database, "--as", name, "--to", out) == 0
    assert out.is_dir() == isinstance(FORMATS[name], Folder)


def test_a_database_gives_what_its_stories_give(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", database, "--as", "plover", "--to", "-", "--level", "claim") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["evidence"] for line in lines] == [
        json.loads(line)["evidence"] for line in sample.single("plover", Level.CLAIM).splitlines()
    ]


def test_text_stays_behind_where_it_is_told_to(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", database, "--as", "schema-org", "--to", "-", "--no-text") == 0
    assert "articleBody" not in capsys.readouterr().out


def test_the_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "--formats") == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told] == list(FORMATS)
    assert [line for line in told if len(line) > 80] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--as", "xls", "--to", "out"), "no format is called 'xls': there are csv, parquet"),
        (("--as", "csv", "--to", "-"), "csv is a folder of files: --to wants its name"),
        (
            ("--as", "atom", "--to", "out", "--level", "mention"),
            "atom has no level mention, only claim",
        ),
    ],
)
def test_what_is_used_wrongly_is_told_before_anything_is_read(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "no-such-page.txt", *arguments) == 2
    assert told in capsys.readouterr().err


def test_what_is_looked_for_is_exported(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("export", database, "--as", "atom", "--to", "-")
    assert run(*arguments, "--country", "LVA") == 0
    assert "<entry>" in capsys.readouterr().out
    assert run(*arguments, "--country", "KEN") == 1
    assert "<entry>" not in capsys.readouterr().out


def test_pages_are_exported_whole(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("export", page, "--as", "atom", "--to", tmp_path / "out", "--country", "KEN")
    assert run(*arguments) == 2
    assert "looked for in a database" in capsys.readouterr().err


def test_a_database_is_exported_alone(
    database: Path, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("export", database, page, "--as", "atom", "--to", tmp_path / "out")
    assert run(*arguments) == 2
    assert "name it alone" in capsys.readouterr().err


def test_a_page_that_cannot_be_read_is_told_and_the_rest_goes_on(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    assert run("export", page, tmp_path / "gone.txt", "--as", "plover", "--to", out) == 1
    assert "gone.txt" in capsys.readouterr().err
    assert out.is_file()


def test_a_file_that_cannot_be_written_is_one_line(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", database, "--as", "atom", "--to", tmp_path / "no" / "out") == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "can't be written: No such file or directory" in told
