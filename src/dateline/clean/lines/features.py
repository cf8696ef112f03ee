"""Describe each line of a dump by numbers: length, capitals, wording, and what stands around it.

"The river burst its banks on Monday, officials said." has nine words, ends as a sentence does
and shares "river" with other paragraphs; "Home" has one and stands among other short lines.
The numbers are what `training/lines.py` learns from and `clean/lines` weighs. A page is counted
as a whole, in arrays, as a long one has tens of thousands of characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from dateline.clean.prose import dateline_of
from dateline.clean.units import Unit
from dateline.clean.wording import is_end_mark, shape_of
from dateline.knowledge.vocabulary import words
from dateline.model import Label

Column = NDArray[np.float64]
Counts = NDArray[np.int64]
Columns = dict[str, Column]
"""The features of all lines by name, one number a line."""

_SHAPES = {label: float(number) for number, label in enumerate(Label, start=1)}
_BULLET = re.compile(r"(?:[•·*»▶►–—-]|\d{1,3}[.)])\s")
_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\W{0,3}$")
_LONGEST = 3_000
"""Characters of a line that are looked at."""
_STEM = 5
_UNPARTED, _LETTERS = 14, 3
"""Letters a word from which a line isn't parted into words, and how many make one there."""

# What a character is, for counting.
_OTHER, _UPPER, _LOWER, _DIGIT, _SPACE, _COMMA, _STOP, _QUOTE, _BAR = range(9)
_KINDS = 9
_SIGNS = {",": _COMMA, **dict.fromkeys(".!?…。", _STOP), **dict.fromkeys('"“”«»„', _QUOTE)}
_SIGNS |= dict.fromkeys("|›/•·", _BAR)
_TABLE = 0x3000
_ENDS = '.?!:;,…"”»)'


@dataclass(frozen=True, slots=True)
class Described:
    """The lines of a page in numbers."""

    columns: Columns
    lines: Counts
    """The line of each (line, stem) pair; a line names a stem once."""
    stems: Counts
    """The number of the pair's stem."""


def describe(units: Sequence[Unit]) -> Described:
    """Return what each line says by itself and as one of its page, not yet its neighbours."""
    texts = [unit.text[:_LONGEST] for unit in units]
    columns = _characters(texts, np.array([float(len(unit.words)) for unit in units]))
    count = columns["words"]
    columns |= _marks(units, texts)
    kinds, lines, stems = _spoken(units)
    columns |= {name: held / np.maximum(1.0, count) for name, held in kinds.items()}
    columns["topic"] = shared_stems(lines, stems, (count >= 15) & (columns["final"] > 0))
    columns["relative"] = count / max(1.0, float(count.max(initial=0.0)))
    return Described(columns, lines, stems)


def _characters(texts: Sequence[str], count: Column) -> Columns:
    """Return what the characters of each line tell: capitals, digits, signs, sentences."""
    whole = "\n".join(texts) + "\n\n\n"
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _kinds()[np.minimum(codes, _TABLE)]
    lengths = np.array([len(text) + 1 for text in texts])
    line = np.repeat(np.arange(len(texts)), lengths)
    kinds, following = kinds[: len(line)], kinds[len(line) : len(line) + 2]
    tally = np.bincount(line * _KINDS + kinds, minlength=len(texts) * _KINDS)
    held = tally.reshape(-1, _KINDS).astype(np.float64)
    letter = (kinds == _UPPER) | (kinds == _LOWER)
    begins = letter & ~np.concatenate([[False], letter[:-1]])
    next_kinds = np.concatenate([kinds, following])
    turns = ((kinds == _STOP) | (kinds == _QUOTE)) & (next_kinds[1:-1] == _SPACE)
    turns &= (next_kinds[2:] == _UPPER) | (next_kinds[2:] == _QUOTE)
    size = np.maximum(1.0, lengths - 1.0)
    letters = held[:, _UPPER] + held[:, _LOWER]
    # Japanese and Chinese put no blanks between words.
    count = np.where(letters > _UNPARTED * count, np.floor(letters / _LETTERS), count)
    spoken = np.maximum(1.0, np.bincount(line, begins, len(texts)))
    return {
        "words": count,
        "characters": size,
        "word_length": letters / np.maximum(1.0, count),
        "capitals": np.bincount(line, begins & (kinds == _UPPER), len(texts)) / spoken,
        "shouted": held[:, _UPPER] / np.maximum(1.0, letters),
        "digits": held[:, _DIGIT] / size,
        "signs": held[:, _OTHER] / size,
        "bars": held[:, _BAR],
        "commas": held[:, _COMMA] / np.maximum(1.0, count),
        "quoted": held[:, _QUOTE],
        "sentences": np.bincount(line, turns, len(texts)),
    }


