"""Find bodies by the institution in their name: "Chadian Health [Ministry]".

The "Minister of Government" is no body, and "the National Union [of Reporters]" is longer than
its institution.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.lexicon import Known, Lexicon
from dateline.model import Kind, Name, Span
from dateline.text.mapped import capitalised
from dateline.text.tree import Tree


def institutions(
    tree: Tree, listed: tuple[tuple[Span, Known], ...], lexicon: Lexicon
) -> Iterator[Name]:
    """Yield capitalised phrases that end in an institution: "Chadian Health Ministry"."""
    for token in range(len(tree)):
        if tree.folded[token] not in lexicon.grammar["institution"] or not capitalised(tree, token):
            continue
        first = token
        while (
            first
            and capitalised(tree, first - 1)
            and tree.pos(first - 1) in {"PROPN", "ADJ", "NOUN"}
        ):
            first -= 1
        while first < token and lexicon.role(tree.words[first]) and first == 0:
            first += 1
        span = tree.span(first, _whole_name(tree, first, token))
        if first == token or any(s.start < span.end <= s.end for s, _ in listed):
            continue
        if is_office(tree, first, lexicon):
            continue
        inside = [known for s, known in listed if span.start <= s.start and s.end <= span.end]
        yield organisation(span, tree, inside, lexicon, "institution")


def _whole_name(tree: Tree, first: int, last: int) -> int:
    """Return where a body's name ends: the parser may know "National Union [of Reporters]"."""
    for start, end, label in tree.parse.entities:
        if label == "ORG" and first - 1 <= start <= first and end - 1 > last:
            members = tree.words[end - 1][0].isupper() and tree.folded[end - 1].endswith("s")
            if tree.folded[last + 1] == "of" and members:
                return end - 1
    return last


def is_office(tree: Tree, first: int, lexicon: Lexicon) -> bool:
    """Whether capitals begin with somebody's office: the "Minister of Government" is no body."""
    role = lexicon.role(tree.words[first])
    after = first + 1 < len(tree) and tree.folded[first + 1] in {"of", "for"}
    return role is not None and role.title and after


def organisation(span: Span, tree: Tree, inside: list[Known], lexicon: Lexicon, rule: str) -> Name:
    """Return an organisation, its country from a demonym inside and its sector from its noun."""
    words = span.of(tree.text).split()
    roles = (lexicon.role(" ".join(words[at:])) for at in range(len(words)))
    role = next((found for found in roles if found is not None), None)
    country = next((k.country for k in inside if k.country is not None), None)
    sector = None if role is None or role.inherits else role.sector
    name = " ".join(words)
    return Name(span, Kind.ORGANISATION, name, f"names/{rule}", country, sector)
