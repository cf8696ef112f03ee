"""Files of other event data are known by their first line, read row by row, or told wrong."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dateline.compare import Row, open_rows
from dateline.errors import ConfigError
from tests.compare.build import ACLED, COLUMNS, acled, gdelt, polecat, written


def rows(path: Path) -> list[Row | None]:
    return list(open_rows(path).rows())


def only(path: Path) -> Row:
    (row,) = rows(path)
    assert row is not None
    return row


def acled_file(path: Path, *lines: dict[str, str], sign: str = ",") -> Path:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, ACLED, delimiter=sign, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**acled(), **line} for line in lines)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def test_a_row_of_gdelt_is_read(tmp_path: Path) -> None:
    row = only(written(tmp_path / "day.CSV", [gdelt()]))
    assert (row.id, row.day, row.category) == ("700001", date(2031, 5, 7), "THREATEN")
    assert (row.actors, row.source) == (("ESTONIA", "LATVIA"), "https://wire.example/narva")
    assert (row.where.name, row.where.country, row.where.lat) == ("Narva", "EST", 59.38)


def test_a_row_of_polecat_is_read(tmp_path: Path) -> None:
    row = only(written(tmp_path / "week.tsv", ["\t".join(COLUMNS), polecat(Event_Mode="tariffs")]))
    assert (row.id, row.day, row.category) == ("P1", date(2031, 5, 7), "THREATEN")
    assert (row.kind, row.source) == ("THREATEN, tariffs", "Gulf Courier")
    assert (row.where.name, row.where.country, row.where.grain) == ("Narva", "EST", "city")


@pytest.mark.parametrize("sign", [",", ";"])
def test_a_row_of_acled_is_read(tmp_path: Path, sign: str) -> None:
    row = only(acled_file(tmp_path / "export.csv", {"notes": 'A "calm"\nmarch.'}, sign=sign))
    assert (row.id, row.day, row.category) == ("EST12", date(2031, 5, 7), "PROTEST")
    assert (row.kind, row.where.country) == ("Protests, Peaceful protest", "EST")


def test_what_malformed_releases_of_polecat_have_too_much_is_passed_over(tmp_path: Path) -> None:
    header = "\t".join([*COLUMNS, "Headline"])
    found = rows(written(tmp_path / "week.tsv", [header, polecat(), f"{polecat()}\t\t"]))
    assert [row and row.id for row in found] == ["P1", "P1"]


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    line = gdelt().encode() + b"\n"
    (tmp_path / "a.gz").write_bytes(gzip.compress(line))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("day.CSV", line)
    assert only(tmp_path / "a.gz") == only(tmp_path / "a.zip")


def test_a_row_without_a_place_is_none(tmp_path: Path) -> None:
    nowhere = gdelt(type="0", place="", country="", lat="", lon="")
    assert rows(written(tmp_path / "day.CSV", [nowhere])) == [None]


def test_latin_1_is_read_where_utf_8_is_not(tmp_path: Path) -> None:
    (tmp_path / "day.CSV").write_bytes(gdelt(one="PÄRNU").encode("latin-1"))
    assert only(tmp_path / "day.CSV").actors[0] == "PÄRNU"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([""], ":1: the file is empty"),
        (["<html>"], ":1: this is no row of GDELT 2.0 and no header of POLECAT or ACLED"),
        ([gdelt(), "\t".join(["1"] * 58)], ":2: 58 columns, as GDELT 1.0 has them; events of"),
        ([gdelt(), gdelt(day="20311340")], ":2: '20311340' is no day"),
        ([gdelt(lat="north")], ":1: 'north', '28.19' are no degrees"),
        ([gdelt(lat="95")], ":1: 95, 28.19 lie nowhere on earth"),
        ([gdelt(code="x1")], ":1: 'x1' is no CAMEO code"),
        (["Event ID\tEvent Date"], ":1: POLECAT has a column 'Event Type'; the header has none"),
        (["\t".join(COLUMNS), "P1\t2031-05-07"], ":2: 2 columns under a header of 40"),
        ([",".join(ACLED), "EST1"], ":2: 1 values under a header of 16 columns"),
        (["event_id_cnty,event_date"], ":1: ACLED has a column 'event_type'"),
        (["1\t\0"], ":1: bytes that no text holds"),
    ],
)
def test_a_wrong_file_is_told_with_line_and_reason(
    tmp_path: Path, lines: list[str], told: str
) -> None:
    path = written(tmp_path / "rows.txt", lines)
    with pytest.raises(ConfigError) as problem:
        rows(path)
    assert f"{path}{told}" in str(problem.value)
    assert "\n" not in str(problem.value)


def test_the_line_is_right_after_a_value_of_several(tmp_path: Path) -> None:
    path = acled_file(tmp_path / "a.csv", {"notes": "one\ntwo"}, {"event_date": "soon"})
    with pytest.raises(ConfigError, match=r":4: 'soon' is no day"):
        rows(path)


@pytest.mark.parametrize("begun", [b"\x1f\x8b damaged", b"PK\x03\x04 damaged"])
def test_a_damaged_package_is_told(tmp_path: Path, begun: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(begun)
    with pytest.raises(ConfigError, match="can't be read"):
        rows(tmp_path / "a.zip")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        open_rows(tmp_path / "none.csv")
