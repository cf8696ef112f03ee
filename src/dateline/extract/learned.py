"""Choose between the codebook's rules and what was learned, word by word.

A rule knows the words that it names, the coder every word by its company. Where both see an
act the rule's category stands unless the coder is sure of another; where no rule holds the
coder's act is taken if it is likely enough; what the coder is sure is no act is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.extract.heads import Reading, open_heads
from dateline.knowledge.codebook import Rule
from dateline.model import Actor, Place, Report, Span, Status, Time
from dateline.text.cast import Cast
from dateline.text.descriptions import core
from dateline.text.encoder import open_encoder
from dateline.text.tree import NOMINAL, Tree

ENCODER = "encoder"
"""The id of the rule that stands for what was learned."""

SIDES = ("actor", "recipient")
ACT = 0.5
"""How likely an act has to be where no rule sees one."""
SURER = 0.55
"""How likely another category has to be to overrule a rule's."""
HARDLY = 0.15
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
_NEVER = frozenset({"aux", "auxpass", "punct", "det"})


def readings(report: Report, weights: str) -> Iterator[Reading | None]:
    """Yield what was learned of each sentence of a report, in their order."""
    parsed = [s for s in report.sentences if s.parse is not None]
    texts = [_flat(s.span.of(report.text)) for s in parsed]
    encoded = iter(open_encoder(weights).encode(texts))
    heads = open_heads(weights)
    for sentence in report.sentences:
        if sentence.parse is None:
            yield None
        else:
            starts = [start - sentence.span.start for start in sentence.parse.start]
            yield heads.read(next(encoded), starts)


def chosen(rule: Rule | None, reading: Reading, tree: Tree, word: int) -> Rule | None:
    """Return the rule that stands for the act at a word, the codebook's or the coder's."""
    if not may_name(tree, word):
        return rule
    code, _ = reading.code(word)
    if rule is None:
        if reading.act(word) < ACT:
            return None
        return learned_rule(code, reading.mode_of(word, code))
    if reading.act(word) < HARDLY:
        return None
    if code == rule.code or reading.likely(word, code) < SURER:
        mode = rule.mode or reading.mode_of(word, rule.code)
        return rule if mode == rule.mode else replace(rule, mode=mode)
    return learned_rule(code, reading.mode_of(word, code))


def may_name(tree: Tree, word: int) -> bool:
    """Whether a word is of a kind that can name an act."""
    return tree.pos(word) in _CANDIDATES and tree.relation(word) not in _NEVER


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
    """Return the heads of the noun phrases that tokens make up."""
    marked = set(tokens)
    return tuple(
        token
        for token in sorted(marked)
        if tree.pos(token) in NOMINAL
        and (tree.head(token) not in marked or tree.relation(token) == "conj")
    )


def parties_read(tree: Tree, cast: Cast, tokens: Iterable[int]) -> list[Actor]:
    """Return the parties that tokens make up, in the words of the text where nobody is known."""
    found: list[Actor] = []
    for head in heads_among(tree, tokens):
        known = cast.actor(tree, head)
        if known is None:
            span = tree.span(*core(tree, head))
            known = Actor(" ".join(span.of(tree.text).split()), span)
        found.append(known)
    return found


def held_by(
    records: Sequence[Place] | Sequence[Time], reading: Reading, tree: Tree, word: int
) -> Span | None:
    """Return the likeliest place, or time, of an act among those of its sentence."""
    role = "place" if records and isinstance(records[0], Place) else "time"
    tokens = reading.parties(word, role)
    starts = [tree.parse.start[token] for token in tokens]
    return next(
        (r.span for r in records if any(r.span.start <= at < r.span.end for at in starts)), None
    )


def _flat(text: str) -> str:
    """Return the text with each white space as one blank, at the same offsets."""
    return "".join(" " if character.isspace() else character for character in text)
