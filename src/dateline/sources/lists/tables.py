"""Read tables of articles: JSONL, CSV and TSV, one page a row.

Line 17 of "crawl.jsonl" is the page "crawl.jsonl#17"; a line that is no object of JSON is a
reject with its number, and a table without a column for a text or title is one reject.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import TextIOWrapper
from typing import TextIO

from dateline.model import Page, Reject
from dateline.sources.decode import decode
from dateline.sources.limits import LIMITS
from dateline.sources.lists.listed import counted, many
from dateline.sources.lists.rows import Row, fold_row, has_article, missing, page_of_row
from dateline.sources.lists.wires import is_ninjs, page_of_ninjs
from dateline.sources.source import Opened, Source

Told = tuple[int, Row | str]
"""The number of a line with its row, or with what is wrong with it."""

_JSONL = (".jsonl", ".ndjson", ".jl", ".jsonlines", ".ldjson")
_CSV = (".csv", ".tsv", ".tab")
_DELIMITERS = ",\t;|"
_HOPELESS = 100
"""Bad rows at the beginning after which a table is given up."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BROKEN = re.compile("[\udc80-\udcff]")
# '{"title": "…"}' on the first line and "{" on the next, whatever the file is called
_TWO_OBJECTS = re.compile(rb"\s*\{\s*\"[^\r\n]*\}\s*[\r\n]+\s*\{\s*\"")
_GIVEN = frozenset({"path", "url", "outlet", "published", "language"})


def is_lines(head: bytes, name: str) -> bool:
    """Whether a file holds an object of JSON on each line."""
    return name.endswith(_JSONL) or bool(_TWO_OBJECTS.match(head))


def read_lines(source: Source, _inside: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield a page for each line of JSONL."""
    return counted(pages_of_rows(_json_lines(source), source.path, "jsonl"), source.path, "rows")


def is_table(_head: bytes, name: str) -> bool:
    """Whether a file is a CSV or TSV by its name."""
    return name.endswith(_CSV)


def read_table(source: Source, _inside: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield a page for each row of a CSV or TSV under its header."""
    return counted(_csv_pages(source), source.path, "rows")


def pages_of_rows(rows: Iterable[Told], path: str, kind: str) -> Iterator[Opened]:
    """Yield the page of each row; rows of one shape that hold no article are told once."""
    shapes: dict[tuple[str, ...], int] = {}
    good = bad = 0
    for number, row in rows:
        where = f"{path}#{number}"
        if good == 0 and bad == _HOPELESS:
            yield Reject(path, f"{bad} rows that can't be read, one after another: given up")
            break
        if isinstance(row, str):
            bad += 1
            yield Reject(where, row)
        elif is_ninjs(row):
            good += 1
            yield page_of_ninjs(row, path=where)
        elif has_article(row):
            page = page_of_row(row, path=where, kind=kind)
            good, bad = good + isinstance(page, Page), bad + isinstance(page, Reject)
            yield page
        else:
            shape = tuple(sorted(row))
            shapes[shape] = shapes.get(shape, 0) + 1
            if shapes[shape] == 1 and len(shapes) <= _HOPELESS:
                yield Reject(where, missing(row))
    if more := sum(shapes.values()) - min(len(shapes), _HOPELESS):
        yield Reject(path, f"{many(more, 'more row', 'more rows')} without a text or title")


# --------------------------------------------------------------------------------- JSONL


def _json_lines(source: Source) -> Iterator[Told]:
    """Yield the object of each line with its number."""
    with TableText(source) as file:
        yield from rows_of_lines(bounded(file))


def rows_of_lines(lines: Iterable[str | None]) -> Iterator[Told]:
    """Yield the object on each line that isn't blank, with its number."""
    for number, line in enumerate(lines, 1):
        if line is None:
            yield number, f"a line of more than {LIMITS.row / 1e6:.0f} MB"
        elif line.strip():
            yield number, row_of_line(line)


def row_of_line(line: str) -> Row | str:
    """Return the object on a line, or what is wrong with it."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return f"not an object of JSON: {str(problem)[:80]}"
    if not isinstance(value, Mapping):
        return f"an object of JSON was expected, found {type(value).__name__}"
    return fold_row(value)


def bounded(file: TextIO) -> Iterator[str | None]:
    """Yield the lines of a file; None for one that is too long."""
    while line := file.readline(LIMITS.row):
        if len(line) < LIMITS.row or line.endswith(("\n", "\r")):
            yield mended(line)
            continue
        while line and not line.endswith(("\n", "\r")):
            line = file.readline(LIMITS.row)
        yield None


# ----------------------------------------------------------------------------------- CSV


def _csv_pages(source: Source) -> Iterator[Opened]:
    """Yield the pages of the rows, or one reject for a table that holds no articles."""
    # The limit is the whole process's; a text of an article is longer than its default.
    csv.field_size_limit(LIMITS.row)
    with TableText(source) as file:
        lines = ("" if line is None else line for line in bounded(file))
        first = next((line for line in lines if line.strip()), "")
        delimiter = _delimiter(first, source.path)
        header = [column.strip() for column in next(csv.reader([first], delimiter=delimiter), [])]
        columns = fold_row(dict.fromkeys(header))
        if problem := _no_articles(header, columns):
            yield Reject(source.path, problem)
            return
        reader = csv.reader(lines, delimiter=delimiter)
        yield from pages_of_rows(_csv_rows(reader, header), source.path, "csv")


def _no_articles(header: list[str], columns: Row) -> str | None:
    """Return why a table with this header holds no articles, or None if it may."""
    if not header:
        return None
    named = {column.lower() for column in header}
    if {"path", "url"} & named and named <= _GIVEN:
        return "a table of what is known of pages: hand it in with --given"
    return None if has_article(columns) else missing(columns)


def _csv_rows(reader: Iterable[list[str]], header: list[str]) -> Iterator[Told]:
    """Yield the rows with the number of their line in the file."""
    rows = iter(reader)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield _line(rows), f"not a row of CSV: {problem}"
            continue
        told = [cell for cell in cells if cell.strip()]
        # Humanitarian tables have a second header of HXL tags: "#meta+title", "#date".
        if not told or _line(rows) == 2 and all(cell.startswith("#") for cell in told):
            continue
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            yield _line(rows), f"{len(cells)} values, but {len(header)} columns"
            continue
        yield _line(rows), fold_row(dict(zip(header, cells, strict=False)))


def _line(rows: Iterator[list[str]]) -> int:
    """Return the number of the line that a row of CSV ends on; the header is line 1."""
    return int(getattr(rows, "line_num", 0)) + 1


def _delimiter(header: str, path: str) -> str:
    """Return what stands between the columns of a header."""
    if path.lower().endswith((".tsv", ".tab")) and "\t" in header:
        return "\t"
    bare = re.sub(r"\"[^\"]*\"", "", header)
    return max(_DELIMITERS, key=bare.count)


# -------------------------------------------------------------------------------- charset


class TableText:
    """A file of bytes opened as text for a while, in the charset that its beginning shows."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __enter__(self) -> TextIO:
        wide = self._source.peek().startswith(_WIDE)
        self._text = TextIOWrapper(
            self._source.file,
            encoding="utf-16" if wide else "utf-8-sig",
            errors="replace" if wide else "surrogateescape",
            newline="",
        )
        return self._text

    def __exit__(self, *_: object) -> None:
        self._text.detach()


def mended(line: str) -> str:
    """Return a line with the bytes that are no UTF-8 read as windows-1252 or what they are."""
    if line.isascii() or not _BROKEN.search(line):
        return line
    return decode(line.encode("utf-8", "surrogateescape"))[0]
