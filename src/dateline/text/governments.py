"""Tell a government from the city it sits in: "Moscow rejected it", "a flat in Moscow".

Read off the grammar around the name: who acts, speaks, is accused or allied is a
government; where one lives, flies to or is bombed is a place.
"""

from __future__ import annotations

from dateline.knowledge.lexicon import Lexicon
from dateline.text.tree import SUBJECTS, Tree


def acts(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a capital's name, headed by `token`, stands for its government here."""
    words = lexicon.grammar
    relation, head = tree.relation(token), tree.head(token)
    if relation in {"conj", "appos"} and head != token:
        return acts(tree, head, lexicon)
    if relation in {"nsubj", "csubj"}:
        return tree.pos(head) in {"VERB", "AUX"} and _governs(tree, head, lexicon)
    if relation in {"nsubjpass", "dobj", "dative", "oprd"}:
        return tree.lemma(head) in words["address"]
    if relation == "poss":
        return tree.lemma(head) not in words["townscape"]
    if relation in {"compound", "nmod", "amod"}:
        return tree.lemma(head) in words["authority"]
    if relation == "pobj":
        return _addressed(tree, head, lexicon)
    return False


def _governs(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb says what governments do, not what befalls a town."""
    if tree.lemma(verb) not in lexicon.grammar["being"]:
        return True
    told = tree.child(verb, "acomp", "ccomp", "xcomp")
    return told is not None and tree.lemma(verb) in {"be", "remain", "become"}


def _addressed(tree: Tree, preposition: int, lexicon: Lexicon) -> bool:
    """Whether the object of this preposition is dealt with, not gone to: "talks with Ankara"."""
    word, governor = tree.folded[preposition], tree.head(preposition)
    if word in lexicon.grammar["location"] or word in {"from", "of"}:
        return word == "from" and tree.lemma(governor) in {"call", "demand", "pressure", "support"}
    if word in {"to", "for"}:
        return tree.lemma(governor) not in lexicon.grammar["motion"]
    return word in {"with", "between", "against", "by", "among", "than", "like", "about", "upon"}


def located(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a country's name, headed by `token`, says where something is: "in Iran"."""
    relation, head = tree.relation(token), tree.head(token)
    if _follows_its_own(tree, token, lexicon):
        return True
    if relation in {"conj", "appos"} and head != token:
        return located(tree, head, lexicon)
    if relation == "poss":
        return tree.lemma(head) in lexicon.grammar["ground"]
    if relation != "pobj":
        return relation == "dobj" and tree.lemma(head) in {
            "visit",
            "leave",
            "flee",
            "enter",
            "tour",
        }
    word, governor = tree.folded[head], tree.head(head)
    if word == "from":
        return tree.pos(governor) == "VERB"
    if word == "of":
        return tree.lemma(governor) in lexicon.grammar["ground"]
    if word in lexicon.grammar["location"]:
        return word != "on"
    return word == "to" and tree.lemma(governor) in lexicon.grammar["motion"]


def _follows_its_own(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a country's name says where the place before it lies: "Palmyra, [Syria]"."""
    if token < 2 or tree.words[token - 1] != "," or tree.relation(token) == "poss":
        return False
    if tree.relation(token) in SUBJECTS and tree.words[token + 1 : token + 2] != (",",):
        return False  # "In Paris, [France] and Germany agreed."
    land = lexicon.known(tree.words[token])
    return land is not None and any(
        spot.country == land.country
        for first in range(max(0, token - 4), token - 1)
        for spot in lexicon.gazetteer.find(tree.span(first, token - 2).of(tree.text))
    )


def standing(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a land's or capital's name says where something is: "talks in Ankara".

    Where one goes ("arrived in Ankara") a host is met: that is no mere place.
    """
    relation, head = tree.relation(token), tree.head(token)
    if relation in {"conj", "appos"} and head != token:
        return standing(tree, head, lexicon)
    if relation != "pobj" or tree.folded[head] == "on":
        return False
    arrives = tree.lemma(tree.head(head)) in lexicon.grammar["motion"]
    return tree.folded[head] in lexicon.grammar["location"] and not arrives
