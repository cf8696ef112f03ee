"""The exit codes: how a command went."""

from __future__ import annotations

DONE, PROBLEMS, MISUSED = 0, 1, 2
