"""Judge whether two statements are one: the same words, a part of them, or a translation.

"the dams must be opened" and "these dams on the upper river must now be let run" have one
speaker, one day, and demand one thing of one thing; of two translations little else is alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import exp

from dateline.knowledge.wording import (
    BEAT_WEIGHT,
    alike,
    content,
    covered,
    heft,
    nations,
    rendered,
    stem,
    weight,
    words,
)
from dateline.model import Statement
from dateline.weaving.claims.actors import SAME, distinct, meet
from dateline.weaving.claims.items import Item, days_meet, far_apart, sentence_of, told_once
from dateline.weaving.claims.meaning import ALIKE, meant_alike

TELLING = 3.0
"""The weight of words from which a sentence is no accident."""
CHANCE = 0.25
"""The share of small words that two quotations of one speaker have in common anyhow."""
_NEGATIONS = frozenset(
    "no not never nobody none nothing neither nor without cannot can't won't don't didn't isn't"
    " wasn't aren't doesn't wouldn't".split()
)
# "told reporters in Farsi": languages that are no country's name.
_IN = re.compile(
    r"\b(?:said|told|spoke|speaking|saying|wrote|says?)\b[^.,;]{0,40}? in ([A-Z][a-z]+)\b"
)
_LANGUAGES = frozenset(
    "Arabic Farsi Persian Pashto Dari Urdu Hindi Bengali Tamil Mandarin Cantonese Hebrew Kurdish"
    " Swahili Hausa Amharic Yoruba Malay Tagalog Catalan Quechua Creole Kiswahili".split()
)
_DEMANDS = {"must": "must", "cannot": "cannot", "can't": "cannot", "shall": "must"}
_DEMANDS |= {"should": "should", "ought": "should", "need": "must", "needs": "must"}


WEIGHTS = {
    "akin speakers": 0.2,
    "both deny": 0.9,
    "both quoted": -0.2,
    "build": 1.7,
    "demands": 1.5,
    "joint": -2.0,
    "meaning": 6.6,
    "numbers": 1.6,
    "one day": 0.4,
    "one speaker": 0.7,
    "other days": -0.4,
    "other speakers": -0.8,
    "prior": -3.4,
    "same words": 2.0,
    "translated": 1.3,
    "wording": 5.1,
}
"""What each sign weighs, in log odds: fitted by `training.same statement` and rounded."""


def judge_statements(one: Item, other: Item, first: Statement, second: Statement) -> float:
    """Return how surely two statements are one, from 0 to 1."""
    if is_repeated(one, other, first, second):
        return 1.0
    if not comparable(one, other, first, second):
        return 0.0
    odds = sum(WEIGHTS[sign] * amount for sign, amount in signs(one, other, first, second))
    return 1 / (1 + exp(-odds))


def comparable(one: Item, other: Item, first: Statement, second: Statement) -> bool:
    """Whether two statements can be one at all, so that their signs are weighed.

    What two say who are surely two are two statements, whatever their words.
    """
    voices = [(mine, theirs) for mine in one.doers for theirs in other.doers]
    if voices and all(distinct(mine, theirs) for mine, theirs in voices):
        return False
    if far_apart(one, other) and not _same_words(one, other):
        return False
    alike = meant_alike(first.meaning, second.meaning) >= ALIKE
    if (alike and one.stems & other.stems) or _same_words(one, other):
        return True
    return bool(meet(one.doers, other.doers)) and days_meet(one, other) != -1


def is_repeated(one: Item, other: Item, first: Statement, second: Statement) -> bool:
    """Whether two reports print one quotation of somebody, or a part of it, or one sentence.

    The sentence may be of somebody without a name ("his office").
    """
    if meet(one.doers, other.doers):
        return "paraphrase" not in {first.mode, second.mode} and _same_words(one, other)
    if one.stems != other.stems or heft(one.stems) < TELLING:
        return False
    described = [tuple(party.name.casefold() for party in item.doers) for item in (one, other)]
    return described[0] == described[1]


def one_quotation(texts: tuple[str, str], said: tuple[Statement, Statement]) -> bool:
    """Whether two texts print one quotation, or a telling part of it."""
    if "paraphrase" in {statement.mode for statement in said}:
        return False
    shorter = _held_in(*(_run(s.words.of(text)) for text, s in zip(texts, said, strict=True)))
    return shorter is not None and heft(content(shorter)) >= TELLING


def signs(
    one: Item, other: Item, first: Statement, second: Statement
) -> Iterator[tuple[str, float]]:
    """Yield each sign that two statements are one, with how far it is given.

    What two translations have in common is looked for only where both quote one speaker.
    """
    mine, theirs = one.stems, other.stems
    speakers, days = meet(one.doers, other.doers), days_meet(one, other)
    quoted = "paraphrase" not in {first.mode, second.mode}
    twice = quoted and speakers == SAME
    if twice:
        mine, theirs = rendered(mine), rendered(theirs)
    yield "prior", 1.0
    yield "one speaker", float(speakers == SAME)
    yield "akin speakers", float(speakers is not None and 0 < speakers < SAME)
    yield "other speakers", float(speakers == 0)
    yield "joint", float(len(one.doers) != len(other.doers))
    yield "same words", float(_same_words(one, other))
    yield "wording", max(alike(mine, theirs), 0.9 * _part(mine, theirs))
    yield "demands", float(bool(_demands(one) & _demands(other)))
    yield "numbers", float(bool(_numbers(one) & _numbers(other)))
    yield "build", max(0.0, _same_build(one, other) - CHANCE) if twice else 0.0
    yield "both deny", float(twice and _denies(one) and _denies(other))
    yield "translated", float(twice and any(map(_in_translation, (one, other))))
    yield "both quoted", float(quoted)
    yield "one day", float(max(0.0, days))
    yield "other days", float(days == -1)
    yield "meaning", meant_alike(first.meaning, second.meaning)


@told_once
def _content(item: Item) -> tuple[str, ...]:
    """Return the words of what a statement says."""
    said = item.record.content if isinstance(item.record, Statement) else item.record.span
    return words(said.of(item.report.text))


@told_once
def _printed(item: Item) -> str:
    """Return a statement's words as they are printed, in one run."""
    said = item.record.words if isinstance(item.record, Statement) else item.record.span
    return _run(said.of(item.report.text))


