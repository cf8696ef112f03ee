"""The voice behind a saying: who speaks, to whom, through what and when.

In "Mayor Ana Ruiz told Radio Norte on Monday that …" Ruiz speaks, "Radio Norte" is the medium
and "Monday" the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.cues import Cues
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Actor, Report, Span
from dateline.text.cast import Cast


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something, with what surrounds the saying."""

    speakers: tuple[Actor, ...]
    cue: Span | None = None
    hearer: Actor | None = None
    medium: str | None = None
    when: Span | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reading of one report's statements goes by."""

    report: Report
    cast: Cast
    cues: Cues
    lexicon: Lexicon
