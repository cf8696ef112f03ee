"""Say whose somebody is and of which countries: "[his] lawyer", "a [Turkish] officer"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model import Name, Span
from dateline.text.descriptions import core
from dateline.text.mentions import Mention
from dateline.text.nouns import natives, seated
from dateline.text.somebody import Scene, Somebody

Names = Mapping[int, Name]
"""The name that each token of a sentence is part of."""


def owner_of(
    scene: Scene, mention: Mention, names: Names, by_span: Mapping[Span, Somebody]
) -> Somebody | None:
    """Return whose somebody is: "[his] lawyer", "[Norvex] chairman", "head of [the union]"."""
    tree, token = mention.tree, mention.token
    owners = [*tree.children(token, "poss", "compound", "nmod")]
    for preposition in tree.children(token, "prep"):
        if tree.folded[preposition] in {"of", "for", "at"}:
            owners.extend(tree.children(preposition, "pobj"))
    for child in owners:
        name = names.get(child)
        if name is not None and name.by != "names/adjective":
            return by_span.get(name.span)
        if name is None and (one := scene.owner.get((mention.place, child))) is not None:
            return one
        if name is None and child > token and tree.tag(child) == "NN":
            for met in scene.called(tree.lemma(child)):
                return met  # "the head of the delegation"
    return None


def nations_of(mention: Mention, names: Names) -> frozenset[str]:
    """Return the countries whose adjectives stand before a noun, or that are named behind."""
    tree, token = mention.tree, mention.token
    first, _ = core(tree, token)
    inside = (t for t in range(first, token) if t in names and not seated(tree, t))
    held = {names[t].country for t in inside}
    for preposition in tree.children(token, "prep"):
        if tree.folded[preposition] in {"of", "in"}:
            behind = [t for t in tree.children(preposition, "pobj") if t in names]
            held |= {names[t].country for t in behind}
    held.add(natives().get(mention.head))
    return frozenset(code for code in held if code is not None)
