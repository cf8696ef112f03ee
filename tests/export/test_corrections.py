"""What people set right goes along with every row that it touches, beside what was read."""

from __future__ import annotations

import csv
import io
import json

from dateline.export.shape import Level
from tests.export import sample

LINE = (
    "status: denied, read as happened – set right by Ines Roque on 2030-05-20:"
    " =Read the lede, again"
)


def rows(table: str, level: Level, **what: str) -> list[dict[str, str]]:
    """Return the rows of a table of the story that was set right."""
    made = sample.written("csv", sample.shape(level), [sample.corrected_story(**what)])
    return list(csv.DictReader(io.StringIO(made[f"{table}.csv"], newline="")))


def test_a_row_says_what_was_set_right_and_what_was_read() -> None:
    for level in Level:
        told = [row for row in rows("events", level, status="denied") if row["corrected"] != "[]"]
        assert [row["status"] for row in told] == ["denied"]
        assert json.loads(told[0]["corrected"]) == [LINE]


def test_a_record_that_was_dropped_stands_in_the_table_of_corrections() -> None:
    before = sample.written("csv", sample.shape())["events.csv"]
    assert len(rows("events", Level.MENTION)) == len(before.splitlines()) - 2
    (row,) = rows("corrections", Level.MENTION)
    assert (row["action"], row["record"], row["outcome"]) == ("drop", "", "stands")
    assert row["was"] == "ASSAULT happened; Latvia; Estonia"
    assert (row["who"], row["made"]) == ("Ines Roque", "2030-05-20T09:00:00+00:00")


def test_linked_formats_say_it_too() -> None:
    story = sample.corrected_story(category="COERCE")
    line = LINE.replace(
        "status: denied, read as happened", "category: COERCE, read as ASSAULT/drone"
    )
    lines = sample.written("plover", sample.shape(), [story])[""].splitlines()
    assert [e["corrected"] for e in map(json.loads, lines) if "corrected" in e] == [[line]]
    notes = json.loads(sample.written("annotations", sample.shape(), [story])[""])["items"]
    edited = [body["value"] for n in notes for body in n["body"] if body["purpose"] == "editing"]
    assert edited == [line]
