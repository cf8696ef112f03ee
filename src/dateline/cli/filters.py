"""The arguments that say what is looked for in a database: `--country KEN --origins 2`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.store import Query

_TEXTS = (
    ("text", "WORDS", "that hold all these words"),
    ("since", "DAY", "from this day on, as in 2030-05-17"),
    ("until", "DAY", "up to this day"),
    ("country", "CODE", "of a place or party of this country, as in KEN"),
    ("actor", "NAME", "in which this person or body acts, speaks or is acted upon"),
    ("category", "CODE", "with an event of this category, as in PROTEST"),
    ("status", "STATUS", "with a record of this status, as in denied"),
    ("measure", "MEASURE", "with a figure of this measure, as in killed"),
    ("outlet", "NAME", "of this outlet"),
)


def add_filters(verb: argparse.ArgumentParser) -> None:
    """Let a verb that lists be told what is looked for, and how much of it at a time."""
    filters = add_conditions(verb)
    filters.add_argument("--limit", metavar="N", type=int, default=50, help="N at most (50)")
    filters.add_argument("--after", metavar="CURSOR", help="go on where an answer was cut off")


def add_conditions(verb: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Let a verb be told what is looked for; what several options say must all hold."""
    filters = verb.add_argument_group("what is looked for")
    for name, metavar, help in _TEXTS:
        filters.add_argument(f"--{name}", metavar=metavar, help=help)
    filters.add_argument(
        "--box", metavar="W,S,E,N", type=_box, help="with a place in these degrees"
    )
    filters.add_argument(
        "--origins", metavar="N", type=int, help="of N independent origins at least"
    )
    return filters


def query_of(chosen: argparse.Namespace) -> Query:
    """Return what is looked for. Raises `QueryError`."""
    from dateline.store import Query

    texts = {name: getattr(chosen, name) for name, _, _ in _TEXTS}
    return Query(
        **texts,
        box=chosen.box,
        origins=chosen.origins,
        after=chosen.after,
        limit=chosen.limit,
    )


def _box(value: str) -> tuple[float, ...]:
    """Return four degrees. Raises `ArgumentTypeError` for anything else."""
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"west,south,east,north in degrees were expected, not {value!r}"
        ) from None
    return west, south, east, north
