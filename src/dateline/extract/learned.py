"""Choose between the codebook's rules and what was learned, word by word.

A rule knows the words that it names, the coder every word by its company. Where both see an
act the rule's category stands unless the coder is sure of another; where no rule holds the
coder's act is taken if it is likely enough; what the coder is sure is no act is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.extract.acts import Act
from dateline.extract.heads import Reading, joined, open_heads
from dateline.extract.match import Matcher
from dateline.extract.parties import owners, sided, wielders
from dateline.knowledge.codebook import Rule
from dateline.model import Actor, Place, Report, Span, Status, Time
from dateline.text.cast import Cast
from dateline.text.descriptions import core
from dateline.text.encoder import open_encoder
from dateline.text.sentences import flat
from dateline.text.tree import NOMINAL, Tree

ENCODER = "encoder"
"""The id of the rule that stands for what was learned."""

ACT = 0.5
"""How likely an act has to be where no rule sees one."""
UNDONE = 0.7
"""The same for an act that nobody is said to do."""
DOING = 0.3
"""How likely somebody has to be the actor whom the coder takes for the recipient."""
SURER = 0.55
"""How likely another category has to be to overrule a rule's."""
HARDLY = 0.3
"""Below which likelihood of an act a rule that sees one is overruled."""

_INNER = {
    "AGREE": Status.PLANNED,
    "CONCEDE": Status.PLANNED,
    "REQUEST": Status.CALLED_FOR,
    "REJECT": Status.DENIED,
    "THREATEN": Status.THREATENED,
}
_UTTERED = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE", "SUPPORT"})
_CANDIDATES = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_BESIDE = frozenset({"conj", "appos"})
_NEVER = frozenset({"aux", "auxpass", "punct", "det"})


def readings(report: Report, weights: str) -> Iterator[Reading | None]:
    """Yield what was learned of each sentence of a report, in their order."""
    encoder, heads = open_encoder(weights), open_heads(weights)
    texts = [flat(s.span.of(report.text)) if s.parse else "" for s in report.sentences]
    cut = [encoder.stretches(text) if text else [] for text in texts]
    encoded = iter(encoder.encode([part for parts in cut for part in parts]))
    for sentence, parts in zip(report.sentences, cut, strict=True):
        read, at = [], sentence.span.start
        for part in parts:
            starts = sentence.parse.start if sentence.parse else ()
            inside = [start - at for start in starts if at <= start < at + len(part)]
            read.append(heads.read(next(encoded), inside))
            at += len(part)
        yield joined(read) if read else None


