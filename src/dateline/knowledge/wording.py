"""Weigh words: "said" tells nothing of what a text speaks of, "lagoon" tells much.

The weights are built in, so that two texts can be compared without a collection around
them, and the same two texts compare alike in every company.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import fsum

from dateline.knowledge.lexicon import fold, open_lexicon
from dateline.model import Kind

COMMON_WEIGHT = 0.2
BEAT_WEIGHT = 0.5
NUMBER_WEIGHT = 0.5
YEAR_WEIGHT = 0.1

# Letters with inner apostrophes or dots ("Iran's", "U.S"), or digits with their marks.
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Wording:
    """The word classes of `wording.toml`, as stems (loaded and softer words as they stand)."""

    grammar: frozenset[str]
    common: frozenset[str]
    beat: frozenset[str]
    loaded: frozenset[str]
    softer: frozenset[str]
    same: Mapping[str, str]
    """Stem to the stem of the first word of its sense."""
    renderings: Mapping[str, str]
    """The same of words that two translations of one sentence exchange."""
    weapons: Mapping[str, int]
    """Phrase to the kind of force that it names."""


@lru_cache(maxsize=1)
def open_wording() -> Wording:
    """Return the word classes that ship with the package."""
    file = resources.files("dateline") / "lexicons" / "wording.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Wording(
        frozenset(table["grammar"].split()),
        frozenset(map(stem, table["common"].split())),
        frozenset(map(stem, table["beat"].split())) | frozenset(map(stem, _country_words())),
        frozenset(table["loaded"].split()),
        frozenset(table["softer"].split()),
        dict(_senses(table["same"])),
        dict(_senses(table["renderings"])),
        dict(_kinds(table["weapons"])),
    )


def _kinds(lines: str) -> Iterator[tuple[str, int]]:
    """Yield each phrase of a line with the number of its line."""
    for kind, line in enumerate(lines.split("\n")):
        yield from ((phrase.strip(), kind) for phrase in line.split(",") if phrase.strip())


@lru_cache(maxsize=65536)
def weapons(text: str) -> frozenset[int]:
    """Return the kinds of force that a text names, those of longer phrases alone.

    "rubber bullets" are no bullets, and a "petrol bomb" is no bomb.
    """
    known, run, found, at = open_wording().weapons, words(text), set[int](), 0
    while at < len(run):
        pair = " ".join(run[at : at + 2])
        kind = known.get(pair, known.get(run[at]))
        found |= {kind} if kind is not None else set()
        at += 2 if pair in known else 1
    return frozenset(found)


def _senses(lines: str) -> Iterator[tuple[str, str]]:
    """Yield the stem of each word of a line with that of the line's first word."""
    for line in lines.splitlines():
        stems = [stem(word) for word in line.split()]
        yield from ((other, stems[0]) for other in stems)


def nations(text: str) -> frozenset[str]:
    """Return the codes of the countries that single words of a text name."""
    names = open_lexicon().names
    found = (names.get(word) for word in words(text))
    return frozenset(
        known.country for known in found if known and known.kind is Kind.COUNTRY and known.country
    )


def _country_words() -> Iterator[str]:
    """Yield the words that name a country or its people: in the news of a war they are all over."""
    for words_of_name, known in open_lexicon().names.items():
        if known.kind is Kind.COUNTRY and " " not in words_of_name:
            yield words_of_name


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text, possessive marks left out."""
    if text.isascii():
        found = _WORD.findall(text.casefold())
    else:
        found = [word.casefold() if word.isascii() else fold(word) for word in _WORD.findall(text)]
    return tuple(word.removesuffix("'s") for word in found)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the word without the endings of number and tense: "strikes", "striking" -> "strik".

    A light stemmer: it may cut too little, seldom too much.
    """
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("men") and len(word) > 5:
        return stem(word[:-2] + "an")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    if len(word) >= 8 and word.endswith("er"):
        word = word[:-2]
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


_ENDINGS = (
    ("ations", "at"), ("ation", "at"), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""),
    ("ities", "it"), ("ity", "it"), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ings", ""),
    ("ing", ""), ("edly", ""), ("ed", ""), ("ers", "er"), ("ions", ""), ("ion", ""),
    ("ives", "iv"), ("ive", "iv"), ("es", ""), ("ss", "ss"), ("us", "us"), ("s", ""), ("ly", ""),
)  # fmt: skip


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """Return how much a folded word or its stem tells, from 0 to 1."""
    table = open_wording()
    if word in table.grammar or len(word) < 2:
        return 0.0
    if word[0].isdigit():
        return YEAR_WEIGHT if _YEAR.fullmatch(word) else NUMBER_WEIGHT
    cut = stem(word)
    return COMMON_WEIGHT if cut in table.common else BEAT_WEIGHT if cut in table.beat else 1.0


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """Return the stems of a text's words that tell something, one for each sense."""
    return frozenset(sense(stem(word)) for word in words(text) if weight(word) > 0)


def sense(cut: str) -> str:
    """Return the stem that stands for all words of a stem's sense: "truc" -> "ceasefir"."""
    return open_wording().same.get(cut, cut)


def rendered(stems: Iterable[str]) -> frozenset[str]:
    """Return stems, those that translations exchange as one: "ruin" -> "rubbl"."""
    table = open_wording().renderings
    return frozenset(table.get(cut, cut) for cut in stems)


def heft(stems: Iterable[str]) -> float:
    """Return the summed weight of stems, the same in whatever order they come."""
    return fsum(map(weight, stems))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the weighted Dice overlap of two sets of stems, from 0 to 1."""
    total = heft(one) + heft(other)
    return 2 * heft(one & other) / total if total else 0.0


def covered(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return the weighted share of the first set's stems that the second has too."""
    total = heft(part)
    return heft(part & whole) / total if total else 0.0


def skeleton(name: str) -> str:
    """Return the consonants of a name, so that spellings meet: "Sarif" and "Zarif" -> "srf".

    The article of Arabic names goes, vowels and doubled letters go, and sounds that
    transliterations exchange become one letter.
    """
    plain = fold(name).replace("-", " ").replace("'", "")
    parts = [part for part in plain.split() if part not in {"al", "el", "ul", "as", "ash", "an"}]
    joined = "".join(parts or plain.split())
    for given, taken in _SOUNDS:
        joined = joined.replace(given, taken)
    kept = [c for place, c in enumerate(joined) if place == 0 or c not in "aeiouyhw"]
    if kept and kept[0] in "aeiou":
        kept[0] = "a"
    squeezed = [c for place, c in enumerate(kept) if place == 0 or kept[place - 1] != c]
    return "".join(squeezed)


_SOUNDS = (
    ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d"),
    ("th", "t"), ("ph", "f"), ("ck", "k"), ("zh", "s"), ("dj", "j"), ("q", "k"), ("c", "k"),
    ("z", "s"), ("v", "f"), ("w", "f"), ("x", "ks"), ("j", "i"), ("y", "i"),
)  # fmt: skip
