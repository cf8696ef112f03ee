"""Read the words of a place's name: "Idlib [Province]", "northern Homs", "Hall and Bibb counties".

What the words around a name tell of its kind, which bearers the gazetteer has for it, and
what its other mentions in the report add: "Paris, Texas" once is "Paris" of Texas throughout.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from dateline.knowledge.gazetteer import Spot, key_of
from dateline.knowledge.lexicon import Country, Known, Lexicon, is_acronym
from dateline.model import Kind, Name, Span
from dateline.text.bearers import Asked
from dateline.text.holders import Holder, holders_of, holds
from dateline.text.tree import Tree

_GRAINS = {
    **dict.fromkeys(
        "province governorate region state oblast prefecture department canton republic territory"
        " voivodeship krai peninsula countryside provinces governorates regions states".split(),
        "province",
    ),
    **dict.fromkeys("city town village suburb neighborhood neighbourhood".split(), "city"),
    **dict.fromkeys(
        "district county parish valley enclave island islands counties districts".split(),
        "district",
    ),
}
# "[Clarke], Oconee and Barrow counties"
_LISTED = re.compile(
    r"(?:, [A-Z][\w-]+){0,6},? (?:and|or|&) [A-Z][\w-]+(?: [A-Z][\w-]+)?"
    r" (?P<kind>[Cc]ounties|provinces|governorates|districts|states)\b"
)
_SIDES = frozenset(
    "north northern south southern east eastern west western northeast northeastern northwest"
    " northwestern southeast southeastern southwest southwestern central downtown greater inner"
    " outer upper lower rural metropolitan mid old new".split()
)
"""What tells a part of a place: "northern Idlib", "Greater Mumbai"."""
_SITES = frozenset(
    "river lake valley bay beach airport harbor harbour port township parish borough hills"
    " mountains creek island islands peninsula desert forest delta".split()
)
"""What is often named for the place that it lies by: "Varna Airport"."""
_STREETS = frozenset("street road avenue drive boulevard highway route lane st rd ave blvd".split())
_ALIKE = 0.75
"""How far two spellings of a name agree: "Mesraba", "Misraba", and not "Muzayrib"."""
_TOWN = 5_000
"""Inhabitants of a town that a country's name may mean: "Palestine" of Texas."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place's name without and with the word that says its kind, and who may bear it."""

    name: Name
    words: str
    span: Span
    grain: str | None
    spots: tuple[Spot, ...] = ()
    holders: tuple[Holder, ...] = ()
    part: bool = False
    """Whether the bearers are those of a place that it is a part of, or lies by."""
    heard: bool = False
    """Whether the bearer's name is spelled otherwise, and but sounds like this one."""


def mention_of(tree: Tree, name: Name, inside: tuple[int, ...]) -> Mention:
    """Return a name of a place with its kind: "Idlib [Province]", "the [city] of Homs"."""
    first, last = inside[0], inside[-1]
    if len(inside) > 1 and (grain := _GRAINS.get(tree.folded[last])):
        words = tree.span(first, last - 1).of(tree.text)
        return Mention(name, words, name.span, grain)
    after = last + 1
    words = name.span.of(tree.text)
    if after < len(tree) and (grain := _GRAINS.get(tree.folded[after])):
        return Mention(name, words, Span(name.span.start, tree.parse.end[after]), grain)
    if (listed := _LISTED.match(tree.text, name.span.end)) is not None:
        return Mention(name, words, name.span, _GRAINS[listed["kind"].casefold()])
    before = tree.folded[first - 2] if first >= 2 and tree.folded[first - 1] == "of" else ""
    return Mention(name, words, name.span, _GRAINS.get(before))


def looked_up(mention: Mention, text: str, lexicon: Lexicon, spoken: Collection[str]) -> Mention:
    """Return the mention with its bearers and with what is said to hold it.

    `spoken` are the countries that the report names: a name that isn't listed may be another
    spelling of a place there.
    """
    held = holders_of(mention.span, text, lexicon)
    whole = mention.span.of(text)
    spots = () if _is_other(whole, lexicon) else _first((whole, mention.words), lexicon)
    if mention.grain == "district":
        spots = tuple(dict.fromkeys((*spots, *lexicon.gazetteer.find(f"{mention.words} County"))))
    if mention.name.by == "names/namesake":
        spots = (*_land(lexicon.known(mention.words), lexicon), *spots)
    spots = (*spots, *_namesakes(spots, mention.grain, lexicon))
    part = not spots
    if part:
        spots = _first(_bases(mention.words, whole), lexicon)
    part = part and bool(spots)
    heard = () if spots else _heard(mention, lexicon, spoken)
    return replace(mention, spots=spots or heard, holders=held, part=part, heard=bool(heard))


