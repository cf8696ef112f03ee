"""Find who alone was killed or captured: "[a guard] was killed", "captured [one of his aides]".

An indefinite singular counts one, and so does a person's name; "the guard" is known already.
Dateline makes no figures of them, since nobody counts: the annotators of casualties do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.figures.counted import Counted
from dateline.extract.figures.measure_words import Measured
from dateline.extract.figures.measures import measure_of
from dateline.extract.figures.status import status_of
from dateline.extract.figures.worth import is_person
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.vocabulary import words
from dateline.model import Span, Status
from dateline.text.tree import Tree

_INDEFINITE = frozenset({"a", "an", "another"})
_KNOWN = frozenset({"the", "his", "her", "its", "their", "this", "that"})
_DONE_TO = frozenset({"dobj", "nsubjpass", "conj", "pobj", "oprd"})
_TOLD = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Individual:
    """One person that something happened to."""

    head: str
    """The noun in the singular; "" of a name."""
    measure: str
    count: int = 1
    """Two of "other militants"."""
    is_known: bool = False
    """Whether it is somebody of whom the text has spoken: "the leader"."""


def find_individuals(tree: Tree, named: list[Span], *, lexicon: Lexicon) -> Iterator[Individual]:
    """Yield those of a sentence; `named` are the names of persons."""
    for noun in range(len(tree)):
        by_name = any(span.start <= tree.parse.start[noun] < span.end for span in named)
        few = _few(tree, noun)
        if not (by_name or few) or not _is_done_to(tree, noun):
            continue
        measured = measure_of(tree, noun, None if by_name else noun)
        if measured is None or measured.word == noun:
            continue
        if not by_name and not _is_somebody(tree, noun, measured, lexicon):
            continue
        if status_of(tree, noun, measured) in _TOLD:
            count = 2 if few == "some" else 1
            head = "" if by_name else _head(tree, noun)
            yield Individual(head, measured.measure, count, is_known=few == "known")


def _few(tree: Tree, noun: int) -> str | None:
    """Return "one" for "a leader", "known" for "the leader", "some" for "other militants"."""
    if tree.folded[noun] == "one":
        return "one" if tree.preposition(noun, "of") is not None else None
    lead = tree.child(noun, "det", "poss", "nummod")
    if tree.tag(noun) == "NNS":
        below = {tree.lemma(child) for child in tree.children(noun)}
        more = below & {"other", "additional"} and not below & {"several", "numerous", "multiple"}
        return "some" if lead is None and more else None
    if tree.tag(noun) != "NN" or lead is None:
        return None
    word = tree.folded[lead]
    return "one" if word in _INDEFINITE else "known" if word in _KNOWN else None


def _head(tree: Tree, noun: int) -> str:
    """Return the noun in the singular; of "one of his aides" the aide."""
    of = tree.preposition(noun, "of") if tree.folded[noun] == "one" else None
    held = None if of is None else tree.child(of, "pobj")
    return tree.lemma(noun if held is None else held)


def _is_done_to(tree: Tree, noun: int) -> bool:
    """Whether something is done to who a noun names, or they die."""
    relation, head = tree.relation(noun), tree.head(noun)
    if relation == "pobj" and tree.folded[head] == "including":
        return False  # one of those who are counted
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
