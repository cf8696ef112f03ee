"""What made a document or dataset: release, codebooks, models, and what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.export.story_shape import RunObject


def run_of(codebooks: Sequence[str], ids: Iterable[str]) -> RunObject:
    """Return the run that reads with these codebooks and made what has these ids."""
    from dateline import desk
    from dateline.export.runs import describe_run
    from dateline.extract.events.heads import weights_digest

    known = desk.knowledge(*codebooks)
    taught = (f"{own.book.name}@{own.digest[:16]}" for own in known.taught)
    return describe_run(
        codebook=" ".join([f"{known.codebook.name}@{known.codebook.digest}", *taught]),
        parser=known.parser,
        encoder=known.weights and f"{known.weights} sha256:{weights_digest(known.weights)}",
        reports=ids,
    )
