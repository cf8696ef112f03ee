"""Tell the gender that a name or a noun gives its bearer: "Olena", "Mrs", "spokesman".

A given name that the list doesn't know tells nothing, nor does one that women and men bear.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dateline.knowledge.lexicon import fold
from dateline.knowledge.vocabulary import Lists, words

WOMAN, MAN = "woman", "man"
_NO_MEN = frozenset({"german", "roman", "human", "ottoman", "norman", "shaman", "talisman"})


@lru_cache(maxsize=1)
def people() -> Lists:
    """Return the lists of nouns for persons and bodies, opened once for all reports."""
    return words("people")


@lru_cache(maxsize=1)
def _given() -> Mapping[str, str]:
    """Return the gender of each given name."""
    tables = ((WOMAN, words("given")["women"]), (MAN, words("given")["men"]))
    return {
        name: gender
        for gender, lists in tables
        for held in lists.values()
        for names in held
        for name in names.split()
    }


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, str]:
    """Return the gender of each noun that has one."""
    return {noun: gender for gender, held in people()["gender"].items() for noun in held}


def gender_of_name(name: str) -> str | None:
    """Return the gender of a person's full name, read from its first word."""
    parts = fold(name).split()
    if len(parts) > 2 and _given().get(parts[0]) is None:
        return _given().get(parts[1])  # "J. Anna Ruiz"
    return _given().get(parts[0]) or _given().get(parts[0].split("-")[0]) if parts else None


def gender_of_noun(lemma: str) -> str | None:
    """Return the gender that a noun tells: "sister", "spokesman", "Mrs."."""
    plain = lemma.rstrip(".")
    found = _nouns().get(plain)
    if found is None and plain.endswith("woman"):
        return WOMAN
    if found is None and plain.endswith("man") and plain not in _NO_MEN:
        return MAN
    return found
