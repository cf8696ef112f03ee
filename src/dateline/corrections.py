"""The records of what people set right, and of how they judge what was read.

They are kept in a store, laid over reports by `review.amend`, and told of by the story.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.span import Span


@dataclass(frozen=True, slots=True)
class Target:
    """A report, or a record of one, named so that it is found when the report is read anew."""

    report: str
    field: str | None = None
    """"events", "statements" or "figures"; None is the report itself."""
    span: Span | None = None
    core: Span | None = None
    """What the record turns on: an event's trigger, a statement's words, a figure itself."""
    told: str = ""
    """What it said when it was named: tells apart two records on the same characters."""


class Action(StrEnum):
    """What a correction does."""

    SET = "set"
    """A record says another thing."""
    DROP = "drop"
    """A record is none."""
    JOIN = "join"
    """Reports are one story, records one claim."""
    PART = "part"
    """They are not."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who says something, when and why."""

    who: str
    when: str
    """An ISO 8601 instant in UTC."""
    why: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person set right. It is never changed: one that is taken back says so."""

    id: str
    action: Action
    targets: tuple[Target, ...]
    """The record that is set or dropped, or what is joined, or what is parted …"""
    signed: Signed
    others: tuple[Target, ...] = ()
    """… from these."""
    name: str | None = None
    """What is set: "status"."""
    value: str | None = None
    """To what, in the words of `review.values`; empty is nothing."""
    undone: Signed | None = None


class Outcome(StrEnum):
    """What has become of a correction."""

    STANDS = "stands"
    GONE = "gone"
    """The record or report that it speaks of isn't there any more."""
    SUPERSEDED = "superseded"
    """A later correction says otherwise."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as a story has it, beside what is read there without it."""

    correction: Correction
    outcome: Outcome
    report: str | None = None
    record: str | None = None
    """The record that it set right: "events/120-188"; None for one that was dropped."""
    was: str | None = None
    """What is read in place of the value, or of the record that was dropped."""


class Judged(StrEnum):
    """What a person holds a record for."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"
