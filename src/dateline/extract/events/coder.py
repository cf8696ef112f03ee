"""Code one sentence: which words name acts, who does them, when, where, and who says so.

The codebook's rules and what was learned from its sentences are read side by side.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.events.acts import Act, Acts
from dateline.extract.events.contexts import contexts_of
from dateline.extract.events.learned import ENCODER, Learned
from dateline.extract.events.match import Matcher
from dateline.extract.events.parties import settled
from dateline.extract.events.roles import BARE
from dateline.extract.events.whereabouts import Whereabouts
from dateline.knowledge.codebook import Codebook, Rule
from dateline.model import Actor, Event, Report, Sentence, Span, Statement, Status
from dateline.text.cast import Cast
from dateline.text.heads import Reading
from dateline.text.tree import Tree

_PRECEDED = frozenset({"at", "after", "following", "upon", "since"})
_ADJUNCTS = frozenset({"advcl", "acl", "xcomp"})


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
        self.codebook = codebook
        self.tree = Tree(sentence, report.text)
        self.match = Matcher(report, self.tree, cast, codebook)
        self.learned = None if reading is None else Learned(reading, self.match)
        self.contexts = contexts_of(self.tree, codebook.contexts)
        self.rules = self._rules()
        self.reader = Acts(report, self.match, codebook, self.rules)
        self.acts = self._acts()

    def events(self) -> Iterator[Event]:
        """Yield the events of the sentence, one a trigger, no act told twice by one word."""
        told: set[tuple[object, ...]] = set()
        for word, act in self.acts.items():
            if self._carries(word, act):
                continue
            event = self._event(word, act)
            adjunct = self.tree.relation(word) in _ADJUNCTS
            key = (event.code, event.actors, None if adjunct else act.rule.id)
            if event.actors and (key in told or (event.code, event.actors, act.rule.id) in told):
                if self.tree.relation(word) in {*_ADJUNCTS, "conj"}:
                    continue
            told.update({(event.code, event.actors, None), (event.code, event.actors, act.rule.id)})
            yield event

    def _carries(self, word: int, act: Act) -> bool:
        """Whether a verb and its object tell one act, and the other of the two tells it.

        "launched an [attack]", "[laid] the blame": what a rule sees, or else the noun.
        """
        outer = any(above == word for above, _ in self.reader.inner.values())
        if act.rule.id != ENCODER or outer:
            return False
        objects = self.tree.children(word, "dobj")
        verb = self.tree.head(word) if self.tree.relation(word) == "dobj" else word
        named = [self.acts[noun] for noun in objects if noun in self.acts]
        if verb != word and verb in self.acts and self.acts[verb].rule.id != ENCODER:
            named.append(self.acts[verb])
        return any(other.rule.code == act.rule.code for other in named)

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
            if self.learned is not None:
                rule = self.learned.chosen(rule, word)
            if rule is not None:
                found[word] = rule
        return found

    def _acts(self) -> dict[int, Act]:
        """Return the acts that somebody does, or that are told with nobody named."""
        found: dict[int, Act] = {}
        for word, rule in self.rules.items():
            if self.reader.is_ended(word):
                continue
            act = None if rule.id == ENCODER else self.reader.read(rule, word, found)
            if self.learned is not None:
                act = self.learned.completed(act, rule, word, self.reader.clause(word))
            if act is not None:
                found[word] = act
        return self.reader.charged(found)

    def _event(self, word: int, act: Act) -> Event:
        """Return the record of one act."""
        rule, parties, span = act.rule, act.parties, act.span
        outer = self.reader.inner.get(word)
        inner = {below for below, (above, _) in self.reader.inner.items() if above == word}
        whereabouts = Whereabouts(self.report, self.tree, self.acts.keys() - inner)
        trigger = self.tree.span(word)
        statement = self.statement_at(trigger)
        where = whereabouts.where(word)
        if self.learned is not None:
            where = where or self.learned.where(whereabouts.places, word)
        actors = self._voiced(rule, parties.actors, statement)
        voiced = statement if actors != parties.actors else None
        status, when = self._timed(act, word, whereabouts, voiced)
        clause = Span(min(span.start, trigger.start), max(span.end, trigger.end))
        return Event(
            span=clause,
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
            score=self._score(rule, word),
            read_as=() if self.learned is None else self.learned.reading.guesses(word),
            meaning=b"" if self.learned is None else self.learned.meaning(word),
            by=f"{self.codebook.name}/{rule.code.casefold()}/{rule.id}",
        )

    def _timed(
        self, act: Act, word: int, whereabouts: Whereabouts, voiced: Statement | None
    ) -> tuple[Status, Span | None]:
        """Return an act's status and time; one of a day to come is planned.

        `voiced` is the statement that is the act.
        """
        when = whereabouts.when(word)
        if when is None and self.learned is not None:
            when = self.learned.when(whereabouts.times_of(word), word)
        if when is None and voiced is not None:
            when = voiced.when
        when = when or self._said_when(self.tree.span(word))
        if act.status is not Status.HAPPENED or not whereabouts.ahead(when):
            return act.status, when
        if self._is_said(act.rule, word) or whereabouts.is_term(when):
            return act.status, None  # "called a strike for Friday": that is when the strike is
        if self.reader.statuses.is_past(self.tree, word) and self.tree.relation(word) != "acl":
            return act.status, when  # "left on Friday", whatever Friday that is
        return Status.PLANNED, when

    def _is_said(self, rule: Rule, word: int) -> bool:
        """Whether a word tells that something has been said before the day that it names.

        "Called for a march on Friday", "meets on Friday at the request of the envoy".
        """
        tree = self.tree
        if self.codebook.categories[rule.code].quad not in {1, 3}:
            return False
        held = tree.pos(word) == "NOUN" and tree.relation(word) == "pobj"
        before = held and tree.folded[tree.head(word)] in _PRECEDED
        return before or self.reader.statuses.is_past(tree, word)

    def _score(self, rule: Rule, word: int) -> float | None:
        """Return how likely a category is that was learned; a rule has no score."""
        if self.learned is None or rule.id != ENCODER:
            return None
        return round(self.learned.reading.likely(word, rule.code), 2)

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
        bare = (self.tree.folded[patient] in BARE for patient in self.match.patients(word))
        return rule.answers if any(definite) or any(bare) else frozenset()