def _heard(mention: Mention, lexicon: Lexicon, spoken: Collection[str]) -> tuple[Spot, ...]:
    """Return the one place of the countries spoken of that sounds like a name."""
    if mention.grain not in {None, "city"} or _is_other(mention.words, lexicon):
        return ()
    found = [
        spot
        for spot in lexicon.gazetteer.alike(mention.words)
        if spot.country in spoken and _likeness(mention.words, spot.name) >= _ALIKE
    ]
    return tuple(found) if len(found) == 1 else ()


def _likeness(one: str, other: str) -> float:
    """Return how much of two names is spelled alike, articles left out."""
    first, second = (key_of(name).replace("al ", "").replace(" ", "") for name in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _namesakes(spots: tuple[Spot, ...], grain: str | None, lexicon: Lexicon) -> tuple[Spot, ...]:
    """Return the province or district that bears the name of a city, however that is spelled.

    "Hasakeh province": the table lists that spelling with the city alone.
    """
    if grain in {None, "city"} or any(spot.grain == grain for spot in spots):
        return ()
    found = (
        other
        for spot in spots
        for other in lexicon.gazetteer.find(spot.name)
        if other.grain == grain and other.country == spot.country
    )
    return tuple(dict.fromkeys(found))


def _is_other(words: str, lexicon: Lexicon) -> bool:
    """Whether the words name a street, or a body by its initials ("EU" is no town of France)."""
    known = lexicon.known(words)
    body = known is not None and known.kind is Kind.ORGANISATION and is_acronym(words)
    return body or words.rsplit(maxsplit=1)[-1].casefold() in _STREETS


def _first(tried: Iterable[str], lexicon: Lexicon) -> tuple[Spot, ...]:
    """Return the bearers of the first of these names that has some."""
    return next(filter(None, (lexicon.gazetteer.find(words) for words in tried)), ())


def _bases(*names: str) -> list[str]:
    """Return what a name is built upon: "North Dallas", "Da Nang International Airport"."""
    found = []
    for words in (name.split() for name in names):
        start = next((n for n, word in enumerate(words) if word.casefold() not in _SIDES), 0)
        end = len(words)
        while end > start + 1 and words[end - 1].casefold() in _SITES | {"international"}:
            end -= 1
        if (start, end) != (0, len(words)):
            found.append(" ".join(words[start:end]))
    return found


def _land(known: Known | None, lexicon: Lexicon) -> tuple[Spot, ...]:
    """Return the country that a word means, as a place; nothing if it means none."""
    country = None if known is None else lexicon.countries.get(known.country or "")
    return () if country is None else (_as_place(country),)


def _as_place(country: Country) -> Spot:
    """Return a country as a place: its middle."""
    where = (country.lat, country.lon)
    return Spot(country.entity, country.name, "country", country.code, *where, 0, ())


def of_country(name: Name, text: str, lexicon: Lexicon) -> Mention | None:
    """Return a country's name with all that bears it: a state, a part ("Wales"), a town."""
    country = lexicon.countries.get(name.country or "")
    if country is None:
        return None
    words = name.span.of(text)
    found = [spot for spot in lexicon.gazetteer.find(words) if key_of(spot.name) == key_of(words)]
    parts = [s for s in found if s.grain == "province" and s.country == country.code]
    if parts and words != country.name:
        return Mention(name, words, name.span, None, tuple(parts))
    others = [s for s in found if s.country != country.code and s.grain in {"city", "province"}]
    # "China, Japan and Korea" are three countries, though Japan has a town of that name.
    held = tuple(h for h in holders_of(name.span, text, lexicon) if h.province is not None)
    met = [
        s
        for s in others
        if s.grain == "province" or s.population >= _TOWN or any(holds(h, s) for h in held)
    ]
    return Mention(name, words, name.span, None, (_as_place(country), *met), held)


def shared(mentions: Sequence[Mention]) -> tuple[Asked, ...]:
    """Return what is asked for each mention; bare ones ask what the others of their name tell."""
    told: dict[str, list[Mention]] = {}
    for mention in mentions:
        told.setdefault(key_of(mention.words), []).append(mention)
    return tuple(_question(mention, told[key_of(mention.words)]) for mention in mentions)


def _question(mention: Mention, fellows: Sequence[Mention]) -> Asked:
    """Return what is asked for a mention, given all mentions of its name."""
    key = key_of(mention.words)
    spots, grain, holders = mention.spots, mention.grain, _fitting(mention)
    if not holders:
        holders = next((h for m in fellows if (h := _fitting(m))), ())
    kinds = {m.grain for m in fellows} - {None}
    if grain is None and len(kinds) == 1 and kinds != {"city"}:
        grain = next(iter(kinds))
        kindred = (m.spots for m in fellows if m.grain == grain and not m.part)
        spots = next(filter(None, kindred), spots)
    firm = tuple(holder for holder in mention.holders if holder.firm)
    return Asked(key, spots, grain, holders or firm)


def _fitting(mention: Mention) -> tuple[Holder, ...]:
    """Return the holders that hold one of the bearers."""
    return tuple(h for h in mention.holders if any(holds(h, spot) for spot in mention.spots))
