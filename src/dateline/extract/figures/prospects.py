"""Read what one word above a count makes of it: planned, asked for, possible, denied.

The words are those of `lexicons/promises.toml`; the grammar is here.
"""

from __future__ import annotations

from dateline.knowledge.vocabulary import names, words
from dateline.model import Status
from dateline.text.tree import SUBJECTS, Tree

# Passives whose infinitive is told as real: "are believed to have fled", "were forced to leave".
_RAISING = frozenset(
    "say believe report think know fear allege estimate force find see make suppose understand"
    " allow presume rumour rumor hear show prove compel oblige cause expect set plan need require"
    " schedule threaten ask urge call order forecast predict project license licence build equip"
    " entitle permit certify know".split()
)
_FEARS = frozenset({"fear", "presume", "suspect"})
_DOORS = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "conj", "relcl", "dobj"})
_DENIALS = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "false", "untrue"})
_RANKED = frozenset({"first", "second", "third", "last", "latest", "only", "next"})
_DANGERS = frozenset({"risk", "danger", "jeopardy", "peril", "doubt"})
_HARMS = frozenset("shoot attack bomb strike hit burn raze".split())
_SEERS = frozenset(
    "forecaster analyst economist expert scientist meteorologist researcher forecast model".split()
)
_URGING = frozenset({"demand", "request", "urge", "recommend", "propose", "ask"})
_FORESEEN = frozenset({"forecast", "predict", "project", "expect", "likely", "possible"})


def prospect_of(tree: Tree, token: int, below: int) -> Status | None:
    """Return the status that one word of the way up gives; `below` is the word before it."""
    doubt = _by_form(tree, token) or _by_danger(tree, token)
    if doubt is not None:
        return doubt
    lemma, governors = tree.lemma(token), names("promises")["verbs"]
    state = tree.child(token, "oprd", "acomp")  # "are presumed dead"
    if lemma in _FEARS and tree.pos(token) == "VERB" and (below != -1 or state is not None):
        return Status.POSSIBLE
    if below >= 0 and tree.pos(token) in {"NOUN", "PROPN"}:
        return _of_noun(tree, token, below)
    if below >= 0 and tree.relation(below) == "ccomp":
        if (likely := _of_adjective(tree, token)) is not None:
            return likely
    if below >= 0 and lemma in governors:
        return _governed(tree, token, below)
    purpose = _is_purpose(tree, token) and not _is_governed(tree, token)
    return Status.PLANNED if purpose else None


def is_doubted(tree: Tree, verb: int) -> bool:
    """Whether an adjective with a verb judges the clause below it: "it was untrue that"."""
    return _of_adjective(tree, verb) is not None


def is_somebody(tree: Tree, verb: int) -> bool:
    """Whether a verb's subject is somebody who can threaten."""
    subject = tree.child(verb, *SUBJECTS)
    if subject is None or tree.pos(subject) in {"PROPN", "PRON"}:
        return True
    table = words("measures")
    known = {*table["person"]["nouns"], *table["fighters"]["nouns"], *table["fighters"]["hosts"]}
    return tree.lemma(subject) in known | set(table["collective"]["nouns"])


def is_armed(tree: Tree, subject: int | None) -> bool:
    """Whether somebody is one who kills: "if it isn't paid, the [gang] will kill two"."""
    table = words("measures")["fighters"]
    armed = {
        *table["nouns"],
        *table["hosts"],
        "gang",
        "kidnapper",
        "captor",
        "abductor",
        "hijacker",
    }
    return subject is not None and tree.lemma(subject) in armed


def _by_form(tree: Tree, token: int) -> Status | None:
    """Return what a verb's own helpers, its negation and its "if" say."""
    if (modal := _modal(tree, token)) is not None:
        return modal
    if (
        tree.tag(token) == "VB"
        and tree.relation(token) == "ROOT"
        and not tree.children(token, "aux", *SUBJECTS)
    ):
        return Status.CALLED_FOR  # "Free the 30 prisoners."
    marks = {tree.folded[child] for child in tree.children(token, "mark")}
    if "unless" in marks:
        return Status.CALLED_FOR  # "unless it is paid $9m"
    if "if" in marks:
        return Status.CALLED_FOR if _threatens(tree, token) else Status.POSSIBLE
    return Status.DENIED if _is_negated(tree, token) else None


def _threatens(tree: Tree, token: int) -> bool:
    """Whether a verb above one threatens: what its "if" names is demanded."""
    above = [up for up in tree.above(token) if tree.lemma(up) in {"threaten", "warn"}]
    return any(
        is_armed(tree, tree.child(up, "nsubj")) or tree.lemma(up) == "threaten" for up in above
    )


def _modal(tree: Tree, token: int) -> Status | None:
    """Return the status of a verb's "could", "will" or "should"; "could have died" may be."""
    helpers = tree.auxiliaries(token)
    for helper in helpers:
        found = names("promises")["modals"].get(helper)
        if found is None or ("have" in helpers and helper not in {"may", "might", "could"}):
            continue
        subject = tree.child(token, *SUBJECTS)
        own = subject is not None and tree.pos(subject) == "PRON"
        harm = (own or is_armed(tree, subject)) and _is_harm(tree, token)
        if any(tree.lemma(above) == "threaten" for above in tree.above(token)):
            return Status.THREATENED
        if helper == "will" and _is_forecast(tree, token):
            return Status.POSSIBLE
        if helper in {"will", "would"} and _has_condition(tree, token):
            return Status.THREATENED if harm else Status.POSSIBLE
        if helper != "would" or not own or tree.relation(token) not in {"ccomp", "conj"}:
            return Status(found)
        warned = harm or tree.lemma(tree.head(token)) in {"warn", "threaten"}
        return Status.THREATENED if warned else Status.PLANNED  # "said it would send 300"
    return None


