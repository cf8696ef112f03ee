"""Recognise names by what was learned: person, body, place, people or thing.

"[Zelmora] must pay the farmers": that it is a body tell the words around it, which no list
and no ending of it does. A small network of one hidden layer reads, for each token, what the
encoder makes of it, how it and its neighbours are written, and what the parser takes them for
(`training/recognition.py`). A run of tokens is cut into names where that is likeliest, and one name
is of one kind throughout a report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Report
from dateline.text.name_shapes import PARSED, features
from dateline.text.readings import readings
from dateline.text.tree import Tree

Floats = NDArray[np.float32]

LABELS = ("", "PERSON", "ORG", "GPE", "NORP", "PRODUCT")
"""What a token is: no name's, a person's, a body's, a place's, a people's, a thing's."""

_PERSON = LABELS.index("PERSON")
_NAMING = frozenset({*PARSED[:-1], *LABELS})
"""Labels whose place the recognised names take; times and numbers stay the parser's."""
_SOMEBODYS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_CUT = 3.0
"""How much likelier, in logarithms, two names must be than one to cut a run between them."""
_LONGEST = 12
"""Tokens of a name."""
_SURE = np.log(0.1)
"""Below it lies how likely no token of a name that the parser overlooks is none."""
_SURER = np.log(0.05)
"""The same of one that the parser takes for no proper noun."""
_NONE = np.log(0.97)
"""Above it lies how likely a token is no name's that the parser may not take into one."""
_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "an", "at", "ad", "d'", "d’", "de", "bin"})
"""Words without a capital that begin a name."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence, how likely each of its tokens is of each label, and where its names stand."""

    tree: Tree
    likely: Floats
    """(tokens, labels), logarithms."""
    names: tuple[tuple[int, int], ...]


def with_recognised(report: Report, lexicon: Lexicon, weights: str | None) -> list[Tree]:
    """Return the trees of a report's parsed sentences, their names those that were recognised.

    Without weights they are the parser's.
    """
    trees = [Tree(s, report.text) for s in report.sentences if s.parse is not None]
    if weights is None:
        return trees
    read = zip(report.sentences, readings(report, weights), strict=True)
    seen = []
    for tree, reading in zip(trees, (r for s, r in read if s.parse is not None), strict=True):
        likely = np.zeros((len(tree), len(LABELS)), np.float32)  # a sentence without a word
        if reading is not None:
            likely = _likelihoods(tree, reading.vectors, lexicon, weights)
        seen.append(_Seen(tree, likely, tuple(_names(tree, likely))))
    told = _told(seen)
    return [_mended(one, told) for one in seen]


def _told(seen: Iterable[_Seen]) -> Mapping[str, Floats]:
    """Return for each form what all its mentions together say of its kind.

    A longer one hears what its first or last word says alone: "Ana [Ruiz]", "[Norvex] Lagos". Both
    are a person's, whatever they look like, if the parser takes the whole for one and its last
    word alone as well: nobody else is called so.
    """
    seen = tuple(seen)
    persons = {
        _key(one.tree, first, end)
        for one in seen
        for first, end, label in one.tree.parse.entities
        if label == "PERSON"
    }
    told: dict[str, Floats] = defaultdict(lambda: np.zeros(len(LABELS), np.float32))
    for one in seen:
        for first, end in one.names:
            told[_key(one.tree, first, end)] += one.likely[first:end].sum(0)
    for key in [key for key in told if " " in key]:
        for word in sorted({key.split()[0], key.split()[-1]} & told.keys()):
            told[key] += told[word]
    for key in [key for key in told if " " in key and key in persons]:
        last = key.rpartition(" ")[2]
        if last in persons and last in told:
            told[key][_PERSON] = told[last][_PERSON] = 0.0
    return told


def _key(tree: Tree, first: int, end: int) -> str:
    return " ".join(tree.folded[first:end])


