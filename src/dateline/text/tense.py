"""Tell on which side of the writing a time lies, from the verb that governs it.

"They will meet on Friday" looks ahead; "He said on Monday" looks back; in a title "Envoy
meets rebels on Monday" looks back and "Envoy to meet rebels on Monday" ahead.
"""

from __future__ import annotations

from dateline.knowledge.vocabulary import words
from dateline.model import Label
from dateline.text.time_words import MONTHS, WEEKDAYS
from dateline.text.tree import NOMINAL, Tree

_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"})
_OPEN = frozenset({"can", "could", "may", "might", "must", "should", "ought"})
_OBJECTS = frozenset({"dobj", "pobj", "compound"})
_PERFECT = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_PLUPERFECT = frozenset({"had", "having", "'d", "’d"})
_INVITING = frozenset({"invite", "summon", "subpoena", "convoke", "cite"})
_SHOWING = frozenset({"show", "reveal", "depict", "capture", "document", "record"})
"""What pictures do in the present with what lies back: "images [show] tanks on Monday"."""
_PREDICATES = frozenset({"VERB", "AUX"})


def direction_of(tree: Tree, token: int) -> str | None:
    """Return "past" or "future" for a time whose head is this token; None if it can't be told."""
    if any(ahead(tree, token) for ahead in _AHEAD):
        return "future"
    if _compared(tree, token):
        return "past"
    lists = words("times")["ahead"]
    current = token
    near = True
    seen: set[int] = set()
    while current not in seen:
        seen.add(current)
        if current != token and not _passed_over(tree, current, token):
            side = _side(tree, current, token, near=near)
            if side is not None:
                return side
            near = near and tree.pos(current) not in _PREDICATES
        if _noun_ahead(tree, current, lists["adjectives"]):
            return "future"
        current = tree.head(current)
    if tree.sentence.label is Label.TITLE and any(tree.tag(i) == "TO" for i in tree.roots):
        return "future"
    return None


def _put_down_for(tree: Tree, token: int) -> bool:
    """Whether a day is in the diary: "called a strike [for Friday]", not "for Friday's talks"."""
    return _named_day(tree, token, "for")


def _named_day(tree: Tree, token: int, *leads: str) -> bool:
    """Whether a weekday or date stands behind one of these prepositions."""
    word = tree.folded[token]
    named = word in WEEKDAYS or word in MONTHS or word == "weekend"
    return named and tree.relation(token) == "pobj" and tree.folded[tree.head(token)] in leads


def _lasting_until(tree: Tree, token: int) -> bool:
    """Whether what began lasts until a day: "closed the port [until Friday]"."""
    if not _named_day(tree, token, "until", "till"):
        return False
    governor = next((t for t in tree.above(token) if tree.pos(t) in _PREDICATES), None)
    if governor is None:
        return False
    lists = words("times")
    bidden = tree.lemma(tree.head(governor)) in {*lists["ahead"]["governors"], "tell"}
    if bidden and "to" in tree.auxiliaries(governor):  # "told them to stay until Friday"
        return not set(tree.auxiliaries(tree.head(governor))) & _PLUPERFECT
    behind = tree.lemma(governor) in lists["background"]["lasted"]
    return not behind and not set(tree.auxiliaries(governor)) & _PLUPERFECT


def _beginning(tree: Tree, token: int) -> bool:
    """Whether a day is the first of what is decreed: "a curfew [as from Tuesday]"."""
    if not _named_day(tree, token, "from", "on", "effective"):
        return False
    lead = tree.head(token)
    before = " ".join(tree.folded[max(0, lead - 1) : token])
    return before in {"as from", "effect from"} or "effective" in before


def _demanded(tree: Tree, token: int) -> bool:
    """Whether a day is the term of a demand or promise: "ordered them back [by Thursday]"."""
    if not _named_day(tree, token, "by", "before"):
        return False
    governor = next((t for t in tree.above(token) if tree.pos(t) in _PREDICATES), None)
    if governor is None or set(tree.auxiliaries(governor)) & _PLUPERFECT:
        return False
    return tree.lemma(governor) in words("times")["ahead"]["governors"]


def _invited(tree: Tree, token: int) -> bool:
    """Whether somebody is asked to come on a day: "summoned her for questioning [on Friday]"."""
    if not _named_day(tree, token, "on", "for"):
        return False
    governors = [t for t in tree.above(token) if tree.pos(t) in _PREDICATES][:2]
    governor = next((t for t in governors if tree.lemma(t) in _INVITING), None)
    if governor is None:
        return False
    return not {"to", "for"}.isdisjoint(tree.folded[governor + 1 : token])


def _called_for(tree: Tree, token: int) -> bool:
    """Whether a day is that of a gathering that is called: "called for a march [on Friday]"."""
    if not _named_day(tree, token, "on"):
        return False
    lists = words("times")["ahead"]
    for noun in range(token - 1, -1, -1):
        if tree.pos(noun) == "NOUN" and tree.lemma(noun) in lists["gatherings"]:
            caller = tree.head(noun)
            if tree.relation(noun) == "pobj":
                caller = tree.head(caller)
            elif tree.relation(noun) not in {"dobj", "nsubjpass"}:
                return False
            return tree.lemma(caller) in lists["callers"] and tree.child(caller, "prt") is None
    return False


_AHEAD = (_put_down_for, _lasting_until, _called_for, _beginning, _demanded, _invited)
"""What puts a day ahead whatever the tense of its verb."""