def _is_harm(tree: Tree, verb: int) -> bool:
    """Whether a verb is one of killing or attacking."""
    return tree.lemma(verb) in _HARMS or tree.lemma(verb) in words("measures")["killed"]["objects"]


def _is_forecast(tree: Tree, verb: int) -> bool:
    """Whether those who say what will be can only foresee it."""
    tellers = (tree.child(above, "nsubj") for above in tree.above(verb))
    return any(teller is not None and tree.lemma(teller) in _SEERS for teller in tellers)


def _has_condition(tree: Tree, verb: int) -> bool:
    """Whether something has to come first: "if the dam breaks, 300 will have to leave"."""
    below = tree.children(verb, "xcomp")  # "if it breaks, 300 will have to leave"
    clauses = [clause for one in (verb, *below) for clause in tree.children(one, "advcl")]
    marks = (tree.folded[mark] for clause in clauses for mark in tree.children(clause, "mark"))
    return any(mark in {"if", "unless"} for mark in marks)


def _is_negated(tree: Tree, token: int) -> bool:
    """Whether somebody says that they did not do it: "said it had not killed 30 civilians"."""
    told = tree.relation(token) == "ccomp" and tree.tag(tree.head(token)) != "VBG"
    return told and tree.child(token, "neg") is not None and tree.child(token, "dobj") is not None


def _by_danger(tree: Tree, token: int) -> Status | None:
    """Return that "300 jobs at risk", "puts 900 in danger" speak of what may come."""
    for child in tree.children(token, "prep"):
        held = tree.child(child, "pobj")
        if held is not None and tree.folded[child] in {"at", "in"} and tree.lemma(held) in _DANGERS:
            return Status.POSSIBLE
    return None


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
        if tree.lemma(head) in {"be", "due", "ready", "poised", "bound"}:
            return True
        return tree.passive(head) and tree.lemma(head) not in _RAISING
    return tree.relation(token) in {"advcl", "ROOT"}


def _is_governed(tree: Tree, token: int) -> bool:
    """Whether the word above an infinitive says what becomes of it: "threatened to kill"."""
    head = tree.lemma(tree.head(token))
    known = names("promises")
    return (head in known["verbs"] and head != "due") or head in known["nouns"]


def _of_noun(tree: Tree, token: int, below: int) -> Status | None:
    """Return what "fears that 200 died", "a plan to send 300" make of the clause below them."""
    if tree.relation(below) not in {"acl", "relcl", "ccomp"}:
        return None
    if tree.relation(token) == "dobj" and tree.lemma(tree.head(token)) in _DENIALS:
        return Status.DENIED  # "rejected claims that 30 died", "denied plans to close 9"
    above = tree.head(tree.head(token))
    if tree.relation(token) == "pobj" and tree.lemma(above) in {"truth", "substance", "basis"}:
        none = tree.child(above, "det", "neg")
        return Status.DENIED if none is not None and tree.folded[none] == "no" else None
    found = names("promises")["nouns"].get(tree.lemma(token))
    return None if found is None else Status(found)


def _of_adjective(tree: Tree, verb: int) -> Status | None:
    """Return what "it was untrue that", "it is likely that" make of the clause below them."""
    for child in tree.children(verb, "acomp", "attr"):
        if tree.lemma(child) in {"true", "correct"} and tree.child(verb, "neg") is not None:
            return Status.DENIED
        found = names("promises")["verbs"].get(tree.lemma(child))
        if found is not None and tree.pos(child) in {"ADJ", "VERB"}:
            return Status(found)
    return None


def _governed(tree: Tree, token: int, below: int) -> Status | None:
    """Return what a verb of planning, asking, fearing or denying makes of the words below it."""
    lemma, relation = tree.lemma(token), tree.relation(below)
    found = Status(names("promises")["verbs"][lemma])
    infinitive = "to" in tree.auxiliaries(below)
    if relation == "nsubjpass":
        return found if tree.child(token, "xcomp") is not None else None
    if lemma in {"aim", "design"} and relation in {"prep", "pcomp"}:
        return found  # "raids aimed at capturing 12 men"
    if lemma in _DENIALS or (lemma in _URGING and relation == "ccomp"):
        return found if relation in _DOORS else None
    if lemma == "want" and relation == "xcomp":
        return Status.PLANNED  # "wants to close 30", not "wants them to close 30"
    if lemma == "threaten" and not is_somebody(tree, token):
        return Status.POSSIBLE if infinitive else None  # "the river threatens to flood 60 farms"
    if lemma in {"warn", "risk", "threaten"}:
        ahead = infinitive or relation in {"prep", "pcomp", "acl"}
        return found if ahead and relation in _DOORS else None
    if lemma in {"consider", "mull", "weigh", "recommend", "suggest"}:
        return found if relation in {"xcomp", "pcomp", "ccomp"} else None
    if lemma in _FORESEEN:
        return found if infinitive or relation == "ccomp" else None
    harm = lemma == "vow" and _is_harm(tree, below)
    if infinitive and relation in _DOORS:
        return Status.THREATENED if harm else found
    return None
