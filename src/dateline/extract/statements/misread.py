"""Find what a saying holds where the parse has joined it wrongly.

Of "The lake rose, its keeper, Ana Ruiz, told us" the parse makes two things that happened, and
of "said that it was shut, demanded a key" a demand that was said.
"""

from __future__ import annotations

from dateline.text.tree import SUBJECTS, Tree


def under_joined(tree: Tree, verb: int) -> int | None:
    """Return the clause of "said that it was shut, demanded a key" under the verb joined to it."""
    for joined in tree.children(verb, "ccomp"):
        for child in tree.children(joined, "advcl", "ccomp") if joined > verb else ():
            opens = min(tree.subtree(child))
            mark = tree.child(child, "mark")
            if child < joined and opens == verb + 1 and mark == opens:
                return child if tree.folded[opens] == "that" else None
    return _under_name(tree, verb)


def _under_name(tree: Tree, verb: int) -> int | None:
    """Return the clause of "told dpa that …" under a name that the parse takes for a verb."""
    for told in tree.children(verb, "xcomp"):
        if told == verb + 1 and not tree.auxiliaries(told):
            for child in tree.children(told, "ccomp"):
                if tree.folded[told + 1] == "that" and tree.child(child, "mark") == told + 1:
                    return child
    return None


def mistaken(tree: Tree, noun: int) -> int | None:
    """Return the clause of "said in a message that …" which the parse takes for a relative one.

    The clause has a subject of its own beside "that".
    """
    for child in tree.children(noun, "relcl"):
        opens = min(tree.subtree(child))
        own = tree.child(child, *SUBJECTS)
        if tree.folded[opens] == "that" and own not in {None, opens}:
            return child
    return None


def left_noun(tree: Tree, verb: int) -> int | None:
    """Return the noun right before a finite verb whose subject the parse has lost.

    A comma may close its apposition: "…, the board's head, Ana Ruiz, told …".
    """
    before = verb - 1
    while before >= 0 and (tree.pos(before) in {"AUX", "ADV"} or tree.words[before] == ","):
        before -= 1
    if before < 0 or tree.pos(before) not in {"NOUN", "PROPN", "PRON"}:
        return None
    return None if before < verb - 1 and tree.relation(before) == "pobj" else before


def is_misjoined(tree: Tree, verb: int) -> bool:
    """Whether the parse joins "told" to "rose" in "The lake rose, its keeper, Ana Ruiz, told …"."""
    head = tree.head(verb)
    if tree.relation(verb) not in {"conj", "ccomp"} or head > verb:
        return False
    if any(head < cc < verb for cc in tree.children(head, "cc")):
        return False
    subject = tree.child(verb, *SUBJECTS)
    if subject is not None:  # "The lake rose, its keeper, Ana Ruiz, told us"
        opens = min(tree.subtree(subject))
        spliced = head < opens and tree.words[opens - 1] == ","
        return spliced and tree.relation(verb) == "conj" and _ends(tree, verb)
    return tree.words[verb - 1] == "," and left_noun(tree, verb) is not None


def _ends(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying closes its sentence, with no clause of its own."""
    return tree.child(verb, "ccomp", "xcomp", "advcl", "conj") is None
