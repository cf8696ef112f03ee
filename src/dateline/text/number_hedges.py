"""Tie hedges to an amount: "[at least] 47", "[an estimated] $5m", "30 [or more]"."""

from __future__ import annotations

import re

from dateline.model import Number, Span
from dateline.text.number_shapes import HEDGE_AFTER, HEDGE_BEFORE, Amount
from dateline.text.tree import Tree

_CLIMBS = frozenset({"go", "climb", "creep", "edge", "move", "own", "shoot"})
_HEDGE_NAMES = ("close", "at_least", "at_most", "estimated", "about", "exact")


def hedged(tree: Tree, start: int, end: int, amount: Amount) -> Number:
    """Return the record of an amount whose words are given, with the hedges around them."""
    opening, hedge = start, None
    first = tree.sentence.span.start
    while before := HEDGE_BEFORE.search(tree.text, max(first, opening - 24), opening):
        if before["at_most"] and _is_way(tree, before):
            break
        hedge = next((name for name in _HEDGE_NAMES if before[name]), hedge)
        opening = before.start()
    hedge = "about" if hedge == "close" else hedge
    opening = _between(tree, opening, amount) if hedge is None else opening
    closing = end
    after = HEDGE_AFTER.match(tree.text, end, tree.sentence.span.end)
    if after and hedge is None:
        hedge = next(name for name in ("at_least", "about", "at_most") if after[name])
        closing = after.end()
    low, high = amount.low, amount.high
    if hedge == "at_least" and amount.kind != "ordinal":
        high = None if low == high else high
    elif hedge == "at_most" and amount.kind != "ordinal":
        low = None
    kept = amount.hedge if hedge in {None, "exact"} else hedge
    return Number(
        Span(opening, closing),
        Span(start, end),
        low,
        high,
        kept or hedge,
        amount.kind,
        by=f"numbers/{amount.kind}",
        unit=amount.unit,
    )


def _is_way(tree: Tree, hedge: re.Match[str]) -> bool:
    """Whether "up to" says where a count went: "the toll has gone [up to] 42"."""
    up = tree.at(hedge.end() - len(hedge[0].lstrip()))
    if up is None or tree.folded[up] != "up":
        return False
    return up > 0 and tree.lemma(up - 1) in _CLIMBS


def _between(tree: Tree, start: int, amount: Amount) -> int:
    """Return where a range begins, with its "between" or "from"."""
    if amount.hedge != "between":
        return start
    lead = re.compile(r"\b(?:between|from)\s+$", re.I)
    found = lead.search(tree.text, max(tree.sentence.span.start, start - 10), start)
    return found.start() if found else start
