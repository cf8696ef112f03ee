"""What people set right as a table: a row a correction, beside what is read without it."""

from __future__ import annotations

from typing import Any

from dateline.export.columns import Column, Table
from dateline.export.corrections import corrected_object, target_id
from dateline.export.story_shape import CorrectedObject


def _own(name: str, means: str) -> Column:
    """Return the column of a value of the correction's own."""

    def value(row: CorrectedObject) -> Any:
        return dict(row)[name]

    return Column(name, "string", means, value)


CORRECTIONS = Table(
    "corrections",
    "what people set right, beside what was read",
    (
        _own("id", "the correction"),
        _own("action", "set, drop, join or part"),
        _own("outcome", "stands, gone (what it speaks of isn't there any more) or superseded"),
        _own("report", "the report, where one record is meant"),
        _own("record", "the record of the report; empty for one that was dropped"),
        _own("name", "what is set: category, status, actor …"),
        _own("value", "to what; empty is nothing"),
        _own("was", "what is read there without the correction"),
        Column(
            "targets",
            "array",
            "what it speaks of, as report or report/field/first-end",
            lambda row: [target_id(target) for target in row["targets"]],
        ),
        Column(
            "others",
            "array",
            "from what it parts them",
            lambda row: [target_id(target) for target in row["others"]],
        ),
        Column("who", "string", "who set it right", lambda row: row["signed"]["who"]),
        Column("made", "string", "when: an instant in UTC", lambda row: row["signed"]["when"]),
        Column("why", "string", "why", lambda row: row["signed"]["why"]),
    ),
    lambda story, _: [corrected_object(corrected) for corrected in story.corrections],
)
