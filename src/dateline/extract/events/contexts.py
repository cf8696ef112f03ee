"""Find the contexts that a sentence tells of: "cholera" is health, "tear gas" repression.

A context is read from the sentence, and says so: it is no property of each event in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from dateline.model import Context
from dateline.text.tree import Tree


def contexts_of(tree: Tree, terms: Mapping[str, str]) -> tuple[Context, ...]:
    """Return the contexts of the sentence's words and word pairs, in order of their codes."""
    lemmas = [tree.lemma(token) for token in range(len(tree))]
    told = (*lemmas, *(f"{one} {two}" for one, two in pairwise(lemmas)))
    return tuple(
        Context(code, "sentence") for code in sorted({terms[t] for t in told if t in terms})
    )
