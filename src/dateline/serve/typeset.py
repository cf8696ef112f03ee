"""Set text in columns of a terminal: wrap by the width that characters take on screen.

"東京で洪水" takes ten columns, a combining accent none. What a page holds may not steer the
terminal: its control characters are shown as U+FFFD.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

WIDTH = 80
"""Columns of a brief."""

_BLANKS = re.compile(r"\s+")
_STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidirectional overrides: they make a line read other than it stands."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How emphasis is shown: with escape codes on a terminal, not at all elsewhere."""

    colour: bool = False

    def bold(self, text: str) -> str:
        """Return the text in bold."""
        return self._wrapped(text, "1")

    def dim(self, text: str) -> str:
        """Return the text greyed."""
        return self._wrapped(text, "2")

    def tinted(self, text: str, code: str) -> str:
        """Return the text with an SGR code, such as "4" for an underline."""
        return self._wrapped(text, code)

    def _wrapped(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text and code else text


PLAIN = Ink()


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set alike; `kept` ones are never broken over two lines."""

    text: str
    code: str = ""
    kept: bool = False


def one_line(text: str) -> str:
    """Return the text on one line, white space folded and nothing in it that steers."""
    return _shown(" ".join(text.split()))


def _shown(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if is_steering(character) else character for character in text)


def is_steering(character: str) -> bool:
    """Whether a character would move the cursor, change colours or turn the line around."""
    return character in _TURNING or unicodedata.category(character) in _STEERING


def columns(text: str) -> int:
    """Return how many columns the text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def padded(text: str, width: int) -> str:
    """Return the text with blanks up to a width."""
    return text + " " * max(0, width - columns(text))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text, none wider than `width`; one empty line for no text."""
    return set_runs([Run(text)], width=width) or [""]


def set_runs(
    runs: Sequence[Run], *, ink: Ink = PLAIN, first: str = "", rest: str = "", width: int = WIDTH
) -> list[str]:
    """Return lines of runs; `first` opens the first line and `rest` the others."""
    room = width - max(columns(first), columns(rest))
    inked = ["".join(_inked(line, ink)) for line in _lines(_words(runs), room)]
    return [(rest if number else first) + line for number, line in enumerate(inked)]


def _inked(line: Iterable[Run], ink: Ink) -> Iterator[str]:
    """Yield a line's stretches of one code, the blanks between their words included."""
    for code, alike in groupby(line, key=lambda run: run.code):
        yield ink.tinted("".join(run.text for run in alike), code)


Word = list[Run]
"""Runs that stand together without a blank: half a word may be marked."""


def _words(runs: Iterable[Run]) -> Iterator[Word]:
    """Yield the words of the runs, cut at the white space in their text alone."""
    word: Word = []
    for run in runs:
        pieces = [run.text] if run.kept else _BLANKS.split(run.text)
        for number, piece in enumerate(pieces):
            if number and word:
                yield word
                word = []
            if piece:
                word.append(Run(_shown(piece), run.code))
    if word:
        yield word


def _lines(words: Iterable[Word], width: int) -> list[Word]:
    """Return the words set in lines."""
    lines: list[Word] = []
    room = 0
    for word in words:
        wide = sum(columns(run.text) for run in word)
        if lines and wide < room:
            between = word[0].code if lines[-1][-1].code == word[0].code else ""
            lines[-1] += [Run(" ", between), *word]
            room -= wide + 1
            continue
        cut = list(_cut(word, width)) if wide > width else [word]
        lines += cut
        room = width - sum(columns(run.text) for run in cut[-1])
    return lines


def _cut(word: Word, width: int) -> Iterator[Word]:
    """Yield the parts of a word that is wider than a line."""
    part: Word = []
    taken = 0
    for run in word:
        start = 0
        for at, character in enumerate(run.text):
            wide = _columns(character)
            if taken and taken + wide > width:
                yield [*part, Run(run.text[start:at], run.code)]
                part, start, taken = [], at, 0
            taken += wide
        part.append(Run(run.text[start:], run.code))
    yield part
