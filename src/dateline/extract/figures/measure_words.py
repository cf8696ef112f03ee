"""Look up what a word measures: "killed" 12, 12 "dead", 12 "deaths".

The words are those of `lexicons/measures.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.vocabulary import words
from dateline.text.tree import Tree

MEASURES = (
    "other", "killed", "injured", "missing", "homeless", "displaced", "arrested", "affected",
    "present", "fighters",
)  # fmt: skip
"""In the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the word that gives it."""

    measure: str
    word: int


def word_forms(tree: Tree, token: int) -> set[str]:
    """Return the forms under which a token may be listed; a headline's "Martyrs" has no lemma."""
    forms = {tree.lemma(token), tree.folded[token]}
    if tree.tag(token) in {"NNP", "NNPS"}:
        forms.add(tree.folded[token].removesuffix("s"))
    return forms


def measure_word(tree: Tree, token: int, keys: tuple[str, ...]) -> Measured | None:
    """Return the measure whose lists under these keys hold a token."""
    table = words("measures")
    forms = word_forms(tree, token)
    for measure in MEASURES:
        if any(forms & set(table[measure][key]) for key in keys):
            if tree.lemma(token) == "round" and tree.child(token, "prt") is None:
                continue
            return Measured(measure, token)
    return None
