"""How a dataset is to be shaped: a row a mention or a row a claim, with or without the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dateline import __version__
from dateline.export.story_shape import RunObject


class Level(StrEnum):
    """What one row is."""

    MENTION = "mention"
    """A record as one report has it."""
    CLAIM = "claim"
    """What one or more reports say of one thing: what is counted."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a feed is served, and the pages that it leads to."""

    title: str
    """What the feed is called."""
    itself: str
    """The feed's own address."""
    pages: str
    """The address of the page that lists the same stories."""
    story: Callable[[str], str]
    """Returns the address of a story's page, given its id."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a format is asked for, and the run that made what it writes."""

    run: RunObject
    level: Level = Level.MENTION
    text: bool = True
    """Whether more of the publishers' words may go along than quotations of 25 words."""
    site: Site | None = None
    """Where it is served, if it is: a feed leads there."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """Of a database: the run that read each report."""


def made_by(shape: Shape) -> str:
    """Return what a file says of its making: "dateline 0.1.0, run 91c0…, plover@77…"."""
    return f"dateline {__version__}, run {shape.run['id']}, {shape.run['codebook']}"
