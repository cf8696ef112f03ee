"""Find the speech between quotation marks, and the word for who speaks it.

In '"I am glad," she said' the speech is "I am glad," and its speaker "she". Words in marks that
are only cited ('called it "a beginning"') are no speech: their "he" is the report's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Span
from dateline.text.genders import people
from dateline.text.tree import Tree

# '"We left," she said.', '“We left,” she said.', two apostrophes for a mark
_MARK = re.compile(r"[\"“”„«»]|''|``")
_BREAK = re.compile(r"\n\s*\n|\n")  # a new paragraph
_SPEAKERS = ("nsubj",)
_LED = 8
"""Characters before a mark in which a comma or colon is looked for."""


@dataclass(slots=True)
class Speech:
    """One stretch of direct speech."""

    span: Span
    speaker: tuple[int, int] | None = None
    """The number of the sentence and the token of who speaks."""


class Speeches:
    """All speech of a report, in order."""

    def __init__(self, trees: Sequence[Tree], text: str) -> None:
        self.found = [Speech(span) for span in _spoken(text)]
        self._starts = [speech.span.start for speech in self.found]
        places = [tree.sentence.span.start for tree in trees]
        before: Speech | None = None
        for speech in self.found:
            first = max(0, bisect_right(places, speech.span.start) - 1)
            last = max(0, bisect_right(places, speech.span.end - 1) - 1)
            for place in (last, first) if trees else ():
                speech.speaker = speech.speaker or self._beside(trees, place, speech)
            if speech.speaker is None and before is not None:
                between = text[before.span.end : speech.span.start]
                if not _BREAK.search(between) or not between.strip():
                    speech.speaker = before.speaker
            before = speech

    def at(self, offset: int) -> Speech | None:
        """Return the speech that a character belongs to."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self.found[number].span.end:
            return None
        return self.found[number]

    def _beside(self, trees: Sequence[Tree], place: int, speech: Speech) -> tuple[int, int] | None:
        """Return who speaks by the words around a speech in one sentence: after it, then before."""
        tree = trees[place]
        after = (t for t in range(len(tree)) if tree.parse.start[t] >= speech.span.end)
        before = (t for t in reversed(range(len(tree))) if tree.parse.end[t] <= speech.span.start)
        for tokens in (after, before):
            for token in tokens:
                if tree.pos(token) != "VERB" or self.at(tree.parse.start[token]) is not None:
                    continue
                subject = tree.child(token, *_SPEAKERS)
                if subject is None and tree.relation(token) == "conj":
                    subject = tree.child(tree.head(token), *_SPEAKERS)
                if subject is not None and self.at(tree.parse.start[subject]) is None:
                    return place, subject
        return None


def _spoken(text: str) -> Iterator[Span]:
    """Yield the stretches between marks that are speech, paragraph by paragraph."""
    at = 0
    for stop in [*(match.end() for match in _BREAK.finditer(text)), len(text)]:
        opened: int | None = None
        for mark in _MARK.finditer(text, at, stop):
            if opened is None:
                opened = mark.start()
                continue
            if _is_speech(text, opened, mark.start()):
                yield Span(opened, mark.end())
            opened = None
        if opened is not None and _is_speech(text, opened, stop):
            yield Span(opened, stop)
        at = stop


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether the words between two marks are a speaker's own, not a few that are cited."""
    words = text[start:end].lstrip("\"“„«'`… ")
    led = text[max(0, start - _LED) : start].rstrip()[-1:] in {",", ":"}
    return len(words.split()) > 1 and (words[:1].isupper() or led)


def speaking(trees: Sequence[Tree]) -> Iterator[str]:
    """Yield the nouns that say something: "the railway said", "the city warned"."""
    lists = people()["spoken"]
    verbs, papers = frozenset(lists["verbs"]), frozenset(lists["papers"])
    for tree in trees:
        for token, pos in enumerate(tree.parse.pos):
            if pos != "VERB" or tree.lemma(token) not in verbs or tree.passive(token):
                continue
            subject = tree.child(token, "nsubj")
            if subject is None or tree.tag(subject) != "NN":
                continue
            if tree.folded[subject] not in papers and any(
                tree.folded[c] == "the" for c in tree.children(subject)
            ):
                yield tree.lemma(subject)
