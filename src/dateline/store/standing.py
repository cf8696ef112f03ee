"""Keep what reports are compared by, and find the stories that new reports change.

It is `weaving.window` with its lists in tables: the reports that share enough marks with a new
one are found in SQL, and the neighbourhoods that they stand in are set up as a window of their
own. Links lead out of no neighbourhood, so the stories that come out are those of one window
over all reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from dateline.corrections import Action
from dateline.model import Report
from dateline.review.regroup import Decision
from dateline.store.engine import AMONG, Session, insert_rows
from dateline.store.tables import MARKS, STANDING
from dateline.weaving.stories.features import Features, read_features
from dateline.weaving.stories.index import MET, SHARED, UNIT, weigh_marks
from dateline.weaving.stories.window import Window

_ALIKE = f"""
SELECT DISTINCT standing.neighbourhood FROM standing JOIN (
    SELECT sought.report AS one, marks.report AS other FROM marks
    JOIN (SELECT unnest(CAST(? AS BIGINT[])) AS mark, unnest(CAST(? AS BIGINT[])) AS part,
        unnest(CAST(? AS TEXT[])) AS report) AS sought ON marks.mark = sought.mark
    GROUP BY sought.report, marks.report
    HAVING count(*) >= {SHARED} AND sum(marks.part * sought.part) >= {MET * UNIT**2}
) AS pairs ON standing.report = pairs.other
"""
_HELD = (
    "SELECT report, day, items, weights, names, marks FROM standing"
    f" WHERE neighbourhood {AMONG} ORDER BY report"
)


Decisions = Sequence[Decision[str]]
"""Which reports people joined and parted."""


def enter(
    session: Session, reports: Iterable[Report], decisions: Decisions = ()
) -> frozenset[frozenset[str]]:
    """Add reports that aren't there yet; return the stories of their neighbourhoods, as ids."""
    new = [read_features(report) for report in reports]
    tied = _tied({one.id for one in new}, decisions)
    near = sorted({*_near(session, new), *_homes(session, tied)})
    window = _window(session, near, decisions)
    for features in new:
        window.add(features)
    _keep(session, new, window)
    met = {other for one in new for other in window.neighbours(one.id)}
    return frozenset(window.story(id) for id in met)


def group_around(
    session: Session, reports: Iterable[str], decisions: Decisions
) -> frozenset[frozenset[str]]:
    """Return the stories of the neighbourhoods of some reports, which decisions may widen."""
    return _around(session, reports, decisions).stories()


def likeness_around(
    session: Session, reports: Iterable[str], decisions: Decisions
) -> Callable[[str, frozenset[str], frozenset[str]], bool]:
    """Return what tells whether a report near these is more like one group than another."""
    return _around(session, reports, decisions).nearer


def _around(session: Session, reports: Iterable[str], decisions: Decisions) -> Window:
    """Return a window with the neighbourhoods of reports; those that decisions tie become one."""
    wanted = set(reports)
    near = _homes(session, sorted({*wanted, *_tied(wanted, decisions)}))
    window = _window(session, near, decisions)
    for home in {window.neighbours(id) for id in sorted(wanted) if id in window}:
        _settle(session, home)
    return window


def _window(session: Session, neighbourhoods: Sequence[str], decisions: Decisions) -> Window:
    """Return a window in which the reports of neighbourhoods stand."""
    window = Window(decisions)
    for row in session.run(_HELD, (neighbourhoods,)):
        window.add(_features(row))
    return window


def _tied(reports: set[str], decisions: Decisions) -> list[str]:
    """Return the reports that people joined with some of these."""
    joined = (held.one for held in decisions if held.action is Action.JOIN)
    return sorted({id for one in joined if one & reports for id in one})


def _homes(session: Session, reports: Sequence[str]) -> list[str]:
    """Return the neighbourhoods that reports stand in."""
    sql = f"SELECT DISTINCT neighbourhood FROM standing WHERE report {AMONG}"
    return [row[0] for row in session.run(sql, (reports,))]


def leave(session: Session, reports: Sequence[str]) -> None:
    """Take reports out. What they linked stays one neighbourhood, which costs only time."""
    for table in (STANDING, MARKS):
        session.run(f"DELETE FROM {table.name} WHERE report {AMONG}", (reports,))


def _near(session: Session, new: Sequence[Features]) -> list[str]:
    """Return the neighbourhoods that hold a report worth comparing with a new one."""
    sought = [(*pair, one.id) for one in new for pair in _marks(one)]
    if not sought:
        return []
    return [
        row[0]
        for row in session.run(_ALIKE, [list(column) for column in zip(*sought, strict=True)])
    ]


def _marks(features: Features) -> list[tuple[int, int]]:
    """Return the marks of a report, as whole numbers of 64 bits with a sign, and their weights."""
    return [(mark - 2**63, part) for mark, part in weigh_marks(features)]


def _keep(session: Session, new: Sequence[Features], window: Window) -> None:
    """Write new reports down, and to which neighbourhood those around them belong now."""
    homes = {frozenset(window.neighbours(one.id)) for one in new}
    for home in homes:
        _settle(session, home)
    rows = ((one, min(window.neighbours(one.id))) for one in new)
    insert_rows(session, STANDING, (_row(one, home) for one, home in rows))
    marks = ((one.id, mark, part) for one in new for mark, part in _marks(one))
    insert_rows(
        session, MARKS, ({"report": id, "mark": mark, "part": part} for id, mark, part in marks)
    )


def _settle(session: Session, home: frozenset[str]) -> None:
    """Write down that reports are one neighbourhood."""
    sql = f"UPDATE standing SET neighbourhood = ? WHERE report {AMONG}"
    session.run(sql, (min(home), sorted(home)))


def _row(features: Features, neighbourhood: str) -> Mapping[str, Any]:
    return {
        "report": features.id,
        "neighbourhood": neighbourhood,
        "day": features.day and features.day.isoformat(),
        "items": features.items.astype("<u8").tobytes(),
        "weights": features.weights.astype("<f4").tobytes(),
        "names": features.names.astype("<u8").tobytes(),
        "marks": features.marks.astype("<u4").tobytes(),
    }


def _features(row: Sequence[Any]) -> Features:
    id, day, items, weights, names, marks = row
    return Features(
        id,
        np.frombuffer(items, "<u8").astype(np.uint64),
        np.frombuffer(weights, "<f4").astype(np.float32),
        date.fromisoformat(day) if day else None,
        np.frombuffer(names, "<u8").astype(np.uint64),
        np.frombuffer(marks, "<u4").astype(np.uint32),
    )
