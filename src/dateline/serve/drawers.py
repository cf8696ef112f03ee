"""Draw pages in processes of their own: Python draws one at a time in each.

A page of a story takes a processor for a twentieth of a second, and in one process twenty a
second wait for each other. What a page is drawn of goes over as the store's own bytes.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import AbstractContextManager
from importlib import import_module
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar, TypeVarTuple

Answer = TypeVar("Answer")
Asked = TypeVarTuple("Asked")

_log = logging.getLogger("dateline")
MOST = 4
"""Processes: each holds some eighty megabytes."""


class Drawers(AbstractContextManager["Drawers"]):
    """Processes that draw; without any, or once one has died, pages are drawn where they are asked
    for.
    """

    def __init__(self, processes: int | None = None) -> None:
        """Start so many; as many as there are processors if nothing is said, none for one."""
        number = min(MOST, os.cpu_count() or 1) if processes is None else processes
        self._pool = (
            # A copy of a process with threads may hang: new ones are started.
            ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_begin)
            if number > 1
            else None
        )
        if self._pool is not None:
            for _ in range(number):
                self._pool.submit(os.getpid)  # a first one starts a process

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def draw(self, work: Callable[[*Asked], Answer], *asked: *Asked) -> Answer:
        """Return what a function of a module makes of values that can be sent over."""
        if self._pool is not None:
            try:
                return self._pool.submit(work, *asked).result()
            except BrokenExecutor as problem:
                _log.warning("pages are drawn in one process from now on: %s", problem)
                self._pool = None
        return work(*asked)


def _begin() -> None:
    """Get ready to draw, and end with the server: by its word, or when it is no longer there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_server, daemon=True).start()
    import_module("dateline.serve.story_page")
    collect_seldom()


def _end_with_server() -> None:
    server = parent_process()
    if server is not None:
        server.join()
        os._exit(0)


def collect_seldom() -> None:
    """Look for circles of dead objects seldom: a story is a hundred thousand objects without one.

    With Python's own thresholds that took a sixth of the time of a page.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
