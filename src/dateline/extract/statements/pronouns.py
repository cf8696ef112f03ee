"""Tell who a pronoun is that no chain holds: "The Lake Union struck. [It] said that …".

"He" and "she" are whoever has the floor. "It" is the body that the sentence before names as
its source or tells of, else the body that has the floor; never a person.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.statements.antecedents import is_body, told_of
from dateline.extract.statements.voices import Setting, Voice
from dateline.model import Actor
from dateline.text.tree import Tree

_PERSONAL = frozenset({"he", "she", "they"})


def pronounced(setting: Setting, tree: Tree, token: int, floor: Voice | None) -> tuple[Actor, ...]:
    """Return whom a speaking pronoun means; nobody where it is no pronoun or can't be told."""
    if tree.folded[token] in _PERSONAL:
        return _personal(tree, token, floor)
    if tree.folded[token] != "it":
        return ()
    found = told_of(setting.cast, tree) or _holder(setting, floor)
    return () if found is None else (replace(found, span=tree.span(token)),)


def _personal(tree: Tree, token: int, floor: Voice | None) -> tuple[Actor, ...]:
    """Return who has the floor, else the bare word."""
    alone = tree.folded[token] != "they"
    if floor is not None and alone == (len(floor.speakers) == 1):
        return tuple(replace(actor, span=tree.span(token)) for actor in floor.speakers)
    return (Actor(tree.words[token], tree.span(token)),)


def _holder(setting: Setting, floor: Voice | None) -> Actor | None:
    """Return the one body that has the floor."""
    if floor is None or len(floor.speakers) != 1 or not is_body(setting.report, floor.speakers[0]):
        return None
    return floor.speakers[0]
