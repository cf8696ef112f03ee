"""HXL: a second row of hashtags that keep to the grammar, and persons in columns of their own."""

from __future__ import annotations

import csv
import io
import re

import pytest

from dateline.export.shape import Level
from tests.export import sample

# A hashtag, then attributes: "#affected+killed+min".
TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


def lines(file: str, level: Level = Level.MENTION) -> list[list[str]]:
    made = sample.written("hxl", sample.shape(level))[f"{file}.csv"]
    return list(csv.reader(io.StringIO(made, newline="")))


@pytest.mark.parametrize("file", ["events", "figures"])
@pytest.mark.parametrize("level", Level)
def test_the_second_row_is_of_hashtags(file: str, level: Level) -> None:
    header, tags, *rows = lines(file, level)
    assert [tag for tag in tags if not TAG.fullmatch(tag)] == []
    assert len(set(tags)) == len(tags) == len(header)
    assert {len(row) for row in rows} == {len(tags)}


def test_persons_have_columns_of_their_own() -> None:
    _, tags, *rows = lines("figures", Level.CLAIM)
    killed = dict(zip(tags, rows[0], strict=True))
    assert killed["#affected+killed+min"] == "12"
    assert (killed["#affected+killed+max"], killed["#affected+injured+min"]) == ("", "")
    assert (killed["#meta+sources+min"], killed["#meta+sources+max"]) == ("1", "2")


def test_an_event_has_its_groups_and_its_place() -> None:
    _, tags, *rows = lines("events")
    struck = dict(zip(tags, rows[0], strict=True))
    assert (struck["#event+type"], struck["#group+name+first"]) == ("ASSAULT", '["Latvia"]')
    assert (struck["#geo+lat"], struck["#country+code"]) == ("57.78", "EST")
