"""A law of output: the same pages give the same bytes, in any process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


PAGES = sorted(str(path) for path in ROOT.glob("examples/ferry-sinking/*"))


def printed(option: str, pages: list[str], seed: str) -> bytes:
    """Return what a fresh process prints, with its own order of sets of strings."""
    command = [sys.executable, "-m", "dateline", "brief", *pages, option]
    fresh = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=fresh).stdout


@pytest.mark.parametrize("option", ["--json", "--markdown"])
def test_the_same_pages_in_any_order_give_the_same_bytes_in_every_process(option: str) -> None:
    assert printed(option, PAGES, seed="1") == printed(option, PAGES[::-1], seed="2")
