"""Judge whether two statements are one: the same words, a part of them, or a translation.

"the dams must be opened" and "these dams on the upper river must now be let run" have one
speaker, one day, and demand one thing of one thing; of two translations little else is alike.
"""

from __future__ import annotations

import re
from collections import Counter

from dateline.knowledge.wording import (
    BEAT_WEIGHT,
    alike,
    covered,
    heft,
    nations,
    rendered,
    stem,
    weight,
    words,
)
from dateline.model import Statement
from dateline.weaving.claims.actors import SAME, meet
from dateline.weaving.claims.items import Item, days_meet, sentence_around

TELLING = 3.0
"""The weight of words from which a sentence is no accident."""
TWO_WORDS = 1.5
"""The weight from which two quotations share more than a word."""
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


def judge_statements(one: Item, other: Item, first: Statement, second: Statement) -> float:
    """Return how surely two statements are one, from 0 to 1."""
    speakers = meet(one.doers, other.doers)
    if not speakers:
        return _one_sentence(one, other)
    if _same_words(one, other, first, second):
        return 1.0
    mine, theirs = one.stems, other.stems
    quoted = "paraphrase" not in {first.mode, second.mode}
    if quoted and speakers == SAME:
        mine, theirs = rendered(mine), rendered(theirs)
    # A joint statement of three is not the statement of one of them.
    if len(one.doers) != len(other.doers) or days_meet(one, other) == -1 or not mine & theirs:
        return 0.0
    wording = max(alike(mine, theirs), 0.9 * _part(mine, theirs))
    telling = 0.4 * bool(_demands(one, first) & _demands(other, second))
    telling += 0.4 * bool(_numbers(one) & _numbers(other))
    if quoted and speakers == SAME:
        telling += _built_alike(one, other, first, second)
        # One word in common proves nothing by itself.
        telling = telling if telling or heft(mine & theirs) >= TWO_WORDS else -0.2
    wording += telling
    return min(1.0, 0.25 * speakers + 0.1 * days_meet(one, other) + wording)


def _one_sentence(one: Item, other: Item) -> float:
    """Return 1 where two reports print one sentence of somebody without a name ("his office")."""
    described = [tuple(party.name.casefold() for party in item.doers) for item in (one, other)]
    same = described[0] == described[1] and one.stems == other.stems
    return 1.0 if same and heft(one.stems) >= TELLING else 0.0


def _built_alike(one: Item, other: Item, first: Statement, second: Statement) -> float:
    """Return what speaks for two quotations as renderings of one sentence beside their words."""
    build = max(0.0, _same_build(one, other, first, second) - CHANCE)
    denial = _denies(one, first) and _denies(other, second)
    return 0.4 * build + 0.1 * denial + 0.1 * any(map(_in_translation, (one, other)))


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


def _in_translation(item: Item) -> bool:
    """Whether a report says that it translates: "Cruz said in Spanish", "speaking in Arabic"."""
    text = sentence_around(item.report, item.record.span).of(item.report.text)
    return any(m[1] in _LANGUAGES or nations(m[1]) for m in _IN.finditer(text))


def _same_words(one: Item, other: Item, first: Statement, second: Statement) -> bool:
    """Whether one quotation stands inside the other, at least two words of it."""
    said = (first.words.of(one.report.text), second.words.of(other.report.text))
    shorter, longer = sorted((" ".join(words(text)) for text in said), key=len)
    quoted = "paraphrase" not in {first.mode, second.mode}
    return quoted and len(shorter.split()) >= 2 and f" {shorter} " in f" {longer} "


def _part(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the lighter set in the heavier; a single word proves nothing."""
    lighter, heavier = sorted((one, other), key=lambda stems: (heft(stems), sorted(stems)))
    return covered(lighter, heavier) if heft(lighter & heavier) >= 2 else 0.0


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


def _numbers(item: Item) -> frozenset[tuple[float | None, float | None]]:
    """Return the values of the figures in a record's sentence."""
    sentence = sentence_around(item.report, item.record.span)
    return frozenset(
        (figure.low, figure.high)
        for figure in item.report.figures
        if sentence.start <= figure.span.start < sentence.end
    )
