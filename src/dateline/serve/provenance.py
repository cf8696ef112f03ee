"""Say what made a dataset of a database: what wrote it, and the runs that read its reports."""

from __future__ import annotations

from dateline.export.story_shape import ReadRunObject, RunObject, StoredRunObject
from dateline.store import AnyStore, Run


def stored_run(made: RunObject, store: AnyStore) -> StoredRunObject:
    """Return what made a dataset of a store, with the runs that read its reports."""
    return {**made, "read_by": [_read_run(run) for run in store.runs()]}


def _read_run(run: Run) -> ReadRunObject:
    return {
        "id": run.id,
        "started": run.started,
        "version": run.version,
        "codebook": run.codebook,
        "lexicon": run.lexicon,
        "models": {"encoder": run.encoder, "parser": run.parser},
        "packages": dict(run.packages),
        "added": run.added,
    }
