"""Group reports of one development into stories, whatever their order.

"A ferry capsized off Lamu" and "Dozens missing after boat sinks near Kenyan island" are one
story: they share rare words, names and places, and their days lie close. What is compared
is the text rather than the headline, and a word's weight is built in, so that two reports
compare alike whether they are alone or among thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Report
from dateline.review.regroup import Decision
from dateline.weaving.stories.features import read_features
from dateline.weaving.stories.window import Window


def group_reports(
    reports: Iterable[Report], decisions: Sequence[Decision[str]] = ()
) -> tuple[tuple[Report, ...], ...]:
    """Return the reports as stories: each in order of day and id, the stories likewise.

    Average linkage over the likeness of pairs, and what was decided by hand; a pure function
    of the set of reports.
    """
    known = {report.id: report for report in reports}
    window = fill_window(known.values(), decisions)
    groups = (tuple(sorted((known[id] for id in ids), key=arrival)) for ids in window.stories())
    return tuple(sorted(groups, key=lambda group: arrival(group[0])))


def fill_window(reports: Iterable[Report], decisions: Sequence[Decision[str]] = ()) -> Window:
    """Return a window in which these reports stand."""
    window = Window(decisions)
    for report in reports:
        window.enter(read_features(report))
    return window


def arrival(report: Report) -> tuple[str, str]:
    """Return what reports are ordered by: the day or instant published, then the id."""
    return (report.metadata.published or "9999", report.id)
