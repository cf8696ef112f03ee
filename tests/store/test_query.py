"""What can be looked for, and what is refused with a reason."""

from __future__ import annotations

import pytest

from dateline.errors import QueryError
from dateline.store.query import Box, Query, read_cursor, write_cursor


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("since", "yesterday", "since is 'yesterday': a day such as 2030-05-17 was expected"),
        ("until", "2030-02-30", "until is '2030-02-30'"),
        ("until", "20300517", "until is '20300517'"),
        ("since", "2030-05-17' OR 1=1", "since is"),
        ("limit", 0, "limit is 0: from 1 to 200 rows can be asked for"),
        ("limit", 201, "limit is 201"),
        ("text", "nul\0", "text holds characters that no text has"),
        ("actor", "half \ud83d", "actor holds characters that no text has"),
        ("outlet", "x" * 1001, "outlet is longer than 1000 characters"),
        ("box", (0.0, 50.0, 10.0, 40.0), "the south below the north"),
        ("box", (0.0, float("nan"), 10.0, 40.0), "west,south,east,north"),
        ("box", (-181.0, 0.0, 10.0, 40.0), "west,south,east,north"),
    ],
)
def test_what_can_not_be_looked_for_is_refused(field: str, value: object, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        Query(**{field: value})  # type: ignore[arg-type] # any field, with what it can't be


@pytest.mark.parametrize("box", [(-180.0, -90.0, 180.0, 90.0), (170.0, -20.0, -170.0, 0.0)])
def test_a_box_may_span_the_earth_and_cross_the_date_line(box: Box) -> None:
    assert Query(box=box).box == box


@pytest.mark.parametrize("key", [("2030-05-17", "9f"), ("", "é/events/1-2"), (12, "a")])
def test_a_cursor_gives_its_key_back(key: tuple[str | int, ...]) -> None:
    kinds = tuple(type(part) for part in key)
    assert tuple(read_cursor(write_cursor(key), kinds)) == key


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "!!!!", "é", write_cursor([1, "a"]), write_cursor(["a"]), "W1tbW1tbW1tbW1tb" * 999],
)
def test_what_is_no_cursor_of_the_question_is_refused(cursor: str) -> None:
    with pytest.raises(QueryError, match="after isn't a cursor"):
        read_cursor(cursor, (str, str))
