"""Placeholder while this stage is being written."""

from __future__ import annotations

from dateline.model import Report


def find_places(report: Report, **knowledge: object) -> tuple[()]:
    """Return nothing yet."""
    return ()
