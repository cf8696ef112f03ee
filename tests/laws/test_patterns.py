"""A law of regular expressions: no text, however odd, makes one run away."""

from __future__ import annotations

import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import FrameType

import pytest

import dateline

LONG = 2_000
"""Characters, as many as the longest sentence: what is linear takes microseconds on it."""
SECONDS = 0.6

ODD = [
    pytest.param(part * (LONG // len(part)) + end, id=repr(part + end))
    for part in (
        "a",
        "A",
        " ",
        "\n",
        "1",
        "1,",
        "a ",
        "A. ",
        "A-",
        '"',
        "“a",
        "(",
        "12:",
        "a.b/",
        "’s ",
    )
    for end in ("", "!")
]


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern that a module of dateline keeps under a name."""
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if module.name == "dateline.__main__":
            continue
        for name, value in vars(import_module(module.name)).items():
            for found in value if isinstance(value, tuple) else (value,):
                if isinstance(found, re.Pattern) and isinstance(found.pattern, str):
                    yield f"{module.name}.{name}", found


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TimeoutError` inside a block that takes more time of the processor."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"not done after {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("text", ODD)
def test_no_pattern_runs_away(text: str) -> None:
    slow = []
    for name, pattern in patterns():
        try:
            with within(SECONDS):
                for _ in pattern.finditer(text):
                    pass
        except TimeoutError:
            slow.append(name)
    assert slow == []
