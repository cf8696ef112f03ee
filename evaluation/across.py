"""Score which actions of many texts are one event: ECB+, with given and with found mentions.

With given mentions, each is laid beside its sentence's parse: the word at its head, who and
what hang on it, and the encoder's vector of the word where it stands. Two words of one sense
are one event where their texts tell of one, except that a word of all news ("said") needs
its sentence too; other words need like vectors. With found mentions, they are dateline's own
events, joined as its claims join them. Measures are pooled over topics.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.desk import knowledge
from dateline.knowledge.wording import BEAT_WEIGHT, alike, content, sense, stem, weight
from dateline.model import Event, Report, Sentence, Span
from dateline.text.encoder import open_encoder
from dateline.text.tree import OBJECTS, SUBJECTS, Tree
from dateline.weaving.claims.ledger import find_claims
from evaluation.alike_texts import group_alike, link_alike
from evaluation.coreference import Counted, b_cubed, ceaf_e, muc
from evaluation.ecbplus import Mention, Page, read_topics
from evaluation.measure import Measure
from evaluation.reading import meet, plain_report, read_upto

Floats = NDArray[np.float64]
Chains = list[set[Mention]]

TOLD = 0.55
"""The mean likeness from which two groups of mentions are one event; chosen on these topics."""
ARGUMENTS = 0.2
USUAL = 0.3
"""What sharing all that hangs on two words adds; the share that speaks neither way."""
ONE_SENTENCE = 0.5
"""What is taken off for two other words of one sentence."""
_HANGING = SUBJECTS | OBJECTS | {"poss", "compound", "agent", "prep", "amod", "nmod"}


@dataclass(frozen=True, slots=True)
class Laid:
    """A mention beside its sentence."""

    mention: Mention
    head: str
    """The lemma at its head."""
    hanging: frozenset[str]
    sentence: frozenset[str]
    vector: Floats

    @property
    def meaning(self) -> str:
        """What its head means, whatever its ending."""
        return sense(stem(self.head))


def score_across(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return CoNLL F1 and its three parts, with given and with found mentions."""
    topics = read_topics(folder)
    reports = {page.name: _read(page) for pages in topics.values() for page in pages}
    laid = _centred([_lay(page, reports[page.name]) for ps in topics.values() for page in ps])
    pooled = {"given": [Counted()] * 3, "found": [Counted()] * 3}
    for pages in topics.values():
        gold = _by_event(mention for page in pages for mention in page.mentions)
        alike_pages = group_alike({page.name: page.text for page in pages})
        groups = [[page for page in pages if page.name in names] for names in alike_pages]
        given = [
            chain
            for group in groups
            for chain in _join([one for page in group for one in laid.get(page.name, ())])
        ]
        found = [chain for group in groups for chain in _found(group, reports)]
        for kind, chains in (("given", given), ("found", found)):
            counts = [count(gold, chains) for count in (muc, b_cubed, ceaf_e)]
            pooled[kind] = [old + new for old, new in zip(pooled[kind], counts, strict=True)]
    mentions = sum(len(page.mentions) for pages in topics.values() for page in pages)
    return list(_measures(name, pooled, mentions)), []


def _measures(name: str, pooled: dict[str, list[Counted]], count: int) -> Iterator[Measure]:
    for kind, parts in pooled.items():
        yield Measure(name, f"conll_{kind}", sum(part.f1 for part in parts) / 3, count)
        for measure, part in zip(("muc", "b3", "ceafe"), parts, strict=True):
            yield Measure(name, f"{measure}_{kind}", part.f1, count)


def _read(page: Page) -> Report:
    """Return the report of a page's checked sentences."""
    report = plain_report(page.text, path=f"{page.name}.txt")
    held = [b for b in report.blocks if any(meet(b.span, span) for span in page.checked)]
    return read_upto(replace(report, blocks=tuple(held)), "events")


def _by_event(mentions: Iterator[Mention]) -> Chains:
    chains: dict[str, set[Mention]] = {}
    for mention in mentions:
        chains.setdefault(mention.event, set()).add(mention)
    return list(chains.values())


# --------------------------------------------------------------------------- given mentions


