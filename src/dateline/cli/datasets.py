"""The verb that hands stories to other programs: `export`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dateline.cli.databases import is_database, open_database
from dateline.cli.filters import add_conditions, query_of
from dateline.cli.outcome import DONE, PROBLEMS
from dateline.cli.pages import add_pages, read_pages
from dateline.cli.provenance import run_of
from dateline.errors import ConfigError

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs
    from dateline.export.formats import Format
    from dateline.export.shape import Level, Shape
    from dateline.export.story_shape import RunObject
    from dateline.model import Story

_STANDARD_OUTPUT = "-"
_AT_ONCE = 200
"""Stories that a database is asked for at a time."""


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    export = verbs.add_parser(
        "export",
        help="write stories as a dataset for other programs",
        description="Write the stories of pages, or of a database, as a dataset.",
    )
    add_pages(export)
    export.add_argument(
        "--formats", action=_ListFormats, nargs=0, help="say what formats there are, and exit"
    )
    export.add_argument("--as", metavar="FORMAT", dest="form", required=True, help="the format")
    export.add_argument(
        "--to", metavar="FILE", required=True, help="the file or folder to write; - prints a file"
    )
    export.add_argument(
        "--level",
        choices=("mention", "claim"),
        help="a row for each mention in a report, or for each claim that reports share",
    )
    export.add_argument(
        "--no-text",
        dest="whole",
        action="store_false",
        help="quote no more than 25 words at a time, for sharing",
    )
    add_conditions(export)
    export.set_defaults(command=_export, limit=_AT_ONCE, after=None)


class _ListFormats(argparse.Action):
    """Print the formats, each with a line on what it holds."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from dateline.export.formats import FORMATS, OneFile

        for name, form in FORMATS.items():
            kind = form.ending if isinstance(form, OneFile) else "folder"
            print(f"{name:<13}{kind:<9}{form.means}")
        parser.exit()


def _export(chosen: argparse.Namespace) -> int:
    """Write the stories of pages or of a database in a format."""
    from dateline.export.shape import Shape

    form = _format(chosen.form, to=chosen.to)
    level = _level(form, chosen.level)
    with _opened(chosen) as (stories, run, readings, rejected):
        told = _Counted(stories)
        _write(form, told, Shape(run, level, chosen.whole, readings=readings), chosen.to)
    return PROBLEMS if rejected or not told.count else DONE


def _format(name: str, *, to: str) -> Format:
    """Return the format of a name. Raises `ConfigError`."""
    from dateline.export.formats import FORMATS, Folder

    form = FORMATS.get(name)
    if form is None:
        raise ConfigError(f"no format is called {name!r}: there are {', '.join(FORMATS)}")
    if isinstance(form, Folder) and to == _STANDARD_OUTPUT:
        raise ConfigError(f"{name} is a folder of files: --to wants its name")
    return form


def _level(form: Format, wanted: str | None) -> Level:
    """Return the level that is wanted, or the format's first. Raises `ConfigError`."""
    from dateline.export.shape import Level

    level = form.levels[0] if wanted is None else Level(wanted)
    if level not in form.levels:
        raise ConfigError(f"{form.name} has no level {level.value}, only {form.levels[0].value}")
    return level


class _Counted:
    """Stories, and how many of them went by."""

    def __init__(self, stories: Iterable[Story]) -> None:
        self.stories, self.count = stories, 0

    def __iter__(self) -> Iterator[Story]:
        for story in self.stories:
            self.count += 1
            yield story


@contextmanager
def _opened(
    chosen: argparse.Namespace,
) -> Iterator[tuple[Iterable[Story], RunObject, Mapping[str, str], bool]]:
    """Give the stories, what made them, which run read each report, and if a page was rejected."""
    from dateline.serve.provenance import stored_run
    from dateline.store import Query, stories_of, story_ids

    query = query_of(chosen)
    if not any(map(is_database, chosen.paths)):
        if query != Query(limit=_AT_ONCE):
            raise ConfigError("stories are looked for in a database: pages are exported whole")
        stories, run, rejected = _woven(chosen)
        yield stories, run, {}, rejected
        return
    if len(chosen.paths) > 1:
        raise ConfigError("a database is exported by itself: name it alone")
    with open_database(chosen.paths[0]) as store:
        made = run_of(chosen.codebooks, story_ids(store, query))
        held = stories_of(store, story_ids(store, query))
        yield held, stored_run(made, store), store.readings(), False


def _woven(chosen: argparse.Namespace) -> tuple[Sequence[Story], RunObject, bool]:
    """Read and weave the pages."""
    from dateline import desk

    reports, rejects = read_pages(chosen)
    stories = desk.weave(reports)
    ids = [report.id for story in stories for report in story.reports]
    return stories, run_of(chosen.codebooks, ids), bool(rejects)


def _write(form: Format, stories: Iterable[Story], shape: Shape, to: str) -> None:
    """Write a dataset, or print it."""
    from dateline.export.formats import Folder
    from dateline.export.writing import write_file, write_folder

    if isinstance(form, Folder):
        write_folder(form, stories, shape, to)
    elif to == _STANDARD_OUTPUT:
        sys.stdout.writelines(form.make(stories, shape))
    else:
        write_file(form, stories, shape, to)
