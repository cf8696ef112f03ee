"""Find the name behind a noun that the parser ties to something else.

"Its spokesman [Ana Ruiz] said" gives the verb two subjects, "the union, [SPKD], counted" a list,
and "a carpenter from Be, [Ana Ruiz], 29" makes the town a woman.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Kind, Name
from dateline.text.christened import only_persons
from dateline.text.tree import Tree

_PLACED = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ"})
_FROM = frozenset({"from", "in", "at", "of"})
_FAR = 7
"""Tokens of a noun with its place."""


def named_behind(
    tree: Tree, noun: int, names: Mapping[int, Name], lexicon: Lexicon
) -> Iterator[int]:
    """Yield the last word of the name that tells who a noun in the singular is."""
    if tree.tag(noun) not in {"NN", "NNP"} or noun + 2 >= len(tree):
        return
    if (placed := _behind_place(tree, noun, names)) is not None:
        yield placed
        return
    comma = tree.words[noun + 1] == ","
    name = names.get(noun + 2 if comma else noun + 1)
    if name is None or name.kind is not (Kind.ORGANISATION if comma else Kind.PERSON):
        return
    last = tree.inside(name.span)[-1]
    if comma and not (_closes(tree, last) and name.name.isupper()):
        return
    called = lexicon.role(tree.lemma(noun).rstrip("."))
    if comma or called is not None or tree.lemma(noun) in only_persons():
        yield last


def _behind_place(tree: Tree, noun: int, names: Mapping[int, Name]) -> int | None:
    """Return the last word of the person's name behind a noun and where he is from."""
    after = noun + 1
    if tree.folded[after] not in _FROM or tree.lemma(noun) not in only_persons():
        return None
    while after < min(noun + _FAR, len(tree)) and tree.pos(after) in _PLACED:
        after += 1
    name = names.get(after + 1)
    if name is None or name.kind is not Kind.PERSON or tree.words[after] != ",":
        return None
    last = tree.inside(name.span)[-1]
    return last if _closes(tree, last) else None


def _closes(tree: Tree, last: int) -> bool:
    """Whether a comma closes the aside in which a name stands."""
    return last + 1 < len(tree) and tree.words[last + 1] == ","
