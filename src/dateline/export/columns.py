"""Tables as they are declared: columns with a type, a line each, and how a row fills them.

    Column("code", "string", "the category", lambda row: row.record["code"])

From one declaration come the CSV, the Parquet file, the `datapackage.json` that describes
them, and the page of the reference.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.export.shape import Shape
from dateline.model import Story


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its Frictionless type, what it means, and its value for a row."""

    name: str
    type: str
    """"string", "integer", "number", "boolean", "date", or "array" of strings."""
    means: str
    of: Callable[[Any], Any]
    tag: str | None = None
    """Its HXL tag."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows."""

    name: str
    means: str
    columns: tuple[Column, ...]
    rows: Callable[[Story, Shape], Iterable[Any]]
    tabs: bool = False
    """Parted by tabs and never quoted, as event data are; else by commas."""
    header: bool = True
    key: str | None = None
    """The column that tells its rows apart."""
    missing: str = ""
    """What stands for a value that is not known."""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.{'tsv' if self.tabs else 'csv'}"


def head_of(table: Table) -> str:
    """Return the lines that stand above the rows: names, and HXL tags where there are any."""
    heads = [[column.name for column in table.columns]] if table.header else []
    if any(column.tag for column in table.columns):
        heads.append([column.tag or "" for column in table.columns])
    return "".join(line_of(table, head) for head in heads)


def lines_of(table: Table, story: Story, shape: Shape) -> Iterator[str]:
    """Yield the lines of a story."""
    for row in table.rows(story, shape):
        yield line_of(table, [column.of(row) for column in table.columns])


def line_of(table: Table, values: Sequence[Any]) -> str:
    """Return one line of a table."""
    cells = [cell_of(value, table.missing) for value in values]
    if table.tabs:
        return "\t".join(map(_unquoted, cells)) + "\n"
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _unquoted(cell: str) -> str:
    """Return a cell that no reader takes for a quoted one: no tabs, no quotation mark in front."""
    flat = " ".join(cell.split())
    return flat.replace('"', "'") if flat.startswith('"') else flat


def cell_of(value: Any, missing: str) -> str:
    """Return a value as text: truth as "true", a list as JSON."""
    if value is None:
        return missing
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return json.dumps(list(value), ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
