"""Find names with the gazetteer's help: places that the parser calls persons or overlooks.

"Neches" is a town and no person in a report that names Texas; "New Mexico" isn't Mexico; and
in news of Ohio and Alabama "Georgia" is a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.knowledge.gazetteer import Spot, key_of
from dateline.knowledge.lexicon import Known, Lexicon, Sense
from dateline.model import Kind, Name, Span
from dateline.text.persons import situated
from dateline.text.tree import Tree

NAMING = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
}
"""The parser's labels that make names, and the kind that each means."""

_TOWN = 5_000
"""Inhabitants of a place that isn't taken for a person of its name; 0 is a seat not counted."""
_LARGE = 20_000
"""Inhabitants of a place that is known by its name alone, in a country that the report names."""
_FAMED = 500_000
"""Inhabitants of a city that is known by its name alone, wherever it is told of."""


def home_of(trees: Iterable[Tree], lexicon: Lexicon) -> frozenset[str]:
    """Return the countries of provinces that only one country has: "Ohio", "Oaxaca"."""
    found: set[str] = set()
    for tree in trees:
        for first, end, label in tree.parse.entities:
            if label != "GPE":
                continue
            words = tree.span(first, end - 1).of(tree.text)
            known = lexicon.known(words)
            if known is not None and known.kind is Kind.COUNTRY:
                continue
            spots = lexicon.gazetteer.find(words)
            held = {s.country for s in spots if s.grain == "province" and s.country is not None}
            found |= held if len(held) == 1 else set()
    return frozenset(found)


def namesakes(
    listed: Iterable[tuple[tuple[Span, Known], ...]], lexicon: Lexicon, home: frozenset[str]
) -> frozenset[str]:
    """Return the countries whose name means a province here: "Georgia" in news of Ohio."""
    met = [known for held in listed for _, known in held if known.kind is Kind.COUNTRY]
    proved = {known.country for known in met if known.sense is not Sense.NAME}
    found = set()
    for known in met:
        if known.country in proved or known.country is None:
            continue
        spots = lexicon.gazetteer.find(known.words)
        others = {s.country for s in spots if s.grain == "province"} - {known.country}
        if others & home and lexicon.countries[known.country].name == known.words:
            found.add(known.country)
    return frozenset(found)


def at_home(words: str, lexicon: Lexicon, home: frozenset[str]) -> bool:
    """Whether a name is that of a site, or of a place of one of these countries."""
    if words.rsplit(maxsplit=1)[-1].casefold() in lexicon.grammar["site"]:
        return True
    held = words.split()
    return len(held) < 4 and any(
        spot.country in home and _is_known(spot) for spot in lexicon.gazetteer.find(words)
    )


def _is_known(spot: Spot) -> bool:
    """Whether a place is more than a village, whose name a person may have as well."""
    return spot.grain != "city" or spot.population == 0 or spot.population >= _TOWN


def widened(tree: Tree, listed: tuple[tuple[Span, Known], ...], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the longer places that hold a listed word: "New [Mexico]", "[West] Virginia"."""
    for span, known in listed:
        inside = tree.inside(span)
        if not inside or known.kind not in {Kind.COUNTRY, Kind.PLACE}:
            continue
        for first, last in ((inside[0] - 1, inside[-1]), (inside[0], inside[-1] + 1)):
            if first < 0 or last >= len(tree) or not all(map(str.isalpha, tree.words[first])):
                continue
            wider = tree.span(first, last)
            both = capitalised(tree, first) and capitalised(tree, last)
            if both and lexicon.gazetteer.find(wider.of(tree.text)):
                name = Name(wider, Kind.PLACE, wider.of(tree.text), "names/gazetteer")
                yield name


def overlooked(tree: Tree, lexicon: Lexicon, home: frozenset[str]) -> Iterator[Name]:
    """Yield places that the parser has not seen: large cities, others in a country named here."""
    dated = {t for a, b, label in tree.parse.entities if label not in NAMING for t in range(a, b)}
    for first in range(len(tree)):
        if first in dated or not capitalised(tree, first) or tree.pos(first) != "PROPN":
            continue
        for last in range(min(first + 4, len(tree)) - 1, first - 1, -1):
            if not tree.words[last][0].isalnum() or _partial(tree, first, last):
                continue
            span = tree.span(first, last)
            spots = lexicon.gazetteer.find(span.of(tree.text))
            key = key_of(span.of(tree.text))
            called = [s for s in spots if _is_so_called(s, span.of(tree.text))]
            near = [s for s in called if s.country in home] or [s for s in called if _is_famed(s)]
            large = any(
                s.population > _LARGE or (s.grain == "province" and key_of(s.name) == key)
                for s in near
            )
            if near and (large or situated(tree, span, lexicon)):
                yield Name(span, Kind.PLACE, span.of(tree.text), "names/gazetteer")
                break


def _is_famed(spot: Spot) -> bool:
    """Whether a city is so large that its name alone tells of it."""
    return spot.grain == "city" and spot.population >= _FAMED


def _is_so_called(spot: Spot, words: str) -> bool:
    """Whether a place is truly written so: "Miss." is Mississippi, "Miss" is nobody's place."""
    short = len(words) < 5 and "." not in words and not words.isupper()
    return not short or key_of(spot.name) == key_of(words)


def _partial(tree: Tree, first: int, last: int) -> bool:
    """Whether the words are a part of a longer name: "[King] County", "Fort [Worth]"."""
    before = first > 1 and capitalised(tree, first - 1) and tree.pos(first - 1) == "PROPN"
    after = last + 1 < len(tree) and capitalised(tree, last + 1) and tree.pos(last + 1) == "PROPN"
    site = after and tree.folded[last + 1] in {"province", "governorate", "state", "city"}
    return before or (after and not site)


def capitalised(tree: Tree, token: int) -> bool:
    """Whether a token begins with a capital letter."""
    return tree.words[token][:1].isupper() and tree.words[token][:1].isalpha()
