"""Choose between the codebook's rules and what was learned, word by word.

A rule knows the words that it names, the coder every word by its company. Where both see an
act the rule's category stands unless the coder is sure of another; where no rule holds the
coder's act is taken if it is likely enough; what the coder is sure is no act is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.extract.events.acts import Act
from dateline.extract.events.match import Matcher
from dateline.extract.events.roles import BARE, Roles
from dateline.knowledge.codebook import Rule
from dateline.model import Place, Span, Status, Time
from dateline.text.heads import Reading, packed
from dateline.text.tree import NOMINAL, Tree

ENCODER = "encoder"
"""The id of the rule that stands for what was learned."""

ACT = 0.55
"""How likely an act has to be where no rule sees one."""
SOME, KIND = 0.85, 0.42
"""How likely a word has to be some act, and this one, where it may be of several kinds."""
UNDONE = 0.75
"""The same for an act that nobody is said to do."""
SURER = 0.55
"""How likely another category has to be to overrule a rule's."""
HARDLY = 0.3
"""Below which likelihood of an act a rule that sees one is overruled."""

_INNER = {
    "ACCUSE": Status.HAPPENED,
    "AGREE": Status.PLANNED,
    "CONCEDE": Status.PLANNED,
    "REQUEST": Status.CALLED_FOR,
    "REJECT": Status.DENIED,
    "THREATEN": Status.THREATENED,
}
_UNTOLD = frozenset({"disapprove", "investigate"})
"""Modes of accusing that speak of no act as somebody's."""
_UTTERED = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE", "SUPPORT"})
_ANSWERED = frozenset({"THREATEN", "REQUEST", "ACCUSE", "AGREE"})
_CANDIDATES = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_COUNTS = frozenset({"count", "toll", "tally", "figure", "estimate", "total", "tonnage"})
_FIRM = frozenset({"stick", "stand", "keep", "cling", "hold", "adhere", "abide", "stay"})
_DISPUTING = frozenset({"ACCUSE", "REJECT"})
_AHEAD = frozenset({Status.PLANNED, Status.CALLED_FOR, Status.THREATENED})
_TOLD = frozenset("will would can could may might do does did is was are were".split())
_NEVER = frozenset({"aux", "auxpass", "punct", "det"})


