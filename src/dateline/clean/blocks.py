"""Label every stretch of a page: headline, body, caption, credit, navigation, appeal.

Of "Skip to content / Bridge closed / Image: AFP / The river burst its banks …" the first is
navigation, the second the title, the third a photo credit and the last body. Nothing is cut:
a block is a span with a label and the rule that chose it.
"""

from __future__ import annotations

from dateline.clean.elements.documents import label_document
from dateline.clean.lines.core import Judged
from dateline.clean.lines.dumps import label_dump
from dateline.clean.lines.records import label_record
from dateline.clean.units import Unit, cut_units
from dateline.clean.weights import Weights
from dateline.model import Block, Page, Report


def find_blocks(report: Report, *, weights: Weights | None = None) -> tuple[Block, ...]:
    """Return a block for each unit of the page, in order; together they cover its words.

    `weights` are what was learned of pages: by default the ones that ship.
    """
    units = cut_units(report.page)
    judged = _judged(report.page, units, weights)
    return tuple(
        Block(unit.span, label, by=f"blocks/{rule}")
        for unit, (label, rule) in zip(units, judged, strict=True)
    )


def _judged(page: Page, units: tuple[Unit, ...], weights: Weights | None) -> list[Judged]:
    """Return the label and rule of each unit, as the kind of page wants it."""
    if page.listing is not None and page.listing.whole:
        return label_record(page, units)
    if page.kind == "html":
        return label_document(page, units, weights)
    return label_dump(units, weights)
