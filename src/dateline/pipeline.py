"""Reading: the stages that turn a page into a report, in one list.

A stage is a function from a report to the records of one field. `skim` runs those that need
no parser; `read` runs the rest. A plan pickles: models and tables go in by name and are
opened once in each process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from dateline.clean.blocks import find_blocks
from dateline.clean.credits import find_credits
from dateline.clean.metadata import find_metadata
from dateline.extract.events.events import find_events
from dateline.extract.events.taught import Taught
from dateline.extract.figures.figures import find_figures
from dateline.extract.notices.notices import find_notices
from dateline.extract.statements.statements import find_statements
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.cues import Cues, open_cues
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Page, Report
from dateline.text.chains import find_chains
from dateline.text.names import find_names
from dateline.text.numbers import find_numbers
from dateline.text.places import find_places
from dateline.text.sentences import find_sentences
from dateline.text.times import find_times
from dateline.weaving.copies.signature import find_signature


@dataclass(frozen=True, slots=True)
class Stage:
    """One capability: the field that it fills, how, and what it reads."""

    gives: str
    find: Callable[[Report], Any]
    needs: tuple[str, ...] = ()
    skims: bool = False
    """Whether the stage runs before a report's signature is looked up."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading knows beforehand; a value that is handed in, never asked for."""

    lexicon: Lexicon
    codebook: Codebook
    parser: str
    weights: str | None = "plover"
    """The weights that ship, of acts and figures; without them the rules decide alone."""
    cues: Cues = field(default_factory=open_cues)
    taught: tuple[Taught, ...] = ()
    """What was learned of a user's codebooks, whose events stand beside those of `codebook`."""


def plan(known: Knowledge) -> tuple[Stage, ...]:
    """Return the stages in the order in which they run."""
    words, book = known.lexicon, known.codebook
    sentences = partial(find_sentences, parser=known.parser)
    text = ("sentences",)
    who = (*text, "names", "chains")
    return (
        Stage("blocks", find_blocks, skims=True),
        Stage("metadata", partial(find_metadata, lexicon=words), ("blocks",), skims=True),
        Stage("credits", partial(find_credits, lexicon=words), ("blocks",), skims=True),
        Stage("signature", find_signature, ("blocks",), skims=True),
        Stage("sentences", sentences, ("blocks", "metadata")),
        Stage("names", partial(find_names, lexicon=words, weights=known.weights), text),
        Stage("chains", partial(find_chains, lexicon=words), (*text, "names")),
        Stage("places", partial(find_places, lexicon=words), (*who, "metadata")),
        Stage("times", find_times, (*text, "metadata")),
        Stage("numbers", find_numbers, (*text, "times")),
        Stage(
            "statements",
            partial(find_statements, lexicon=words, cues=known.cues, weights=known.weights),
            (*who, "times"),
        ),
        Stage(
            "figures",
            partial(find_figures, lexicon=words, weights=known.weights),
            (*who, "numbers", "times", "places", "statements"),
        ),
        Stage(
            "events",
            partial(
                find_events,
                lexicon=words,
                codebook=book,
                weights=known.weights,
                taught=known.taught,
            ),
            (*who, "places", "times", "statements"),
        ),
        Stage("notices", find_notices, ("blocks", "statements")),
    )


def run(report: Report, stages: Iterable[Stage]) -> Report:
    """Return the report with each stage's field filled, in order."""
    for stage in stages:
        report = replace(report, **{stage.gives: stage.find(report)})
    return report


def skim(page: Page, known: Knowledge) -> Report:
    """Return what can be known of a page without parsing it."""
    return run(Report(page), (stage for stage in plan(known) if stage.skims))


def read(report: Report, known: Knowledge) -> Report:
    """Return a skimmed report with everything else that reading finds."""
    return run(report, (stage for stage in plan(known) if not stage.skims))
