"""The verb that hands stories to other programs: `export`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.cli.outcome import DONE, PROBLEMS
from dateline.cli.pages import add_pages, read_pages
from dateline.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.cli.parser import Verbs
    from dateline.export.formats import Format
    from dateline.export.shape import Level
    from dateline.export.story_shape import RunObject
    from dateline.model import Story

FORMATS = {
    "csv": "every table as CSV, with a Frictionless data package",
}


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    export = verbs.add_parser("export", help="write stories as a dataset for other programs")
    add_pages(export)
