"""Read an HTML document: its text as a browser shows it, and what its head says of itself.

`read_html("<html lang=en><title>Bridge opens - The Harbour</title><p>The bridge…")` gives the
rendered text with its pieces and anchors (`render`) and a `Head` with title and language.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Head, Piece
from dateline.sources.markup.render import Walker

_MOSTLY = 4
"""Hidden characters for each shown one from which a page hides what it is about."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """An HTML document as text, with its pieces, its anchors and its head."""

    text: str
    pieces: tuple[Piece, ...]
    anchors: tuple[tuple[int, int], ...]
    head: Head


def read_html(markup: str) -> Rendered:
    """Return the text of a document and what its head says; broken markup never raises.

    A page that hides most of its text (it waits for its own script, or for a reader who pays)
    is read as if it hid nothing.
    """
    walker = Walker(markup)
    if walker.hidden > _MOSTLY * len(walker.text):
        walker = Walker(markup, hiding=False)
    return Rendered(walker.text, walker.pieces, walker.anchors, walker.head)
