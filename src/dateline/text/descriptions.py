"""Read what a noun phrase says of somebody: "Iran's defense minister" is Iranian, GOV.

The role is the longest listed phrase that ends at the head noun; a noun that inherits
("spokesman", "official") takes the sector of the body or noun that it belongs to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.lexicon import Lexicon, Role
from dateline.model import Kind, Name, Span
from dateline.text.tree import Tree

_BEFORE = frozenset(
    {"det", "poss", "amod", "compound", "nummod", "nmod", "predet", "quantmod", "case", "advmod"}
)
_BELONGS = ("of", "from", "at", "for", "with", "to")
_WEAK = frozenset({"UAF", "GOV", "CVL"})
"""Sectors of nouns that a closer noun overrules: "rebel commander", "army recruit"."""

_ANYBODYS = frozenset({"secretary", "leader"})
"""Titles that a union or a party gives as well as a state."""


@dataclass(frozen=True, slots=True)
class Description:
    """What the words around a head noun say of its bearer."""

    span: Span
    """The phrase's core: from its first modifier but "the" to the head noun."""
    role: Role | None
    title: str | None
    """The role's words in lower case, with the body that they belong to."""
    country: str | None
    sector: str | None
    holders: tuple[Name, ...]
    """The names inside: modifiers, possessors, and those after "of", "from", …"""


def named_in(names: Sequence[Name], span: Span) -> Sequence[Name]:
    """Return the names that touch a span; names stand in order and don't overlap."""
    first = bisect_right(names, span.start, key=lambda name: name.span.end)
    last = bisect_left(names, span.end, key=lambda name: name.span.start)
    return names[first:last]


def names_of(tree: Tree, names: Sequence[Name]) -> Mapping[int, Name]:
    """Return the name that each token of a sentence is part of."""
    inside = named_in(names, tree.sentence.span)
    return {token: name for name in inside for token in _touched(tree, name.span)}


def _touched(tree: Tree, span: Span) -> Iterator[int]:
    """Yield the tokens that share characters with a span ("U.S.-led" for "U.S.")."""
    for token, (start, end) in enumerate(zip(tree.parse.start, tree.parse.end, strict=True)):
        if start < span.end and end > span.start:
            yield token


def core(tree: Tree, token: int) -> tuple[int, int]:
    """Return the first and last token of a noun phrase without what follows its head."""
    first = token
    for child in tree.children(token):
        if child < token and tree.relation(child) in _BEFORE:
            first = min(first, tree.subtree(child)[0])
    while first < token and tree.folded[first] in {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
    }:
        first += 1
    return first, token


def called(tree: Tree, token: int) -> str:
    """Return the words that somebody is called by: a noun phrase with a name that tells whose.

    "the prince of [Belmor]": of a land that nobody knows the name is all that is known.
    """
    first, last = core(tree, token)
    for word in tree.children(token, "prep"):
        held = tree.child(word, "pobj")
        if held is not None and tree.folded[word] in {"of", "from"} and tree.pos(held) == "PROPN":
            last = max(last, held)
    return " ".join(tree.span(first, last).of(tree.text).split())


def role_at(tree: Tree, first: int, token: int, lexicon: Lexicon) -> tuple[Role, int] | None:
    """Return the longest role that ends at a token, and the token that it starts at."""
    end = tree.parse.end[token]
    lemma = tree.lemma(token)
    single = None if lemma == tree.folded[token] else lemma
    for start in range(max(first, token - 4), token + 1):
        role = lexicon.role(tree.text[tree.parse.start[start] : end])
        if role is None and single is not None:
            before = tree.text[tree.parse.start[start] : tree.parse.start[token]]
            role = lexicon.role(before + single)
        if role is not None:
            return role, start
    return None


