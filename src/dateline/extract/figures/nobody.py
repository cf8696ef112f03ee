"""Read a zero that is told in words: "[no one was hurt]", "[not a single] house was hit"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.figures.measures import measure_of
from dateline.extract.figures.status import status_of
from dateline.model import Figure
from dateline.text.tree import Tree

_NOBODY = frozenset({"nobody", "none"})
_HARM = frozenset({"killed", "injured", "missing", "arrested", "displaced", "homeless", "affected"})
_NEAR = 6
"""Words between who nobody is and what did not befall them."""


def find_nobody(tree: Tree) -> Iterator[Figure]:
    """Yield the zero of "no one was hurt", "no casualties were reported"."""
    for token in range(len(tree)):
        first = _lead(tree, token)
        if first is None:
            continue
        measured = measure_of(tree, token, token)
        if measured is None or measured.measure not in _HARM or tree.relation(token) == "pobj":
            continue
        last = max(token, measured.word)
        if last - token > _NEAR:
            continue
        yield Figure(
            tree.span(first, last),
            0,
            0,
            "person",
            "people",
            tree.words[token],
            measured.measure,
            None,
            status_of(tree, token, measured),
            by="figures/nobody",
        )


def _lead(tree: Tree, token: int) -> int | None:
    """Return where "no crew members", "not a single guard", "nobody" begin."""
    if tree.folded[token] in _NOBODY:
        return token
    lead = tree.child(token, "det", "nummod")
    if lead is None or not token - 4 < lead < token:
        return None
    if tree.folded[lead] == "no":
        return lead
    single = tree.folded[lead] == "one" or "single" in tree.folded[lead:token]
    return lead - 1 if lead and tree.folded[lead - 1] == "not" and single else None
