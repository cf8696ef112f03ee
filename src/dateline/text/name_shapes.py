"""Tell how a token is written and what the lists and the parser know of it, to recognise names.

"Zelmora" has a capital, is no acronym and no role, and the parser takes it for a place's.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dateline.knowledge.lexicon import Lexicon, Sense
from dateline.model import Kind
from dateline.text.corporate import ends_body
from dateline.text.genders import gender_of_name
from dateline.text.tree import Tree

Floats = NDArray[np.float32]

_POS = ("PROPN", "NOUN", "ADJ", "VERB", "ADP", "DET", "NUM", "PUNCT", "PRON", "X")
PARSED = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART",
           "DATE")  # fmt: skip
"""The kinds of names that the parser tells."""
_TITLE_CASE = 0.6
"""The share of words with a capital in a headline that writes all so."""
_SHORT, _LITTLE = 6, 4
"""Letters that an acronym and a particle stay below."""
_TOWN, _CITY = 20_000, 500_000
"""Inhabitants."""


def features(tree: Tree, vectors: Floats, lexicon: Lexicon) -> Floats:
    """Return what is read of each token: its vector and its neighbours', the shapes of it and two
    on either side, and whether the sentence writes all words with a capital.
    """
    size = len(tree)
    parsed = {t: label for a, b, label in tree.parse.entities for t in range(a, b)}
    shapes = [[*_shape(tree, t, parsed.get(t)), *_listed(lexicon, tree.words[t])]
              for t in range(size)]  # fmt: skip
    begun = [word[0].isupper() for word in tree.words if word[:1].isalpha()]
    all_so = sum(begun) > _TITLE_CASE * len(begun)
    parts = [*_beside(vectors, 1), *_beside(np.array(shapes, np.float32), 2),
             np.full((size, 1), all_so, np.float32)]  # fmt: skip
    return np.concatenate(parts, axis=1)


def _beside(rows: Floats, reach: int) -> Iterator[Floats]:
    """Yield the rows as they are, and moved so that each stands where its neighbours do."""
    padded = np.pad(rows, ((reach, reach), (0, 0)))
    for step in sorted(range(-reach, reach + 1), key=abs):
        yield padded[reach + step : reach + step + len(rows)]


def _shape(tree: Tree, token: int, parsed: str | None) -> list[bool]:
    """Return how a token is written, its part of speech and what the parser takes it for."""
    word = tree.words[token]
    return [
        word[:1].isupper(),
        len(word) > 1 and word.isupper(),
        1 < len(word) < _SHORT and word.isupper(),
        token == 0,
        any(map(str.isdigit, word)),
        not set(word[1:-1]).isdisjoint("-'’"),
        len(word) < _LITTLE,
        word.istitle(),
        not word[:1].isalpha(),
        *(tree.pos(token) == pos for pos in _POS),
        *(parsed == label for label in PARSED),
    ]


def _listed(lexicon: Lexicon, word: str) -> tuple[bool, ...]:
    """Return what the lists know of a word: a role, a given name, a town, the end of a firm's."""
    plain, grammar = word.casefold().rstrip("."), lexicon.grammar
    role = lexicon.role(word.rstrip("."))
    known = lexicon.known(word) if word[:1].isupper() else None
    spots = lexicon.gazetteer.find(word) if word[:1].isupper() and len(word) > 2 else ()
    most = max((spot.population for spot in spots), default=0)
    return (
        role is not None,
        role is not None and role.title,
        word[:1].isupper() and gender_of_name(word) is not None,
        bool(spots),
        most > _TOWN,
        most > _CITY,
        any(spot.grain != "city" for spot in spots),
        known is not None and known.kind in {Kind.COUNTRY, Kind.PLACE},
        known is not None and known.kind in {Kind.ORGANISATION, Kind.GROUP},
        known is not None and known.sense in {Sense.ADJECTIVE, Sense.PEOPLE},
        ends_body(plain),
        *(plain in grammar[name] for name in ("institution", "site", "collective", "particle")),
    )
