"""Ask an extractor which parts of an HTML page are its main text, and align its answer.

trafilatura returns strings; "The river burst its banks on Monday." is looked for among the
units of our own rendering, so that its judgement is taken and its strings are not.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence

from dateline.clean.units import Unit

_SIGNS = re.compile(r"[\W_]+")
_LONG = 25
"""Letters and digits; a shorter unit may turn up inside any sentence by chance."""
_SHINGLE = 4
_SIBLINGS = 3
"""Kept units from which a container's names say that it holds the report."""
_DEEP = 6
# "div.story#part-2": what tells one container of a kind from the next
_IDENTIFIER = re.compile(r"#.*")


def keeps(markup: str, units: Sequence[Unit]) -> list[bool]:
    """Return for each unit whether the extractor counts it as main text."""
    lines = [_plain(line) for line in _extracted(markup).splitlines()]
    whole = " ".join(line for line in lines if line)
    if not whole:
        return [False] * len(units)
    exact = set(lines)
    shingles = _shingles(whole.split())
    kept = [_stands_in(_plain(unit.text), whole, shingles) for unit in units]
    long = [index for index, found in enumerate(kept) if found]
    for index, unit in enumerate(units):
        inside = bool(long) and long[0] - 3 <= index <= long[-1] + 1
        if not kept[index] and inside:
            plain = _plain(unit.text)
            kept[index] = len(plain) < _LONG and plain in exact and plain != ""
    return _with_chunks(units, kept)


def _with_chunks(units: Sequence[Unit], kept: list[bool]) -> list[bool]:
    """Return what is kept, with prose added that stands in containers of the same names.

    A site that parts its reports ("div.body" once for each screenful) names the parts alike,
    and an extractor may keep only the largest.
    """
    held = Counter(_where(unit) for unit, keep in zip(units, kept, strict=True) if keep)
    first = kept.index(True) if True in kept else len(kept)
    return [
        keep
        or (
            index > first
            and held[_where(unit)] >= _SIBLINGS
            and unit.link_share < 0.5
            and len(unit.words) >= 12
            and unit.final
        )
        for index, (unit, keep) in enumerate(zip(units, kept, strict=True))
    ]


def _where(unit: Unit) -> tuple[str, ...]:
    """Return the names of the elements around a unit, without those inside its paragraph."""
    return tuple(_IDENTIFIER.sub("", name) for name in unit.within[-_DEEP:])


def _extracted(markup: str) -> str:
    """Return the extractor's text; nothing where it finds none or gives up."""
    from trafilatura import extract  # takes half a second to import, and dumps don't need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return extract(markup, include_comments=False) or ""
    except Exception:  # noqa: BLE001 - whatever stops it, its judgement is only missing
        return ""


def _plain(text: str) -> str:
    """Return a text's letters and digits in lower case, one blank between words."""
    return _SIGNS.sub(" ", text).strip().casefold()


def _stands_in(plain: str, whole: str, shingles: frozenset[tuple[str, ...]]) -> bool:
    """Whether a long unit stands in the extractor's text, whole or for the most part."""
    if len(plain) < _LONG:
        return False
    if plain in whole:
        return True
    own = _shingles(plain.split())
    return bool(own) and len(own & shingles) >= 0.6 * len(own)


def _shingles(words: list[str]) -> frozenset[tuple[str, ...]]:
    """Return every run of four words."""
    return frozenset(
        tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)
    )