def _compared(tree: Tree, token: int) -> bool:
    """Whether a present is compared with a day: "three more [than on Thursday]"."""
    before = tree.folded[max(0, token - 2) : token]
    return "than" in before


def _passed_over(tree: Tree, verb: int, token: int) -> bool:
    """Whether a predicate doesn't tell on which side of the writing a time lies.

    "Threatened to sack those who [had] not returned by Friday": a term is set by what is above.
    """
    due = _named_day(tree, token, "by", "before") and tree.relation(verb) in {"relcl", "advcl"}
    if due and _PERFECT & set(tree.auxiliaries(verb)):
        return any("to" in tree.auxiliaries(above) for above in tree.above(verb))
    return _quoted_apart(tree, verb, token)


def _quoted_apart(tree: Tree, verb: int, token: int) -> bool:
    """Whether a quotation mark stands between: the time outside is not the quoted verb's."""
    first, last = sorted((verb, token))
    between = tree.text[tree.parse.end[first] : tree.parse.start[last]]
    marks = between.count('"') % 2 == 1
    return marks or between.count("\u201c") != between.count("\u201d")


def _noun_ahead(tree: Tree, token: int, adjectives: tuple[str, ...]) -> bool:
    """Whether the token is a noun that is said to be to come: "the upcoming summit"."""
    below = tree.children(token, "amod") if tree.pos(token) in {"NOUN", "PROPN"} else ()
    return any(tree.folded[child] in adjectives for child in below)


def _side(tree: Tree, token: int, time: int, *, near: bool) -> str | None:
    """Return the side that one predicate gives, None where it takes its governor's.

    `near`: no other predicate stands between it and the time; only then does a present tense
    look ahead ("the talks open on Friday").
    """
    lists = words("times")["ahead"]
    tag = tree.tag(token)
    helpers = set(tree.auxiliaries(token))
    if tree.pos(token) == "ADJ" and tree.folded[token] in lists["participles"]:
        return "future"
    if tree.pos(token) not in _PREDICATES and not helpers:
        return None
    if tree.relation(token) in _OBJECTS and tag in {"VBZ", "VBP"}:
        return None  # "broke off talks": a noun that the parser takes for a verb
    if helpers & _MODALS and not helpers & _PERFECT:
        return "future"
    if "to" in helpers or tag == "TO":
        return _infinitive(tree, token, lists["governors"])
    if helpers & _OPEN and not helpers & _PERFECT:
        return "future"
    if tag == "VBN" and tree.folded[token] in lists["participles"] and not helpers & _PERFECT:
        return "future" if not _was(tree, token) else "past"
    now = helpers & {"is", "are", "'s", "’s", "am", "'re", "’re"} and not helpers & _PERFECT
    if now or tag in {"VBZ", "VBP"}:
        shown = tree.lemma(token) in _SHOWING
        if tree.sentence.label is Label.TITLE or shown or _behind(tree, time):
            return "past"
        return "future" if near else None
    if tree.lemma(token) in lists["moves"] and _moved_to(tree, time):
        return "future"
    if tag in {"VBD", "VBN"} or helpers & (_PERFECT | {"was", "were", "did"}):
        return "past"
    return None


def _moved_to(tree: Tree, token: int) -> bool:
    """Whether a time is where something was moved: "postponed to July 28"."""
    return tree.folded[tree.head(token)] in {"to", "until", "till", "for"}


def _behind(tree: Tree, token: int) -> bool:
    """Whether a time lies back of a present: "since Friday", "after Tuesday's explosion"."""
    top = token
    if tree.relation(token) in {"poss", "nmod", "compound"}:
        top = tree.head(token)
        if tree.lemma(top) not in words("times")["ahead"]["nouns"]:
            return True
    lead = tree.head(top)
    if tree.folded[lead] == "from":  # "a video from Friday shows", not "it holds from Friday"
        return tree.pos(tree.head(lead)) in NOMINAL
    if tree.folded[lead] == "of":  # "a picture of Friday shows", not "the vote of Friday opens"
        return tree.lemma(tree.head(lead)) not in words("times")["ahead"]["nouns"]
    return tree.folded[lead] in {"since", "after", "following"}


def _was(tree: Tree, token: int) -> bool:
    """Whether the plan itself lies back: "had been expected on Monday"."""
    return bool(set(tree.auxiliaries(token)) & {"had", "been"})


def _infinitive(tree: Tree, token: int, governors: tuple[str, ...]) -> str | None:
    """Return the side of "to meet on Friday": ahead after a plan or demand, or in a title."""
    head = tree.head(token)
    if "have" in tree.auxiliaries(token) and tree.tag(head) == "VBD":
        return "past"  # "the ship was to have docked on Monday"
    if tree.sentence.label is Label.TITLE and tree.relation(token) in {"ROOT", "relcl", "acl"}:
        return "future"
    if head == token:
        return "future"
    if "had" in tree.auxiliaries(head) and tree.tag(head) == "VBN":
        return "past"  # "the agency had ordered them to leave on Monday"
    if tree.lemma(head) == "be" or tree.lemma(head) in governors or tree.folded[head] in governors:
        return "future"
    if tree.relation(token) == "acl" and tree.pos(head) == "NOUN":
        return (
            "future" if tree.lemma(head) in {*governors, "deadline", "decision", "call"} else None
        )
    return None
