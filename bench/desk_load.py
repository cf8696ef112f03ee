"""What readers of a desk ask for, for `locust`: stories, searches, the board, claims, reports.

A reader asks once a second, each at his own moment, so that twenty of them are twenty requests
a second, however slow the answers are. What they look for is drawn with a seed. `bench/load.py`
runs it.
"""

from __future__ import annotations

import json
import os
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from gevent import sleep
from locust import FastHttpUser, constant_throughput, task

_ASKED: dict[str, list[str]] = json.loads(Path(os.environ["DESK_ASKED"]).read_text("utf-8"))
"""Addresses by kind, as `bench/load.py` drew them from the database."""
_READERS = count(int(os.environ.get("DESK_DICE", "0")))
"""What the dice of each reader are thrown with."""


class Reader(FastHttpUser):  # type: ignore[misc] # locust has no types here
    """Somebody who reads."""

    wait_time = constant_throughput(1)

    def __init__(self, environment: Any) -> None:
        super().__init__(environment)
        self._dice = Random(next(_READERS))  # noqa: S311 - no secret hangs on these dice

    def on_start(self) -> None:
        """Begin at a moment of one's own: people don't ask all at once."""
        sleep(self._dice.random())

    @task  # type: ignore[untyped-decorator] # the same
    def ask(self) -> None:
        """Ask for one page."""
        kind = self._dice.choice(list(_ASKED))
        self.client.get(self._dice.choice(_ASKED[kind]), name=kind)
