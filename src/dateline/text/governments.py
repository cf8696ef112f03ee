"""Tell a government from the city it sits in: "Moscow rejected it", "a flat in Moscow".

Read off the grammar around the name: who acts, speaks, is accused or allied is a
government; where one lives, flies to or is bombed is a place.
"""

from __future__ import annotations

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Span
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


def after_its_place(tree: Tree, span: Span, country: str, lexicon: Lexicon) -> bool:
    """Whether a country's name says where the place before it lies: "Palmyra, [Syria]"."""
    inside, token = tree.inside(span), tree.top(span)
    if token is None or inside[0] < 2 or tree.words[inside[0] - 1] != ",":
        return False
    closed = tree.words[inside[-1] + 1 : inside[-1] + 2] == (",",)
    if tree.relation(token) == "poss" or (tree.relation(token) in SUBJECTS and not closed):
        return False  # "In Paris, [France] and Germany agreed."
    last = inside[0] - 2
    before = (tree.span(first, last).of(tree.text) for first in range(max(0, last - 2), last + 1))
    return any(s.country == country for name in before for s in lexicon.gazetteer.find(name))


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
