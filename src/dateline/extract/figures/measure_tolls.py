"""Tell what a toll is of: "the number of [wounded] rose to 9", "the loss of five [soldiers]"."""

from __future__ import annotations

from dateline.extract.figures.measure_words import Measured, measure_word, word_forms
from dateline.knowledge.vocabulary import words
from dateline.text.tree import SUBJECTS, Tree


def lost(tree: Tree, above: int, word: int) -> Measured | None:
    """Return that the people of "the loss of five soldiers", "lost five soldiers", were killed."""
    noun = tree.child(above, "pobj", "dobj")
    table = words("measures")
    people = {*table["person"]["nouns"], *table["fighters"]["nouns"]}
    if noun is None or not (
        word_forms(tree, noun) & people or tree.folded[noun].endswith(("men", "women"))
    ):
        return None
    return Measured("killed", word)


def of_toll(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return the measure of "the death toll reached 51", "the number of wounded rose to 9"."""
    for noun in tree.children(verb, *SUBJECTS, "dobj"):  # "put the toll at 45"
        found = None if noun == token else toll_of(tree, noun)
        if found is not None:
            return found
    return None


def toll_of(tree: Tree, noun: int) -> Measured | None:
    """Return the measure of a noun that is a count: "death toll", "number of missing"."""
    if tree.lemma(noun) not in words("measures")["toll"]["nouns"]:
        return None
    for below in tree.subtree(noun):
        done = {"VBN": ("objects", "subjects"), "VB": ("subjects",)}.get(tree.tag(below), ())
        keys = ("nouns", "adjectives", *done)
        found = measure_word(tree, below, keys)
        if found is not None and tree.lemma(below) != "toll":
            return found
    return Measured("killed", noun) if tree.lemma(noun) == "toll" else None
