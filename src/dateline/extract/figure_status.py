"""Tell whether a figure is of something that happened: "could be killed" is possible.

Only the words between the count and its sentence's root decide, from the nearest outwards;
they are those of `lexicons/promises.toml`.
"""

from __future__ import annotations

from dateline.extract.lasting import is_state
from dateline.extract.measure_words import Measured
from dateline.knowledge.vocabulary import names
from dateline.model import Status
from dateline.text.tree import SUBJECTS, Tree

# Passives whose infinitive is told as real: "are believed to have fled", "were forced to leave".
_RAISING = frozenset(
    "say believe report think know fear allege estimate force find see make suppose understand"
    " allow presume rumour rumor hear show prove compel oblige cause expect set plan need require"
    " schedule threaten ask urge call order forecast predict project".split()
)
_FEARS = frozenset({"fear", "presume", "suspect"})
_DOORS = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "conj", "relcl", "dobj"})
_DENIALS = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "false", "untrue"})
_CLAIMS = frozenset("claim report allegation accusation charge suggestion rumour rumor".split())
_RANKED = frozenset({"first", "second", "third", "last", "latest", "only", "next"})
_PARTS = frozenset({"conj", "compound", "nmod", "appos", "nummod", "npadvmod", "quantmod"})


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
        head = tree.lemma(tree.head(token))
        if tree.relation(token) == "ccomp" and head not in names("promises")["verbs"]:
            break
    return Status.ONGOING if is_state(tree, start, measured) else Status.HAPPENED


def _promised(tree: Tree, node: int) -> Status | None:
    """Return the status of what is pledged or demanded itself: "pledged $5bn", "called for 9"."""
    objects = names("promises")["objects"]
    for child in tree.children(node, "relcl"):  # "the $500m they promised"
        if tree.lemma(child) in objects and tree.child(child, "dobj", "auxpass") is None:
            return Status(objects[tree.lemma(child)])
    current = _whole(tree, node)
    head = tree.head(current)
    if tree.relation(current) == "pobj":
        return _held_by(tree, head)
    if tree.relation(current) not in {"dobj", "nsubjpass"} or tree.child(head, "xcomp") is not None:
        return None
    if tree.lemma(head) == "set":
        aside = any(tree.folded[child] == "aside" for child in tree.children(head))
        return Status.PLANNED if aside else None
    found = objects.get(tree.lemma(head))
    if found is None and _is_money(tree, node):
        found = names("promises")["money"].get(tree.lemma(head))
    return None if found is None or _own(tree, head, -1) is not None else Status(found)


def _whole(tree: Tree, node: int) -> int:
    """Return what a count is a part of: the days of "30 days of mourning and a march of 900"."""
    current = node
    while tree.relation(current) in _PARTS and tree.head(current) != current:
        current = tree.head(current)
    while tree.relation(current) == "pobj" and tree.folded[tree.head(current)] == "of":
        above = tree.head(tree.head(current))
        if tree.pos(above) not in {"NOUN", "PROPN", "NUM", "SYM"}:
            break
        if tree.lemma(above) in names("promises")["nouns"]:
            break
        current = above
        while tree.relation(current) == "conj":
            current = tree.head(current)
    return current


def _held_by(tree: Tree, preposition: int) -> Status | None:
    """Return the status that "called for", "plans for", "the threat of" give."""
    above, word = tree.lemma(tree.head(preposition)), tree.folded[preposition]
    if word == "for":
        found = names("promises")["for"].get(above)
    elif word == "of":
        found = names("promises")["nouns"].get(above)
        if above == "warn":
            return Status.POSSIBLE
    else:
        return None
    return None if found is None else Status(found)


def _is_money(tree: Tree, node: int) -> bool:
    """Whether a count stands with a currency's sign or a scale of money."""
    near = [node, *tree.subtree(node)]
    return any(tree.tag(t) == "$" or tree.pos(t) == "SYM" for t in near) or any(
        tree.folded[t] in {"crore", "lakh", "euros", "dollars", "pounds"} for t in near
    )


def _is_purpose(tree: Tree, token: int) -> bool:
    """Whether a verb says what is still to be done: "a raid to arrest 12 men", "Oslo to send 9".

    Who is "the third to die" did die, as did those of "the last 12 to have left".
    """
    if "to" not in tree.auxiliaries(token) or "have" in tree.auxiliaries(token):
        return False
    head = tree.head(token)
    if tree.relation(token) in {"acl", "relcl"}:
        below = {tree.folded[child] for child in tree.children(head)} | {tree.folded[head]}
        return tree.pos(head) != "NUM" and not below & _RANKED
    if tree.relation(token) == "xcomp":  # "a raid was launched to free 12 men", "is to send 9"
        if tree.lemma(head) == "be" or tree.folded[head] in {"due", "ready", "poised", "bound"}:
            return True
        return tree.passive(head) and tree.lemma(head) not in _RAISING
    return tree.relation(token) in {"advcl", "ROOT"}


