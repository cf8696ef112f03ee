"""Find the events of a user's codebook: what his heads and rules see in a sentence.

"Dockers walked out on Monday" is STOPPAGE when the head that was learned from the examples of
STOPPAGE says so. The trigger is the word that brought most of the score; who does it, to whom,
where and when are an act's that PLOVER sees at that word, or else what the encoder says of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dateline.extract.events.coder import Coder
from dateline.extract.events.gist import gist_of, shares
from dateline.extract.events.learned import ENCODER, Learned
from dateline.extract.events.lexis import Lexis
from dateline.extract.events.whereabouts import Whereabouts
from dateline.knowledge.codebook import Codebook
from dateline.model import Event, Span
from dateline.text.heads import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """The yes/no heads of a user's codebook, learned from its examples."""

    book: Codebook
    labels: tuple[str, ...]
    """ "CODE" and "CODE/mode"."""
    lexis: Lexis
    centre: Floats
    """The mean gist of the examples."""
    heads: Floats
    """(labels, width of a gist), for gists from which the centre is taken."""
    wording: Floats
    """(labels, words of the lexis)."""
    bias: Floats
    thresholds: Floats
    """Above which logit a text holds a label."""
    always: bool
    """Whether each example holds something, so that a whole text does."""
    digest: str
    """Of the examples."""

    def logits(self, gists: Floats, words: Floats) -> Floats:
        """Return what the heads say of texts (texts, labels), by their gists and their lexis."""
        told: Floats = (gists - self.centre) @ self.heads.T + words @ self.wording.T + self.bias
        return told

    def held(self, gists: Floats, words: Floats) -> NDArray[np.bool_]:
        """Return which labels texts hold (texts, labels)."""
        above = self.logits(gists, words) - self.thresholds
        found: NDArray[np.bool_] = above > 0
        if self.always and self.labels:
            codes = [n for n, label in enumerate(self.labels) if "/" not in label]
            best = np.array(codes)[above[:, codes].argmax(1)]
            found[np.arange(len(gists)), best] = True
        return found


def taught_events(coder: Coder, taught: Taught, acts: Sequence[Event]) -> Iterator[Event]:
    """Yield the events of a user's codebook in a sentence; `acts` are PLOVER's of the report.

    What a rule of his sees is not told again by a head.
    """
    ruled = tuple(_ruled(coder, taught.book))
    yield from ruled
    learned = coder.learned
    if learned is None or not taught.labels:
        return
    reading, tokens = learned.reading, coder.tree.words
    said = taught.logits(gist_of([reading])[None], taught.lexis.row(tokens)[None])[0]
    told = {event.code for event in ruled}
    for number, code in enumerate(taught.labels):
        if code in told or "/" in code or said[number] <= taught.thresholds[number]:
            continue
        brought = shares(reading, taught.heads[number], taught.centre)
        word = _trigger(learned, brought + taught.lexis.shares(tokens, taught.wording[number]))
        if word is None:
            continue
        likely = 1 / (1 + np.exp(-float(said[number])))
        yield replace(
            _event(coder, learned, word, acts),
            code=code,
            mode=_mode(taught, code, said),
            by=f"{taught.book.name}/{code}/{ENCODER}",
            score=round(likely, 2),
        )


def _ruled(coder: Coder, book: Codebook) -> Iterator[Event]:
    """Yield what the rules of a user's codebook see."""
    if book.verbs or book.nouns:
        own = Coder(coder.report, coder.tree.sentence, coder.match.cast, book)
        yield from own.events()


def _trigger(learned: Learned, brought: Floats) -> int | None:
    """Return the word that brought most, among those that can name an act."""
    words = [word for word in range(len(learned.tree)) if learned.may_name(word)]
    return max(words, key=lambda word: float(brought[word]), default=None)


def _mode(taught: Taught, code: str, said: Floats) -> str | None:
    """Return the mode of a category that is furthest above its threshold."""
    above = {
        label.partition("/")[2]: float(said[n] - taught.thresholds[n])
        for n, label in enumerate(taught.labels)
        if label.startswith(f"{code}/")
    }
    best = max(above, key=lambda mode: above[mode], default=None)
    return best if best is not None and above[best] > 0 else None


def _event(coder: Coder, learned: Learned, word: int, acts: Sequence[Event]) -> Event:
    """Return the act at a word, as PLOVER has it or as the encoder reads it."""
    trigger = coder.tree.span(word)
    for act in acts:
        if act.trigger == trigger:
            return act
    where = Whereabouts(coder.report, coder.tree, {word})
    status, _ = learned.reading.status_of(word)
    statement = coder.statement_at(trigger)
    clause = coder.reader.clause(word)
    return Event(
        span=Span(min(clause.start, trigger.start), max(clause.end, trigger.end)),
        trigger=trigger,
        code="",
        status=status,
        actors=tuple(learned.roles.pointed(word, "actor")),
        recipients=tuple(learned.roles.pointed(word, "recipient")),
        by="",
        contexts=coder.contexts,
        place=learned.where(where.places, word),
        when=learned.when(where.times, word),
        claimed_by=None if statement is None else statement.speakers[0],
        meaning=learned.meaning(word),
    )
