"""Let few pages be drawn at a time, and long work wait elsewhere.

Drawing takes a processor, and forty pages at once only hold each other up: with four, a search
under load came in 240 ms in place of 415, the median of both (`bench/RESULTS.md`). What reads
pages or weaves stories may take minutes, and has threads of its own, so that nobody who reads
waits for it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar, TypeVarTuple

from anyio import CapacityLimiter, to_thread
from fastapi import FastAPI

Answer = TypeVar("Answer")
Asked = TypeVarTuple("Asked")

_DRAWING = 4
_LONG = 16

_apart = CapacityLimiter(_LONG)


@asynccontextmanager
async def few_at_a_time(app: FastAPI) -> AsyncIterator[None]:
    """Set how many pages are drawn at a time, as long as an application runs."""
    del app  # The threads are the event loop's.
    to_thread.current_default_thread_limiter().total_tokens = _DRAWING
    yield


async def run_apart(work: Callable[[*Asked], Answer], *asked: *Asked) -> Answer:
    """Do what may take long in a thread, and return what comes of it."""
    return await to_thread.run_sync(work, *asked, limiter=_apart)