def _mended(seen: _Seen, told: Mapping[str, Floats]) -> Tree:
    """Return the tree with names that were recognised in the place of the parser's."""
    tree, parsed = seen.tree, _parsed(seen.tree, _SOMEBODYS)
    found = []
    for first, end in seen.names:
        # The parser knows few things: what it takes for somebody's name is none.
        several = LABELS[1 : -1 if not parsed.isdisjoint(range(first, end)) else None]
        best = int(told[_key(tree, first, end)][1 : 1 + len(several)].argmax())
        found.append((*_as_parsed(tree, seen.likely, first, end), several[best]))
    taken = {t for first, end, _ in found for t in range(first, end)}
    kept = [
        (first, end, label)
        for first, end, label in tree.parse.entities
        if label not in _NAMING and taken.isdisjoint(range(first, end))
    ]
    parse = replace(tree.parse, entities=tuple(sorted([*kept, *found])))
    return Tree(replace(tree.sentence, parse=parse), tree.text)


def _parsed(tree: Tree, labels: Container[str]) -> set[int]:
    """Return the tokens that the parser has in names of these labels."""
    return {t for a, b, label in tree.parse.entities if label in labels for t in range(a, b)}


def _as_parsed(tree: Tree, likely: Floats, first: int, end: int) -> tuple[int, int]:
    """Return a name with those words beside it that the parser has in it too.

    No word that is surely none is taken in: "[Kremlin] Rejects".
    """
    for start, stop, _ in tree.parse.entities:
        if start <= first and end <= stop:
            while first > start and likely[first - 1, 0] < _NONE and _opens(tree, first - 1):
                first -= 1
            while end < stop and likely[end, 0] < _NONE:
                end += 1
    return first, end


def _names(tree: Tree, likely: Floats) -> Iterator[tuple[int, int]]:
    """Yield the names of a sentence: those that the parser overlooks must be surely some."""
    parsed = _parsed(tree, _NAMING)
    for first, end in _cut(likely):
        while first < end and not _opens(tree, first):
            first += 1
        while first < end and not _closes(tree, end - 1):
            end -= 1
        if first == end:
            continue
        proper = any(tree.pos(token) == "PROPN" for token in range(first, end))
        sure = likely[first:end, 0].max() < (_SURE if proper else _SURER)
        if sure or not parsed.isdisjoint(range(first, end)):
            yield first, end


def _opens(tree: Tree, token: int) -> bool:
    """Whether a name can begin with a token: a capital, a number, "al-" and its like."""
    word = tree.words[token]
    return word[0].isupper() or word[0].isdigit() or word.casefold() in _ARTICLES


def _closes(tree: Tree, token: int) -> bool:
    """Whether a name can end with a token."""
    return any(c.isupper() or c.isdigit() for c in tree.words[token])


def _cut(likely: Floats) -> Iterator[tuple[int, int]]:
    """Yield the names of a sentence: the runs of tokens that are some name's, cut where due."""
    size, first = len(likely), None
    names = likely.argmax(1) > 0
    for token in range(size + 1):
        inside = token < size and bool(names[token])
        if inside and first is None:
            first = token
        if not inside and first is not None:
            yield from _segmented(likely, first, token)
            first = None


def _segmented(likely: Floats, first: int, end: int) -> list[tuple[int, int]]:
    """Return a run cut into the likeliest names, each cut at a cost (dynamic programming)."""
    best: list[tuple[float, int]] = [(0.0, first)]
    for last in range(first + 1, end + 1):
        best.append(
            max(
                (
                    best[start - first][0]
                    + float(likely[start:last, 1:].sum(0).max())
                    - _CUT * (start > first),
                    start,
                )
                for start in range(max(first, last - _LONGEST), last)
            )
        )
    found, at = [], end
    while at > first:
        start = best[at - first][1]
        found.append((start, at))
        at = start
    return found[::-1]


def _likelihoods(tree: Tree, vectors: Floats, lexicon: Lexicon, weights: str) -> Floats:
    """Return the logarithms of how likely each token is of each label, (tokens, labels)."""
    held = _open(weights)
    seen = features(tree, vectors, lexicon)
    hidden = np.maximum(seen @ held["hidden.weight"] + held["hidden.bias"], 0)
    logits = hidden @ held["label.weight"] + held["label.bias"]
    raised = logits - logits.max(-1, keepdims=True)
    likely: Floats = raised - np.log(np.exp(raised).sum(-1, keepdims=True))
    return likely


@lru_cache(maxsize=1)
def _open(weights: str) -> dict[str, Floats]:
    """Return the matrices of a set of weights that ships."""
    file = files("dateline") / "weights" / weights / "names.npz"
    with file.open("rb") as stored, np.load(stored) as arrays:
        return {key: arrays[key].astype(np.float32) for key in arrays.files}
