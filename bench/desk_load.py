"""What readers of a desk ask for, for `locust`: stories, searches, the board, claims, reports.

A reader asks once a second in the mean, as chance has it, so that twenty of them are twenty
requests a second, some of them close upon each other (a Poisson process). Who waited for an answer
asks the sooner for the next. What they look for is drawn with a seed. `bench/load.py` runs it.
"""

from __future__ import annotations

import json
import os
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from locust import FastHttpUser, task

_ASKED: dict[str, list[str]] = json.loads(Path(os.environ["DESK_ASKED"]).read_text("utf-8"))
"""Addresses by kind, as `bench/load.py` drew them from the database."""
_READERS = count(int(os.environ.get("DESK_DICE", "0")))
"""What the dice of each reader are thrown with."""


class Reader(FastHttpUser):  # type: ignore[misc] # locust has no types here
    """Somebody who reads."""

    def __init__(self, environment: Any) -> None:
        super().__init__(environment)
        self._dice = Random(next(_READERS))  # noqa: S311 - no secret hangs on these dice
        self._due = monotonic()

    def wait_time(self) -> float:
        """Return the seconds until the next page. locust's own pacing sets all readers in step."""
        self._due += self._dice.expovariate(1)
        return max(0.0, self._due - monotonic())

    def on_start(self) -> None:
        """Begin at a moment of one's own."""
        self.wait()

    @task  # type: ignore[untyped-decorator] # the same
    def ask(self) -> None:
        """Ask for one page."""
        kind = self._dice.choice(list(_ASKED))
        self.client.get(self._dice.choice(_ASKED[kind]), name=kind)
