"""Say who "both", "all three" or "the two countries" are: the list, or the pair, before them.

After "Chad and Sudan met" the phrase "both sides" means these two; where no list stands
near, the two countries that a report speaks of far more than of any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Actor, Kind, Name
from dateline.text.phrases import counted
from dateline.text.tree import Tree

_NEAR = 1_000
"""Characters back in which "both" looks for its list."""
_LANDS = frozenset({"country", "nation", "government"})
_SIDES = _LANDS | {"side", "neighbor", "neighbour", "party", "ally", "foe", "rival", "army"}

Lists = tuple[tuple[int, tuple[Actor, ...]], ...]
Named = Callable[[Tree, int], Actor | None]


def find_lists(
    trees: Sequence[Tree], names: Callable[[Tree], Mapping[int, Name]], named: Named
) -> Lists:
    """Return lists of two or more names, by the character that they end at, in order."""
    found = []
    for tree in trees:
        held = names(tree)
        for token in sorted(held):
            joined = tree.conjuncts(token)
            if tree.relation(token) == "conj" or len(joined) < 2:
                continue
            members = [named(tree, one) for one in joined if one in held]
            known = tuple(m for m in members if m is not None)
            if len(known) == len(joined):
                found.append((tree.parse.end[joined[-1]], known))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def listed_before(tree: Tree, token: int, lists: Lists, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Return the list before "both", "all three" or "the two countries"."""
    count = counted(tree, token)
    if count is None:
        return ()
    here = tree.parse.start[token]
    lands = {country.name for country in lexicon.countries.values()}
    for list_end, members in reversed(lists):
        near = list_end <= here and here - list_end < _NEAR and len(members) == count
        if near and (tree.lemma(token) not in _LANDS or all(m.name in lands for m in members)):
            return members
    return ()


def pair_before(tree: Tree, token: int, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the two countries that "both sides" are, when no third is spoken of as much."""
    if tree.lemma(token) not in _SIDES or not (counted(tree, token) == 2 or _each(tree, token)):
        return ()
    here = tree.parse.start[token]
    told = [n for n in names if n.kind is Kind.COUNTRY and n.span.end <= here and n.country]
    count = Counter(n.country for n in told)
    ranked = sorted(count.values(), reverse=True)
    if len(ranked) < 2 or ranked[1] < 2 or (len(ranked) > 2 and ranked[2] * 2 > ranked[1]):
        return ()
    return tuple(islice(_first_of_each(told, count, ranked[1]), 2))


def _each(tree: Tree, token: int) -> bool:
    """Whether "each" or "neither" stands before the noun."""
    return any(tree.folded[c] in {"each", "neither"} for c in tree.children(token, "det"))


def _first_of_each(told: Sequence[Name], count: Counter[str | None], least: int) -> Iterator[Name]:
    """Yield the first mention of each country that is named often enough."""
    seen: set[str | None] = set()
    for name in told:
        if count[name.country] >= least and name.country not in seen:
            seen.add(name.country)
            yield name
