"""A line of a table comes back as it went in, whatever its cells hold."""

from __future__ import annotations

import csv
import io
from typing import Literal

import pytest

from dateline.export.columns import Column, Table, line_of

COLUMNS = (Column("a", "string", "one", str), Column("b", "string", "other", str))
COMMAS = Table("t", "for a test", COLUMNS, lambda story, _: [story])
TABS = Table("t", "for a test", COLUMNS, lambda story, _: [story], tabs=True, missing="None")


@pytest.mark.parametrize("cell", ['He said "no"', "two\nlines", "a,b", "=1+1", "🛩️", " ", "\t"])
def test_a_cell_of_a_csv_comes_back(cell: str) -> None:
    (row,) = csv.reader(io.StringIO(line_of(COMMAS, [cell, "x"]), newline=""))
    assert row == [cell, "x"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (12.0, "12"),
        (-1.5, "-1.5"),
        ((), "[]"),
        (["Śląsk", "b"], '["Śląsk", "b"]'),
    ],
)
def test_each_type_has_one_form(value: object, cell: str) -> None:
    (row,) = csv.reader([line_of(COMMAS, [value, ""])])
    assert row[0] == cell


@pytest.mark.parametrize("cell", ['"Free" Army', "two\nlines", "a\tb", 'the "Free" Army'])
@pytest.mark.parametrize("quoting", [csv.QUOTE_NONE, csv.QUOTE_MINIMAL])
def test_a_line_parted_by_tabs_is_read_alike_with_quotes_and_without(
    cell: str, quoting: Literal[0, 3]
) -> None:
    line = line_of(TABS, [cell, None])
    (row,) = csv.reader([line], delimiter="\t", quoting=quoting)
    assert row[1] == "None"
    assert len(row[0].split()) == len(cell.split())
