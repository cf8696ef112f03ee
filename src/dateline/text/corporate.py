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
from dateline.text.time_words import MONTHS, WEEKDAYS
from dateline.text.tree import Tree

_ENDING = frozenset({"firm", "media", "bank", "union", "party", "charity"})
"""The classes whose words end a body's name and no person's."""
_ARTICLES = frozenset({("a",), ("an",), ("the",)})
_DAYS = frozenset({*WEEKDAYS, *MONTHS})


def find_corporate(
    trees: Sequence[Tree], persons: Mapping[Tree, Sequence[Span]]
) -> Mapping[str, bool]:
    """Return the folded names, taken for persons', that the report shows to be bodies'.

    The value tells whether the body is surely a business.
    """
    shown: dict[str, bool] = {}
    personal: set[str] = set()
    surnames = {word for tree in trees for word in _alone(tree)}
    for tree in trees:
        for span in (*persons[tree], *_labelled(tree)):
            name, inside = fold(span.of(tree.text)), tree.inside(span)
            if not inside:
                continue
            called = len(inside) > 1 and name.rsplit(maxsplit=1)[-1] in surnames
            if called or gender_of_name(name) is not None or _is_somebody(tree, inside):
                personal.add(name)
            elif business := _is_body(tree, inside, name):
                shown[name] = shown.get(name, False) or business == "firm"
    return {name: firm for name, firm in shown.items() if name not in personal}


def opens_body(name: str) -> bool:
    """Whether a folded name of several words begins as only bodies' do: "harakat al-sabah"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first in _words("openings")


def ends_body(word: str) -> bool:
    """Whether a folded word ends the names of firms, unions or armed groups."""
    return word in _endings() or word in _rebels()


def _alone(tree: Tree) -> Iterator[str]:
    """Yield the folded proper nouns that stand alone: persons are called by a last name."""
    for token in range(len(tree)):
        beside = [t for t in (token - 1, token + 1) if 0 <= t < len(tree)]
        named = any(tree.pos(t) == "PROPN" and tree.folded[t] not in _DAYS for t in beside)
        if tree.pos(token) == "PROPN" and not named:
            yield tree.folded[token]


def _labelled(tree: Tree) -> Iterator[Span]:
    """Yield the single words that are taken for persons, and the bodies of several."""
    for first, end, label in tree.parse.entities:
        if (label == "PERSON") == (end - first == 1) and label in {"PERSON", "ORG"}:
            yield tree.span(first, end - 1)


def _is_somebody(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether "who" or an age behind a name, or "Mr" before it, shows a person."""
    after = tree.folded[inside[-1] + 1 : inside[-1] + 3]
    if len(after) == 2 and after[0] == "," and (after[1] in {"who", "whose"} or after[1].isdigit()):
        return True
    before = inside[0] - 1
    return before >= 0 and tree.folded[before].rstrip(".") in _words("addresses")


def _is_body(tree: Tree, inside: Sequence[int], name: str) -> str | None:
    """Return what kind of body the words in or around a name show, None where none do."""
    last = name.rsplit(maxsplit=1)[-1]
    known = _endings().get(last) if len(inside) > 1 else None
    if known is not None:
        return known
    if len(inside) > 1 and (opens_body(name) or last in _rebels()):
        return "body"
    end = inside[-1] + 1
    if _is_group(tree, end) or _is_grouped(tree, inside[0]):
        return "body"
    if tree.folded[end : end + 2] == (",", "which"):
        return "body"
    if _has_organs(tree, inside[-1]) or _has_trade(tree, inside[0]):
        return "firm"
    return None


def _has_organs(tree: Tree, last: int) -> bool:
    """Whether a board, shares or a plant are a name's: "[Halden]'s shareholders"."""
    owned = tree.head(last)
    return tree.relation(last) == "poss" and tree.lemma(owned) in _words("organs")


def _is_group(tree: Tree, end: int) -> bool:
    """Whether a name is said to be a group: "[Saraya al-Fajr], an Iran-aligned faction"."""
    if tree.folded[end : end + 1] != (",",) or tree.folded[end + 1 : end + 2] not in _ARTICLES:
        return False
    for token in range(end + 2, min(end + 8, len(tree))):
        if tree.pos(token) in {"VERB", "AUX", "PUNCT", "ADP"} and tree.words[token] != "-":
            return (
                tree.tag(token) == "VBN"
                and tree.relation(token) == "amod"
                and tree.lemma(tree.head(token)) in _words("groups")
            )
        if tree.tag(token) == "NN" and tree.lemma(token) in _words("groups"):
            return True
    return False


def _is_grouped(tree: Tree, first: int) -> bool:
    """Whether a group's noun stands before a name: "the group, [Saraya al-Fajr],"."""
    noun = first - 2
    if noun < 1 or tree.words[first - 1] != ",":
        return False
    the = tree.child(noun, "det", "poss") is not None
    return the and tree.tag(noun) == "NN" and tree.lemma(noun) in _words("groups")


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
        if kind in _ENDING
        for word in held
        if word not in _words("surnames")
    }


@lru_cache(maxsize=1)
def _rebels() -> frozenset[str]:
    """Return the last words of armed groups' names."""
    return frozenset(people()["naming"]["rebels"])


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(people()["corporate"][name])