def describe(tree: Tree, token: int, names: Mapping[int, Name], lexicon: Lexicon) -> Description:
    """Return what the noun phrase of this head says of its bearer."""
    first, _ = core(tree, token)
    met = role_at(tree, first, token, lexicon)
    role = met[0] if met else None
    inside = tuple(_unique(names[t] for t in range(first, token + 1) if _holds(tree, t, names)))
    belonging = tuple(_unique(_belonging(tree, token, names)))
    holders = inside + tuple(n for n in belonging if n not in inside)
    country = next((n.country for n in holders if n.country is not None), None)
    return Description(
        tree.span(first, token),
        role,
        _title(tree, met[1], token, inside) if met else None,
        country,
        _sector(role, holders, _nouns(tree, first, met[1] if met else token, token, lexicon)),
        holders,
    )


def _holds(tree: Tree, token: int, names: Mapping[int, Name]) -> bool:
    """Whether a name modifies its noun itself: not "Iran" in "Iran-backed fighters"."""
    if token not in names:
        return False
    after = tree.text[names[token].span.end : names[token].span.end + 4]
    return not after.startswith("-") or after == "-led"


def _unique(names: Iterable[Name]) -> Iterator[Name]:
    seen: set[Name] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name


def _belonging(tree: Tree, token: int, names: Mapping[int, Name]) -> Iterator[Name]:
    """Yield the names after "of", "from", … right below a noun, conjuncts included."""
    for preposition in tree.children(token, "prep"):
        if tree.folded[preposition] not in _BELONGS:
            continue
        for held in tree.children(preposition, "pobj"):
            for one in tree.conjuncts(held):
                if one in names:
                    yield names[one]
                    continue
                first, last = core(tree, one)
                yield from (names[t] for t in range(first, last + 1) if _holds(tree, t, names))


def _nouns(tree: Tree, first: int, start: int, head: int, lexicon: Lexicon) -> Iterator[str]:
    """Yield the sectors of the roles that one belongs to, the closest first.

    "[army] spokesman", "spokesman for the [rebel coalition]".
    """
    for token in range(start - 1, first - 1, -1):
        met = role_at(tree, first, token, lexicon)
        if met is not None and not met[0].inherits and met[0].sector is not None:
            yield met[0].sector
    for preposition in tree.children(head, "prep"):
        held = tree.child(preposition, "pobj")
        if held is not None and tree.folded[preposition] in _BELONGS:
            met = role_at(tree, core(tree, held)[0], held, lexicon)
            if met is not None and met[0].sector is not None:
                yield met[0].sector


def _sector(role: Role | None, holders: tuple[Name, ...], nouns: Iterator[str]) -> str | None:
    """Return the sector of a role, or of the body or noun that it belongs to."""
    if role is None or not (role.inherits or role.sector in _WEAK):
        return None if role is None else role.sector
    bodies = [n for n in holders if n.kind in {Kind.ORGANISATION, Kind.GROUP}]
    if bodies and role.inherits:
        return bodies[-1].sector
    if role.inherits and any(n.by in {"names/seat", "names/capital"} for n in holders):
        return "GOV"
    if role.title and role.sector == "GOV":
        owner = next(nouns, None) if role.words in _ANYBODYS else None
        return owner or role.sector
    closer = next((n.sector for n in bodies if n.sector is not None), None)
    if closer is None and (role.inherits or role.sector == "UAF"):
        closer = next(nouns, None)
    return closer or role.sector


def _title(tree: Tree, start: int, token: int, inside: tuple[Name, ...]) -> str:
    """Return a title: its own words, after the body or seat that they belong to."""
    lead = ""
    for name in inside:
        seat = name.by in {"names/seat", "names/capital"} or name.kind is not Kind.COUNTRY
        if name.kind in {Kind.PERSON, Kind.PLACE} or not seat:
            continue
        if name.span.end <= tree.parse.start[start]:
            lead = name.span.of(tree.text) + " "
    return lead + " ".join(tree.span(start, token).of(tree.text).casefold().split())
