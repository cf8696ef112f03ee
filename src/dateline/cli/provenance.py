"""What made a document or dataset: release, codebooks, models, and what is in it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.export.story_shape import RunObject
    from dateline.store import Run

_OPTIONS = ("paths", "given", "codebooks", "jobs", "again")


def run_of(codebooks: Sequence[str], ids: Iterable[str]) -> RunObject:
    """Return the run that reads with these codebooks and made what has these ids."""
    from dateline import desk
    from dateline.export.runs import describe_run
    from dateline.text.heads import weights_digest

    known = desk.knowledge(*codebooks)
    taught = (f"{own.book.name}@{own.digest[:16]}" for own in known.taught)
    return describe_run(
        codebook=" ".join([f"{known.codebook.name}@{known.codebook.digest}", *taught]),
        parser=known.parser,
        encoder=known.weights and f"{known.weights} sha256:{weights_digest(known.weights)}",
        reports=ids,
    )


def options_of(chosen: argparse.Namespace) -> dict[str, Any]:
    """Return what was asked for, as far as reading depends on it."""
    return {name: getattr(chosen, name) for name in _OPTIONS if getattr(chosen, name)}


def begin_run(codebooks: Sequence[str], options: Mapping[str, Any]) -> Run:
    """Return a run that starts now and reads with these codebooks."""
    from dateline import __version__
    from dateline.knowledge.digests import lexicon_digest
    from dateline.store import Run

    reads, lexicon, now = run_of(codebooks, ()), lexicon_digest(), datetime.now(UTC)
    made_of = json.dumps([reads, lexicon, options, now.isoformat()], sort_keys=True)
    return Run(
        sha256(made_of.encode("utf-8", "surrogateescape")).hexdigest()[:16],
        now.isoformat(timespec="seconds"),
        __version__,
        reads["codebook"],
        lexicon,
        reads["models"]["parser"] or "",
        reads["models"]["encoder"],
        reads["packages"],
        options,
    )


def ended(run: Run, counts: Mapping[str, Any]) -> Run:
    """Return a run that ends now, with its counts."""
    return replace(run, ended=datetime.now(UTC).isoformat(timespec="seconds"), **counts)


def told_run(run: Run | None) -> str:
    """Return a line on the run that read a report."""
    if run is None:
        return "by a run that was not written down"
    models = " · ".join(filter(None, (run.parser, run.encoder)))
    made = f"dateline {run.version}, {run.codebook}, lexicon {run.lexicon}"
    return f"on {run.started} by run {run.id}: {made} · {models}"
