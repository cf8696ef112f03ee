"""Find what a number counts: "some 3 million [farmers]", "tens of thousands" of whom.

The noun is the number's head in the parse; where there is none ("at least 47 killed",
"uprooted millions") the number itself stands for those counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Number, Span
from dateline.text.tree import Tree

_MODIFIES = frozenset({"nummod", "quantmod", "amod", "compound", "nmod", "det", "poss", "advmod"})
_KEPT = frozenset({"amod", "compound", "nmod", "poss", "case", "det", "prep", "pobj", "punct"})
_LINKS = frozenset("of in from at with near on across among inside along".split())
_SOME = frozenset("several many numerous multiple some few dozens hundreds thousands".split())
_MORE = frozenset("more other another additional further extra such".split())
_LONGEST = 9
"""Words of a phrase that names what is counted; a longer one is cut before its prepositions."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts."""

    node: int
    """The token by which those counted hang in the sentence."""
    noun: int | None
    """The noun that names them; None when it is left out."""
    first: int
    last: int
    """The tokens of the number with its noun."""


def counted(tree: Tree, number: Number) -> Counted | None:
    """Return what a number counts; None when its words are no tokens of the sentence."""
    inside = tree.inside(number.digits)
    top = tree.top(number.digits)
    whole = tree.inside(number.span)
    if top is None or not inside or not whole:
        return None
    node, noun = top, None
    while tree.relation(node) in _MODIFIES and tree.head(node) > inside[-1] and noun is None:
        node = tree.head(node)
        if tree.pos(node) in {"NOUN", "PROPN", "SYM"} or tree.relation(node) not in _MODIFIES:
            noun = node if tree.pos(node) in {"NOUN", "PROPN", "SYM"} else None
            break
    if noun is None and node == top:
        noun = _after_of(tree, top, inside[-1])
        if noun is None and (noun := _right_after(tree, inside[-1])) is not None:
            node = noun
    last = max(inside[-1], noun if noun is not None else inside[-1])
    if noun is not None:
        last = max(last, *(c for c in _joined(tree, top, noun)))
    return Counted(node, noun, whole[0], last)


def _right_after(tree: Tree, last: int) -> int | None:
    """Return the plural that ends the run of nouns right after a number, whatever the parse."""
    for token in range(last + 1, min(last + 5, len(tree))):
        if tree.tag(token) in {"NNS", "NNPS"}:
            return token
        if tree.pos(token) not in {"ADJ", "NOUN", "PROPN"} or tree.tag(token) == "NN":
            return None
    return None


def _after_of(tree: Tree, top: int, last: int) -> int | None:
    """Return the noun of "hundreds of people", "12 of the villagers"."""
    of = tree.child(top, "prep")
    if of is not None and of == last + 1 and tree.folded[of] == "of":
        held = tree.child(of, "pobj")
        if held is not None and tree.pos(held) in {"NOUN", "PROPN"}:
            return held
    return None


def _joined(tree: Tree, top: int, noun: int) -> list[int]:
    """Return the noun and those that share its number: "thousands of troops and fighters"."""
    found = [noun]
    for start in {top, noun}:
        for child in tree.children(start, "conj"):
            own = any(
                tree.relation(c) in {"nummod", "det", "quantmod"} or tree.folded[c] in _SOME
                for c in tree.children(child)
            )
            if noun < child < noun + 6 and not own and tree.tag(child) in {"NNS", "NNPS"}:
                found.append(child)
    return found if tree.tag(noun) in {"NNS", "NNPS"} else [noun]


def phrase(tree: Tree, number: Number, noun: int) -> str:
    """Return the counted thing without its number: "farmers in Osmara Province"."""
    taken = set(tree.inside(number.span)) | set(tree.inside(number.digits))
    kept = [token for token in _phrase_tokens(tree, noun, deep=True) if token not in taken]
    if len(kept) > _LONGEST:
        kept = [token for token in _phrase_tokens(tree, noun, deep=False) if token not in taken]
    kept = _trimmed(tree, kept, noun)
    while len(kept) > 1 and tree.folded[kept[0]] in _MORE:
        kept.pop(0)
    return " ".join(tree.text[tree.parse.start[kept[0]] : tree.parse.end[kept[-1]]].split())


def _trimmed(tree: Tree, kept: list[int], noun: int) -> list[int]:
    """Return the unbroken run of tokens about the noun, without a leading article or mark."""
    run = [noun]
    while run[0] - 1 in kept:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in kept:
        run.append(run[-1] + 1)
    while len(run) > 1 and run[0] != noun and tree.pos(run[0]) in {"DET", "PUNCT", "ADP", "SYM"}:
        run.pop(0)
    while len(run) > 1 and run[-1] != noun and tree.pos(run[-1]) in {"PUNCT", "ADP", "DET"}:
        run.pop()
    return run


def _phrase_tokens(tree: Tree, noun: int, *, deep: bool) -> list[int]:
    """Return the tokens of a noun's phrase: what modifies it, and "of", "in" … below it."""
    found = [noun]
    for child in tree.children(noun):
        relation = tree.relation(child)
        if relation == "prep":
            below = tree.subtree(child)
            if deep and tree.folded[child] in _LINKS and child > noun and not _dated(tree, below):
                found.extend(below)
        elif relation in _KEPT and (child < noun or relation == "case"):
            found.extend(tree.subtree(child))
    return sorted(found)


def _dated(tree: Tree, tokens: tuple[int, ...]) -> bool:
    """Whether tokens hold a time: "deaths in the past week" are deaths."""
    dates = [(a, b) for a, b, label in tree.parse.entities if label in {"DATE", "TIME"}]
    return any(a <= token < b for a, b in dates for token in tokens)


def noun_span(tree: Tree, found: Counted) -> Span:
    """Return the characters from the number to its noun."""
    return tree.span(min(found.first, found.last), max(found.first, found.last))
