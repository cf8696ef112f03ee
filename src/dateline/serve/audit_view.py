"""View rows that were drawn at random: each in its paragraph, with all that was read of it.

The terminal and the browser show the same, and say in the same words how a sample stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.review.precision import precision
from dateline.review.targets import index_of, records_of
from dateline.serve.citing import outlet_name
from dateline.serve.entries import entries
from dateline.serve.links import report_link
from dateline.serve.passages import Passage, passage
from dateline.serve.phrases import day_words
from dateline.store import AnyStore
from dateline.store.audits import Drawn

FIELDS: Mapping[str, str] = {"event": "events", "figure": "figures", "statement": "statements"}
"""The kinds of rows that are judged, and where they stand in a report."""


@dataclass(frozen=True, slots=True)
class DrawnView:
    """A row as people see it who judge it."""

    about: str
    """The outlet, the day and the row's id."""
    passage: Passage
    facts: tuple[tuple[str, str], ...]
    link: str
    """The row in its report."""

    @property
    def says(self) -> str:
        """What was read, in a line."""
        return "; ".join(f"{name}: {words}" for name, words in self.facts)


def view_drawn(store: AnyStore, row: Drawn) -> DrawnView | None:
    """Return the view of a row, None where its report doesn't have it any more."""
    found = store.report(row.report)
    place = index_of(found[0], row.record) if found else None
    if found is None or place is None:
        return None
    report, (field, index) = found[0], place
    span = records_of(report, field)[index].span
    entry = next(entry for entry in entries(report) if entry.key == row.record)
    day = day_words(report.metadata.published)
    about = " · ".join(filter(None, (outlet_name(report), day, row.id)))
    return DrawnView(about, passage(report, span), entry.facts, report_link(report.id, span))


def standing_lines(rows: Sequence[Drawn], kind: str) -> Iterator[str]:
    """Yield in words how a sample stands: what was judged, and the precision as far as known."""
    told = precision(row.verdict for row in rows if row.verdict)
    judged = told.right + told.wrong + told.unsure
    yield (
        f"{judged} of {len(rows)} {kind}s judged: {told.right} right, {told.wrong} wrong,"
        f" {told.unsure} unsure"
    )
    if told.share is not None:
        low, high = told.interval
        yield f"precision {told.share:.3f}, 95 % between {low:.3f} and {high:.3f} (Wilson)"
