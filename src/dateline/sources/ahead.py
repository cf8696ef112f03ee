"""Read files in several processes, and hand on what they hold in the order of the files.

With four processes "a.html" to "p.html" are read at once, and "a.html" is handed on first. An
archive is read here, page by page, when its turn comes: it is never held whole.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from functools import partial
from typing import TypeAlias

from dateline.model import Reject
from dateline.sources.source import Opened, told_path

Read: TypeAlias = Callable[..., Iterator[Opened]]
"""Yields what a file holds; with `alone=True` nothing for a file of many pages."""

_AHEAD = 4
"""Files that are read or wait to be handed on, for each process."""


def read_in_order(
    entries: Iterable[str | Reject], read: Read, *, jobs: int = 1
) -> Iterator[tuple[str, Opened]]:
    """Yield each file and what it holds, one after another; a reject stands for itself."""
    if jobs < 2:
        for entry in entries:
            yield from _handed_on(entry, read)
        return
    processes = _Processes(read, jobs)
    waiting: deque[tuple[str | Reject, Future[list[Opened]] | None]] = deque()
    try:
        for entry in entries:
            waiting.append((entry, processes.start(entry)))
            if len(waiting) >= jobs * _AHEAD:
                yield from processes.hand_on(*waiting.popleft())
        while waiting:
            yield from processes.hand_on(*waiting.popleft())
    finally:
        processes.end()


def _handed_on(entry: str | Reject, read: Read) -> Iterator[tuple[str, Opened]]:
    """Yield what a file holds, read here and now."""
    if isinstance(entry, Reject):
        yield entry.path, entry
        return
    for opened in read(entry):
        yield entry, opened


class _Processes:
    """The processes that read ahead; where one dies they are replaced."""

    def __init__(self, read: Read, jobs: int) -> None:
        self._read, self._jobs = read, jobs
        self._pool = ProcessPoolExecutor(jobs)

    def start(self, entry: str | Reject) -> Future[list[Opened]] | None:
        """Begin to read a file; None for what needs no reading."""
        if isinstance(entry, Reject):
            return None
        try:
            return self._pool.submit(_page_alone, self._read, entry)
        except BrokenExecutor:
            self.end()
            self._pool = ProcessPoolExecutor(self._jobs)
            return self._pool.submit(_page_alone, self._read, entry)

    def hand_on(
        self, entry: str | Reject, begun: Future[list[Opened]] | None
    ) -> Iterator[tuple[str, Opened]]:
        """Yield what a file holds, once it is read."""
        if isinstance(entry, Reject) or begun is None:
            yield from _handed_on(entry, self._read)
            return
        try:
            found = begun.result()
        except BrokenExecutor:
            # Another file may have been to blame: this one is tried once more, by itself.
            found = _in_own_process(partial(_page_alone, self._read, entry), entry)
        if found:
            yield from ((entry, opened) for opened in found)
        else:
            yield from _handed_on(entry, self._read)

    def end(self) -> None:
        """Let the processes go; what hasn't begun is dropped."""
        self._pool.shutdown(cancel_futures=True)


def _page_alone(read: Read, path: str) -> list[Opened]:
    """Return what a file of one page holds, and nothing for a file of many."""
    return list(read(path, alone=True))


def _in_own_process(work: Callable[[], list[Opened]], path: str) -> list[Opened]:
    """Return what work gives in a process of its own, or a reject if that dies too."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(work).result()
        except BrokenExecutor:
            return [Reject(told_path(path), "the process that read it died")]
