"""Judge whether two statements are one: the same words, a part of them, or a translation.

"the dams must be opened" and "these dams on the upper river must now be let run" have one
speaker, one day, and demand one thing of one thing; of two translations little else is alike.
Each sign for one statement or for two has its weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import exp

from dateline.knowledge.wording import (
    BEAT_WEIGHT,
    alike,
    heft,
    rendered,
    stem,
    weight,
    words,
)
from dateline.model import Statement
from dateline.weaving.actors import SAME, meet
from dateline.weaving.items import Item, days_meet

TELLING = 3.0
"""The weight of words from which a sentence is no accident."""
MANY = 4.0
"""The weight of shared words from which more of them say no more."""
CHANCE = 0.25
"""The share of small words that two quotations of one speaker have in common anyhow."""
_NEGATIONS = frozenset(
    "no not never nobody none nothing neither nor without cannot can't won't don't didn't isn't"
    " wasn't aren't doesn't wouldn't".split()
)
_DEMANDS = {"must": "must", "cannot": "cannot", "can't": "cannot", "shall": "must"}
_DEMANDS |= {"should": "should", "ought": "should", "need": "must", "needs": "must"}


WEIGHTS = {
    "prior": -1.2,
    "speakers": 1.0,
    "likeness": 2.3,
    "shared words": 0.9,
    "one demand": 1.0,
    "one day": 0.6,
    "one denies": -1.3,
    "build": 1.0,
    "both deny": 0.5,
    "only quotation": 0.9,
}
"""What each sign weighs, in log odds: fitted by `training.same_statement`, and rounded."""


def judge_statements(one: Item, other: Item, first: Statement, second: Statement) -> float:
    """Return how surely two statements are one, from 0 to 1."""
    if not meet(one.doers, other.doers):
        return _one_sentence(one, other)
    if one_wording(one, other, first, second):
        return 1.0
    if not comparable(one, other):
        return 0.0
    odds = sum(WEIGHTS[sign] * amount for sign, amount in signs(one, other, first, second))
    return 1 / (1 + exp(-odds))


def comparable(one: Item, other: Item) -> bool:
    """Whether two statements can be one at all: of one speaker, on one day, with a word in common.

    A joint statement of three is not the statement of one of them.
    """
    if len(one.doers) != len(other.doers) or days_meet(one, other) == -1:
        return False
    mine, theirs = rendered(one.stems), rendered(other.stems)
    return bool(mine & theirs) and bool(meet(one.doers, other.doers))


def signs(
    one: Item, other: Item, first: Statement, second: Statement
) -> Iterator[tuple[str, float]]:
    """Yield each sign that two statements are one, or two, with how far it is given."""
    speakers = meet(one.doers, other.doers) or 0.0
    quotations = [statement.mode != "paraphrase" for statement in (first, second)]
    surely = speakers == SAME
    mine, theirs = one.stems, other.stems
    if all(quotations) and surely:
        mine, theirs = rendered(mine), rendered(theirs)
    yield "prior", 1.0
    yield "speakers", speakers
    yield "likeness", alike(mine, theirs)
    yield "shared words", min(MANY, heft(mine & theirs))
    yield "one demand", float(bool(_demands(one, first) & _demands(other, second)))
    yield "one day", float(days_meet(one, other) > 0)
    yield "one denies", float(_denies(one, first) != _denies(other, second))
    if all(quotations) and surely:
        yield "build", max(0.0, _same_build(one, other, first, second) - CHANCE)
        yield "both deny", float(_denies(one, first) and _denies(other, second))
        yield "only quotation", float(_quotations(one) == _quotations(other) == 1)


def _quotations(item: Item) -> int:
    """Return how many quotations a report has of whom it quotes here."""
    names = {party.name for party in item.doers}
    return sum(
        statement.mode != "paraphrase" and not names.isdisjoint(a.name for a in statement.speakers)
        for statement in item.report.statements
        if statement.mode != "stance"
    )


def _one_sentence(one: Item, other: Item) -> float:
    """Return 1 where two reports print one sentence of somebody without a name ("his office")."""
    described = [tuple(party.name.casefold() for party in item.doers) for item in (one, other)]
    same = described[0] == described[1] and one.stems == other.stems
    return 1.0 if same and heft(one.stems) >= TELLING else 0.0


def _denies(item: Item, statement: Statement) -> bool:
    """Whether a statement says no: "not one bullet", "nobody will be left"."""
    return not _NEGATIONS.isdisjoint(words(statement.content.of(item.report.text)))


def _same_build(one: Item, other: Item, first: Statement, second: Statement) -> float:
    """Return how far two quotations share the small words that build them: "we will … not"."""
    mine, theirs = (
        Counter(word for word in words(said.words.of(item.report.text)) if weight(word) == 0)
        for item, said in ((one, first), (other, second))
    )
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


def one_wording(one: Item, other: Item, first: Statement, second: Statement) -> bool:
    """Whether one quotation stands inside the other, at least two words of it."""
    said = (first.words.of(one.report.text), second.words.of(other.report.text))
    shorter, longer = sorted((" ".join(words(text)) for text in said), key=len)
    quoted = "paraphrase" not in {first.mode, second.mode}
    return quoted and len(shorter.split()) >= 2 and f" {shorter} " in f" {longer} "


def _demands(item: Item, statement: Statement) -> frozenset[tuple[str, str]]:
    """Return what a statement demands of what: ("must", stem) for "the dams must be opened".

    Two renderings of one demand share hardly more than its noun and its modal.
    """
    found: set[tuple[str, str]] = set()
    run = words(statement.content.of(item.report.text))
    for place, word in enumerate(run):
        if word in _DEMANDS:
            before = run[max(0, place - 6) : place]
            found.update((_DEMANDS[word], stem(w)) for w in before if weight(w) >= BEAT_WEIGHT)
    return frozenset(found)
