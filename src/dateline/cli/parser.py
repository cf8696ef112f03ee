"""The parser of the command line: each family of verbs adds its own."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from dateline import __version__
from dateline.cli import (
    auditing,
    books,
    cases,
    comparing,
    datasets,
    keeping,
    reading,
    reviewing,
    serving,
)

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other

FAMILIES = (
    *(reading, keeping, cases, reviewing, auditing),
    *(serving, datasets, comparing, books),
)
"""In the order in which `--help` lists their verbs."""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser; what it parses has the function to be called as `command`."""
    parser = argparse.ArgumentParser(
        prog="dateline", description="Turn raw news pages into cited, event-coded stories."
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    verbs = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for family in FAMILIES:
        family.add_verbs(verbs)
    return parser