def _run(text: str) -> str:
    return " ".join(words(text))


@told_once
def _denies(item: Item) -> bool:
    """Whether a statement says no: "not one bullet", "nobody will be left"."""
    return not _NEGATIONS.isdisjoint(_content(item))


def _same_build(one: Item, other: Item) -> float:
    """Return how far two quotations share the small words that build them: "we will … not"."""
    mine, theirs = _small_words(one), _small_words(other)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


@told_once
def _small_words(item: Item) -> Counter[str]:
    return Counter(word for word in _printed(item).split() if weight(word) == 0)


@told_once
def _in_translation(item: Item) -> bool:
    """Whether a report says that it translates: "Cruz said in Spanish", "speaking in Arabic"."""
    text = sentence_of(item).of(item.report.text)
    return any(m[1] in _LANGUAGES or nations(m[1]) for m in _IN.finditer(text))


def _same_words(one: Item, other: Item) -> bool:
    """Whether what is said stands word for word inside the other, at least two words of it."""
    shorter = _held_in(_printed(one), _printed(other))
    return shorter is not None and " " in shorter


def _held_in(one: str, other: str) -> str | None:
    """Return the shorter of two runs of words where it stands in the other."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    return shorter if f" {shorter} " in f" {longer} " else None


def _part(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the lighter set in the heavier; a single word proves nothing."""
    lighter, heavier = sorted((one, other), key=lambda stems: (heft(stems), sorted(stems)))
    return covered(lighter, heavier) if heft(lighter & heavier) >= 2 else 0.0


@told_once
def _demands(item: Item) -> frozenset[tuple[str, str]]:
    """Return what a statement demands of what: ("must", stem) for "the dams must be opened".

    Two renderings of one demand share hardly more than its noun and its modal.
    """
    found: set[tuple[str, str]] = set()
    run = _content(item)
    for place, word in enumerate(run):
        if word in _DEMANDS:
            before = run[max(0, place - 6) : place]
            found.update((_DEMANDS[word], stem(w)) for w in before if weight(w) >= BEAT_WEIGHT)
    return frozenset(found)


@told_once
def _numbers(item: Item) -> frozenset[tuple[float | None, float | None]]:
    """Return the values of the figures in a record's sentence."""
    sentence = sentence_of(item)
    return frozenset(
        (figure.low, figure.high)
        for figure in item.report.figures
        if sentence.start <= figure.span.start < sentence.end
    )
