"""Part what is said on both sides of an aside: "Nine died, he said, and the bridge is shut".

Two clauses with a subject each are two statements of whoever speaks.
"""

from __future__ import annotations

from dateline.extract.statements.sayings import Saying, reported
from dateline.model import Span
from dateline.text.tree import SUBJECTS, Tree


def part(saying: Saying, clause: Span) -> tuple[Span, ...]:
    """Return the clauses before and after the aside of a saying, else the clause alone."""
    tree, verb = saying.tree, saying.token
    if saying.kind != "verb" or not clause.start < saying.cue.start < clause.end:
        return (clause,)
    said = reported(tree, verb)
    second = None if said is None else _joined(tree, said, verb)
    aside = [t for t in tree.subtree(verb) if said is not None and t > said]
    if said is None or second is None or not aside:
        return (clause,)
    last = min(aside) - 1
    while last > said and tree.pos(last) in {"PUNCT", "SPACE"}:
        last -= 1
    start = min(tree.subtree(second))
    return Span(clause.start, tree.parse.end[last]), Span(tree.parse.start[start], clause.end)


def _joined(tree: Tree, said: int, verb: int) -> int | None:
    """Return the clause with a subject of its own that "and" or "but" joins behind an aside."""
    for clause in (*tree.children(said, "conj"), *tree.children(verb, "conj")):
        first = min(tree.subtree(clause))
        opens = first > verb + 1 and tree.words[first - 2] == "," and tree.pos(first - 1) == "CCONJ"
        if opens and tree.child(clause, *SUBJECTS) is not None:
            return clause
    return None
