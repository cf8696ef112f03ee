"""Tell what a noun phrase means by itself: a person, a body or people, how many, which of them.

"two brothers" are people, two; "the eight-year-old" is a person of that age; "the reactor" is
nobody, for all its ending.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dateline.knowledge.lexicon import Lexicon, Role
from dateline.model import Kind, Name
from dateline.text.genders import people
from dateline.text.number_words import read_number
from dateline.text.tree import OBJECTS, SUBJECTS, Tree

_THE = frozenset({"the", "this", "that", "these", "those"})
_ANY = frozenset({"a", "an", "another", "some", "any", "every", "each", "no", "several", "many"})
_PLURAL = frozenset({"NNS", "NNPS"})
_ALWAYS = frozenset({"police", "parliament", "prosecutors"})
"""Nouns that mean the same body without an article."""
_AGENTS = ("er", "or", "ist", "man", "woman", "men", "women", "eer", "ess")
_CORPS = frozenset("national coast republican presidential revolutionary border home royal".split())
"""What makes a guard a body."""
_HONOURS = frozenset("excellency majesty highness holiness eminence lordship ladyship".split())
_SHORTEST = 5
"""Letters of a noun that ends as an agent's does: "baker"."""


@lru_cache(maxsize=1)
def crowds() -> frozenset[str]:
    """Return the singular nouns that mean several people."""
    return frozenset(people()["crowd"]["nouns"])


