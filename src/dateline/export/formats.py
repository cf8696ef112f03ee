"""The formats of datasets: one table that names them all.

A format is one file, made piece by piece, or a folder of tables with their description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.export import gdelt, hxl, package, parquet, polecat, tabular
from dateline.export.annotations import export_annotations
from dateline.export.calendar import export_calendar
from dateline.export.columns import Table
from dateline.export.feed import export_feed
from dateline.export.geo import export_geojson
from dateline.export.linked import export_linked
from dateline.export.plover import export_plover
from dateline.export.rss import export_rss
from dateline.export.shape import Level, Shape
from dateline.export.timeline import export_timeline
from dateline.model import Story

Pieces = Iterator[tuple[str, str]]
"""Names of files, each with text that goes on in it."""

_EITHER = (Level.MENTION, Level.CLAIM)


@dataclass(frozen=True, slots=True)
class OneFile:
    """A format of one file."""

    name: str
    means: str
    """One line for `--help`."""
    ending: str
    make: Callable[[Iterable[Story], Shape], Iterator[str]]
    levels: tuple[Level, ...] = _EITHER


@dataclass(frozen=True, slots=True)
class Folder:
    """A format of several tables."""

    name: str
    means: str
    tables: tuple[Table, ...]
    make: Callable[[Sequence[Table], Iterable[Story], Shape], Pieces]
    finish: Callable[[Path, Sequence[Table], Shape], None] | None = None
    """What is done to the folder when all pieces are written."""
    levels: tuple[Level, ...] = _EITHER


Format = OneFile | Folder


def _packed(name: str, means: str, tables: tuple[Table, ...]) -> Folder:
    """Return a format of tables in text."""
    return Folder(name, means, tables, partial(package.pack, name))


_ALL: tuple[Format, ...] = (
    _packed("csv", "every table as CSV, with a Frictionless data package", tabular.TABLES),
    Folder(
        "parquet",
        "every table as Parquet, with a Frictionless data package",
        tabular.TABLES,
        parquet.pieces,
        parquet.convert,
    ),
    OneFile("plover", "events as PLOVER 2.0 JSON Lines", ".jsonl", export_plover),
    _packed("polecat", "events in POLECAT's 40 columns, with their evidence", polecat.TABLES),
    _packed("gdelt", "events in GDELT 2.0's 61 columns, and its mentions", gdelt.TABLES),
    OneFile("geojson", "events and figures that are on the map", ".geojson", export_geojson),
    OneFile("annotations", "every record as a Web Annotation", ".jsonld", export_annotations),
    OneFile("schema-org", "stories as schema.org JSON-LD", ".jsonld", export_linked),
    _packed("hxl", "events and figures as CSV with HXL hashtags", hxl.TABLES),
    OneFile("icalendar", "what is planned, as a calendar", ".ics", export_calendar),
    OneFile("timelinejs", "the briefs' timelines", ".json", export_timeline, levels=(Level.CLAIM,)),
    OneFile("atom", "stories as a feed", ".atom", export_feed, levels=(Level.CLAIM,)),
    OneFile("rss", "stories as a feed of the older kind", ".rss", export_rss, (Level.CLAIM,)),
)

FORMATS: Mapping[str, Format] = {format.name: format for format in _ALL}
"""By the name that `--as` takes."""