def _own(tree: Tree, token: int, below: int) -> Status | None:
    """Return the status that one word of the way up gives."""
    lemma, governors = tree.lemma(token), names("promises")["verbs"]
    if (modal := _modal(tree, token)) is not None:
        return modal
    if lemma in _FEARS and tree.pos(token) == "VERB" and below != -1:
        return Status.POSSIBLE
    marks = {tree.folded[child] for child in tree.children(token, "mark")}
    if marks & {"if", "unless"}:
        threat = any(tree.lemma(above) in {"threaten", "warn"} for above in tree.above(token))
        return Status.CALLED_FOR if threat else Status.POSSIBLE
    if below < 0:
        return (
            Status.PLANNED if _is_purpose(tree, token) and not _is_governed(tree, token) else None
        )
    if tree.pos(token) in {"NOUN", "PROPN"}:
        return _of_noun(tree, token, below)
    if tree.relation(below) == "ccomp" and (doubt := _of_adjective(tree, token)) is not None:
        return doubt
    if lemma not in governors:
        purpose = _is_purpose(tree, token) and not _is_governed(tree, token)
        return Status.PLANNED if purpose else None
    return _governed(tree, token, below)


def _is_negated(tree: Tree, token: int) -> bool:
    """Whether somebody says that they did not do it: "said it had not killed 30 civilians"."""
    told = tree.relation(token) == "ccomp" and tree.tag(tree.head(token)) != "VBG"
    return told and tree.child(token, "neg") is not None and tree.child(token, "dobj") is not None


def _is_governed(tree: Tree, token: int) -> bool:
    """Whether the word above an infinitive says what becomes of it: "threatened to kill"."""
    head = tree.lemma(tree.head(token))
    known = names("promises")
    return head in known["verbs"] or head in known["nouns"]


def _modal(tree: Tree, token: int) -> Status | None:
    """Return the status of a verb's "could", "will" or "should"; "could have died" may be."""
    helpers = tree.auxiliaries(token)
    for helper in helpers:
        found = names("promises")["modals"].get(helper)
        if found is None or ("have" in helpers and helper not in {"may", "might", "could"}):
            continue
        subject = tree.child(token, *SUBJECTS)
        own = subject is not None and tree.pos(subject) == "PRON"
        promised = helper == "would" and own and tree.relation(token) in {"ccomp", "conj"}
        return Status.PLANNED if promised else Status(found)  # "said it would send 300"
    return None


def _of_noun(tree: Tree, token: int, below: int) -> Status | None:
    """Return what "fears that 200 died", "a plan to send 300" make of the clause below them."""
    clause = tree.relation(below) in {"acl", "relcl", "ccomp"}
    head = tree.head(token)
    if not clause:
        return None
    if tree.lemma(token) in _CLAIMS and tree.lemma(head) in _DENIALS:
        return Status.DENIED  # "rejected claims that 30 died"
    found = names("promises")["nouns"].get(tree.lemma(token))
    return None if found is None else Status(found)


def _of_adjective(tree: Tree, verb: int) -> Status | None:
    """Return what "it was untrue that", "it is likely that" make of the clause below them."""
    for child in tree.children(verb, "acomp", "attr"):
        found = names("promises")["verbs"].get(tree.lemma(child))
        if found is not None and tree.pos(child) in {"ADJ", "VERB"}:
            return Status(found)
    return None


def _governed(tree: Tree, token: int, below: int) -> Status | None:
    """Return what a verb of planning, asking, fearing or denying makes of the words below it."""
    lemma, relation = tree.lemma(token), tree.relation(below)
    found = Status(names("promises")["verbs"][lemma])
    if relation == "nsubjpass" and tree.child(token, "xcomp") is not None:
        return found  # "hundreds are expected to come"
    infinitive = "to" in tree.auxiliaries(below)
    if lemma in {"aim", "design"} and relation in {"prep", "pcomp"}:
        return found  # "raids aimed at capturing 12 men"
    if lemma in _DENIALS:
        return found if relation in _DOORS else None
    if lemma in {"warn", "risk", "threaten"}:
        ahead = infinitive or relation in {"prep", "pcomp", "acl"}
        return found if ahead and relation in _DOORS else None
    if lemma in {"forecast", "predict", "project", "expect", "likely", "possible"}:
        return found if infinitive or relation == "ccomp" else None
    return found if infinitive and relation in _DOORS else None