class Learned:
    """What was learned of one sentence, put beside what the codebook's rules see in it."""

    def __init__(self, reading: Reading, match: Matcher) -> None:
        self.reading = reading
        self.match = match
        self.tree: Tree = match.tree
        self.cast: Cast = match.cast

    def may_name(self, word: int) -> bool:
        """Whether a word is of a kind that can name an act."""
        return self.tree.pos(word) in _CANDIDATES and self.tree.relation(word) not in _NEVER

    def chosen(self, rule: Rule | None, word: int) -> Rule | None:
        """Return the rule that stands for the act at a word, the codebook's or the coder's."""
        if not self.may_name(word):
            return rule
        code = self.reading.code(word)
        if rule is None:
            if self.reading.likely(word, code) < ACT:
                return None
            return learned_rule(code, self.reading.mode_of(word, code))
        if self.reading.act(word) < HARDLY:
            return None
        if code == rule.code or self.reading.likely(word, code) < SURER:
            mode = rule.mode or self.reading.mode_of(word, rule.code)
            return rule if mode == rule.mode else replace(rule, mode=mode)
        return learned_rule(code, self.reading.mode_of(word, code))

    def completed(self, act: Act | None, rule: Rule, word: int, clause: Span) -> Act | None:
        """Return an act with the parties that were learned where the parse gives none.

        An act that only the coder sees has its parties and its status from the coder.
        """
        doers = self.parties(word, "actor") or self._means(rule, word)
        learned = sided(rule, doers, self.parties(word, "recipient"))
        if act is not None:
            actors = self._joined(self._borne_out(act.parties.actors, word), learned.actors)
            others = self._joined(act.parties.recipients, learned.recipients)
            return replace(act, parties=sided(rule, actors, others))
        if rule.id != ENCODER and self.reading.likely(word, rule.code) < ACT:
            return None
        if not learned.actors and self.reading.likely(word, rule.code) < UNDONE:
            return None
        status, _ = self.reading.status_of(word)
        return Act(rule, learned, clause, status)

    def where(self, places: Sequence[Place], word: int) -> Span | None:
        """Return the likeliest place of an act among those of its sentence."""
        return self._held((place.span for place in places), word, "place")

    def when(self, times: Sequence[Time], word: int) -> Span | None:
        """Return the likeliest time of an act among those of its sentence."""
        return self._held((time.span for time in times), word, "time")

    def _joined(self, known: tuple[Actor, ...], learned: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return the parties of the parse with the learned ones that are joined to them.

        "Norway and Belmor welcomed": a name that nobody knows is a party like its neighbour.
        """
        if not known:
            return learned
        heads = {self.tree.top(party.span) for party in known if party.span is not None}
        beside: set[int | None] = {
            c for head in heads if head is not None for c in self.tree.conjuncts(head)
        }
        more = [p for p in learned if p.span and self.tree.top(p.span) in beside - heads]
        return (*known, *more)

    def _borne_out(self, actors: tuple[Actor, ...], word: int) -> tuple[Actor, ...]:
        """Return the actors of the parse without those that the coder takes for the other side.

        "Two cooks drowned": whoever stands as subject may be acted upon.
        """
        if self.tree.pos(word) != "VERB":
            return actors  # whose attack it is stands beside the noun
        return tuple(party for party in actors if self._does(party, word))

    def _does(self, party: Actor, word: int) -> bool:
        """Whether the coder doesn't surely take a party for one that is acted upon."""
        inside = self.tree.inside(party.span) if party.span is not None else ()
        doer, other = (
            max((float(row[token]) for token in inside), default=1.0)
            for row in self.reading.roles[:2, word]
        )
        return doer >= DOING or other < doer + DOING

    def _means(self, rule: Rule, word: int) -> list[Actor]:
        """Return whose attack or weapon does it, where nobody is named as doing it."""
        if rule.code != "ASSAULT":
            return []
        return owners(self.match, (word,)) or wielders(self.match, word)

    def _held(self, spans: Iterable[Span], word: int, role: str) -> Span | None:
        """Return the first span that holds a word of this role in an act."""
        starts = [self.tree.parse.start[token] for token in self.reading.parties(word, role)]
        return next((s for s in spans if any(s.start <= at < s.end for at in starts)), None)

    def parties(self, word: int, role: str) -> list[Actor]:
        """Return who is likely to play a role in an act, in the words of the text."""
        found: list[Actor] = []
        for head in heads_among(self.tree, self.reading.parties(word, role)):
            known = self.cast.actor(self.tree, head)
            if known is None and self.tree.lemma(head) in self.match.codebook.instruments:
                found += owners(self.match, (head,))
                continue
            if known is None:
                span = self.tree.span(*core(self.tree, head))
                known = Actor(" ".join(span.of(self.tree.text).split()), span)
            found.append(known)
        return found


@lru_cache(maxsize=256)
def learned_rule(code: str, mode: str | None) -> Rule:
    """Return a rule without conditions for an act that was learned."""
    return Rule(
        code=code,
        id=ENCODER,
        mode=mode,
        inner=_INNER.get(code),
        uttered=code in _UTTERED,
        reciprocal=code == "CONSULT",
        actor="optional",
    )


def heads_among(tree: Tree, tokens: Iterable[int]) -> tuple[int, ...]:
    """Return the heads of the noun phrases that tokens make up, in the order of the text."""
    marked = {token for token in tokens if tree.pos(token) in NOMINAL}
    return tuple(
        token
        for token in sorted(marked)
        if tree.head(token) not in marked - {token} or tree.relation(token) in _BESIDE
    )
