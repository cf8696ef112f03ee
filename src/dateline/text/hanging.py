"""Mend what a time hangs on: "was towed [yesterday], Tide reports" tells when it was towed."""

from __future__ import annotations

from dateline.text.tree import SUBJECTS, Tree


def hung(tree: Tree, time: int, verb: int) -> int:
    """Return the verb that a time belongs to, given the one that the parse hangs it on.

    A comma between the time and a verb of what is reported before it parts the two; then it is
    of the nearest verb before it. "On Monday, he left" has none there.
    """
    if verb < time:
        return verb
    subject = tree.child(verb, *SUBJECTS)
    opens = verb if subject is None else min(verb, *tree.subtree(subject))
    if opens <= time or tree.words[opens - 1] != ",":
        return verb
    for token in range(time - 1, -1, -1):
        if tree.pos(token) == "VERB" and _is_reported(tree, token, verb):
            return token
    return verb


def _is_reported(tree: Tree, token: int, verb: int) -> bool:
    """Whether a verb stands in the clause that another reports."""
    below = token
    for above in tree.above(token):
        if above == verb:
            return tree.relation(below) == "ccomp"
        below = above
    return False
