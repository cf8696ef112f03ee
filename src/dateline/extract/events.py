"""Find the events of a report and code them: who did what to whom, and did it happen.

"Kenya deployed troops along the coast on Friday" is MOBILIZE by Kenya, happened, on that
Friday. A threat, demand or denial is an event, and the act that it speaks of is another
one, which points at it (`part_of`). Rules of the codebook decide; `by` names the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook import Codebook, Rule
from dateline.extract.match import Matcher
from dateline.extract.parties import Parties, parties_of_noun, parties_of_verb
from dateline.extract.status import Statuses
from dateline.extract.whereabouts import Whereabouts
from dateline.lexicon import Lexicon
from dateline.model import Actor, Context, Event, Report, Sentence, Span, Status
from dateline.text.cast import Cast
from dateline.text.tree import OBJECTS, Tree

_ADJUNCTS = frozenset({"advcl", "acl", "conj", "xcomp"})
_OCCASIONS = frozenset({"on", "during", "after", "in", "at", "following"})
_HOLDERS = ("for", "of", "against", "from", "to", "in", "on")


def find_events(report: Report, *, lexicon: Lexicon, codebook: Codebook) -> tuple[Event, ...]:
    """Return the events of a report in the order of their triggers."""
    cast = Cast(report, lexicon)
    found: list[Event] = []
    for sentence in report.sentences:
        if sentence.parse is not None:
            coder = _Coder(report, sentence, cast, codebook)
            found.extend(coder.events())
    return tuple(sorted(found, key=lambda event: (event.trigger, event.span)))


class _Coder:
    """Codes one sentence."""

    def __init__(
        self, report: Report, sentence: Sentence, cast: Cast, codebook: Codebook
    ) -> None:
        self.report = report
        self.tree = Tree(sentence, report.text)
        self.match = Matcher(report, self.tree, cast, codebook)
        self.codebook = codebook
        self.statuses = Statuses(codebook.governors, codebook.modifiers)
        self.whereabouts = Whereabouts(report, self.tree)
        self.contexts = self._contexts()
        self.rules = self._rules()
        self.inner: dict[int, tuple[int, Status]] = {}
        self.used: set[int] = set()
        self.parties: dict[int, Parties] = {}
        for word, rule in self.rules.items():
            self._mark(rule, word)

    def events(self) -> Iterator[Event]:
        """Yield the events of the sentence, one a trigger, no act told twice by one word."""
        told: set[tuple[object, ...]] = set()
        for word, rule in self.rules.items():
            event = self._of_verb(rule, word) if self._verbal(word) else self._of_noun(rule, word)
            if event is None:
                continue
            key = (event.code, event.actors, event.part_of)
            if key in told and event.actors and self.tree.relation(word) in _ADJUNCTS:
                continue
            told.add(key)
            yield event

    def _rules(self) -> dict[int, Rule]:
        """Return the rule that holds on each verb and noun, in the order of the sentence."""
        found = {}
        for word in range(len(self.tree)):
            pos = self.tree.pos(word)
            rule = None
            if pos == "VERB":
                rule = self.match.verb_rule(word)
            elif pos in {"NOUN", "PROPN"}:
                rule = self.match.noun_rule(word)
            if rule is not None:
                found[word] = rule
        return found

    def _verbal(self, word: int) -> bool:
        """Whether the word is a verb."""
        return self.tree.pos(word) == "VERB"

    def _of_verb(self, rule: Rule, verb: int) -> Event | None:
        """Return the event that a rule sees in a verb, unless nobody does it."""
        parties = parties_of_verb(self.match, rule, verb)
        outer = self.inner.get(verb)
        if outer is not None and self.tree.relation(verb) == "pcomp" and outer[0] in self.parties:
            # "accused Iran of arming the rebels": who is accused is who armed them.
            blamed = self.parties[outer[0]].recipients or parties.actors
            parties = Parties(blamed, parties.recipients)
        status = self._status(verb, self.statuses.of_verb(self.tree, verb))
        if rule.modal and status is not Status.DENIED:
            status = Status.HAPPENED
        if not parties.actors and not self._stands_alone(rule, verb, status):
            return None
        self.parties[verb] = parties
        return self._event(rule, verb, parties, self._clause(verb), status)

    def _of_noun(self, rule: Rule, noun: int) -> Event | None:
        """Return the event that a rule sees in a noun that has a party of its own."""
        carrier = self._carrier(noun)
        parties = parties_of_noun(self.match, rule, noun, carrier)
        if noun in self.used and not parties.owned:
            return None
        sited = parties.recipients or self.whereabouts.where(noun)
        if not parties.actors and not (sited and rule.actor == "optional"):
            return None
        self.parties[noun] = parties
        status = self._status(noun, self.statuses.of_noun(self.tree, noun))
        span = self._clause(carrier if carrier is not None else noun)
        return self._event(rule, noun, parties, span, status)

    def _event(
        self, rule: Rule, word: int, parties: Parties, span: Span, status: Status
    ) -> Event:
        """Return the record of one event."""
        outer = self.inner.get(word)
        trigger = self.tree.span(word)
        when = self.whereabouts.when(word)
        if status is Status.HAPPENED and self.whereabouts.ahead(when):
            status = Status.PLANNED
        return Event(
            span=Span(min(span.start, trigger.start), max(span.end, trigger.end)),
            trigger=trigger,
            code=rule.code,
            mode=rule.mode,
            contexts=self.contexts,
            status=status,
            actors=parties.actors,
            recipients=parties.recipients,
            place=self.whereabouts.where(word),
            when=when,
            claimed_by=self._claimant(trigger),
            part_of=None if outer is None else self.tree.span(outer[0]),
            by=f"plover/{rule.code.casefold()}/{rule.id}",
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
        clauses = tree.children(word, "xcomp", "ccomp", "advcl", "acl")
        held = self.match.held(word, _HOLDERS)
        for token in (*clauses, *objects, *held):
            for act in tree.conjuncts(token):
                if act != word:
                    self.inner.setdefault(act, (word, rule.inner))

    def _carrier(self, noun: int) -> int | None:
        """Return the verb that lends a noun its subject: "launched a raid"."""
        tree, head = self.tree, self.tree.head(noun)
        carried = tree.relation(noun) in {*OBJECTS, "nsubjpass"}
        if tree.relation(noun) == "pobj" and tree.folded[head] in _OCCASIONS:
            # "called for calm on a visit to Damascus": the caller visits.
            verb = tree.head(head)
            return verb if tree.pos(verb) == "VERB" else None
        if tree.relation(noun) == "conj" and tree.pos(head) in {"NOUN", "PROPN"}:
            return self._carrier(head)
        if carried and tree.pos(head) == "VERB" and tree.lemma(head) in self.codebook.light:
            return head
        return None

    def _stands_alone(self, rule: Rule, verb: int, status: Status) -> bool:
        """Whether an act with nobody named is told as one: "Forty people were detained"."""
        if rule.actor != "optional" or status in {Status.POSSIBLE, Status.PLANNED}:
            return False
        return self.tree.passive(verb) or self.tree.relation(verb) in {"ROOT", "ccomp", "conj"}

    def _clause(self, word: int) -> Span:
        """Return the characters of the clause or phrase around a word."""
        local = self.match.local(word)
        return self.tree.span(local[0], local[-1])

    def _claimant(self, trigger: Span) -> Actor | None:
        """Return who says it: the speaker of the innermost statement around the trigger."""
        around = [
            statement
            for statement in self.report.statements
            if statement.speakers
            and statement.content.start <= trigger.start
            and trigger.end <= statement.content.end
        ]
        if not around:
            return None
        return min(around, key=lambda s: s.content.end - s.content.start).speakers[0]

    def _contexts(self) -> tuple[Context, ...]:
        """Return the contexts that words of the sentence tell of."""
        lemmas = [self.tree.lemma(token) for token in range(len(self.tree))]
        pairs = [f"{a} {b}" for a, b in zip(lemmas, lemmas[1:], strict=False)]
        codes = {self.codebook.contexts[t] for t in (*lemmas, *pairs) if t in self.codebook.contexts}
        return tuple(Context(code, "sentence") for code in sorted(codes))
