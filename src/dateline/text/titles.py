"""Read who a person is from the words beside the name.

"Iranian Foreign Minister Omid Karimi", "Omid Karimi, Iran's foreign minister," and "Iran's
foreign minister, Omid Karimi," say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Kind, Name, Span
from dateline.text.christened import christened
from dateline.text.descriptions import Description, core, describe, role_at
from dateline.text.tree import Tree

_BELONGS = frozenset({"of", "for", "at", "to"})


def titles_of(
    tree: Tree, names: Mapping[int, Name], lexicon: Lexicon
) -> Iterator[tuple[Span, Description]]:
    """Yield each person's name of a sentence with what is said of its bearer beside it."""
    seen: set[Span] = set()
    for name in names.values():
        if name.kind is not Kind.PERSON or name.span in seen:
            continue
        seen.add(name.span)
        inside = tree.inside(name.span)
        if not inside:
            continue
        before = _before(tree, inside[0], names, lexicon)
        if before is not None:
            yield name.span, _completed(tree, inside, before, names)
            start = tree.at(before.span.start) or 0
            further = None if start < 2 or tree.words[start - 1] != "," else start - 2
            if further is not None and (told := _of(tree, further, names, lexicon)) is not None:
                yield name.span, told  # "the head of the union, Captain X"
        for token in _beside(tree, inside):
            told = describe(tree, token, names, lexicon)
            if told.role is not None and tree.tag(token) in {"NN", "NNP"}:
                yield name.span, told


def apposed(
    tree: Tree, names: Mapping[int, Name], lexicon: Lexicon
) -> Iterator[tuple[int, Span, Span]]:
    """Yield the noun and span of each description that stands apart beside a name, and the name."""
    for span, told in titles_of(tree, names, lexicon):
        apart = told.span.end + 2 <= span.start or told.span.start > span.end
        head = tree.at(told.span.end - 1)
        if apart and head is not None:
            yield head, told.span, span


def _before(
    tree: Tree, first: int, names: Mapping[int, Name], lexicon: Lexicon
) -> Description | None:
    """Return the description that ends right before a name: "Chad's interior minister X"."""
    last = first - 1
    while last >= 0 and tree.words[last] in {",", '"', "“"}:
        last -= 1
    if last < 0 or last in names or role_at(tree, 0, last, lexicon) is None:
        return _of(tree, last, names, lexicon)
    start = last
    while start and _modifies(tree, start - 1):
        start -= 1
    return _flat(tree, start, last, names, lexicon)


def _completed(
    tree: Tree, inside: tuple[int, ...], told: Description, names: Mapping[int, Name]
) -> Description:
    """Return a title with the country that follows the name: "President X of Chad"."""
    held = None if told.country else tree.preposition(inside[-1], "of")
    if held is None or held not in names:
        return told
    return replace(told, country=names[held].country)


def _of(tree: Tree, last: int, names: Mapping[int, Name], lexicon: Lexicon) -> Description | None:
    """Return the description of "the president of Chad, X" or "the head of the union X"."""
    for token in range(last, max(-1, last - 6), -1):
        if tree.folded[token] in _BELONGS and token and role_at(tree, 0, token - 1, lexicon):
            told = describe(tree, token - 1, names, lexicon)
            below = tree.subtree(token)
            personal = told.role is not None and (told.role.title or told.role.inherits)
            return told if personal and below[-1] >= last else None
        if tree.pos(token) in {"VERB", "AUX", "PUNCT"} and tree.words[token] != ",":
            return None
    return None


def _modifies(tree: Tree, token: int) -> bool:
    """Whether a token can stand inside the title before a name."""
    if tree.pos(token) in {"NOUN", "PROPN", "ADJ"} or tree.tag(token) in {"POS", "HYPH", "PRP$"}:
        return True
    return tree.words[token] in {"-", "’s", "'s"} or tree.folded[token] in {"of", "for"}


def _flat(
    tree: Tree, start: int, last: int, names: Mapping[int, Name], lexicon: Lexicon
) -> Description | None:
    """Return what the words from `start` to the role's last word say, whatever the parse."""
    told = describe(tree, last, names, lexicon)
    met = role_at(tree, start, last, lexicon)
    if met is None:
        return None
    held = [names[t] for t in range(start, last + 1) if t in names]
    held = [n for n in dict.fromkeys(held) if n.kind is not Kind.PERSON or n not in told.holders]
    country = next((n.country for n in reversed(held) if n.country is not None), None)
    role = met[0]
    title = " ".join(tree.span(met[1], last).of(tree.text).casefold().split())
    seats = [
        n for n in held if n.by in {"names/seat", "names/capital"} or n.kind is Kind.ORGANISATION
    ]
    if seats:
        title = f"{seats[-1].span.of(tree.text)} {title}"
    bodies = [n.sector for n in held if n.kind in {Kind.ORGANISATION, Kind.GROUP} and n.sector]
    sector = bodies[-1] if bodies and role.inherits else told.sector or role.sector
    if sector is None and any(n.by in {"names/seat", "names/capital"} for n in held):
        sector = "GOV"
    span = tree.span(start, last)
    return Description(span, role, title, country, sector, tuple(held) or told.holders)


def _beside(tree: Tree, inside: tuple[int, ...]) -> Iterator[int]:
    """Yield the nouns in apposition to a name, after or before it, or said to be called so."""
    top = next((t for t in inside if tree.head(t) not in inside or tree.head(t) == t), inside[-1])
    yield from tree.children(top, "appos")
    if tree.relation(top) == "appos" and core(tree, tree.head(top))[1] < inside[0]:
        yield tree.head(top)
    if (noun := christened(tree, top)) is not None:
        yield noun
