"""The plain tables as Parquet, one file a table, written by DuckDB.

Types are the columns' own (lists are lists, days are dates), and the run stands in each file's
key-value metadata under "dateline".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.errors import StoreError
from dateline.export.columns import Table
from dateline.export.package import DESCRIPTION, describe
from dateline.export.shape import Shape
from dateline.model import Story

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "array": "VARCHAR[]",
}
_OFFLINE: Mapping[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "1GB",
}
_LONGEST_ROW = 64 << 20
"""A text of two million characters, each escaped, with room to spare."""


def pieces(
    tables: Sequence[Table], stories: Iterable[Story], shape: Shape
) -> Iterator[tuple[str, str]]:
    """Yield the tables as lines of JSON, which `convert` turns into Parquet."""
    for table in tables:
        yield _lines(table), ""
    for story in stories:
        for table in tables:
            for row in table.rows(story, shape):
                values = {column.name: column.of(row) for column in table.columns}
                yield _lines(table), json.dumps(values, ensure_ascii=False) + "\n"


def convert(folder: Path, tables: Sequence[Table], shape: Shape) -> None:
    """Turn the lines of JSON in a folder into Parquet files, and describe them.

    Raises `StoreError` where the disk is full.
    """
    import duckdb

    with duckdb.connect(":memory:", config=dict(_OFFLINE)) as engine:
        for table in tables:
            lines = folder / _lines(table)
            try:
                engine.execute(_copy(lines, folder / f"{table.name}.parquet", table, shape))
            except duckdb.Error as problem:
                raise StoreError(f"Parquet can't be written: {problem}") from problem
            lines.unlink()
    description = describe("parquet", tables, shape, ending="parquet")
    (folder / DESCRIPTION).write_text(description, "utf-8")


def _lines(table: Table) -> str:
    return f"{table.name}.jsonl"


def _copy(lines: Path, to: Path, table: Table, shape: Shape) -> str:
    """Return the statement that reads one file and writes the other."""
    typed = ", ".join(f"{_text(c.name)}: {_text(_TYPES[c.type])}" for c in table.columns)
    read = (
        f"read_json({_text(lines)}, format='newline_delimited', columns={{{typed}}},"
        f" maximum_object_size={_LONGEST_ROW})"
    )
    run = json.dumps(shape.run, ensure_ascii=False, sort_keys=True)
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{dateline: {_text(run)}}}"
    return f"COPY (SELECT * FROM {read}) TO {_text(to)} ({options})"  # noqa: S608 - all is quoted


def _text(value: Any) -> str:
    """Return a value as an SQL string."""
    return "'" + str(value).replace("'", "''") + "'"
