"""Say whether somebody can be meant by a pronoun at all, by number, gender, kind and grammar."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Kind
from dateline.text.mentions import Mention
from dateline.text.nouns import crowds, traders
from dateline.text.somebody import Somebody
from dateline.text.tree import SUBJECTS, Tree

_WONDERS = frozenset("what when where why how who whom which whether if".split())


def likeness(mention: Mention, one: Somebody) -> float:
    """Return how well somebody suits a pronoun that he can be."""
    if mention.head in {"he", "she"}:
        return 1.0 if one.gender is not None else 0.8
    if mention.head == "they" and not one.many:
        return 1.0 if one.heads & crowds() or one.told & crowds() else 0.3
    return 0.7 if mention.head == "it" and one.heads & {"police"} else 1.0


def agrees(mention: Mention, one: Somebody) -> bool:
    """Whether somebody is of the number, gender and kind that a pronoun asks for."""
    if mention.head in {"he", "she"}:
        if one.kind is Kind.ORGANISATION and not one.named and one.heads:
            return one.heads <= traders()
        return one.kind is Kind.PERSON and not one.many and one.gender in {None, mention.gender}
    if mention.head == "it":
        return one.kind is not Kind.PERSON and one.many is not True
    if mention.head in {"they", "we"}:
        return one.many is not False or one.kind is not Kind.PERSON
    return False


def wondering(tree: Tree, verb: int | None) -> bool:
    """Whether a clause is a question: "what he had meant", "whether she knew"."""
    if verb is None:
        return False
    words = {tree.folded[t] for t in tree.subtree(verb)}
    return bool(words & _WONDERS)


def told_before(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the subject of what is told before its verb: "[Ana] had left, she said" is not she."""
    speaker = tree.child(verb, *SUBJECTS)
    if speaker is None or not speaker or tree.words[speaker - 1] != ",":
        return  # "Ana denied it; she said"
    for clause in tree.children(verb, "ccomp"):
        subject = tree.child(clause, *SUBJECTS)
        if subject is not None and subject < verb and tree.pos(subject) != "PRON":
            yield subject