class Learned:
    """What was learned of one sentence, put beside what the codebook's rules see in it."""

    def __init__(self, reading: Reading, match: Matcher) -> None:
        self.reading = reading
        self.match = match
        self.tree: Tree = match.tree
        self.roles = Roles(reading, match)

    def may_name(self, word: int) -> bool:
        """Whether a word is of a kind that can name an act."""
        return self.tree.pos(word) in _CANDIDATES and self.tree.relation(word) not in _NEVER

    def chosen(self, rule: Rule | None, word: int) -> Rule | None:
        """Return the rule that stands for the act at a word, the codebook's or the coder's."""
        if not self.may_name(word):
            return rule
        code = self.reading.code(word)
        if rule is None and self._is_idle(word, code):
            return None
        if rule is None:
            likely = self.reading.likely(word, code)
            if likely < ACT and (self.reading.act(word) < SOME or likely < KIND):
                return None
            return learned_rule(code, self.reading.mode_of(word, code))
        if rule.sure:
            return rule
        if self.reading.act(word) < HARDLY:
            return None
        if code == rule.code or self.reading.likely(word, code) < SURER:
            mode = rule.mode or self._mode(word, rule.code)
            return rule if mode == rule.mode else replace(rule, mode=mode)
        return learned_rule(code, self._mode(word, code))

    def _mode(self, word: int, code: str) -> str | None:
        """Return the likeliest mode; none where the sentence doesn't tell what is rejected."""
        unsaid = code == "REJECT" and any(
            self.tree.folded[patient] in BARE for patient in self.match.patients(word)
        )
        return None if unsaid else self.reading.mode_of(word, code)

    def _is_idle(self, word: int, code: str) -> bool:
        """Whether a word that the coder takes for an act does nothing but tell.

        What is traded does nothing: "Shares rallied in Tokyo."
        """
        traded = self.match.cast.lexicon.grammar["traded"]
        if any(self.tree.lemma(subject) in traded for subject in self.tree.children(word, "nsubj")):
            return True
        return (code == "REQUEST" and self._asks_nothing(word)) or (
            code not in _DISPUTING and self._counts(word)
        )

    def _counts(self, word: int) -> bool:
        """Whether a verb has a count for its object: "lifted its toll", "stuck to 40"."""
        tree = self.tree
        if any(tree.lemma(one) in _COUNTS for one in tree.children(word, "dobj", "nsubjpass")):
            return True
        held = tree.preposition(word, "to", "at", "by")
        firm = tree.lemma(word) in _FIRM and held is not None
        return firm and held is not None and tree.pos(held) == "NUM"

    def _asks_nothing(self, word: int) -> bool:
        """Whether a word of asking tells a claim or an attempt: "insists it left", "sought to go".

        What is insisted on, or that it be so, is asked for.
        """
        tree, lemma = self.tree, self.tree.lemma(word)
        if lemma == "seek":
            return any("to" in tree.auxiliaries(c) for c in tree.children(word, "xcomp"))
        if lemma != "insist" or tree.preposition(word, "on", "upon") is not None:
            return False
        return all(
            tree.tag(verb) not in {"VB", "VBG"} or set(tree.auxiliaries(verb)) & _TOLD
            for verb in tree.children(word, "ccomp")
        )

    def completed(self, act: Act | None, rule: Rule, word: int, clause: Span) -> Act | None:
        """Return an act with the parties that were learned where the parse gives none.

        An act that only the coder sees has its parties and its status from the coder.
        """
        sides = self.roles.sides(rule, word, None if act is None else act.parties)
        if act is not None:
            return replace(act, parties=sides)
        if rule.id != ENCODER and self.reading.act(word) < ACT:
            return None
        if not self.roles.done(sides, word) and self.reading.act(word) < UNDONE:
            return None
        status, _ = self.reading.status_of(word)
        if status is Status.DENIED and self._taken_for_granted(word):
            status = Status.HAPPENED
        if status is Status.ONGOING and self._is_perfect(word):
            status = Status.HAPPENED
        if status in _AHEAD and self._is_told(word):
            status = Status.HAPPENED
        return Act(rule, sides, clause, status)

    def _is_told(self, word: int) -> bool:
        """Whether a clause tells what took place: "insists that officers [fired]"; no condition."""
        marks = {self.tree.folded[c] for c in self.tree.children(word, "mark", "advmod")}
        told = self.tree.tag(word) == "VBD" and self.tree.child(word, "nsubj") is not None
        return told and not marks & {"if", "unless", "until", "when", "before"}

    def _is_perfect(self, word: int) -> bool:
        """Whether a verb tells what has been done, for however long: "have shut until May"."""
        helpers = {self.tree.folded[c] for c in self.tree.children(word, "aux")}
        return self.tree.tag(word) == "VBN" and bool(helpers & {"has", "have", "had"})

    def _taken_for_granted(self, word: int) -> bool:
        """Whether an act only describes somebody: "denied that he met those who led the riot"."""
        while (head := self.tree.head(word)) != word:
            relation = self.tree.relation(word)
            if relation == "relcl" or (relation == "prep" and self.tree.pos(head) in NOMINAL):
                return True
            word = head
        return False

    def where(self, places: Sequence[Place], word: int) -> Span | None:
        """Return the likeliest place of an act among those of its sentence."""
        return self._held((place.span for place in places), word, "place")

    def when(self, times: Sequence[Time], word: int) -> Span | None:
        """Return the likeliest time of an act among those of its sentence."""
        return self._held((time.span for time in times), word, "time")

    def meaning(self, word: int) -> bytes:
        """Return which act a word names, as 128 signed bytes."""
        return packed(self.reading.identity[word])

    def _held(self, spans: Iterable[Span], word: int, role: str) -> Span | None:
        """Return the first span that holds a word of this role in an act."""
        starts = [self.tree.parse.start[token] for token in self.reading.parties(word, role)]
        return next((s for s in spans if any(s.start <= at < s.end for at in starts)), None)


@lru_cache(maxsize=256)
def learned_rule(code: str, mode: str | None) -> Rule:
    """Return a rule without conditions for an act that was learned."""
    return Rule(
        code=code,
        id=ENCODER,
        mode=mode,
        inner=None if mode in _UNTOLD else _INNER.get(code),
        uttered=code in _UTTERED,
        answers=_ANSWERED if code == "REJECT" else frozenset(),
        reciprocal=code == "CONSULT",
        actor="optional",
    )
