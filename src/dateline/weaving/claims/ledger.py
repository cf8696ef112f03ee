"""Join what reports say of one thing into claims, by what they say and never by likeness alone.

Three reports tell of one shelling, twice each: one claim with six members. What nobody else
tells is a claim of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.identity import record_ids
from dateline.model import (
    Claim,
    Label,
    Member,
    Origins,
    Report,
    Span,
    Statement,
    Versions,
)
from dateline.review.regroup import Decision
from dateline.weaving.claims.actors import any_same
from dateline.weaving.claims.by_hand import regroup_items
from dateline.weaving.claims.items import Item, label_of, make_item
from dateline.weaving.claims.joining import home_of, join_records
from dateline.weaving.claims.telling import Telling
from dateline.weaving.copies.versions import later_versions

GIST = 160

_FIELDS = {"event": "events", "statement": "statements", "figure": "figures"}


def find_claims(
    reports: Sequence[Report],
    versions: Sequence[Versions] = (),
    decisions: Sequence[Decision[tuple[str, str]]] = (),
) -> tuple[Telling, ...]:
    """Return the claims of a story's reports, each record in one of them, in reading order.

    Origins, differences and what still stands are left for their own rooms to fill.
    """
    known = {report.id: report for report in reports}
    last = later_versions(versions)
    said = join_records([items_of(report, "statement") for report in reports], "statement")
    counted = join_records([items_of(report, "figure") for report in reports], "figure")
    acts = _speaking_acts(reports, said)
    joined = {"event": join_records(acts, "event"), "statement": said, "figure": counted}
    return tuple(
        Telling(_claim(kind, group, known), group)
        for kind in _FIELDS
        for group in sorted(
            (_versed(group, last) for group in regroup_items(joined[kind], decisions)),
            key=lambda group: _place_in(reports, group),
        )
    )


def _versed(group: Sequence[Item], last: Mapping[str, str]) -> tuple[Item, ...]:
    """Return items with the last versions of their reports."""
    return tuple(replace(item, last=last.get(item.report.id)) for item in group)


def items_of(report: Report, kind: str) -> tuple[Item, ...]:
    """Return the records of one kind as they are compared.

    A stance claims nothing, nor does a notice: what it says was wrong is nobody's word.
    """
    field = _FIELDS[kind]
    records = getattr(report, field)
    known = zip(records, record_ids(field, records), strict=True)
    claiming = [(r, id) for r, id in known if not (kind == "statement" and r.mode == "stance")]
    taken_back = [notice.wrong if notice.whose else notice.span for notice in report.notices]
    return tuple(
        make_item(report, record, id)
        for record, id in claiming
        if not any(span and span.start <= record.span.start < span.end for span in taken_back)
    )


def acts_of(reports: Sequence[Report]) -> list[tuple[Item, ...]]:
    """Return the events of each report as they are compared, acts of speech with their words."""
    said = join_records([items_of(report, "statement") for report in reports], "statement")
    return _speaking_acts(reports, said)


def _speaking_acts(
    reports: Sequence[Report], said: Sequence[Sequence[Item]]
) -> list[tuple[Item, ...]]:
    return [_speaking(items_of(report, "event"), said) for report in reports]


def _speaking(acts: Sequence[Item], said: Sequence[Sequence[Item]]) -> tuple[Item, ...]:
    """Return events with the statements that their sentences carry, by the same actor.

    "He called for it to be opened" and "He said that it must be opened" are one act of
    speech, since their words are one statement.
    """
    homes: dict[tuple[str, Span | None], list[tuple[str, Item]]] = {}
    for group in said:
        name = "/".join(min(item.key for item in group))
        for item in group:
            homes.setdefault(home_of(item), []).append((name, item))
    return tuple(
        replace(
            act,
            says=frozenset(
                name
                for name, item in homes.get(home_of(act), ())
                if any_same(act.doers, item.doers)
            ),
        )
        for act in acts
    )


def _place_in(reports: Sequence[Report], group: Sequence[Item]) -> tuple[int, int, str]:
    order = {report.id: place for place, report in enumerate(reports)}
    return min((order[i.report.id], i.record.span.start, i.id) for i in group)


def _claim(kind: str, group: Sequence[Item], known: Mapping[str, Report]) -> Claim:
    founder = min(group, key=lambda item: _founding(item, known))
    members = tuple(Member(item.report.id, item.id) for item in group)
    own = f"{founder.report.id}\0{founder.id}"
    return Claim(
        id=hashlib.sha256(own.encode()).hexdigest()[:16],
        kind=kind,
        gist=gist(group),
        members=members,
        outlets=len({outlet_of(known[item.source]) for item in group}),
        origins=Origins(1, 1),
    )


def _founding(item: Item, known: Mapping[str, Report]) -> tuple[str, str, int, str]:
    published = known[item.report.id].metadata.published or "9999"
    return (published[:10], item.report.id, item.record.span.start, item.id)


def outlet_of(report: Report) -> str:
    """Return what tells a report's outlet from others: its name, or the report itself."""
    return (report.metadata.outlet or report.id).casefold()


def gist(group: Sequence[Item]) -> str:
    """Return a short line in the words of the member that says it most clearly."""
    best = min(group, key=_clarity)
    text = " ".join(clause(best).of(best.report.text).split()).strip(" ,;:")
    if len(text) <= GIST:
        return text
    return text[:GIST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def clause(item: Item) -> Span:
    """Return the characters that tell an item's claim best by themselves."""
    if isinstance(item.record, Statement):
        return item.record.content
    return item.record.span


def _clarity(item: Item) -> tuple[bool, int, tuple[str, str]]:
    """Return a rank that is low for a body clause of readable length with its actor named."""
    span, in_title = clause(item), label_of(item) is Label.TITLE
    return (in_title, abs(len(span.of(item.report.text)) - 110), item.key)
