"""Take a name for a person's where the words around it say so, whatever it was taken for.

"Orla, 44," has an age, "Dosov, who ran" is a "who", and "Hanna" is a given name; every other
mention of that name is the same person's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.knowledge.lexicon import fold
from dateline.model import Kind, Name
from dateline.text.genders import gender_of_name, people
from dateline.text.number_words import read_number
from dateline.text.tree import Tree

_GUESSED = frozenset({"names/parser", "names/recognised", "names/acting"})
"""Rules that tell a name's kind by the parser or the sentence, and can be mistaken."""
_AGES = range(1, 120)


def shown_persons(trees: Sequence[Tree], names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names, those that the report shows to be persons' with that kind."""
    guessed = [n for n in names if n.kind is not Kind.PERSON and n.by in _GUESSED]
    if not guessed:
        return tuple(names)
    starts = [tree.sentence.span.start for tree in trees]
    shown: set[str] = set()
    for name in guessed:
        at = bisect_right(starts, name.span.start) - 1
        given = name.kind is not Kind.PLACE and _given(name)
        if given or (at >= 0 and _person(trees[at], name)):
            shown.add(fold(name.name))
    shown |= {full.split()[-1] for full in shown}
    met = {id(n) for n in guessed if fold(n.name) in shown or fold(n.name).split()[-1] in shown}
    return tuple(replace(n, kind=Kind.PERSON) if id(n) in met else n for n in names)


def _given(name: Name) -> bool:
    """Whether a name begins with a given name and has no word of a body's."""
    words = fold(name.name).split()
    return gender_of_name(name.name) is not None and not _bodily() & set(words)


@lru_cache(maxsize=1)
def _bodily() -> frozenset[str]:
    """Return the words of bodies' names, and their nouns."""
    lists = people()
    held = (*lists["naming"].values(), *lists["body"].values())
    return frozenset(word for some in held for word in some)


def _person(tree: Tree, name: Name) -> bool:
    """Whether an age or "who" follows a name: "Dosov, 58,"."""
    last = next((t for t in range(len(tree)) if tree.parse.end[t] == name.span.end), None)
    if last is None or last + 2 >= len(tree) or tree.words[last + 1] != ",":
        return False
    if tree.folded[last + 2] == "who":
        return True
    age = read_number(tree.folded[last + 2])
    alone = last + 3 >= len(tree) or tree.words[last + 3] in {",", "."}
    return age is not None and int(age) == age and int(age) in _AGES and alone
