"""Find whose a state's body is: "Chad's Health Ministry", "the Health Ministry in N'Djamena".

The country stands before the name as a possessor, inside it as an adjective (which
`dateline.text.names` reads), or after it behind "in" or "of".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.lexicon import Lexicon, Sense, fold
from dateline.model import Kind, Name, Span
from dateline.text.tree import Tree

_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_LANDS = frozenset({"names/name", "names/capital", "names/seat", "names/adjective"})


def with_countries(trees: Iterable[Tree], names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names, each state's body with its country where the words beside it tell."""
    told: dict[Span, str] = {}
    for tree in trees:
        start, end = tree.sentence.span.start, tree.sentence.span.end
        here = [n for n in names if start <= n.span.start < end]
        lands = {n.span.end: n.country for n in here if n.by in _LANDS and n.country}
        for name in here:
            if name.kind is Kind.ORGANISATION and name.country is None and name.sector in _STATE:
                country = _before(tree, name, lands) or _behind(tree, name, lands)
                if country is not None:
                    told[name.span] = country
    return tuple(replace(n, country=told[n.span]) if n.span in told else n for n in names)


def _before(tree: Tree, name: Name, lands: Mapping[int, str | None]) -> str | None:
    """Return the country of a possessor right before: "[Chad]'s Health Ministry"."""
    for end, country in lands.items():
        if end < name.span.start and tree.text[end : name.span.start] in {"'s ", "’s ", "' ", "’ "}:
            return country
    return None


def _behind(tree: Tree, name: Name, lands: Mapping[int, str | None]) -> str | None:
    """Return the country after "in" or "of" right behind: "the Health Ministry in [Chad]"."""
    for word in (" in ", " of "):
        if tree.text.startswith(word, name.span.end):
            start = name.span.end + len(word)
            start += 4 if tree.text.startswith("the ", start) else 0
            for end, country in lands.items():
                if start < end and " " not in tree.text[start:end].strip():
                    return country
    return None


def body_keys(names: Iterable[Name], lexicon: Lexicon) -> Mapping[Span, str]:
    """Return under which key the mentions of each body are one.

    Two countries have two defense ministries; a bare "the Defense Ministry" is the only one,
    or the one that was spoken of last.
    """
    bodies = [n for n in names if n.kind in {Kind.ORGANISATION, Kind.GROUP}]
    bare = {n.span: _bare(n.name, lexicon) for n in bodies}
    owned: dict[str, list[Name]] = {}
    for name in bodies:
        if name.country is not None and name.by == "names/institution":
            owned.setdefault(bare[name.span], []).append(name)
    keys: dict[Span, str] = {}
    for name in bodies:
        country = name.country
        rivals = owned.get(bare[name.span], [])
        if country is None and rivals and name.by == "names/institution":
            before = [n for n in rivals if n.span < name.span]
            country = (before[-1] if before else rivals[0]).country
        stately = name.by == "names/institution" and country is not None
        keys[name.span] = f"{bare[name.span]} of {country}" if stately else fold(name.name)
    return keys


def _bare(name: str, lexicon: Lexicon) -> str:
    """Return a body's name without the country that it starts with."""
    words = name.split()
    if len(words) > 1:
        known = lexicon.known(words[0])
        if known is not None and known.sense in {Sense.ADJECTIVE, Sense.NAME}:
            words = words[1:]
    return fold(" ".join(words))
