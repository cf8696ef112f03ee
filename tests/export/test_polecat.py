"""POLECAT's table: 40 columns in every line, one header, and evidence beside it."""

from __future__ import annotations

import csv
import io

import pytest

from dateline.export.shape import Level
from tests.export import sample

HEADER = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|"
    "Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|"
    "Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|"
    "Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|"
    "District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|"
    "Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")


def lines(level: Level = Level.MENTION) -> list[list[str]]:
    whole = sample.written("polecat", sample.shape(level))["events.tsv"]
    return [line.split("\t") for line in whole.split("\n")[:-1]]


@pytest.mark.parametrize("level", Level)
def test_each_line_has_the_40_columns(level: Level) -> None:
    header, *rows = lines(level)
    assert header == HEADER
    assert {len(row) for row in rows} == {40}
    assert HEADER not in rows


def test_an_event_fills_them() -> None:
    row = dict(zip(HEADER, lines()[1], strict=True))
    assert (row["Event Type"], row["Event Mode"], row["Intensity"]) == ("ASSAULT", "drone", "-9.5")
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"]) == ("Latvia", "LVA", "367")
    assert (row["Recipient Country"], row["Recipient COW"]) == ("EST", "366")
    assert (row["Placename"], row["City"], row["District"]) == ("Valga", "Valga", "None")
    assert (row["Latitude"], row["Longitude"], row["GeoNames ID"]) == ("57.78", "26.05", "5")
    assert (row["Feature Type"], row["Country"], row["Raw Placename"]) == ("PPL", "EST", "Valga")
    assert (row["Source"], row["Publication Date"]) == ("Courier & Sons", "2031-03-12")
    assert sample.RUN["id"] in row["Version"]


def test_several_parties_stand_in_one_cell() -> None:
    row = next(row for row in lines() if row[2] == "AGREE")
    named = dict(zip(HEADER, row, strict=True))
    assert named["Actor Name"] == "Estonia; Latvia"
    assert (named["Primary Actor Sector"], named["Actor Sectors"]) == ("GOV", "GOV")
    assert named["Recipient Name"] == "None"


@pytest.mark.parametrize("level", Level)
def test_each_row_can_be_checked_in_the_evidence_beside_it(level: Level) -> None:
    made = sample.written("polecat", sample.shape(level))["evidence.csv"]
    proofs = list(csv.DictReader(io.StringIO(made, newline="")))
    ids = {row[0] for row in lines(level)[1:]}
    assert {proof["row"] for proof in proofs} == ids
    for proof in proofs:
        start = int(proof["span_start"])
        assert sample.texts()[proof["report"]][start:].startswith(proof["quote"])
