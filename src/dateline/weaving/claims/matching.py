"""Judge whether two records of one kind speak of one thing, and how surely."""

from __future__ import annotations

from dateline.model import Event, Figure, Statement
from dateline.weaving.claims.items import Item
from dateline.weaving.claims.same_event import judge_events
from dateline.weaving.claims.same_figure import judge_figures, weigh_figures
from dateline.weaving.claims.same_statement import judge_statements


def judge(one: Item, other: Item) -> float:
    """Return how surely two items of one kind speak of one thing: 0 never, 1 surely."""
    match one.record, other.record:
        case Event(), Event():
            return judge_events(one, other, one.record, other.record)
        case Statement(), Statement():
            return judge_statements(one, other, one.record, other.record)
        case Figure(), Figure():
            return judge_figures(one, other, one.record, other.record)
    return 0.0


def counts_again(one: Item, other: Item) -> float:
    """Return how surely two numbers of one report would be one thing's if two reports gave them."""
    if not isinstance(one.record, Figure) or not isinstance(other.record, Figure):
        return 0.0
    return weigh_figures(one, other, one.record, other.record)
