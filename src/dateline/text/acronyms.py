"""Read acronyms as their report means them: "the Rapid Support Forces (RSF)", not another RSF."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.lexicon import Known, Lexicon, fold, is_acronym
from dateline.model import Span

_BRACKET = re.compile(r" \((?P<short>[A-Z]{2,8})\)")  # "Free Harbour Union (FHU)"

Listed = Sequence[tuple[Span, Known]]


@dataclass(frozen=True, slots=True)
class Acronyms:
    """What the acronyms of one report are short for."""

    text: str
    bracketed: Mapping[str, str]
    """The words before each acronym that stands in brackets."""
    initials: Mapping[str, Known]
    """The listed names of several words that the report has, by their initials."""

    def meant(self, listed: Listed, lexicon: Lexicon) -> tuple[tuple[Span, Known], ...]:
        """Return listed names without the acronyms that mean what no lexicon lists."""
        read = ((span, self._read(span, known, lexicon)) for span, known in listed)
        return tuple((span, known) for span, known in read if known is not None)

    def _read(self, span: Span, known: Known, lexicon: Lexicon) -> Known | None:
        """Return what a listed name means here; None where the lexicons don't know it."""
        short = span.of(self.text)
        if not is_acronym(short) or fold(known.name) in fold(self.text):
            return known
        long = self.bracketed.get(short)
        if long is None:
            return self.initials.get(short, known)
        own = lexicon.known(long)
        return known if own is not None and own.name == known.name else own


def read_acronyms(text: str, listed: Listed) -> Acronyms:
    """Return the acronyms of a report with its listed names."""
    initials = {_initials(span.of(text)): known for span, known in listed if " " in span.of(text)}
    return Acronyms(text, bracketed(text), initials)


def bracketed(text: str) -> Mapping[str, str]:
    """Return the acronyms that stand in brackets after the words that they are short for."""
    found: dict[str, str] = {}
    for bracket in _BRACKET.finditer(text):
        words = text[: bracket.start()].split()[-len(bracket["short"]) - 2 :]
        for at, word in enumerate(words):
            if word[0].isupper() and _initials(" ".join(words[at:])) == bracket["short"]:
                found.setdefault(bracket["short"], " ".join(words[at:]))
    return found


def _initials(words: str) -> str:
    """Return the first letters of the words with a capital."""
    return "".join(word[0] for word in words.split() if word[0].isupper())
