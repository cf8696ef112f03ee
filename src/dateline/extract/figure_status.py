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
    "design": Status.PLANNED,
    "try": Status.PLANNED,
    "attempt": Status.PLANNED,
    "seek": Status.PLANNED,
    "resolve": Status.PLANNED,
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
# Passives whose infinitive is told as real: "are believed to have fled", "were forced to leave".
_RAISING = frozenset(
    "say believe report think know fear allege estimate force find see make suppose understand"
    " allow presume rumour rumor hear show prove compel oblige cause expect set plan need require"
    " schedule threaten ask urge call".split()
)
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


def _is_purpose(tree: Tree, token: int) -> bool:
    """Whether a verb says what is still to be done: "a raid to arrest 12 men", "Oslo to send 9".

    Who is "the third to die" did die, as did those of "the last 12 to have left".
    """
    if "to" not in tree.auxiliaries(token) or "have" in tree.auxiliaries(token):
        return False
    head = tree.head(token)
    if tree.relation(token) in {"acl", "relcl"}:
        ranked = {"first", "second", "third", "last", "latest", "only", "next"}
        below = {tree.folded[child] for child in tree.children(head)} | {tree.folded[head]}
        return tree.pos(head) != "NUM" and not below & ranked
    if tree.relation(token) == "xcomp":  # "a raid was launched to free 12 men"
        return tree.passive(head) and tree.lemma(head) not in _RAISING
    return tree.relation(token) in {"advcl", "ROOT"}


def _own(tree: Tree, token: int, below: int) -> Status | None:
    """Return the status that one word of the way up gives."""
    lemma = tree.lemma(token)
    helpers = tree.auxiliaries(token)
    if _is_purpose(tree, token):
        return Status.PLANNED
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
    if lemma in {"aim", "design"} and tree.relation(below) in {"prep", "pcomp"}:
        return _GOVERNORS[lemma]  # "raids aimed at capturing 12 men"
    ahead = "to" in tree.auxiliaries(below) or tree.relation(below) in {"prep", "pcomp", "acl"}
    if lemma in {"deny", "reject"}:
        return _GOVERNORS[lemma] if tree.relation(below) in _DOORS else None
    if lemma in {"warn", "risk", "threaten"}:
        return _GOVERNORS[lemma] if ahead and tree.relation(below) in _DOORS else None
    return _GOVERNORS[lemma] if "to" in tree.auxiliaries(below) else None
