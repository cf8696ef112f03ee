"""Tell whether a count is of how things are: "34 [are missing]", "the group [has] 900 men"."""

from __future__ import annotations

from dateline.extract.figures.measure_words import Measured
from dateline.text.tree import Tree

_STATES = frozenset(
    "be have remain need lack face live shelter stand lie hold house contain own command number"
    " comprise depend rely stay control await serve host reside require owe sit"
    " employ cover total sleep keep cost".split()
)
# Participles of what lasts: "said that 30 miners were trapped".
_LASTING = frozenset("trap strand besiege station base house shelter lodge cut camp".split())
_COUNTING = frozenset(
    "estimate put report say believe think know value reckon confirm reach hit rise fall climb"
    " bring take tell add note announce claim deny show find mark come".split()
)
_OVER = frozenset({"killed", "injured"})


def is_state(tree: Tree, start: int, measured: Measured | None) -> bool:
    """Whether the verb above a count, or the measure itself, tells of what lasts."""
    if measured is not None and measured.measure in _OVER:
        in_care = tree.lemma(measured.word) in {"be", "remain", "lie", "treat"}
        if measured.measure == "killed" or not in_care:
            return False
    if measured is not None and measured.measure == "missing":
        word = measured.word
        if tree.folded[word] in {"missing", "unaccounted"} or tree.child(word, "neg") is not None:
            return True
    for token in [start, *tree.above(start)]:
        if tree.pos(token) in {"VERB", "AUX"} and not _is_inner(tree, token):
            return _lasts(tree, token)
    return False


def _is_inner(tree: Tree, verb: int) -> bool:
    """Whether a verb has no tense of its own: "left 2,000 homeless" of a participle."""
    if tree.relation(verb) in {"acomp", "attr", "oprd"}:
        return True
    head = tree.lemma(tree.head(verb))
    if tree.relation(verb) == "xcomp" and head in {"claim", "say", "appear", "seem", "continue"}:
        return False
    return tree.relation(verb) in {"amod", "xcomp", "acl"}


def _lasts(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a state that lasts, or of what is going on."""
    below = tree.children(verb, "aux", "auxpass")
    helpers = {tree.lemma(child) for child in below}
    now = {tree.tag(child) for child in below} & {"VBP", "VBZ"}
    if any(tree.folded[child] in {"still", "being"} for child in tree.children(verb)):
        return True
    if tree.tag(verb) == "VBG" and "be" in helpers:
        return bool(now) or _is_told(tree, verb) or tree.lemma(verb) in _STATES
    if tree.tag(verb) == "VBN":
        lasting = tree.lemma(verb) in _LASTING and _is_told(tree, verb)
        counted = tree.lemma(verb) in _COUNTING  # "losses are estimated at $3m"
        return "have" not in helpers and not counted and (bool(now) or lasting)
    if tree.tag(verb) in {"VBP", "VBZ"} and _is_prose(tree) and tree.lemma(verb) not in _COUNTING:
        return True
    if tree.lemma(verb) not in _STATES or tree.child(verb, "neg") is not None:
        return False
    if tree.tag(verb) == "VB" and tree.relation(verb) == "xcomp":
        return tree.tag(tree.head(verb)) in {"VBP", "VBZ"}  # "claims to have 900 men"
    return tree.tag(verb) in {"VBP", "VBZ"} or (tree.tag(verb) == "VBD" and _is_told(tree, verb))


def _is_prose(tree: Tree) -> bool:
    """Whether a sentence ends as one: a headline's present ("Blast kills 12") is a past."""
    return tree.text[: tree.sentence.span.end].rstrip("\"”’')").endswith((".", "!", "?"))


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a past is a present that is told later: "said that 30 were trapped"."""
    head = tree.head(verb)
    return tree.relation(verb) == "ccomp" and head < verb and tree.tag(head) == "VBD"
