"""What every format keeps: the words where they are said to stand, and no more than allowed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from dateline.export.formats import FORMATS, Folder
from dateline.export.shape import Level
from tests.export import sample

EACH = [
    pytest.param(name, level, id=f"{name}-{level.value}")
    for name, form in FORMATS.items()
    for level in form.levels
]
LINES_OF_JSON = ("plover", "geojson", "annotations", "schema-org", "timelinejs")


def values(held: Any) -> Iterator[Any]:
    """Yield an object and all that it holds."""
    yield held
    inner = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    for value in inner:
        yield from values(value)


def parsed(name: str, level: Level, *, text: bool = True) -> list[Any]:
    """Return a format's JSON: lines of it, or one document."""
    whole = sample.single(name, level, text=text)
    if name == "plover":
        return [json.loads(line) for line in whole.splitlines()]
    return [json.loads(whole)]


@pytest.mark.parametrize(("name", "level"), EACH)
def test_the_same_stories_give_the_same_bytes(name: str, level: Level) -> None:
    wanted = sample.shape(level)
    assert sample.written(name, wanted) == sample.written(name, wanted)


@pytest.mark.parametrize(("name", "level"), EACH)
def test_no_story_is_a_sound_dataset(name: str, level: Level) -> None:
    made = sample.written(name, sample.shape(level), [])
    assert all(isinstance(text, str) for text in made.values())
    if name in LINES_OF_JSON[1:]:
        json.loads(made[""])


@pytest.mark.parametrize(("name", "level"), EACH)
def test_the_run_is_named(name: str, level: Level) -> None:
    made = sample.written(name, sample.shape(level))
    if name == "parquet":  # Its files have it in their metadata: see test_parquet.
        return
    folded = "".join(made.values()).replace("\r\n ", "")
    assert sample.RUN["id"] in folded


@pytest.mark.parametrize(("name", "level"), EACH)
def test_without_the_text_nothing_longer_than_a_quotation_goes_along(
    name: str, level: Level
) -> None:
    made = "".join(sample.written(name, sample.shape(level, text=False)).values())
    flat = " ".join(re.sub(r"\r\n ", "", made).split())
    words = [" ".join(text.split()).split() for text in sample.texts().values()]
    runs = (" ".join(of[at : at + 26]) for of in words for at in range(len(of) - 25))
    assert [run for run in runs if run in flat] == []


@pytest.mark.parametrize("name", LINES_OF_JSON)
def test_each_quotation_stands_where_it_is_said_to(name: str) -> None:
    texts, checked = sample.texts(), 0
    for level in FORMATS[name].levels:
        for held in (value for whole in parsed(name, level) for value in values(whole)):
            if isinstance(held, dict) and "quote_span" in held:
                start, end = held["quote_span"]
                assert held["quote"] == texts[held["report"]][start:end]
                checked += 1
    assert checked or name in {"annotations", "schema-org"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_of_tables_has_columns_of_one_name_each(name: str) -> None:
    form = FORMATS[name]
    if isinstance(form, Folder):
        for table in form.tables:
            names = [column.name for column in table.columns]
            assert len(names) == len(set(names)), table.name
            assert all(column.means for column in table.columns)


@pytest.mark.parametrize(("name", "level"), EACH)
def test_an_address_that_is_a_script_goes_nowhere(name: str, level: Level) -> None:
    made = "".join(sample.written(name, sample.shape(level)).values())
    assert "javascript:" not in made
