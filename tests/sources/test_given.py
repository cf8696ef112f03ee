"""What the caller knows of pages, from a CSV."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.model import Given
from dateline.sources.given import read_given


def _written(folder: Path, text: str) -> Path:
    file = folder / "given.csv"
    file.write_text(text, encoding="utf-8-sig")
    return file


def test_a_row_is_found_by_path_and_by_file_name(tmp_path: Path) -> None:
    file = _written(tmp_path, "path,outlet,published\npages/a.txt,The Herald,2020-05-03\n")
    expected = Given(outlet="The Herald", published="2020-05-03")
    found = read_given(file)
    assert found["pages/a.txt"] == expected
    assert found["a.txt"] == expected


def test_a_row_is_found_by_its_address(tmp_path: Path) -> None:
    file = _written(tmp_path, "url,language\nhttps://herald.example/a,en\n\n")
    assert read_given(file) == {
        "https://herald.example/a": Given(url="https://herald.example/a", language="en")
    }


def test_an_instant_keeps_its_zone(tmp_path: Path) -> None:
    file = _written(tmp_path, "path,published\na.txt,2020-05-03T10:22:00+02:00\n")
    assert read_given(file)["a.txt"].published == "2020-05-03T10:22:00+02:00"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "a header"),
        ("path,color\na.txt,red\n", 1, "unknown column 'color'"),
        ("outlet\nThe Herald\n", 1, "no column path or url"),
        ("path,path\na,b\n", 1, "twice"),
        ("path,published\na.txt,2020-05-03\nb.txt,3 May\n", 3, "published is '3 May'"),
        ("path,published\n,2020-05-03\n", 2, "neither path nor url"),
        ("path,outlet\na.txt,x,y\n", 2, "3 values, but 2 columns"),
        ("path,outlet\na.txt,x\na.txt,y\n", 3, "given before"),
    ],
)
def test_a_bad_file_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    file = _written(tmp_path, text)
    with pytest.raises(ConfigError) as found:
        read_given(file)
    assert str(found.value).startswith(f"{file}:{line}: ")
    assert problem in str(found.value)


def test_a_file_that_is_not_there_is_a_config_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        read_given(tmp_path / "gone.csv")