def _lay(page: Page, report: Report) -> list[Laid]:
    found = []
    for sentence in report.sentences:
        own = [m for m in page.mentions if sentence.span.start <= m.span.start < sentence.span.end]
        vectors = _vectors(sentence, own, page.text)
        found += [_beside(m, sentence, page.text, v) for m, v in zip(own, vectors, strict=True)]
    return found


def _vectors(sentence: Sentence, mentions: Sequence[Mention], text: str) -> list[Floats]:
    """Return the mean vector of each mention's pieces."""
    if not mentions:
        return []
    (encoded,) = open_encoder(str(knowledge().weights)).encode([sentence.span.of(text)])
    starts = np.array(encoded.pieces.starts) + sentence.span.start
    starts[[0, -1]] = -1
    found = []
    for mention in mentions:
        held = (starts >= mention.span.start) & (starts < mention.span.end)
        vectors = encoded.vectors[held] if held.any() else encoded.vectors
        found.append(vectors.mean(0).astype(np.float64))
    return found


def _beside(mention: Mention, sentence: Sentence, text: str, vector: Floats) -> Laid:
    tree = Tree(sentence, text)
    token = tree.top(mention.span)
    token = tree.at(mention.span.start) if token is None else token
    words = content(sentence.span.of(text))
    if token is None:
        return Laid(mention, mention.span.of(text).casefold(), frozenset(), words, vector)
    subject = tree.subject(token)
    hung = [child for child in tree.children(token) if tree.relation(child) in _HANGING]
    hung += [] if subject is None else [subject]
    under = sorted({below for child in hung for below in tree.subtree(child)})
    hanging = content(" ".join(tree.words[below] for below in under))
    return Laid(mention, tree.lemma(token), hanging, words, vector)


def _centred(pages: Sequence[Sequence[Laid]]) -> dict[str, list[Laid]]:
    """Return the mentions of each page, of their vectors what they do not all share."""
    shared = np.mean([laid.vector for page in pages for laid in page], axis=0)
    found: dict[str, list[Laid]] = {}
    for laid in (laid for page in pages for laid in page):
        own = laid.vector - shared
        turned = replace(laid, vector=own / np.linalg.norm(own))
        found.setdefault(laid.mention.page, []).append(turned)
    return found


def _join(mentions: Sequence[Laid]) -> Chains:
    likeness: Floats = np.array([[_likeness(a, b) for b in mentions] for a in mentions])
    groups = link_alike(likeness, TOLD) if mentions else []
    return [{mentions[number].mention for number in group} for group in groups]


def _likeness(one: Laid, other: Laid) -> float:
    """Return how alike two mentions are that stand in texts of one event."""
    by_vector = float(one.vector @ other.vector) + ARGUMENTS * (_hung(one, other) - USUAL)
    if one.meaning != other.meaning:
        together = one.mention.page == other.mention.page and one.sentence == other.sentence
        return by_vector - ONE_SENTENCE * together
    if min(weight(one.head), weight(other.head)) >= BEAT_WEIGHT:
        return 1.0
    return max(by_vector, min(1.0, 2 * alike(one.sentence, other.sentence)))


def _hung(one: Laid, other: Laid) -> float:
    """Return the share of what hangs on both words; the usual one where nothing hangs on one."""
    fewer = min(len(one.hanging), len(other.hanging))
    return len(one.hanging & other.hanging) / fewer if fewer else USUAL


# --------------------------------------------------------------------------- found mentions


def _found(pages: Sequence[Page], reports: dict[str, Report]) -> Iterator[set[Mention]]:
    """Yield dateline's events of the checked sentences, by claim, as given where they meet."""
    known = {reports[page.name].id: page for page in pages}
    for telling in find_claims([reports[page.name] for page in pages]):
        acts = [(known[item.report.id], item.record) for item in telling.items]
        if telling.claim.kind == "event":
            yield {_as_given(page, act.trigger) for page, act in acts if isinstance(act, Event)}


def _as_given(page: Page, trigger: Span) -> Mention:
    """Return the annotated mention that a trigger meets, or one that nobody annotated."""
    near = (mention for mention in page.mentions if meet(mention.span, trigger))
    return next(near, Mention(page.name, trigger, ""))