@lru_cache(maxsize=1)
def faints() -> frozenset[str]:
    """Return the nouns of places and things that a body may be called by."""
    return frozenset(people()["faint"]["nouns"])


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Return the nouns that mean a body."""
    return frozenset(noun for held in people()["body"].values() for noun in held)


@lru_cache(maxsize=1)
def traders() -> frozenset[str]:
    """Return the nouns of bodies that a person can be called by: "the miner", "the owner"."""
    return frozenset(noun for noun in _bodies() if _agent(noun) or noun == "monitor")


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    """Return the nouns that mean a person whatever they end in."""
    lists = people()
    held = (*lists["person"].values(), *lists["kin"].values(), *lists["gender"].values())
    return frozenset(noun for some in (*held, lists["epithet"]) for noun in some)


@lru_cache(maxsize=1)
def natives() -> Mapping[str, str]:
    """Return the country of each noun for one of its people: "Frenchman"."""
    return {noun: code for code, held in people()["natives"].items() for noun in held}


def nameless(words: str) -> bool:
    """Whether words with a capital are no name: "Frenchman", "Excellency", "The economist"."""
    article, _, rest = words.partition(" ")
    if rest:
        return article == "The" and rest.islower()
    return words.casefold() in natives() or words.casefold() in _HONOURS


def honoured(tree: Tree, token: int) -> bool:
    """Whether a word is the "Excellency" of "His Excellency"."""
    owner = tree.child(token, "poss")
    styled = tree.folded[token] in _HONOURS and tree.words[token].istitle()
    return styled and owner is not None and tree.folded[owner] in {"his", "her", "their"}


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    return frozenset(people()["things"]["nouns"])


def modifies(tree: Tree, token: int, names: Mapping[int, Name]) -> bool:
    """Whether a word tells one from another: "Turkish Cypriot", but no nationality by itself."""
    if seated(tree, token):
        return False
    return token not in names or " " in names[token].span.of(tree.text)


def seated(tree: Tree, token: int) -> bool:
    """Whether a word is of "Geneva-based", which says where somebody sits and not who he is."""
    return tree.folded[token] == "based" or tree.folded[token + 1 : token + 3] == ("-", "based")


def age_of(tree: Tree, token: int) -> str | None:
    """Return the age of "the 43-year-[old]"."""
    if tree.folded[token] in {"old", "olds"} and token > 3 and tree.folded[token - 2] == "year":
        modifies = tree.relation(token) in {"amod", "compound", "acomp", "advmod"}
        if tree.relation(token) == "amod" and tree.pos(tree.head(token)) == "VERB":
            modifies = False  # "The 27-year-[old] called it a shame."
        spoken = token + 1 < len(tree) and tree.tag(token + 1) in {"VBD", "VBZ", "MD"}
        modifies = modifies and not spoken  # "the 27-year-[old] told reporters"
        return None if modifies else tree.folded[token - 4]
    return None


def ranked(tree: Tree, token: int) -> bool:
    """Whether "the [eldest]" or "the [younger]" stands for a noun."""
    ranked = tree.folded[token] in {"eldest", "oldest", "youngest", "elder", "younger", "latter"}
    alone = tree.relation(token) in SUBJECTS | OBJECTS | {"pobj", "poss"}
    return ranked and alone and any(tree.folded[c] == "the" for c in tree.children(token))


def counted_alone(tree: Tree, token: int) -> bool:
    """Whether "the [six]", "the [two]" or "[both]" stands for a noun."""
    alone = tree.relation(token) in SUBJECTS | OBJECTS | {"pobj", "poss"}
    if tree.pos(token) == "NUM" and alone and tree.child(token, "prep") is None:
        return any(tree.folded[c] in {"the", "all"} for c in tree.children(token))
    return tree.folded[token] == "both" and alone


def count_of(tree: Tree, token: int) -> int | None:
    """Return how many a phrase says that it means."""
    if tree.folded[token] in {"pair", "duo", "couple", "both"}:
        return 2
    numbers = (*tree.children(token, "nummod"), *([token] if tree.pos(token) == "NUM" else []))
    for number in numbers:
        value = read_number(tree.folded[number])
        if value is not None:
            return int(value)
    return None


def kind_of(
    tree: Tree, token: int, met: tuple[Role, int] | None, lexicon: Lexicon
) -> tuple[Kind | None, bool | None]:
    """Return what kind of somebody a noun means, and whether several; `met` is its role."""
    lemma, plural = tree.lemma(token), tree.tag(token) in _PLURAL
    if ranked(tree, token) or lemma in natives():
        return Kind.PERSON, False
    if lemma == "body" and plural:
        return None, None
    if lemma in _things() or (met is not None and met[0].words in _things()):
        return None, None
    if lemma in crowds() or lemma == "prosecutor" and plural:
        several = True if lemma in {"people", "couple", "pair", "duo", "trio"} else None
        return (Kind.GROUP, True) if plural or several else (Kind.ORGANISATION, None)
    if lemma == "guard" and not plural and not _corps(tree, token):
        return Kind.PERSON, False
    if lemma in _bodies() or lemma in lexicon.grammar["collective"]:
        if lemma in lexicon.grammar["site"] or met is None and lemma in _persons():
            return (None, None) if lemma not in _persons() else (Kind.PERSON, False)
        if plural:
            return Kind.GROUP, True
        return Kind.ORGANISATION, False
    if lemma in lexicon.grammar["institution"] and met is not None and not plural:
        return Kind.ORGANISATION, False
    if met is None and lemma not in _persons() and not _agent(lemma):
        return None, None
    return (Kind.GROUP, True) if plural else (Kind.PERSON, False)


def _corps(tree: Tree, token: int) -> bool:
    """Whether a guard is a body: "the coast guard", and no "night guard"."""
    before = {tree.folded[c] for c in tree.children(token, "compound", "amod", "nmod")}
    return tree.tag(token) == "NNP" or bool(before & _CORPS)


def _agent(lemma: str) -> bool:
    """Whether a noun ends as nouns for persons do: "docker", "arsonist"."""
    return len(lemma) >= _SHORTEST and lemma.endswith(_AGENTS) and lemma.isalpha()


def article_of(tree: Tree, token: int, first: int, *, aged: bool = False) -> str:
    """Return what stands before a noun: "the", "a", "both", "poss" or nothing."""
    if aged and tree.folded[token - 5] == "the":
        return "the"
    children = tree.children(token)
    before = {tree.folded[c] for c in children if c < token}
    if tree.child(token, "poss") is not None:
        return "the" if honoured(tree, token) else "poss"
    if "both" in before or tree.folded[token] == "both":
        return "both"
    led = first > 0 and tree.folded[first - 1] in _THE and tree.pos(first - 1) in {"DET", "PRON"}
    if before & _THE - {"that"} or led:
        return "the"
    if before & _ANY:
        return "a"
    return "the" if tree.lemma(token) in _ALWAYS or tree.folded[token] in _ALWAYS else ""
