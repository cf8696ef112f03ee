"""Cut text into the word pieces that an uncased BERT knows, with the characters of each.

"Idlib's rebels" is "id ##lib ' s rebels". Own code, since the library that does it depends on
a client of a model hub; the cut is the same (Devlin et al. 2019; Wu et al. 2016).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_LONGEST_WORD = 100
_BEGIN, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text, the opening and the closing one included."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    """Where each piece starts in the text, in code points; -1 for the opening and closing one."""
    is_first: tuple[bool, ...]
    """Whether a piece begins a word."""


class WordPiece:
    """Cuts texts with one vocabulary."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: n for n, piece in enumerate(vocabulary)}
        self._cut = lru_cache(maxsize=50_000)(self._cut_word)

    def pieces(self, text: str, longest: int) -> Pieces:
        """Return the first `longest` pieces of a text."""
        ids, starts, first = [self._numbers[_BEGIN]], [-1], [False]
        for word, places in _words(text):
            for number, at in self._cut(word):
                ids.append(number)
                starts.append(places[at])
                first.append(at == 0)
        del ids[longest - 1 :], starts[longest - 1 :], first[longest - 1 :]
        ids.append(self._numbers[_END])
        return Pieces(tuple(ids), (*starts, -1), (*first, False))

    def _cut_word(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return the pieces of a word, longest first, each with where it starts."""
        if len(word) > _LONGEST_WORD:
            return ((self._numbers[_UNKNOWN], 0),)
        found, at = [], 0
        while at < len(word):
            end = len(word)
            while end > at:
                piece = word[at:end] if at == 0 else f"##{word[at:end]}"
                if piece in self._numbers:
                    found.append((self._numbers[piece], at))
                    break
                end -= 1
            else:
                return ((self._numbers[_UNKNOWN], 0),)
            at = end
        return tuple(found)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the words and marks of a text, lower-cased and bare of accents, with their places."""
    word, places = "", list[int]()
    for at, character in enumerate(text):
        if character.isspace() or _stands_alone(character):
            if word:
                yield word, places
                word, places = "", []
            if not character.isspace():
                yield character, [at]
            continue
        for plain in _plain(character):
            word += plain
            places.append(at)
    if word:
        yield word, places


@lru_cache(maxsize=5_000)
def _plain(character: str) -> str:
    """Return a character in lower case, without its accents; nothing for a control character."""
    if unicodedata.category(character).startswith("C") or character == "\ufffd":
        return ""
    parts = unicodedata.normalize("NFD", character.lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


@lru_cache(maxsize=5_000)
def _stands_alone(character: str) -> bool:
    """Whether a character is a word by itself: punctuation and Chinese characters."""
    if character.isascii() and not character.isalnum() and character.isprintable():
        return True
    if unicodedata.category(character).startswith("P"):
        return True
    number = ord(character)
    return (
        0x4E00 <= number <= 0x9FFF
        or 0x3400 <= number <= 0x4DBF
        or (
            0x20000 <= number <= 0x2CEAF
            or 0xF900 <= number <= 0xFAFF
            or 0x2F800 <= number <= 0x2FA1F
        )
    )
