"""Find the name that words give to somebody just described: "a spokesman known as Captain Rook".

"The rebels' captain, Rook, said" and "the lake agency SBA" name whom they describe as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dateline.knowledge.lexicon import Lexicon, Role
from dateline.model import Kind, Name
from dateline.text.descriptions import role_at
from dateline.text.genders import people
from dateline.text.tree import Tree

_CALLING = frozenset({"call", "name", "know", "style", "identify", "introduce", "dub", "nickname"})
_GIVEN = frozenset({"oprd", "dobj", "attr", "ccomp", "xcomp"})
"""How the parse hangs a name on its verb: "calls himself [Rook]"."""
_PRIVATE = frozenset({"CVL", "JRN", "MED", "EDU", "SOC", "LAB", "AGR", "REL"})
_PERSONAL = ("er", "or", "ist", "yst", "ian", "ent", "ant", "man", "woman", "ess", "ric", "wife")
_EITHER = ("er", "or", "guard")
"""How nouns end that are a person's as well as a body's: "the producer Ana Ruiz"."""


def christened(tree: Tree, name: int) -> int | None:
    """Return the noun whose bearer is "known as", "named" or "calls herself" this name."""
    relation, verb = tree.relation(name), tree.head(name)
    if relation == "pobj" and tree.folded[verb] == "as":
        verb = tree.head(verb)
    elif relation not in _GIVEN:
        return None
    if tree.lemma(verb) not in _CALLING or tree.relation(verb) not in {"acl", "relcl"}:
        return None
    noun = tree.head(verb)
    return noun if noun < verb < name and tree.pos(noun) == "NOUN" else None


def office_before(tree: Tree, first: int, lexicon: Lexicon) -> Role | None:
    """Return the title that a comma parts from a name: "the head of the police, [Iva Rook], said".

    A second comma closes the aside; where the name is one word the office must be somebody's.
    """
    last = first
    while last + 1 < len(tree) and tree.pos(last + 1) == "PROPN":
        last += 1
    if first < 3 or last + 1 >= len(tree) or tree.relation(last) != "appos":
        return None
    if any(lexicon.role(tree.words[t]) for t in range(first, last + 1)):
        return None  # "the spokesman, Colonel Rook": the name starts behind the rank
    noun = tree.head(last)
    if noun >= first - 1 or not tree.words[first - 1] == tree.words[last + 1] == ",":
        return None
    owned = tree.child(noun, "poss") is not None or tree.preposition(noun, "of") is not None
    if (first == last and not owned) or not tree.words[noun].islower():
        return None
    met = role_at(tree, 0, noun, lexicon)
    if met is None or is_body(tree, noun, lexicon):
        return None
    return met[0] if met[0].title or tree.lemma(noun) in people()["person"]["voice"] else None


def labelled(tree: Tree, noun: int, names: Mapping[int, Name]) -> Iterator[int]:
    """Yield the body's name that stands right behind the noun that says what it is."""
    name = names.get(noun + 1)
    if name is not None and name.by == "names/called" and tree.tag(noun) == "NN":
        if name.kind in {Kind.ORGANISATION, Kind.GROUP}:
            yield noun + 1


def personal(tree: Tree, token: int, role: Role, lexicon: Lexicon) -> bool:
    """Whether a role before a name is a person's: "the weather agency [SBA]" is a body."""
    if is_body(tree, token, lexicon):
        return False
    return role.title or role.inherits or _one(tree, token, role, lexicon)


def trade_before(tree: Tree, first: int, lexicon: Lexicon) -> bool:
    """Whether a noun that only a person is called by stands before a full name: "nurse [Ida Rook]".

    A first name alone needs more than that: "the coach Arsenal dismissed".
    """
    noun, last = first - 1, first + 1
    if noun < 0 or last >= len(tree) or tree.tag(noun) != "NN" or is_body(tree, noun, lexicon):
        return False
    lemma = tree.lemma(noun)
    if tree.folded[noun] != lemma or lemma in lexicon.grammar["collective"]:
        return False
    return lemma in only_persons() and tree.pos(last) == "PROPN" and tree.words[last][0].isupper()


@lru_cache(maxsize=1)
def only_persons() -> frozenset[str]:
    """Return the nouns in the singular that mean one person and never a body or a thing."""
    told = people()
    lists = (*told["person"].values(), *told["gender"].values(), told["kin"]["nouns"])
    several = {noun for held in told["crowd"].values() for noun in held} | {"pair", "duo", "trio"}
    return frozenset(noun for held in lists for noun in held) - several


def is_body(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Whether a common noun right before a name says that it is a body: "the [firm] Tarn Ore"."""
    word = tree.words[noun]
    common = tree.tag(noun) == "NN" and word.islower() and not word.endswith(_EITHER)
    return common and tree.lemma(noun) in lexicon.grammar["collective"]


def _one(tree: Tree, token: int, role: Role, lexicon: Lexicon) -> bool:
    """Whether a role is one person's: "singer", "resident", not "crowd" or "newspaper"."""
    word = tree.folded[token]
    if word in lexicon.grammar["institution"] or tree.tag(token) not in {"NN", "NNP"}:
        return False
    return role.sector in _PRIVATE and word.endswith(_PERSONAL)
