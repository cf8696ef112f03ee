"""Code one sentence: which words name acts, who does them, what is said of them.

In "Egypt threatened to bomb the dam" both "threatened" and "bomb" name acts; the second is
what the first speaks of, so its status is "threatened" and it points at the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.extract.contexts import contexts_of
from dateline.extract.heads import Reading
from dateline.extract.learned import ACT, ENCODER, SIDES, chosen, held_by, parties_read
from dateline.extract.match import Matcher
from dateline.extract.parties import (
    Parties,
    parties_of_noun,
    parties_of_verb,
    settled,
    sided,
)
from dateline.extract.status import Statuses
from dateline.extract.whereabouts import Whereabouts
from dateline.knowledge.codebook import Codebook, Rule
from dateline.model import Actor, Event, Report, Sentence, Span, Statement, Status
from dateline.text.cast import Cast
from dateline.text.tree import OBJECTS, Tree

_ADJUNCTS = frozenset({"advcl", "acl", "xcomp"})
_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})
_OCCASIONS = frozenset({"on", "during", "after", "in", "at", "following"})
_HOLDERS = ("for", "of", "against", "from", "to", "in", "on")


@dataclass(frozen=True, slots=True)
class _Act:
    """A word that names an act, before its time and place are looked for."""

    rule: Rule
    parties: Parties
    span: Span
    status: Status


class Coder:
    """Codes one sentence."""

    def __init__(
        self,
        report: Report,
        sentence: Sentence,
        cast: Cast,
        codebook: Codebook,
        reading: Reading | None = None,
    ) -> None:
        self.report = report
        self.reading = reading
        self.tree = Tree(sentence, report.text)
        self.match = Matcher(report, self.tree, cast, codebook)
        self.codebook = codebook
        self.statuses = Statuses(codebook.governors, codebook.modifiers)
        self.contexts = contexts_of(self.tree, codebook.contexts)
        self.rules = self._rules()
        self.inner: dict[int, tuple[int, Status]] = {}
        self.used: set[int] = set()
        for word, rule in self.rules.items():
            self._mark(rule, word)
        self.acts = self._acts()

    def events(self) -> Iterator[Event]:
        """Yield the events of the sentence, one a trigger, no act told twice by one word."""
        told: set[tuple[object, ...]] = set()
        for word, act in self.acts.items():
            event = self._event(word, act)
            adjunct = self.tree.relation(word) in _ADJUNCTS
            key = (event.code, event.actors, None if adjunct else act.rule.id)
            if event.actors and (key in told or (event.code, event.actors, act.rule.id) in told):
                if self.tree.relation(word) in {*_ADJUNCTS, "conj"}:
                    continue
            told.update({(event.code, event.actors, None), (event.code, event.actors, act.rule.id)})
            yield event

    def _rules(self) -> dict[int, Rule]:
        """Return the rule that holds on each verb and noun, in the order of the sentence."""
        found = {}
        for word in range(len(self.tree)):
            pos = self.tree.pos(word)
            rule = None
            if pos == "VERB" or (pos == "ADJ" and self.tree.relation(word) == "acomp"):
                rule = self.match.verb_rule(word)
            elif pos in {"NOUN", "PROPN"}:
                rule = self.match.noun_rule(word)
            if self.reading is not None:
                rule = chosen(rule, self.reading, self.tree, word)
            if rule is not None:
                found[word] = rule
        return found

    def _acts(self) -> dict[int, _Act]:
        """Return the acts that somebody does, or that are told with nobody named."""
        found: dict[int, _Act] = {}
        for word, rule in self.rules.items():
            if self._ended(word):
                continue
            act = None if rule.id == ENCODER else self._ruled(rule, word, found)
            if self.reading is not None:
                act = self._completed(self.reading, rule, word, act)
            if act is not None:
                found[word] = act
        return found

    def _ruled(self, rule: Rule, word: int, earlier: Mapping[int, _Act]) -> _Act | None:
        """Return the act that a rule of the codebook sees in a word, with whom the parse gives."""
        verbal = self.tree.pos(word) in {"VERB", "ADJ"}
        read = self._of_verb if verbal else self._of_noun
        return read(rule, word, earlier)

    def _ended(self, word: int) -> bool:
        """Whether a word names what is to end: "agreed to stop firing"."""
        below = self.tree.relation(word) in {"xcomp", "pcomp", "dobj"}
        return below and self.tree.lemma(self.tree.head(word)) in self.codebook.enders

    def _of_verb(self, rule: Rule, verb: int, earlier: Mapping[int, _Act]) -> _Act | None:
        """Return the act that a rule sees in a verb, unless nobody does it."""
        parties = parties_of_verb(self.match, rule, verb)
        outer = self.inner.get(verb)
        if outer is not None and self.tree.relation(verb) == "pcomp" and outer[0] in earlier:
            # "accused Iran of arming the rebels": who is accused is who armed them.
            blamed = earlier[outer[0]].parties.recipients or parties.actors
            parties = Parties(blamed, parties.recipients)
        first = earlier.get(self.tree.head(verb))
        if rule.reciprocal and first and self.tree.relation(verb) == "conj":
            # "flew to Rabat and signed a treaty": with those whom he flew to.
            parties = replace(parties, recipients=parties.recipients or first.parties.recipients)
        status = self._status(verb, self.statuses.of_verb(self.tree, verb))
        if rule.uttered and (rule.negated or status is not Status.DENIED):
            status = Status.HAPPENED
        if not parties.actors and outer is not None:
            parties = replace(parties, actors=self._from_outer(earlier.get(outer[0]), outer[1]))
        spoken_of = outer is not None and outer[1] is not Status.POSSIBLE
        if not (parties.actors or spoken_of or self._stands_alone(rule, verb, status)):
            return None
        return _Act(rule, parties, self.clause_at(verb), status)

    def _of_noun(self, rule: Rule, noun: int, earlier: Mapping[int, _Act]) -> _Act | None:
        """Return the act that a rule sees in a noun that has a party or place of its own."""
        carrier = self._carrier(noun, met=rule.reciprocal or rule.mode == "visit")
        parties = parties_of_noun(self.match, rule, noun, carrier)
        if noun in self.used and not parties.owned:
            return None
        sited = parties.recipients or Whereabouts(self.report, self.tree, ()).where(noun)
        arranged = rule.reciprocal and self._arranged(noun)
        outer = self.inner.get(noun)
        if outer is not None and outer[0] in earlier and not parties.actors:
            parties = replace(parties, actors=self._from_outer(earlier[outer[0]], outer[1]))
        if not (parties.actors or arranged or (sited and rule.actor == "optional")):
            return None
        status = self._status(noun, self.statuses.of_noun(self.tree, noun))
        if status is Status.DENIED and rule.code in _SAID:
            status = Status.HAPPENED  # an accusation that is denied has been made
        span = self.clause_at(carrier if carrier is not None else noun)
        return _Act(rule, parties, span, status)

    def _completed(self, reading: Reading, rule: Rule, word: int, act: _Act | None) -> _Act | None:
        """Return an act with the parties that were learned where the parse gives none.

        An act that only the coder sees has its parties and its status from the coder.
        """
        learned = sided(
            rule,
            *(
                parties_read(self.tree, self.match.cast, reading.parties(word, role))
                for role in SIDES
            ),
        )
        if act is not None:
            actors = act.parties.actors or learned.actors
            others = act.parties.recipients or learned.recipients
            return replace(act, parties=sided(rule, actors, others))
        if rule.id != ENCODER and reading.likely(word, rule.code) < ACT:
            return None
        status, _ = reading.status_of(word)
        return _Act(rule, learned, self.clause_at(word), status)

    def _event(self, word: int, act: _Act) -> Event:
        """Return the record of one act."""
        rule, parties, span, status = act.rule, act.parties, act.span, act.status
        outer = self.inner.get(word)
        inner = {below for below, (above, _) in self.inner.items() if above == word}
        whereabouts = Whereabouts(self.report, self.tree, self.acts.keys() - inner)
        trigger = self.tree.span(word)
        statement = self.statement_at(trigger)
        when, where = whereabouts.when(word), whereabouts.where(word)
        if self.reading is not None:
            when = when or held_by(whereabouts.times, self.reading, self.tree, word)
            where = where or held_by(whereabouts.places, self.reading, self.tree, word)
        actors = self._voiced(rule, parties.actors, statement)
        if when is None and statement is not None and actors != parties.actors:
            when = statement.when
        when = when or self._said_when(trigger)
        if status is Status.HAPPENED and whereabouts.ahead(when):
            status = Status.PLANNED
        return Event(
            span=Span(min(span.start, trigger.start), max(span.end, trigger.end)),
            trigger=trigger,
            code=rule.code,
            mode=rule.mode,
            contexts=self.contexts,
            status=status,
            actors=settled(actors, whereabouts.country(where)),
            recipients=settled(parties.recipients, whereabouts.country(where)),
            place=where,
            when=when,
            claimed_by=None if statement is None else statement.speakers[0],
            part_of=None if outer is None else self.tree.span(outer[0]),
            by=f"{self.codebook.name}/{rule.code.casefold()}/{rule.id}",
        )

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
        if rule.inner is None:
            self.used.update(t for t in objects if tree.lemma(t) in rule.object | rule.held)
            return
        clauses = [
            clause
            for clause in self.match.complements(word)
            if tree.relation(clause) not in {"advcl", "acl"} or "to" in tree.auxiliaries(clause)
        ]
        held = self.match.held(word, _HOLDERS)
        for token in (*clauses, *objects, *held):
            for act in tree.conjuncts(token):
                if act != word:
                    self.inner.setdefault(act, (word, rule.inner))

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

    def _from_outer(self, outer: _Act | None, status: Status) -> tuple[Actor, ...]:
        """Return who would do an act that is only spoken of.

        Who threatens or plans a curfew would impose it; whoever is asked for one would too.
        """
        if outer is None or status is Status.POSSIBLE:
            return ()
        asked = status is Status.CALLED_FOR
        return outer.parties.recipients if asked else outer.parties.actors

    def _arranged(self, noun: int) -> bool:
        """Whether a meeting is told of with nobody named: "A meeting is planned for Sunday"."""
        verb = self.tree.head(noun)
        held = self.tree.lemma(verb) in {"plan", "schedule", "hold", "set", "expect"}
        return self.tree.relation(noun) == "nsubjpass" and held

    def _stands_alone(self, rule: Rule, verb: int, status: Status) -> bool:
        """Whether an act with nobody named is told as one: "Forty people were detained"."""
        if rule.actor != "optional" or status in {Status.POSSIBLE, Status.PLANNED}:
            return False
        return self.tree.passive(verb) or self.tree.relation(verb) in {
            "ROOT",
            "ccomp",
            "conj",
            "advcl",
        }

    def clause_at(self, word: int) -> Span:
        """Return the characters of the clause or phrase around a word."""
        local = self.match.local(word)
        return self.tree.span(local[0], local[-1])

    def statement_at(self, trigger: Span) -> Statement | None:
        """Return the innermost statement whose content holds the trigger; a stance is none."""
        around = [
            statement
            for statement in self.report.statements
            if statement.speakers
            and statement.mode != "stance"
            and statement.content.start <= trigger.start
            and trigger.end <= statement.content.end
        ]
        return min(around, key=lambda s: s.content.end - s.content.start, default=None)

    def _said_when(self, trigger: Span) -> Span | None:
        """Return the time of the statement that the trigger itself introduces."""
        said = (s for s in self.report.statements if s.mode != "stance" and s.cue == trigger)
        return next((s.when for s in said if s.when is not None), None)

    def _voiced(
        self, rule: Rule, actors: tuple[Actor, ...], statement: Statement | None
    ) -> tuple[Actor, ...]:
        """Return who acts by saying so: "Blinken said Washington condemns it" is Blinken's act."""
        verbal = self.codebook.categories[rule.code].quad in {1, 3}
        if statement is None or not verbal or len(actors) != 1 or actors[0].country is None:
            return actors
        if any(s.country == actors[0].country for s in statement.speakers):
            return statement.speakers
        return actors

    def answers(self, event: Event) -> frozenset[str]:
        """Return the categories that an event answers by a word alone: "rejected the warning"."""
        word = self.tree.at(event.trigger.start)
        rule = None if word is None else self.rules.get(word)
        if word is None or rule is None or not rule.answers:
            return frozenset()
        spoken_of = rule.object | self.codebook.anaphors
        definite = (
            {self.tree.folded[c] for c in self.tree.children(patient)} & {"the", "this", "that"}
            for patient in self.match.patients(word)
            if self.tree.lemma(patient) in spoken_of
        )
        return rule.answers if any(definite) else frozenset()
