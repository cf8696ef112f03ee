"""A folder of tables with the Frictionless `datapackage.json` that describes them.

https://datapackage.org/ (version 2): each file with its columns, types and dialect, and the
run that made it. Any reader of data packages opens the folder with the right types.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline import __version__
from dateline.export.columns import Table, head_of, lines_of
from dateline.export.shape import Shape
from dateline.model import Story

DESCRIPTION = "datapackage.json"
"""The file that says what the others are."""

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def pack(
    name: str, tables: Sequence[Table], stories: Iterable[Story], shape: Shape
) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder in pieces: (name of the file, text that goes on in it)."""
    for table in tables:
        yield table.file, head_of(table)
    for story in stories:
        for table in tables:
            for line in lines_of(table, story, shape):
                yield table.file, line
    yield DESCRIPTION, describe(name, tables, shape)


def describe(name: str, tables: Sequence[Table], shape: Shape, ending: str | None = None) -> str:
    """Return the description of a folder; `ending` is that of its files where it isn't CSV."""
    package = {
        "$schema": _PROFILE,
        "name": f"dateline-{name}",
        "version": __version__,
        "level": shape.level.value,
        "text": shape.text,
        "run": shape.run,
        "sources": [{"title": "the reports, each with its address in `url`"}],
        "resources": [_resource(table, ending) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table, ending: str | None) -> dict[str, Any]:
    form = ending or ("tsv" if table.tabs else "csv")
    resource = {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.{form}",
        "description": table.means,
        "format": form,
        "encoding": "utf-8",
        "schema": _schema(table),
    }
    return resource if ending else {**resource, "dialect": _dialect(table)}


def _dialect(table: Table) -> dict[str, Any]:
    tagged = any(column.tag for column in table.columns)
    dialect: dict[str, Any] = {"delimiter": "\t" if table.tabs else ",", "header": table.header}
    return {**dialect, "commentRows": [2]} if tagged else dialect


def _schema(table: Table) -> dict[str, Any]:
    fields = [
        {"name": column.name, "type": column.type, "description": column.means}
        for column in table.columns
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": sorted({"", table.missing})}
    return {**schema, "primaryKey": [table.key]} if table.key else schema
