"""Serve datasets: what `dateline export` writes, at `/api/export/FORMAT`, as it is made.

GET /api/export/plover?country=KEN&level=claim is a file of JSON lines; a format that is a folder
of tables comes as a ZIP, and one of its tables by its file: /api/export/csv/events.csv.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePath
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi import Path as Named
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from dateline.errors import QueryError
from dateline.export.columns import Table
from dateline.export.formats import FORMATS, Folder, Format, OneFile
from dateline.export.shape import Level, Shape
from dateline.export.writing import write_folder
from dateline.model import Story
from dateline.serve import answers
from dateline.serve.api.problems import KNOWN, problems
from dateline.serve.filters import Conditions, asked_once, read_query
from dateline.serve.provenance import stored_run
from dateline.store import stories_of, story_ids

exports = APIRouter(prefix="/api", tags=["export"], dependencies=[Depends(asked_once)])

AT_ONCE = 2
"""Datasets that are made at the same time; the next is told to come again."""
_STORIES = 200
"""Stories that the database is asked for at a time."""
_CHUNK = 1 << 16
_KINDS = {
    ".jsonl": "application/x-ndjson",
    ".geojson": "application/geo+json",
    ".jsonld": "application/ld+json",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".atom": "application/atom+xml",
    ".rss": "application/rss+xml",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".parquet": "application/vnd.apache.parquet",
    ".zip": "application/zip",
}
_TIMELESS = (1980, 1, 1, 0, 0, 0)
"""What stands in a ZIP for the time of a file: equal datasets have equal bytes."""

Name = Annotated[str, Named(json_schema_extra={"enum": list(FORMATS)})]


class Wanted(Conditions):
    """What is looked for, and how the dataset is to be."""

    level: Literal["mention", "claim"] | None = Field(
        None, description="A row for each mention in a report, or for each claim."
    )
    no_text: bool = Field(False, description="No more than 25 words are quoted at a time.")


class FormatRow(BaseModel):
    """A format: what it is, and the levels it has."""

    name: str
    means: str
    ending: str
    levels: list[Literal["mention", "claim"]]


class Formats(BaseModel):
    """All formats."""

    rows: list[FormatRow]


@exports.get("/export", response_model=Formats, responses={**KNOWN, **problems()})
def list_formats(request: Request) -> Response:
    """List the formats of datasets."""
    rows = [
        {
            "name": form.name,
            "means": form.means,
            "ending": _ending(form),
            "levels": [level.value for level in form.levels],
        }
        for form in FORMATS.values()
    ]
    return answers.data(request, {"rows": rows})


_DOCUMENT, _FILE = {"type": "object"}, {"type": "string", "format": "binary"}
_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The dataset; a folder of tables is a ZIP.",
        "content": {
            kind: {"schema": _DOCUMENT if kind.endswith(("+json", "/json")) else _FILE}
            for kind in _KINDS.values()
        },
    }
}


@exports.get("/export/{format}", response_class=Response, responses={**problems(404), **_FILES})
def export_stories(request: Request, format: Name, asked: Annotated[Wanted, Query()]) -> Response:
    """Return the stories that are looked for as a dataset, sent while it is made."""
    form = _form(format)
    return _sent(request, form, asked, f"dateline-{form.name}{_ending(form)}")


@exports.get(
    "/export/{format}/{table}",
    response_class=Response,
    responses={**problems(404), **_FILES},
)
def export_table(
    request: Request, format: Name, table: str, asked: Annotated[Wanted, Query()]
) -> Response:
    """Return one table of a format that is a folder of tables, by the name of its file."""
    form = _form(format)
    if not isinstance(form, Folder):
        raise HTTPException(404)
    tables = tuple(one for one in form.tables if _file(form, one) == table)
    if not tables:
        raise HTTPException(404)
    return _sent(request, replace(form, tables=tables), asked, table)


def _form(name: str) -> Format:
    """Return the format of a name. Raises `HTTPException`."""
    form = FORMATS.get(name)
    if form is None:
        raise HTTPException(404)
    return form


def _sent(request: Request, form: Format, asked: Wanted, file: str) -> Response:
    """Return a dataset as an answer. Raises `HTTPException`, `QueryError` and `StoreError`."""
    state = request.app.state
    query = read_query(asked.model_dump(), limit=_STORIES)
    level = _level(form, asked.level)
    if not state.exporting.acquire(blocking=False):
        raise HTTPException(429, "Other datasets are being made.", {"Retry-After": "10"})
    with ExitStack() as ending:
        ending.callback(state.exporting.release)
        run = stored_run(state.reading.run(story_ids(state.store, query)), state.store)
        shape = Shape(run, level, not asked.no_text, readings=state.store.readings())
        stories = stories_of(state.store, story_ids(state.store, query))
        pieces = _begun(_pieces(form, stories, shape, file, ending))
        headers = {"Content-Disposition": f'attachment; filename="{file}"'}
        kind = _KINDS[PurePath(file).suffix]
        return Streamed(pieces, ending.pop_all().close, headers=headers, media_type=kind)


class Streamed(StreamingResponse):
    """An answer that is sent while it is made, and ends whether or not all of it was wanted."""

    def __init__(self, pieces: Iterator[bytes], end: Callable[[], None], **more: Any) -> None:
        super().__init__(pieces, **more)
        self._end = end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._end()


def _level(form: Format, wanted: str | None) -> Level:
    """Return the level that is wanted, or the format's first. Raises `QueryError`."""
    level = form.levels[0] if wanted is None else Level(wanted)
    if level not in form.levels:
        raise QueryError(f"{form.name} has no level {level.value}, only {form.levels[0].value}")
    return level


def _ending(form: Format) -> str:
    return form.ending if isinstance(form, OneFile) else ".zip"


def _file(form: Folder, table: Table) -> str:
    """Return the name of a table's file."""
    return f"{table.name}.parquet" if form.finish else table.file


def _pieces(
    form: Format, stories: Iterable[Story], shape: Shape, file: str, ending: ExitStack
) -> Iterator[bytes]:
    """Yield what is sent of a dataset, in pieces of some size."""
    if isinstance(form, OneFile):
        return _joined(form.make(stories, shape))
    if not form.finish and not file.endswith(".zip"):
        made = form.make(form.tables, stories, shape)
        return _joined(text for name, text in made if name == file)
    folder = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="dateline-")))
    write_folder(form, stories, shape, str(folder / "dataset"))
    whole = folder / "dataset" / file
    if file.endswith(".zip"):
        whole = folder / file
        _zip(folder / "dataset", whole)
    opened = ending.enter_context(whole.open("rb"))
    return iter(partial(opened.read, _CHUNK), b"")


def _joined(pieces: Iterable[str]) -> Iterator[bytes]:
    """Yield texts as bytes, many small ones together."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield "".join(held).encode("utf-8", "replace")
            held, size = [], 0
    yield "".join(held).encode("utf-8", "replace")


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Return pieces the first of which is made, so that what fails at once is told as it should."""
    first = next(pieces, b"")
    return chain((first,), pieces)


def _zip(folder: Path, to: Path) -> None:
    """Pack the files of a folder."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.iterdir()):
            about = zipfile.ZipInfo(file.name, _TIMELESS)
            about.compress_type = zipfile.ZIP_DEFLATED
            with file.open("rb") as read, packed.open(about, "w", force_zip64=True) as written:
                shutil.copyfileobj(read, written)
