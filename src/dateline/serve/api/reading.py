"""What the server is given to read pages with, and who may have what done.

Serving itself opens no parser and no codebook: what runs it hands in how a page is read and what
is said of the making of datasets, and the secrets by which it knows who may write.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from dateline.export.story_shape import RunObject
from dateline.model import Page, Report
from dateline.store import Run


@dataclass(frozen=True, slots=True)
class Reading:
    """How pages are read here."""

    read: Callable[[Page], Report]
    run: Callable[[Iterable[str]], RunObject]
    """Says what made a dataset of stories with these ids."""
    begin: Callable[[], Run]
    """Says what reads pages that are sent, from now on."""
    ended: Callable[[Run, Mapping[str, int]], Run]
    """Says that it read so many."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who may do more than read."""

    token: str | None = field(default=None, repr=False)
    """Who has it may send pages; nobody may where there is none."""
    secret: str | None = field(default=None, repr=False)
    """Who has it is a command of this machine: see `api/holder`."""


def is_same(given: str, expected: str) -> bool:
    """Whether two secrets are equal, found out in a time that says nothing of either."""
    ours, theirs = (sha256(one.encode("utf-8", "surrogatepass")) for one in (expected, given))
    return hmac.compare_digest(ours.digest(), theirs.digest())
