"""Find persons that the words around a name prove: "the minister, [Lena Duarte], left".

What the parser takes for a place or a body is a person after a title and a comma, before
", who" or an age, as the source of "according to", or as who says something.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.knowledge.lexicon import Lexicon, Role
from dateline.text.descriptions import role_at
from dateline.text.tree import Tree

_SPEAK = frozenset({"say", "tell", "add", "write", "reply", "explain"})
_LONGEST = 5
_BACK = 7
"""Tokens before a name within which the title of "the governor of X, Y" must stand."""
_BREAKS = frozenset({"VERB", "AUX", "CCONJ", "SCONJ", "PRON", "PUNCT"})
_PERSONAL = ("er", "or", "ist", "yst", "ian", "ial", "ent", "man", "woman", "ess", "wife", "ary")


def attested(tree: Tree, taken: Collection[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the first token and the end of each name of several words that is a person's."""
    first = 0
    while first < len(tree):
        last = _run(tree, first, taken, lexicon)
        words = [t for t in range(first, last) if tree.words[t][:1].isupper()]
        if 1 < len(words) <= _LONGEST and _likely(tree, first, last, lexicon):
            yield first, last
        first = max(last, first) + 1


def _run(tree: Tree, first: int, taken: Collection[int], lexicon: Lexicon) -> int:
    """Return the end of the capitalised words that start at a token, particles included."""
    end = at = first
    while at < len(tree) and at not in taken:
        proper = tree.pos(at) == "PROPN" and tree.words[at][:1].isupper()
        if proper and lexicon.role(tree.words[at].rstrip(".")) is None:
            end = at + 1
        elif at == first or tree.folded[at] not in lexicon.grammar["particle"]:
            break
        at += 1
    return end


def _likely(tree: Tree, first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words around a run say that it is a person."""
    words = tree.span(first, end - 1).of(tree.text)
    if any(tree.folded[t] in lexicon.grammar["institution"] for t in range(first, end)):
        return False
    told_after = _told_after(tree, end, lexicon)
    if any(tree.folded[t] in lexicon.grammar["site"] for t in range(first, end)):
        return told_after  # "Juno Park, the chairwoman of the port, left"
    if lexicon.gazetteer.find(words):
        return False
    return (
        told_after
        or _entitled(tree, first, lexicon)
        or _source(tree, first, end)
        or _speaks(tree, first, end)
    )


def _entitled(tree: Tree, first: int, lexicon: Lexicon) -> bool:
    """Whether a title and a comma stand before: "the governor of Osh, [X]"."""
    if first < 2 or tree.words[first - 1] != ",":
        return False
    for token in range(first - 2, max(-1, first - _BACK), -1):
        if _personal(tree, token, lexicon):
            return token == first - 2 or tree.folded[token + 1] in {"of", "for", "at", "to", "in"}
        if tree.pos(token) in _BREAKS:
            return False
    return False


def _told_after(tree: Tree, end: int, lexicon: Lexicon) -> bool:
    """Whether ", who", ", 41," or ", a welder" stands right behind."""
    if end + 1 >= len(tree) or tree.words[end] != ",":
        return False
    if tree.folded[end + 1] in {"who", "whose"}:
        return True
    if tree.words[end + 1].isdigit() and len(tree.words[end + 1]) == 2:
        return end + 2 < len(tree) and tree.words[end + 2] == ","
    if tree.folded[end + 1] not in {"a", "an", "the", "his", "her", "its", "their"}:
        return False
    for token in range(end + 2, min(end + _BACK, len(tree))):
        if tree.pos(token) in {"VERB", "AUX", "ADP", "PUNCT"} and tree.words[token] != "-":
            # "of Hyde Park, the minister said": the minister is not what the park is.
            return _personal(tree, token - 1, lexicon) and tree.relation(token - 1) != "nsubj"
    return False


def _personal(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a token is a noun that only one person is called by."""
    if token < 0 or tree.tag(token) not in {"NN", "NNP"}:
        return False
    met = role_at(tree, max(0, token - 3), token, lexicon)
    return met is not None and one_person(tree, token, met[0], lexicon)


def one_person(tree: Tree, token: int, role: Role, lexicon: Lexicon) -> bool:
    """Whether a role is a person's and no body's."""
    lemma = tree.lemma(token)
    if lemma in lexicon.grammar["collective"] or lemma in lexicon.grammar["institution"]:
        return False
    return role.title or lemma.endswith(_PERSONAL)


def _source(tree: Tree, first: int, end: int) -> bool:
    """Whether "according to" stands right before and the name stands alone."""
    if first < 2 or tree.folded[first - 2] != "according" or tree.folded[first - 1] != "to":
        return False
    return end >= len(tree) or tree.pos(end) in {"PUNCT", "ADP", "VERB"}


def _speaks(tree: Tree, first: int, end: int) -> bool:
    """Whether two or three words without an article say something."""
    if first and tree.folded[first - 1] in {"the", "a", "an"}:
        return False
    last = end - 1
    said = tree.relation(last) == "nsubj" and tree.lemma(tree.head(last)) in _SPEAK
    return said and end - first < 4 and all(tree.words[t].isalpha() for t in range(first, end))
