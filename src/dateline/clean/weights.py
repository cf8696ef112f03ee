"""Hold what was learned of pages: groves that tell the report from the furniture around it.

Weights are values that are handed in, so that a page can be judged by weights that were learned
without it; `shipped_weights()` were learned from all pages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from dateline.clean.grove import Grove, read_grove
from dateline.knowledge.vocabulary import words

Looks = Mapping[str, Grove]
"""The "first" look at a page, and the "second", which knows what the first thought."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned of the lines of dumps and of the units of HTML pages."""

    lines: Looks
    units: Looks


def read_weights(lines: str, units: str) -> Weights:
    """Return the weights that two TOML texts hold, of dumps and of HTML pages."""
    return Weights(_looks(tomllib.loads(lines)), _looks(tomllib.loads(units)))


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Return the weights that ship: `lexicons/lines.toml` and `lexicons/blocks.toml`."""
    return Weights(_looks(words("lines")), _looks(words("blocks")))


def _looks(tables: Mapping[str, Any]) -> Looks:
    """Return the grove of each look."""
    return MappingProxyType({name: read_grove(table) for name, table in tables.items()})
