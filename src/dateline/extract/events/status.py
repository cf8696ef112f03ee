"""Read what a text says of an act: did it happen, is it planned, threatened, denied?

"Turkey will withdraw" is planned, "Turkey denied that it had attacked" denied, "a possible
attack" possible. The words that decide are the codebook's; the grammar is here. The status
is what the text says at the time of writing, never whether it is true.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model import Status
from dateline.text.tree import NOMINAL, Tree

_MODALS: Mapping[str, Status] = {
    "will": Status.PLANNED,
    "shall": Status.PLANNED,
    "'ll": Status.PLANNED,
    "could": Status.POSSIBLE,
    "may": Status.POSSIBLE,
    "might": Status.POSSIBLE,
    "can": Status.POSSIBLE,
    "would": Status.POSSIBLE,
    "should": Status.CALLED_FOR,
    "must": Status.CALLED_FOR,
}
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})
# "was to meet", "going to meet", "set to meet": the act hangs on a word of intention.
_NONE = frozenset({"none", "nobody", "nothing", "neither"})
_SAYING = frozenset({"say", "announce", "tell", "add", "declare", "confirm", "promise", "state"})
_TELLING = frozenset({"tell", "ask", "warn", "call", "press", "insist"})  # what they say is said
_CARRIERS = frozenset({"dobj", "pobj", "nsubjpass", "attr", "conj", "compound", "nmod", "poss"})


class Statuses:
    """Reads the status of acts with the words of one codebook."""

    def __init__(self, governors: Mapping[str, Status], modifiers: Mapping[str, Status]) -> None:
        self.governors = governors
        self.modifiers = modifiers

    def of_verb(self, tree: Tree, verb: int) -> Status:
        """Return the status of the act that a verb names."""
        own = self._by_form(tree, verb)
        if own is not None:
            return own
        governed = self._by_governor(tree, verb)
        return Status.HAPPENED if governed is None else governed

    def is_past(self, tree: Tree, verb: int) -> bool:
        """Whether a verb's own form tells what is over: "called", "had called", "was called"."""
        if tree.tag(verb) not in {"VBD", "VBN"} or tree.pos(verb) != "VERB":
            return False
        return not set(tree.auxiliaries(verb)) & {*_MODALS, "to", "is", "are", "be", "being"}

    def of_noun(self, tree: Tree, noun: int) -> Status:
        """Return the status of the act that a noun names: "an upcoming summit"."""
        for child in tree.children(noun, "amod", "det", "compound", "advmod", "neg"):
            status = self.modifiers.get(tree.folded[child])
            if status is not None:
                return status
        head = tree.head(noun)
        if head == noun:
            return Status.HAPPENED
        relation = tree.relation(noun)
        if relation in {"nsubj", "nsubjpass"} and tree.pos(head) in {"VERB", "AUX"}:
            return self._of_subject(tree, head)
        if relation == "pobj":
            return self._of_held(tree, head)
        if relation in {"dobj", "attr", "conj", "nsubjpass"}:
            if tree.pos(head) in {"VERB", "AUX"}:
                return self._of_object(tree, head)
            if relation == "conj" and tree.pos(head) in NOMINAL:
                return self.of_noun(tree, head)
        return Status.HAPPENED

    def _of_subject(self, tree: Tree, verb: int) -> Status:
        """Return the status of a noun whose verb is this: "the attack could come"."""
        own = self._by_form(tree, verb)
        if own in {Status.POSSIBLE, Status.PLANNED, Status.ONGOING}:
            return own
        if tree.passive(verb) and tree.lemma(verb) in self.governors:
            return self.governors[tree.lemma(verb)]
        return Status.HAPPENED

    def _of_object(self, tree: Tree, verb: int) -> Status:
        """Return the status of a noun that is a verb's object: "plan an attack"."""
        status = self.governors.get(tree.lemma(verb))
        if status in {None, Status.ONGOING}:
            return self.of_verb(tree, verb)
        return status

    def _of_held(self, tree: Tree, preposition: int) -> Status:
        """Return the status of a noun behind a preposition: "prepare for an attack"."""
        governor = tree.head(preposition)
        word, lemma = tree.folded[preposition], tree.lemma(governor)
        if word in {"for", "to", "of", "on", "with"} and lemma in self.governors:
            status = self.governors[lemma]
            if tree.pos(governor) in {"VERB", "ADJ"} and status is not Status.ONGOING:
                return status
        if word == "against" and lemma in {"warn", "caution", "warning"}:
            return Status.POSSIBLE
        return Status.HAPPENED

    def _by_form(self, tree: Tree, verb: int) -> Status | None:
        """Return the status that the verb's own auxiliaries and negation give."""
        if (tree.negated(verb) and tree.tag(verb) != "VBG") or _nobody(tree, verb):
            return Status.DENIED
        if any(tree.folded[c] in _CONDITIONS for c in tree.children(verb, "mark")):
            return Status.POSSIBLE
        for auxiliary in tree.auxiliaries(verb):
            if auxiliary == "would" and self._reported(tree, verb):
                return Status.PLANNED
            if auxiliary in _MODALS:
                return _MODALS[auxiliary]
        if "to" in tree.auxiliaries(verb) and tree.relation(verb) == "ROOT":
            return Status.PLANNED  # a headline: "Ministers to meet in Oslo"
        helpers = {tree.lemma(c) for c in tree.children(verb, "aux")}
        if tree.tag(verb) == "VBG" and "be" in helpers:
            return Status.ONGOING
        return None

    def _reported(self, tree: Tree, verb: int) -> bool:
        """Whether "would" is the past of "will": "the fund said it would pay"."""
        head = tree.head(verb)
        past = tree.tag(head) in {"VBD", "VBN"} and tree.lemma(head) in _SAYING
        return tree.relation(verb) == "ccomp" and past

    def _by_governor(self, tree: Tree, verb: int) -> Status | None:
        """Return the status that the words above the verb give it."""
        current = verb
        for _ in range(4):
            head, relation = tree.head(current), tree.relation(current)
            if head == current:
                return None
            if relation == "conj" and tree.pos(head) in {"VERB", "AUX"}:
                shared = self._by_form(tree, head)
                if shared in {Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR}:
                    return shared
            elif self._complement(tree, current) or self._clause_decides(tree, current):
                found = self._governor(tree, head, current)
                if found is not None:
                    return found
                own = self._by_form(tree, head)
                if own is not None and tree.lemma(head) not in {"say", "tell"}:
                    return own
            elif relation not in {"prep", *_CARRIERS}:
                return None
            current = head
        return None

    def _complement(self, tree: Tree, verb: int) -> bool:
        """Whether a word is a complement whose status its governor gives."""
        if tree.relation(verb) == "acl":
            return "to" in tree.auxiliaries(verb)
        return tree.relation(verb) in {"xcomp", "pcomp"}

    def _governor(self, tree: Tree, head: int, below: int) -> Status | None:
        """Return what one governing word makes of the act below it."""
        lemma = tree.lemma(head)
        if lemma == "be" and any(tree.folded[c] == "to" for c in tree.children(below, "aux")):
            return Status.PLANNED
        if lemma == "go" and tree.tag(head) == "VBG":
            return Status.PLANNED
        status = self.governors.get(lemma)
        if status is not None and tree.negated(head):
            return Status.HAPPENED if status is Status.DENIED else Status.DENIED
        return status

    def _clause_decides(self, tree: Tree, verb: int) -> bool:
        """Whether a finite clause takes its status from above: "denied that it attacked"."""
        if tree.relation(verb) != "ccomp":
            return False
        if tree.lemma(tree.head(verb)) in _TELLING:
            return False
        return self.governors.get(tree.lemma(tree.head(verb))) in {
            Status.DENIED,
            Status.POSSIBLE,
            Status.CALLED_FOR,
        }


def _nobody(tree: Tree, verb: int) -> bool:
    """Whether a verb has nobody for its subject or object: "arrested nobody"."""
    parties = tree.children(verb, "nsubj", "nsubjpass", "dobj")
    return any(
        tree.folded[p] in _NONE or any(tree.folded[c] == "no" for c in tree.children(p, "det"))
        for p in parties
    )
