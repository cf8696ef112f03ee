"""Label every stretch of a page: headline, body, caption, credit, navigation, appeal.

Of "Skip to content / Bridge closed / Image: AFP / The river burst its banks …" the first is
navigation, the second the title, the third a photo credit and the last body. Nothing is cut:
a block is a span with a label and the rule that chose it.
"""

from __future__ import annotations

from dateline.clean.documents import label_document
from dateline.clean.dumps import label_dump
from dateline.clean.units import cut_units
from dateline.model import Block, Report


def find_blocks(report: Report) -> tuple[Block, ...]:
    """Return a block for each unit of the page, in order; together they cover its words."""
    units = cut_units(report.page)
    if report.page.kind == "html":
        judged = label_document(report.page, units)
    else:
        judged = label_dump(units)
    return tuple(
        Block(unit.span, label, by=f"blocks/{rule}")
        for unit, (label, rule) in zip(units, judged, strict=True)
    )
