"""Read actors off counts and joined adjectives: "killed 12", "Chadian and Malian troops"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from dateline.model import Actor, Kind, Name
from dateline.text.descriptions import Description
from dateline.text.phrases import BARE, HEADS
from dateline.text.tree import Tree

_MONEY = frozenset("$€£")


def several(tree: Tree, token: int) -> tuple[Actor, ...]:
    """Return the actor of a bare number: "killed 12", "tens of thousands fled"."""
    number = tree.pos(token) == "NUM" or tree.folded[token] in BARE
    if any(tree.words[c][-1:] in _MONEY for c in tree.children(token)):
        return ()
    if number and tree.relation(token) not in {"nummod", "npadvmod", "pobj", "appos"}:
        words = tree.reach(token) if tree.folded[token] in BARE else tree.span(token)
        return (Actor(words.of(tree.text), words),)
    return ()


def apart(tree: Tree, actor: Actor, told: Description) -> tuple[Actor, ...]:
    """Return one actor a country of "Russian and Iranian forces"; none for a single country."""
    adjectives = [
        n
        for n in told.holders
        if n.kind is Kind.COUNTRY and told.span.start <= n.span.start <= told.span.end
    ]
    if len({n.country for n in adjectives}) < 2:
        return ()
    between = (
        tree.text[one.span.end : other.span.start].strip() for one, other in pairwise(adjectives)
    )
    if not all(words in {"and", ",", ", and", "or"} for words in between):
        return ()
    noun = tree.text[adjectives[-1].span.end : told.span.end].strip()
    return tuple(
        replace(actor, name=f"{n.span.of(tree.text)} {noun}", country=n.country) for n in adjectives
    )


def headed(tree: Tree, token: int, names: Mapping[int, Name]) -> tuple[Name, ...]:
    """Return the countries of "leaders of Iran, Russia and Turkey", two or more."""
    if tree.lemma(token) not in HEADS:
        return ()
    for preposition in tree.children(token, "prep"):
        held = tree.child(preposition, "pobj")
        if tree.folded[preposition] not in {"of", "from"} or held is None:
            continue
        found = (names[t] for t in tree.conjuncts(held) if t in names)
        countries = tuple(n for n in found if n.country is not None and n.kind is not Kind.PERSON)
        if len(countries) > 1:
            return countries
    return ()
