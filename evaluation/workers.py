"""Spread the pages of a set over the processors that this process may use."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

_FEW = 8
"""Items; fewer are done before another process has started."""
_CHUNK = 4

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """Return what a function of a module makes of each item, in their order.

    Processes start afresh: one that was forked from here would inherit the threads of the
    parser, which no longer run in it.
    """
    free = processors()
    if free == 1 or len(items) < _FEW:
        return [work(item) for item in items]
    with ProcessPoolExecutor(free, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, items, chunksize=_CHUNK))


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
