"""Take out of a database what is named by its id: reports, and the story around a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli.databases import open_database
from dateline.errors import ConfigError

if TYPE_CHECKING:
    from dateline.model import Report, Story
    from dateline.store import AnyStore


def held_reports(database: str, ids: Sequence[str]) -> list[Report]:
    """Return all reports of stories, and single ones, by their ids. Raises `ConfigError`."""
    if not ids:
        raise ConfigError(
            "which of its reports? give ids of stories or reports:"
            f" `dateline stories {database}` lists them"
        )
    with open_database(database) as store:
        return [report for id in ids for report in _reports(store, database, id)]


def _reports(store: AnyStore, database: str, id: str) -> Sequence[Report]:
    if story := store.story(id):
        return story.reports
    if found := store.report(id):
        return found[:1]
    raise ConfigError(f"{database}: no story or report {id}")


def held_document(database: str, record: str) -> tuple[dict[str, Any], str]:
    """Return a document of the story that a record is in, and the record's id in it.

    A record is named with its report, "9f1d…/events/120-188", and a claim with its story.
    Raises `ConfigError`.
    """
    from dateline.export.stories import story_object

    owner, _, own = record.partition("/")
    with open_database(database) as store:
        story = _story_around(store, owner)
    if story is None or not own:
        raise ConfigError(
            f"{database}: no record {record}; ids look like REPORT/events/120-188 or STORY/claims/…"
        )
    is_claim = own.startswith("claims/")
    return {"stories": [story_object(story)]}, own if is_claim else record


def readings_of(database: str, document: dict[str, Any], record: str) -> list[str]:
    """Return a line on the run that read each report that a record or claim is of."""
    from dateline.cli.provenance import told_run

    (story,) = document["stories"]
    own = record.removeprefix("claims/")
    members = (
        m["report"] for c in story["claims"] if c["id"] in {record, own} for m in c["members"]
    )
    reports = list(dict.fromkeys(members)) or [record.partition("/")[0]]
    with open_database(database) as store:
        runs, read = {run.id: run for run in store.runs()}, store.readings(reports)
    return [f"{report} was read {told_run(runs.get(read.get(report, '')))}" for report in reports]


def _story_around(store: AnyStore, owner: str) -> Story | None:
    """Return the story of a report, or the story itself."""
    found = store.report(owner)
    return store.story(found[1] if found else owner)
