"""Find who alone was killed or captured: "[a guard] was killed", "captured [one of his aides]".

An indefinite singular counts one, and so does a person's name; "the guard" is known already.
Dateline makes no figures of them, since nobody counts: the annotators of casualties do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.counted import Counted
from dateline.extract.figure_status import status_of
from dateline.extract.figure_worth import is_person
from dateline.extract.measures import Measured, measure_of
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.vocabulary import words
from dateline.model import Span, Status
from dateline.text.tree import Tree

_INDEFINITE = frozenset({"a", "an", "another"})
_DONE_TO = frozenset({"dobj", "nsubjpass", "conj", "pobj", "oprd"})
_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Individual:
    """One person that something happened to."""

    head: str
    """The noun in the singular; of a name "" ."""
    measure: str


def find_individuals(tree: Tree, named: list[Span], *, lexicon: Lexicon) -> Iterator[Individual]:
    """Yield those of a sentence; `named` are the names of persons."""
    for noun in range(len(tree)):
        by_name = any(span.start <= tree.parse.start[noun] < span.end for span in named)
        if not (by_name or _is_one(tree, noun)) or not _is_done_to(tree, noun):
            continue
        measured = measure_of(tree, noun, None if by_name else noun)
        if measured is None or measured.word == noun:
            continue
        if not by_name and not _is_somebody(tree, noun, measured, lexicon):
            continue
        if status_of(tree, noun, measured) in _TOLD:
            yield Individual("" if by_name else _head(tree, noun), measured.measure)


def _is_one(tree: Tree, noun: int) -> bool:
    """Whether a noun is a singular that nobody has spoken of: "a leader", "one of his aides"."""
    if tree.folded[noun] == "one":
        return tree.preposition(noun, "of") is not None
    lead = tree.child(noun, "det")
    return tree.tag(noun) == "NN" and lead is not None and tree.folded[lead] in _INDEFINITE


def _head(tree: Tree, noun: int) -> str:
    """Return the noun in the singular; of "one of his aides" the aide."""
    of = tree.preposition(noun, "of") if tree.folded[noun] == "one" else None
    held = None if of is None else tree.child(of, "pobj")
    return tree.lemma(noun if held is None else held)


def _is_done_to(tree: Tree, noun: int) -> bool:
    """Whether something is done to who a noun names, or they die."""
    relation, head = tree.relation(noun), tree.head(noun)
    if relation == "nsubj":
        return tree.lemma(head) in words("measures")["killed"]["subjects"]
    return relation in _DONE_TO


def _is_somebody(tree: Tree, noun: int, measured: Measured, lexicon: Lexicon) -> bool:
    """Whether a singular is one person, and no "force" or "group"."""
    if tree.folded[noun] == "one":
        return True
    if tree.lemma(noun) in words("measures")["collective"]["nouns"]:
        return False
    of = Counted(noun, noun, noun, noun)
    return is_person(tree, of, measured, lexicon=lexicon)