@lru_cache(maxsize=1)
def _kinds() -> NDArray[np.int64]:
    """Return the kind of each character below `_TABLE`; all above count as letters."""
    table = np.full(_TABLE + 1, _LOWER)
    for code in range(_TABLE):
        sign = chr(code)
        if sign in _SIGNS:
            table[code] = _SIGNS[sign]
        elif sign.isdigit():
            table[code] = _DIGIT
        elif sign.isalpha():
            table[code] = _UPPER if sign.isupper() else _LOWER
        else:
            table[code] = _SPACE if sign.isspace() else _OTHER
    return table


def _marks(units: Sequence[Unit], texts: Sequence[str]) -> Columns:
    """Return what the ends, the wording as a whole and the surroundings of a line tell."""
    shapes = [shape_of(unit.text) for unit in units]
    repeated = Counter(texts)
    groups = Counter(unit.group for unit in units)
    listed = {
        "final": [unit.final for unit in units],
        "ends": [_ENDS.find(text[-1:]) + 1 for text in texts],
        "starts": [1 + text[:1].isupper() + 2 * text[:1].isdigit() for text in texts],
        "bullet": [_BULLET.match(text) is not None for text in texts],
        "cut_off": [_CUT_OFF.search(text[-10:]) is not None for text in texts],
        "dateline": [dateline_of(text) is not None for text in texts],
        "shape": [_SHAPES[shape[0]] if shape else 0.0 for shape in shapes],
        "end_mark": [is_end_mark(text) for text in texts],
        "repeated": [repeated[text] - 1 for text in texts],
        "alone": [unit.alone for unit in units],
        "group": [min(50, groups[unit.group]) for unit in units],
    }
    return {name: np.array(column, dtype=np.float64) for name, column in listed.items()}


def _spoken(units: Sequence[Unit]) -> tuple[Columns, Counts, Counts]:
    """Return how many words of each kind each line has, and its (line, stem) pairs."""
    spoken = [unit.words[:400] for unit in units]
    line = np.repeat(np.arange(len(units)), [len(held) for held in spoken])
    kinds = _cues()
    memo: dict[str, tuple[int, int]] = {}
    numbers: dict[str, int] = {}
    found = []
    for word in chain.from_iterable(spoken):
        known = memo.get(word)
        if known is None:
            known = memo[word] = (kinds.get(word.lower(), 0), _stem_number(word, numbers))
        found.append(known)
    pairs = np.array(found, dtype=np.int64).reshape(-1, 2)
    columns = {
        name: np.bincount(line[(pairs[:, 0] >> bit) % 2 == 1], minlength=len(units)).astype(float)
        for bit, name in enumerate(_cue_names())
    }
    base = len(numbers) + 1
    own = np.unique((line * base + pairs[:, 1])[pairs[:, 1] > 0])
    return columns, own // base, own % base


def _stem_number(word: str, numbers: dict[str, int]) -> int:
    """Return the number of a word's stem, 0 for a word that carries no content."""
    if len(word) < 4 and not (word.isupper() and len(word) > 1):
        return 0
    stem = word.lower().removesuffix("'s").removesuffix("’s")[:_STEM]
    return numbers.setdefault(stem, len(numbers) + 1)


def shared_stems(lines: Counts, stems: Counts, wanted: NDArray[np.bool_]) -> Column:
    """Return what share of each line's content words the wanted lines use, itself left out."""
    used = np.bincount(stems, wanted[lines])
    elsewhere = used[stems] - wanted[lines] >= 1
    size = np.bincount(lines, minlength=len(wanted))
    return np.bincount(lines, elsewhere, len(wanted)) / np.maximum(1, size)


@lru_cache(maxsize=1)
def _cue_names() -> tuple[str, ...]:
    """Return the names of the kinds of words."""
    return ("stops", *words("line_words"))


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, int]:
    """Return for each word the kinds that it is of, a bit for each."""
    tables = {"stops": words("stops").get("words", {}), **words("line_words")}
    kinds: dict[str, int] = {}
    for bit, name in enumerate(_cue_names()):
        for word in chain.from_iterable(tables[name].values()):
            kinds[word] = kinds.get(word, 0) | 1 << bit
    return kinds
