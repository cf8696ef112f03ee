"""Take for a body what only looks like a person's name: "its insurer, [Halden Mutual], will pay".

A parser that doesn't know two capitalised words calls them a person. The words around them tell
otherwise: a company's last word, "which", a board and shares, a trade that firms have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dateline.knowledge.lexicon import fold
from dateline.model import Span
from dateline.text.genders import gender_of_name, people
from dateline.text.tree import Tree

_KNOWN_BY_ROLE = frozenset({"firm", "media", "bank", "union", "party", "charity"})
"""The classes whose words end a body's name and no person's."""


def find_corporate(
    trees: Sequence[Tree], persons: Mapping[Tree, Sequence[Span]]
) -> Mapping[str, bool]:
    """Return the folded names, taken for persons', that the report shows to be bodies'.

    The value tells whether the body is surely a business.
    """
    shown: dict[str, bool] = {}
    personal: set[str] = set()
    for tree in trees:
        for span in (*persons[tree], *_labelled(tree)):
            name, inside = fold(span.of(tree.text)), tree.inside(span)
            if not inside:
                continue
            if gender_of_name(name) is not None or _is_somebody(tree, inside):
                personal.add(name)
            elif business := _is_body(tree, inside, name):
                shown[name] = shown.get(name, False) or business == "firm"
    return {name: firm for name, firm in shown.items() if name not in personal}


def _labelled(tree: Tree) -> Iterator[Span]:
    """Yield the single words that the parser takes for persons."""
    for first, end, label in tree.parse.entities:
        if label == "PERSON" and end - first == 1:
            yield tree.span(first, end - 1)


def _is_somebody(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether "who", an age, or "he" in his own words shows a person."""
    after = tree.folded[inside[-1] + 1 : inside[-1] + 3]
    if len(after) == 2 and after[0] == "," and (after[1] in {"who", "whose"} or after[1].isdigit()):
        return True
    before = inside[0] - 1
    return before >= 0 and tree.folded[before].rstrip(".") in _addresses()


def _is_body(tree: Tree, inside: Sequence[int], name: str) -> str | None:
    """Return what kind of body the words in or around a name show, None where none do."""
    last = name.rsplit(maxsplit=1)[-1]
    known = _endings().get(last) if len(inside) > 1 else None
    if known is not None:
        return known
    end = inside[-1] + 1
    if tree.folded[end : end + 2] == (",", "which"):
        return "body"
    if _has_organs(tree, inside[-1]) or _has_trade(tree, inside[0]):
        return "firm"
    return None


def _has_organs(tree: Tree, last: int) -> bool:
    """Whether a board, shares or a plant are a name's: "[Halden]'s shareholders"."""
    owned = tree.head(last)
    return tree.relation(last) == "poss" and tree.lemma(owned) in _words("organs")


def _has_trade(tree: Tree, first: int) -> bool:
    """Whether a firm's trade and a comma stand before a name: "the ship's insurer, [Halden]"."""
    noun = first - 2
    if noun < 0 or tree.words[first - 1] != ",":
        return False
    return tree.tag(noun) == "NN" and tree.lemma(noun) in _words("trades")


@lru_cache(maxsize=1)
def _endings() -> Mapping[str, str]:
    """Return the last words of bodies' names, and what kind of body each ends."""
    return {
        word: "firm" if kind in {"firm", "bank"} else "body"
        for kind, held in people()["naming"].items()
        if kind in _KNOWN_BY_ROLE
        for word in held
    }


@lru_cache(maxsize=2)
def _words(name: str) -> frozenset[str]:
    return frozenset(people()["corporate"][name])


@lru_cache(maxsize=1)
def _addresses() -> frozenset[str]:
    return frozenset(people()["corporate"]["addresses"])
