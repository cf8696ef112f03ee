"""Tell whether a figure is of something that happened: "could be killed" is possible.

What is pledged or demanded itself is told first; then the words between the count and its
sentence's root decide, from the nearest outwards.
"""

from __future__ import annotations

from dateline.extract.figures.lasting import is_state
from dateline.extract.figures.measure_words import Measured
from dateline.extract.figures.prospects import is_doubted, is_somebody, prospect_of
from dateline.knowledge.vocabulary import names
from dateline.model import Status
from dateline.text.tree import SUBJECTS, Tree

_PARTS = frozenset({"conj", "compound", "nmod", "appos", "nummod", "npadvmod", "quantmod"})
_TERMS = frozenset({"year", "month", "crore", "lakh", "euro", "dollar", "pound"})
_MEANWHILE = frozenset(
    "as after before when while since because although though until once".split()
)
_SUMS = frozenset("total reach amount come be exceed".split())


def status_of(tree: Tree, node: int, measured: Measured | None) -> Status:
    """Return the status of what a count counts."""
    described = measured is not None and tree.head(measured.word) == node
    owed = None if described else _promised(tree, node)
    if owed is not None:
        return owed
    start = node
    if measured is not None and tree.pos(measured.word) in {"VERB", "AUX", "ADJ"}:
        start = measured.word
    path = [start, *tree.above(start)]
    for below, token in zip([-1, *path], path, strict=False):
        status = prospect_of(tree, token, below)
        if status is not None:
            return status
        if _is_closed(tree, token):
            break
    if start != node and prospect_of(tree, node, -1) is not None:
        return prospect_of(tree, node, -1) or Status.HAPPENED  # "300 jobs at risk are to go"
    return Status.ONGOING if is_state(tree, start, measured) else Status.HAPPENED


def _is_closed(tree: Tree, token: int) -> bool:
    """Whether words further up say nothing of those counted.

    What describes them has happened to them ("the 300 cut off by the flood will get $9"), and
    what somebody says is told by its own clause.
    """
    helped = tree.child(token, "aux", "auxpass", "mark") is not None
    if tree.relation(token) == "relcl":
        return "to" not in tree.auxiliaries(token)
    if tree.relation(token) == "acl" and tree.tag(token) == "VBN" and not helped:
        return True
    marks = {tree.folded[child] for child in tree.children(token, "mark", "advmod", "prep")}
    if tree.relation(token) in {"advcl", "pcomp"} and marks & _MEANWHILE:
        return True  # "was told to close after the toll rose to nine"
    if tree.relation(token) == "pcomp" and tree.folded[tree.head(token)] in _MEANWHILE:
        return True
    head = tree.head(token)
    governed = tree.lemma(head) in names("promises")["verbs"] or is_doubted(tree, head)
    return tree.relation(token) == "ccomp" and not governed


def _promised(tree: Tree, node: int) -> Status | None:
    """Return the status of what is pledged or demanded itself: "pledged $5bn", "called for 9"."""
    objects = names("promises")["objects"]
    for child in tree.children(node, "relcl"):  # "the $500m they promised"
        if tree.lemma(child) in objects and tree.child(child, "dobj", "auxpass") is None:
            return Status(objects[tree.lemma(child)])
    current = _whole(tree, node)
    for child in (*tree.children(node, "amod"), *tree.children(current, "amod")):
        if (found := names("promises")["modifiers"].get(tree.folded[child])) is not None:
            return Status(found)
    head, relation = tree.head(current), tree.relation(current)
    if relation == "pobj":
        return _held_by(tree, head)
    if relation in {"dobj", "attr", "npadvmod"} and tree.lemma(head) in _SUMS:
        return _of_pledges(tree, head)
    if relation not in {"dobj", "nsubjpass"} or tree.child(head, "xcomp") is not None:
        return None
    return _of_object(tree, node, head)


def _of_pledges(tree: Tree, verb: int) -> Status | None:
    """Return the status of "pledges totalled $3bn"."""
    subject = tree.child(verb, *SUBJECTS)
    found = None if subject is None else names("promises")["nouns"].get(tree.lemma(subject))
    return None if found is None or tree.tag(subject or 0) == "PRP" else Status(found)


def _of_object(tree: Tree, node: int, verb: int) -> Status | None:
    """Return the status that a verb gives its object, unless it has not come to that either."""
    lemma = tree.lemma(verb)
    if lemma == "set":
        aside = any(tree.folded[child] == "aside" for child in tree.children(verb))
        return Status.PLANNED if aside else None
    found = names("promises")["objects"].get(lemma)
    if found is None and _is_sum(tree, node):
        found = names("promises")["money"].get(lemma)
    if found is None or prospect_of(tree, verb, -1) is not None:
        return None
    if lemma == "threaten" and not is_somebody(tree, verb):
        return Status.POSSIBLE  # "the closure threatens 300 jobs"
    return Status(found)


def _whole(tree: Tree, node: int) -> int:
    """Return what a count is a part of: the days of "30 days of mourning and a march of 900"."""
    current = node
    while tree.relation(current) in _PARTS and tree.head(current) != current:
        current = tree.head(current)
    while tree.relation(current) == "pobj" and tree.folded[tree.head(current)] in {"of", "for"}:
        above = tree.head(tree.head(current))
        if tree.pos(above) not in {"NOUN", "PROPN", "NUM", "SYM"}:
            break
        if {tree.lemma(above)} & (
            names("promises")["nouns"].keys() | names("promises")["for"].keys()
        ):
            break
        current = above
        while tree.relation(current) == "conj":
            current = tree.head(current)
    return current


def _held_by(tree: Tree, preposition: int) -> Status | None:
    """Return the status that "called for", "fears for", "warned of", "insists on" give."""
    above, word = tree.lemma(tree.head(preposition)), tree.folded[preposition]
    if word in {"of", "for"} and above in {"warn", "fear"}:
        return Status.POSSIBLE
    if word == "on" and above == "insist":
        return Status.CALLED_FOR
    table = {"for": "for", "of": "nouns"}.get(word)
    found = None if table is None else names("promises")[table].get(above)
    return None if found is None else Status(found)


def _is_sum(tree: Tree, node: int) -> bool:
    """Whether a count is of money or of a term: what one faces, votes or grants."""
    near = [node, *tree.subtree(node)]
    signs = any(tree.tag(token) == "$" or tree.pos(token) == "SYM" for token in near)
    return signs or any(tree.lemma(token) in _TERMS for token in near)
