"""Find what is said to hold a place: "Paris, Texas", "Syria's Homs", "the Ohio town of Dublin".

The holder stands right beside the name: after a comma, a bracket or "in", before "town of", or
as possessor. It is a country, by name or adjective, or a province, written out or shortened
as the press does ("Lexington, Ky."); whether it truly holds the place, its bearers decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.knowledge.gazetteer import Spot, key_of
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Kind, Span

# "[Paris], Texas", "[Homs], in the Syrian ...", "[Dublin] (Ohio)", "[Ube], a town in western Japan"
_AFTER = re.compile(
    r"(?:, | \(|,? in |, an? [a-z ]{1,40} in )(?:the )?(?:[a-z]+ ){0,2}"
    r"(?P<held>[A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]*\.?){0,3})"
)
# "the Ohio town of [Dublin]", "Turkey's southern province of [Hatay]"
_BEFORE = re.compile(
    r"(?<![\w-])(?P<held>[A-Z][\w-]*\.?(?: [A-Z][\w-]*\.?){0,2}) (?:[a-z]+ ){0,2}"
    r"(?:city|town|village|port|suburb|district|province|region|county|capital|area) of $"
)
# "Syria's [Homs]", "in Texas's [Lamar County]", "Japan's northern [Hokkaido]"
_OWNER = re.compile(r"(?<![\w-])(?P<held>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})['’]s? (?:[a-z]+ )?$")
_REACH = 70
"""Characters in which a holder begins."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A country, or a province of one, that a place is said to lie in."""

    words: str
    country: str | None
    province: str | None
    """The province's folded name; `None` for a whole country."""
    firm: bool = False
    """Whether the words can mean nothing else: "the Syrian town of [Harim]"."""


def holders_of(span: Span, text: str, lexicon: Lexicon) -> tuple[Holder, ...]:
    """Return what may hold the place of a span, the nearest words first."""
    before = text[max(0, span.start - _REACH) : span.start]
    found: list[Holder] = []
    if (after := _AFTER.match(text, span.end)) is not None:
        found += _longest(after["held"], lexicon)
    for shape in (_BEFORE, _OWNER):
        if (owner := shape.search(before)) is not None:
            found += (replace(held, firm=True) for held in _last(owner["held"], lexicon))
    return tuple(found)


def holds(holder: Holder, spot: Spot) -> bool:
    """Whether a holder is that of this bearer."""
    if holder.country != spot.country:
        return False
    if holder.province is None:
        return spot.grain != "country"
    return holder.province in spot.within


def _longest(words: str, lexicon: Lexicon) -> tuple[Holder, ...]:
    """Return the bearers of the longest name that begins these words."""
    parts = words.split()
    for end in range(len(parts), 0, -1):
        name = " ".join(parts[:end])
        if held := tuple(_known(name, lexicon)) or tuple(_known(name.rstrip("."), lexicon)):
            return held
    return ()


def _last(words: str, lexicon: Lexicon) -> tuple[Holder, ...]:
    """Return the bearers of the longest name that ends these words."""
    parts = words.split()
    for start in range(len(parts)):
        if held := tuple(_known(" ".join(parts[start:]), lexicon)):
            return held
    return ()


def _known(words: str, lexicon: Lexicon) -> Iterator[Holder]:
    """Yield the countries and provinces that go by these words."""
    known = lexicon.known(words)
    if known is not None and known.kind is Kind.COUNTRY and known.country:
        yield Holder(words, known.country, None)
    for spot in lexicon.gazetteer.find(words):
        if spot.grain in {"province", "district"}:
            yield Holder(words, spot.country, key_of(spot.name))
