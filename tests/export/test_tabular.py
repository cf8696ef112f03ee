"""CSV with its data package: read back by Python's csv, typed as the package says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dateline.export.shape import Level
from tests.export import sample

READ: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "array": json.loads,
}
# The parts of the Data Package standard that a reader leans on.
PACKAGE = {
    "type": "object",
    "required": ["$schema", "name", "resources", "run"],
    "properties": {
        "name": {"pattern": "^[a-z0-9._/-]+$"},
        "resources": {
            "minItems": 1,
            "items": {
                "required": ["name", "path", "type", "format", "encoding", "schema"],
                "properties": {
                    "name": {"pattern": "^[a-z0-9._-]+$"},
                    "path": {"pattern": r"^[a-z]+\.(csv|tsv|parquet)$"},
                    "type": {"const": "table"},
                    "schema": {
                        "required": ["fields"],
                        "properties": {
                            "fields": {
                                "items": {
                                    "required": ["name", "type", "description"],
                                    "properties": {"type": {"enum": sorted(READ)}},
                                }
                            }
                        },
                    },
                },
            },
        },
    },
}


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def rows(table: str, level: Level = Level.MENTION, *, text: bool = True) -> list[dict[str, str]]:
    return rows_of(sample.written("csv", sample.shape(level, text=text))[f"{table}.csv"])


@pytest.mark.parametrize("name", ["csv", "polecat", "gdelt", "hxl"])
@pytest.mark.parametrize("level", Level)
def test_a_folder_is_described_as_a_data_package(name: str, level: Level) -> None:
    made = sample.written(name, sample.shape(level))
    package = json.loads(made["datapackage.json"])
    problems = Draft202012Validator(PACKAGE).iter_errors(package)
    assert [problem.message for problem in problems] == []
    assert {resource["path"] for resource in package["resources"]} == set(made) - {
        "datapackage.json"
    }
    assert (package["run"], package["level"]) == (sample.RUN, level.value)


@pytest.mark.parametrize("name", ["csv", "polecat", "gdelt", "hxl"])
@pytest.mark.parametrize("level", Level)
def test_each_cell_has_the_type_that_the_package_says(name: str, level: Level) -> None:
    made = sample.written(name, sample.shape(level), [sample.corrected_story(status="denied")])
    for resource in json.loads(made["datapackage.json"])["resources"]:
        fields, dialect = resource["schema"]["fields"], resource["dialect"]
        lines = list(
            csv.reader(
                io.StringIO(made[resource["path"]], newline=""),
                delimiter=dialect["delimiter"],
                quoting=csv.QUOTE_NONE if dialect["delimiter"] == "\t" else csv.QUOTE_MINIMAL,
            )
        )
        if dialect["header"]:
            assert lines.pop(0) == [field["name"] for field in fields]
        for _ in dialect.get("commentRows", ()):
            lines.pop(0)
        assert lines, resource["path"]
        for line in lines:
            for field, cell in zip(fields, line, strict=True):
                if cell not in resource["schema"]["missingValues"]:
                    READ[field["type"]](cell)


def test_each_quotation_stands_where_it_is_said_to() -> None:
    texts = sample.texts()
    for level in Level:
        for row in rows("evidence", level):
            start = int(row["span_start"])
            assert texts[row["report"]][start:].startswith(row["quote"])
            assert len(row["quote"].split()) <= 25


def test_each_row_has_its_evidence() -> None:
    told = [row for name in ("events", "statements", "figures") for row in rows(name, Level.CLAIM)]
    proved = {row["row"] for row in rows("evidence", Level.CLAIM)}
    assert {row["id"] for row in told} == proved
    assert [row["id"] for row in told if not json.loads(row["members"])] == []


def test_a_claim_counts_its_origins_and_says_where_its_members_differ() -> None:
    killed = next(row for row in rows("figures", Level.CLAIM) if row["measure"] == "killed")
    assert (killed["origins_least"], killed["origins_most"], killed["mentions"]) == ("1", "2", "2")
    assert json.loads(killed["differences"]) == ["number/updated"]
    assert (killed["low"], killed["high"]) == ("12", "")
    assert (killed["lowest"], killed["highest"]) == ("12", "14")


def test_an_act_of_every_status_is_there() -> None:
    statuses = {row["status"] for row in rows("events")}
    assert statuses == {"happened", "planned", "called_for", "denied"}


def test_a_text_goes_along_only_where_it_may() -> None:
    assert {row["id"]: row["text"] for row in rows("reports")} == sample.texts()
    assert {row["text"] for row in rows("reports", text=False)} == {""}


def test_what_breaks_careless_writers_comes_back_as_it_was() -> None:
    titles = {row["title"] for row in rows("reports")}
    assert titles == {report.metadata.title for report in sample.story().reports}
