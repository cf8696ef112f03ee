"""Read the acts that the codebook's rules see in a sentence, with whom the parse gives.

In "Egypt threatened to bomb the dam" both "threatened" and "bomb" name acts; the second is
what the first speaks of: its status is "threatened", and who threatens would do it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.extract.events.match import Matcher
from dateline.extract.events.parties import Parties, is_among, parties_of_noun, parties_of_verb
from dateline.extract.events.status import Statuses
from dateline.extract.events.whereabouts import Whereabouts
from dateline.knowledge.codebook import Codebook, Rule
from dateline.model import Actor, Report, Span, Status
from dateline.text.tree import OBJECTS, Tree

_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})
_OCCASIONS = frozenset({"on", "during", "after", "in", "at", "following"})
_CHARGES = ("for", "over", "with")
"""What leads to a deed that somebody is condemned for."""
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_HOLDERS = ("for", "of", "against", "from", "to", "in", "on")


@dataclass(frozen=True, slots=True)
class Act:
    """A word that names an act, before its time and place are looked for."""

    rule: Rule
    parties: Parties
    span: Span
    status: Status


class Acts:
    """The acts of one sentence, whose words have these rules."""

    def __init__(
        self, report: Report, match: Matcher, codebook: Codebook, rules: Mapping[int, Rule]
    ) -> None:
        self.report = report
        self.match = match
        self.tree: Tree = match.tree
        self.codebook = codebook
        self.statuses = Statuses(codebook)
        self.inner: dict[int, tuple[int, Status]] = {}
        """A word that names what another act speaks of: that act, and the status it gives."""
        self.used: set[int] = set()
        for word, rule in rules.items():
            self._mark(rule, word)

    def read(self, rule: Rule, word: int, earlier: Mapping[int, Act]) -> Act | None:
        """Return the act that a rule sees in a word; `earlier` are those before it."""
        verbal = self.tree.pos(word) in {"VERB", "ADJ"}
        read = self._of_verb if verbal else self._of_noun
        return read(rule, word, earlier)

    def charged(self, acts: Mapping[int, Act]) -> dict[int, Act]:
        """Return the acts, each that another one speaks of with whoever would do it.

        Inside an accusation that is whoever is accused: "blamed the militia for the ambush".
        """
        return {word: self._charged(word, act, acts) for word, act in acts.items()}

    def _charged(self, word: int, act: Act, acts: Mapping[int, Act]) -> Act:
        """Return an act with the accused as its actor where an accusation speaks of it."""
        if self._stands_apart(word, act, acts):
            self.inner.pop(word, None)
            return replace(act, status=Status.HAPPENED)
        if word not in self.inner:
            return act
        above, given = self.inner[word]
        outer = acts.get(above)
        if outer is None or (outer.rule.code == act.rule.code == "ACCUSE"):
            return act
        if outer.rule.code != "ACCUSE":
            meant = act.parties.actors or self._from_outer(outer, given, word)
            apart = tuple(r for r in act.parties.recipients if not is_among(r, meant))
            told = replace(act, parties=Parties(meant, apart))
            warned = given is Status.POSSIBLE and outer.rule.code == "THREATEN"
            own = warned and _of_one(told, outer)  # "the envoy warned that Norvia would strike"
            return replace(told, status=Status.THREATENED) if own else told
        status = self._status(word, act.status) if act.rule.inner is None else act.status
        blamed, accusers = outer.parties.recipients, outer.parties.actors
        others = [a for a in act.parties.actors if not is_among(a, accusers)]
        if others:
            return replace(act, status=status)
        acted_upon = tuple(r for r in act.parties.recipients if not is_among(r, blamed))
        return replace(act, parties=Parties(blamed, acted_upon), status=status)

    def _stands_apart(self, word: int, act: Act, acts: Mapping[int, Act]) -> bool:
        """Whether a joined verb is the outer speaker's: "denied that they fired and [blamed] us".

        The parse joins it to what he speaks of, whose own subject is somebody else.
        """
        first = self.tree.head(word)
        if self.tree.relation(word) != "conj" or not self.statuses.is_past(self.tree, word):
            return False
        if first not in self.inner or first not in acts or self.inner[first][0] not in acts:
            return False
        speakers = acts[self.inner[first][0]].parties.actors
        beside, own = acts[first].parties.actors, act.parties.actors
        speaks = any(is_among(one, speakers) for one in own)
        return speaks and bool(beside) and not any(is_among(one, own) for one in beside)

    def is_ended(self, word: int) -> bool:
        """Whether a word names what is to end: "agreed to stop firing"."""
        below = self.tree.relation(word) in {"xcomp", "pcomp", "dobj"}
        return below and self.tree.lemma(self.tree.head(word)) in self.codebook.enders

    def clause(self, word: int) -> Span:
        """Return the characters of the clause or phrase around a word."""
        local = self.match.local(word)
        return self.tree.span(local[0], local[-1])

    def _of_verb(self, rule: Rule, verb: int, earlier: Mapping[int, Act]) -> Act | None:
        """Return the act that a rule sees in a verb, unless nobody does it."""
        parties = parties_of_verb(self.match, rule, verb)
        outer = self.inner.get(verb)
        if outer is not None and self.tree.relation(verb) == "pcomp" and outer[0] in earlier:
            # "warned Iran against arming the rebels": who is warned would arm them.
            told = earlier[outer[0]].parties.recipients or parties.actors
            parties = Parties(told, parties.recipients)
        first = earlier.get(self.tree.head(verb))
        if rule.reciprocal and first and self.tree.relation(verb) == "conj":
            # "flew to Rabat and signed a treaty": with those whom he flew to.
            parties = replace(parties, recipients=parties.recipients or first.parties.recipients)
        status = self._status(verb, self.statuses.of_verb(self.tree, verb))
        if rule.uttered and (rule.negated or rule.sure or status is not Status.DENIED):
            status = Status.HAPPENED
        if not parties.actors and outer is not None:
            told = self._from_outer(earlier.get(outer[0]), outer[1], verb)
            parties = replace(parties, actors=told)
        spoken_of = outer is not None and outer[1] is not Status.POSSIBLE
        if not (parties.actors or spoken_of or self._stands_alone(rule, verb, status)):
            return None
        return Act(rule, parties, self.clause(verb), status)

    def _of_noun(self, rule: Rule, noun: int, earlier: Mapping[int, Act]) -> Act | None:
        """Return the act that a rule sees in a noun that has a party or place of its own."""
        carrier = self._carrier(noun, met=rule.reciprocal or rule.mode == "visit")
        parties = parties_of_noun(self.match, rule, noun, carrier)
        if noun in self.used and not parties.owned:
            return None
        sited = parties.recipients or Whereabouts(self.report, self.tree, ()).where(noun)
        arranged = rule.reciprocal and self._arranged(noun)
        outer = self.inner.get(noun)
        if outer is not None and outer[0] in earlier and not parties.actors:
            told = self._from_outer(earlier[outer[0]], outer[1], noun)
            parties = replace(parties, actors=told)
        if not (parties.actors or arranged or (sited and rule.actor == "optional")):
            return None
        status = self._status(noun, self.statuses.of_noun(self.tree, noun))
        unsaid = {Status.DENIED} if outer is None else {Status.DENIED, Status.PLANNED}
        if status in unsaid and rule.code in _SAID:
            status = Status.HAPPENED  # an accusation that is denied has been made
        span = self.clause(carrier if carrier is not None else noun)
        return Act(rule, parties, span, status)

    def _status(self, word: int, read: Status) -> Status:
        """Return the status that the outer event gives, unless the words say more.

        "Warned Iran not to attack": the "not" belongs to the warning.
        """
        if word not in self.inner:
            return read
        outer, status = self.inner[word]
        if read is Status.DENIED and self.tree.head(word) == outer:
            return Status.POSSIBLE if status is not Status.DENIED else status
        if read in {Status.HAPPENED, Status.POSSIBLE, Status.ONGOING, Status.PLANNED}:
            return status
        return read

    def _mark(self, rule: Rule, word: int) -> None:
        """Remember the acts that an event speaks of, and the nouns that it has used up."""
        tree = self.tree
        objects = [*self.match.patients(word), *self.match.held(word, rule.preposition)]
        if rule.code == "ACCUSE":
            self._told(word, self.match.held(word, _CHARGES), Status.HAPPENED)
        if rule.inner is None:
            self.used.update(t for t in objects if tree.lemma(t) in rule.object | rule.held)
            return
        clauses = [
            clause
            for clause in self.match.complements(word)
            if tree.relation(clause) not in {"advcl", "acl"} or "to" in tree.auxiliaries(clause)
        ]
        held = self.match.held(word, _HOLDERS)
        self._told(word, (*clauses, *objects, *held), rule.inner)

    def _told(self, word: int, tokens: Iterable[int], status: Status) -> None:
        """Remember that an act speaks of these words, and of those joined to them.

        "accused them of stealing and left" doesn't accuse them of leaving.
        """
        for token in tokens:
            finite = self.tree.tag(token) in _FINITE
            for act in self.tree.conjuncts(token):
                apart = self.tree.tag(act) in _FINITE and not finite
                if act != word and not (apart and self.tree.pos(token) == "VERB"):
                    self.inner.setdefault(act, (word, self._as_told(act, status)))

    def _as_told(self, word: int, status: Status) -> Status:
        """Return the status that an act gives another; "admitted that it [fired]" plans nothing."""
        planned = status is Status.PLANNED and self.statuses.is_past(self.tree, word)
        return Status.HAPPENED if planned else status

    def _carrier(self, noun: int, *, met: bool) -> int | None:
        """Return the verb that lends a noun its subject: "launched a raid".

        `met` is whether people meet in the act, so that it can be an occasion.
        """
        tree, head = self.tree, self.tree.head(noun)
        carried = tree.relation(noun) in {*OBJECTS, "nsubjpass"}
        if met and tree.relation(noun) == "pobj" and tree.folded[head] in _OCCASIONS:
            # "called for calm on a visit to Damascus": the caller visits.
            verb = tree.head(head)
            while tree.pos(verb) == "VERB" and not self.match.agents(verb):
                verb = tree.head(verb) if tree.head(verb) != verb else noun
            return verb if tree.pos(verb) == "VERB" else None
        if tree.relation(noun) == "conj" and tree.pos(head) in {"NOUN", "PROPN"}:
            return self._carrier(head, met=met)
        if carried and tree.pos(head) == "VERB" and tree.lemma(head) in self.codebook.light:
            return head
        return None

    def _from_outer(self, outer: Act | None, status: Status, word: int) -> tuple[Actor, ...]:
        """Return who would do an act that is only spoken of, unless the words say who does.

        Who threatens or plans a curfew would impose it; whoever is asked for one would too.
        """
        if outer is None or status in {Status.POSSIBLE, Status.HAPPENED} or self._has_doer(word):
            return ()
        asked = status is Status.CALLED_FOR
        return outer.parties.recipients if asked else outer.parties.actors

    def _has_doer(self, word: int) -> bool:
        """Whether a clause says itself who acts: "denied that the Reapers of Ondo had struck"."""
        doer = self.tree.child(word, "nsubj") if self.tree.pos(word) == "VERB" else None
        return doer is not None and self.tree.pos(doer) in {"NOUN", "PROPN"}

    def _arranged(self, noun: int) -> bool:
        """Whether a meeting is told of with nobody named: "A meeting is planned for Sunday"."""
        verb = self.tree.head(noun)
        held = self.tree.lemma(verb) in {"plan", "schedule", "hold", "set", "expect"}
        return self.tree.relation(noun) == "nsubjpass" and held

    def _stands_alone(self, rule: Rule, verb: int, status: Status) -> bool:
        """Whether an act with nobody named is told as one: "Forty people were detained"."""
        if rule.inner is Status.CALLED_FOR and self.tree.passive(verb):
            return True  # "teachers have been asked to strike"
        if rule.actor != "optional" or status in {Status.POSSIBLE, Status.PLANNED}:
            return False
        return self.tree.passive(verb) or self.tree.relation(verb) in {
            "ROOT",
            "ccomp",
            "conj",
            "advcl",
            "relcl",
        }


def _of_one(act: Act, outer: Act) -> bool:
    """Whether those who would act are of the country of who warns that they will."""
    lands = {a.country for a in outer.parties.actors if a.country is not None}
    return any(a.country in lands for a in act.parties.actors)
