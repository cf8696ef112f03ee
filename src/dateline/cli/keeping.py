"""The verbs that fill a database and list what it holds: `add` and `stories`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from dateline.cli.databases import open_database
from dateline.cli.filters import add_filters, query_of
from dateline.cli.outcome import DONE, PROBLEMS
from dateline.cli.output import wants_colours
from dateline.cli.pages import add_pages, foreign, read_each, tell
from dateline.cli.provenance import begin_run, ended, options_of

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs
    from dateline.model import Page, Reject, Report, Story
    from dateline.serve.typeset import Ink
    from dateline.store import AnyStore, Found, StoryRow

_DATABASE = "a DuckDB file, or postgresql://…"


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    add = verbs.add_parser(
        "add",
        help="read pages into a database",
        description="Read pages into a database, which is made if it isn't there."
        " Pages that it holds already are passed over, so a run that was halted can be repeated.",
    )
    add.add_argument("database", metavar="DB", help=_DATABASE)
    add_pages(add)
    add.add_argument(
        "--again",
        action="store_true",
        help="read pages anew that it holds, as a later dateline reads them; what people set"
        " right stays so",
    )
    add.set_defaults(command=_add)

    stories = verbs.add_parser(
        "stories",
        help="list the stories of a database, or print their briefs",
        description="List the stories of a database, newest first, or print the briefs of some.",
    )
    stories.add_argument("database", metavar="DB", help=_DATABASE)
    stories.add_argument("ids", metavar="ID", nargs="*", help="a story; its brief is printed")
    stories.add_argument("--json", action="store_true", help="print a JSON object a line")
    add_filters(stories)
    stories.set_defaults(command=_stories)


# ------------------------------------------------------------------------------------- add


def _add(chosen: argparse.Namespace) -> int:
    """Read the pages that a database doesn't hold, and weave them into its stories."""
    with open_database(chosen.database, read_only=False) as store:
        reading = _Reading(store, again=chosen.again)
        run = begin_run(chosen.codebooks, options_of(chosen))
        store.note(run)
        reports = reading.watched(read_each(chosen, reading.rejects, reading.wants))
        changed = store.take(reports, anew=chosen.again, run=run.id)
        reading.tell_rejects()
        store.note(ended(run, reading.counts(len(changed))))
    print(reading.summary(len(changed)))
    return PROBLEMS if reading.told or not (reading.added or reading.known) else DONE


class _Reading:
    """How the reading of pages into a database goes."""

    def __init__(self, store: AnyStore, *, again: bool = False) -> None:
        self._store, self._again = store, again
        self.rejects: list[Reject] = []
        self.added = self.known = self.told = 0

    def wants(self, page: Page) -> bool:
        """Whether a page isn't there yet, or is to be read again."""
        known = not self._again and self._store.knows(page.id)
        self.known += known
        return not known

    def watched(self, reports: Iterator[Report]) -> Iterator[Report]:
        """Yield reports, and say how far it is."""
        for report in reports:
            self.added += 1
            self.rejects += foreign([report])
            self.tell_rejects()
            if sys.stderr.isatty():
                print(f"{self.added} read, {self.known} known", end="\r", file=sys.stderr)
            yield report

    def tell_rejects(self) -> None:
        """Say which pages could not be read since the last time."""
        tell(self.rejects)
        self.told += len(self.rejects)
        self.rejects.clear()

    def counts(self, changed: int) -> dict[str, int]:
        """Return what a run says of itself."""
        added, known, rejected = self.added, self.known, self.told
        return {"added": added, "known": known, "rejected": rejected, "stories": changed}

    def summary(self, changed: int) -> str:
        """Return how it went, in one line."""
        from dateline.serve.phrases import counted

        stories = f"{changed} {'story' if changed == 1 else 'stories'}"
        parts = [f"{counted(self.added, 'page')} added to {stories}"]
        if self.known:
            parts.append(f"{self.known} known already")
        if self.told:
            parts.append(f"{self.told} with problems")
        return ", ".join(parts)


# --------------------------------------------------------------------------------- stories


def _stories(chosen: argparse.Namespace) -> int:
    """List the stories that are looked for, or print the briefs of those that are named."""
    with open_database(chosen.database) as store:
        if chosen.ids:
            return _briefs(store, chosen)
        found = store.stories(query_of(chosen))
    if chosen.json:
        _print_json([asdict(row) for row in found.rows])
    else:
        print(_listed(found))
    return DONE if found.rows else PROBLEMS


def _briefs(store: AnyStore, chosen: argparse.Namespace) -> int:
    """Print the brief of each story, or the whole story as JSON."""
    from dateline.export.stories import story_object
    from dateline.serve.terminal import draw_briefs

    held = {id: store.story(id) for id in chosen.ids}
    found: list[Story] = [story for story in held.values() if story]
    if chosen.json:
        _print_json([dict(story_object(story)) for story in found])
    elif found:
        print(draw_briefs(found, ink=_ink()))
        reports = [report for story in found for report in story.reports]
        print("\nReports", *(f"  {report.id}  {report.page.path}" for report in reports), sep="\n")
    for id in (id for id, story in held.items() if story is None):
        print(f"{chosen.database}: no story {id}", file=sys.stderr)
    return PROBLEMS if None in held.values() else DONE


def _listed(found: Found[StoryRow]) -> str:
    """Return a list of stories as text for people."""
    from dateline.serve.typeset import Run, set_runs

    lines = []
    for row in found.rows:
        lines += set_runs([Run(row.headline, "1")], ink=_ink(), first="", rest="  ")
        lines += set_runs([Run(_about(row), "2")], ink=_ink(), first="  ", rest="  ")
    if found.next:
        lines += ["", f"more: --after {found.next}"]
    return "\n".join(lines) or "no stories"


def _about(row: StoryRow) -> str:
    """Return when a story was, who tells it, and its id."""
    from dateline.serve.phrases import counted, day_words, days_words

    days = days_words(row.first, row.last) if row.first and row.last else day_words(row.first)
    least, most = row.least, row.most
    origins = counted(most, "origin") if least == most else f"{least} to {most} origins"
    told = f"{counted(row.reports, 'report')}, {counted(row.outlets, 'outlet')}, {origins}"
    return " · ".join(filter(None, (days, told, row.id)))


def _print_json(objects: list[dict[str, object]]) -> None:
    import json

    for object in objects:
        print(json.dumps(object, ensure_ascii=False, allow_nan=False))


def _ink() -> Ink:
    from dateline.serve.typeset import Ink

    return Ink(wants_colours())
