"""Tell whether a figure is of something that happened: "could be killed" is possible.

Only the verbs between the count and its sentence's root decide, from the nearest outwards.
"""

from __future__ import annotations

from dateline.extract.measures import Measured
from dateline.model import Status
from dateline.text.tree import Tree

_MODALS = {
    "could": Status.POSSIBLE,
    "may": Status.POSSIBLE,
    "might": Status.POSSIBLE,
    "can": Status.POSSIBLE,
    "would": Status.POSSIBLE,
    "will": Status.PLANNED,
    "'ll": Status.PLANNED,
    "shall": Status.PLANNED,
    "must": Status.CALLED_FOR,
    "should": Status.CALLED_FOR,
}
_GOVERNORS = {
    "fear": Status.POSSIBLE,
    "risk": Status.POSSIBLE,
    "warn": Status.POSSIBLE,
    "threaten": Status.THREATENED,
    "plan": Status.PLANNED,
    "intend": Status.PLANNED,
    "aim": Status.PLANNED,
    "agree": Status.PLANNED,
    "pledge": Status.PLANNED,
    "promise": Status.PLANNED,
    "vow": Status.PLANNED,
    "decide": Status.PLANNED,
    "want": Status.PLANNED,
    "hope": Status.PLANNED,
    "expect": Status.PLANNED,
    "schedule": Status.PLANNED,
    "set": Status.PLANNED,
    "prepare": Status.PLANNED,
    "call": Status.CALLED_FOR,
    "urge": Status.CALLED_FOR,
    "demand": Status.CALLED_FOR,
    "ask": Status.CALLED_FOR,
    "deny": Status.DENIED,
    "reject": Status.DENIED,
}
_FEARS = frozenset({"fear", "presume", "suspect"})
_DOORS = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "conj", "relcl"})


def status_of(tree: Tree, node: int, measured: Measured | None) -> Status:
    """Return the status of what a count counts."""
    start = node
    if measured is not None and tree.pos(measured.word) in {"VERB", "AUX", "ADJ"}:
        start = measured.word
    path = [start, *tree.above(start)]
    for below, token in zip([-1, *path], path, strict=False):
        status = _own(tree, token, below)
        if status is not None:
            return status
        if tree.relation(token) == "ccomp" and tree.lemma(tree.head(token)) not in _GOVERNORS:
            break
    return Status.HAPPENED


def _own(tree: Tree, token: int, below: int) -> Status | None:
    """Return the status that one word of the way up gives."""
    lemma = tree.lemma(token)
    helpers = tree.auxiliaries(token)
    for helper in helpers:
        if helper in _MODALS and ("have" not in helpers or helper in {"may", "might", "could"}):
            return _MODALS[helper]
    if lemma in _FEARS and tree.pos(token) == "VERB":
        return Status.POSSIBLE
    if any(tree.folded[c] == "if" for c in tree.children(token, "mark")):
        return Status.POSSIBLE
    if below < 0 or lemma not in _GOVERNORS:
        return None
    if tree.relation(below) == "nsubjpass" and tree.child(token, "xcomp") is not None:
        return _GOVERNORS[lemma]  # "hundreds are expected to come"
    ahead = "to" in tree.auxiliaries(below) or tree.relation(below) in {"prep", "pcomp", "acl"}
    if lemma in {"deny", "reject"}:
        return _GOVERNORS[lemma] if tree.relation(below) in _DOORS else None
    if lemma in {"warn", "risk", "threaten"}:
        return _GOVERNORS[lemma] if ahead and tree.relation(below) in _DOORS else None
    return _GOVERNORS[lemma] if "to" in tree.auxiliaries(below) else None
