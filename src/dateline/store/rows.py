"""What lists of a store hold: a line each, not the record whole."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Span


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list."""

    id: str
    headline: str
    first: str | None
    last: str | None
    reports: int
    outlets: int
    least: int
    most: int
    claims: int
    lat: float | None
    lon: float | None
    """Of the place in which most claims are set, or that is named most, if on the map."""
    countries: tuple[str, ...]
    """The countries that its places lie in, most named first."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list."""

    id: str
    """The story's id, "/claims/" and the claim's own, which stays when the story grows."""
    story: str
    kind: str
    gist: str
    code: str | None
    status: str | None
    measure: str | None
    least: int
    most: int
    outlets: int
    first: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    story: str
    span: Span
    """The sentence that holds most of the words."""
    passage: str
    """Its characters."""
