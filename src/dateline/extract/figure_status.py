"""Tell whether a figure is of something that happened: "could be killed" is possible.

Only the verbs between the count and its sentence's root decide, from the nearest outwards.
"""

from __future__ import annotations

from dateline.extract.measure_words import Measured
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
# Those verbs whose object itself is still to come: "approved $650m", "demanded three cows".
_OBJECTS = {
    "pledge": Status.PLANNED,
    "promise": Status.PLANNED,
    "approve": Status.PLANNED,
    "allocate": Status.PLANNED,
    "earmark": Status.PLANNED,
    "sanction": Status.PLANNED,
    "budget": Status.PLANNED,
    "commit": Status.PLANNED,
    "offer": Status.PLANNED,
    "vow": Status.PLANNED,
    "plan": Status.PLANNED,
    "vote": Status.PLANNED,
    "schedule": Status.PLANNED,
    "announce": Status.PLANNED,
    "demand": Status.CALLED_FOR,
    "seek": Status.CALLED_FOR,
    "request": Status.CALLED_FOR,
    "want": Status.CALLED_FOR,
    "urge": Status.CALLED_FOR,
    "propose": Status.CALLED_FOR,
    "threaten": Status.THREATENED,
    "expect": Status.POSSIBLE,
    "forecast": Status.POSSIBLE,
    "predict": Status.POSSIBLE,
    "project": Status.POSSIBLE,
    "risk": Status.POSSIBLE,
    "deny": Status.DENIED,
}
_FOR = dict.fromkeys(
    ("call", "appeal", "ask", "push", "plead", "campaign", "lobby"), Status.CALLED_FOR
)
_STATES = frozenset(
    "be have remain need lack face live shelter stand lie hold house contain own command number"
    " comprise depend rely stay control await work serve host reside require owe sit speak run"
    " employ use cover account make total".split()
)
_DOORS = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "conj", "relcl"})


def status_of(tree: Tree, node: int, measured: Measured | None) -> Status:
    """Return the status of what a count counts."""
    owed = _promised(tree, node)
    if owed is not None:
        return owed
    start = node
    if measured is not None and tree.pos(measured.word) in {"VERB", "AUX", "ADJ"}:
        start = measured.word
    path = [start, *tree.above(start)]
    for below, token in zip([-1, *path], path, strict=False):
        status = _own(tree, token, below)
        if status is not None:
            return status
        if tree.relation(token) == "relcl" or (
            tree.relation(token) == "acl" and tree.tag(token) == "VBN"
        ):
            break  # what describes those counted has happened to them
        if tree.relation(token) == "ccomp" and tree.lemma(tree.head(token)) not in _GOVERNORS:
            break
    return Status.ONGOING if _is_state(tree, start, measured) else Status.HAPPENED


def _promised(tree: Tree, node: int) -> Status | None:
    """Return the status of what is pledged or demanded itself: "pledged $5bn", "called for 9"."""
    for child in tree.children(node, "relcl"):  # "the $500m they promised"
        if tree.lemma(child) in _OBJECTS and tree.child(child, "dobj", "auxpass") is None:
            return _OBJECTS[tree.lemma(child)]
    current = node
    while tree.relation(current) in {"conj", "compound", "nmod", "appos", "nummod", "npadvmod"}:
        current = tree.head(current)
    while tree.relation(current) == "pobj" and tree.folded[tree.head(current)] == "of":
        current = tree.head(tree.head(current))  # "30 days of mourning", "a march of 1,000"
        while tree.relation(current) == "conj":
            current = tree.head(current)
    head = tree.head(current)
    if tree.relation(current) == "pobj" and tree.folded[head] == "for":
        return _FOR.get(tree.lemma(tree.head(head)))
    if tree.relation(current) not in {"dobj", "nsubjpass"} or tree.child(head, "xcomp") is not None:
        return None
    if tree.lemma(head) == "set":
        aside = any(tree.folded[child] == "aside" for child in tree.children(head))
        return Status.PLANNED if aside else None
    return _OBJECTS.get(tree.lemma(head))


def _is_state(tree: Tree, start: int, measured: Measured | None) -> bool:
    """Whether a count is of how things are now: "34 are missing", "the group has 900 men"."""
    if measured is not None and measured.measure in {"killed", "injured"}:
        return False
    if measured is not None and tree.folded[measured.word] in {"missing", "unaccounted"}:
        return True
    for token in [start, *tree.above(start)]:
        if tree.pos(token) in {"VERB", "AUX"} and not _is_inner(tree, token):
            return _lasts(tree, token)
    return False


def _is_inner(tree: Tree, verb: int) -> bool:
    """Whether a verb has no tense of its own: "left 2,000 homeless" of a participle."""
    return tree.relation(verb) in {"amod", "xcomp", "acl"}


def _lasts(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a state that lasts, or of what is going on."""
    helpers = {tree.lemma(child) for child in tree.children(verb, "aux", "auxpass")}
    now = {tree.tag(child) for child in tree.children(verb, "aux", "auxpass")} & {"VBP", "VBZ"}
    if tree.tag(verb) == "VBG" and "be" in helpers:
        return True
    if tree.tag(verb) == "VBN":
        return bool(now) and "have" not in helpers
    if tree.lemma(verb) not in _STATES or tree.child(verb, "neg") is not None:
        return False
    told = tree.relation(verb) == "ccomp" and tree.tag(tree.head(verb)) == "VBD"
    return tree.tag(verb) in {"VBP", "VBZ"} or (told and tree.tag(verb) == "VBD")


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
    marks = {tree.folded[child] for child in tree.children(token, "mark")}
    if marks & {"if", "unless"}:
        threat = any(tree.lemma(above) in {"threaten", "warn"} for above in tree.above(token))
        return Status.CALLED_FOR if threat else Status.POSSIBLE
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
