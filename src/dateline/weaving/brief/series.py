"""Lay the counts of one thing in order of day: 14 dead on Monday, 19 on Tuesday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.knowledge.lexicon import open_lexicon
from dateline.knowledge.wording import nations
from dateline.model import Actor, Figure, Kind, Label, Reading, Report, Series
from dateline.weaving.claims.items import Item, label_of
from dateline.weaving.claims.telling import Telling


def make_series(telling: Telling) -> Series:
    """Return the readings of a figure claim, by day of the report and place in it."""
    counts = [(item, item.record) for item in telling.items if isinstance(item.record, Figure)]
    first = counts[0][1]
    named = ((f.of_what or f.head or "").partition(",")[0] for _, f in counts)
    what = max(named, key=lambda text: (len(text), text))
    readings = (
        replace(_reading(item, figure), standing=telling.standing_of(item))
        for item, figure in _told_once(counts)
    )
    place = {
        report: place for place, report in enumerate(dict.fromkeys(i.report.id for i, _ in counts))
    }
    ordered = tuple(
        sorted(readings, key=lambda r: (r.published or "9999", place[r.report], r.span))
    )
    return Series(first.measure, what, first.unit, ordered, telling.claim.id)


def _told_once(counts: list[tuple[Item, Figure]]) -> Iterator[tuple[Item, Figure]]:
    """Yield the counts without those of a title or a repetition that say nothing new."""
    for item, figure in counts:
        twins = [
            (other, f)
            for other, f in counts
            if other.report.id == item.report.id and f.low == figure.low and f is not figure
        ]
        in_title = label_of(item) is Label.TITLE
        if any(_says_more(other, f, item, figure, in_title=in_title) for other, f in twins):
            continue
        yield item, figure


def _says_more(other: Item, twin: Figure, item: Item, figure: Figure, *, in_title: bool) -> bool:
    """Whether another telling of a number makes this one needless: a text's for its title's."""
    ranks = [
        (label_of(i) is not Label.TITLE, f.claimed_by is not None, -f.span.start)
        for i, f in ((other, twin), (item, figure))
    ]
    return ranks[0] > ranks[1] and (in_title or figure.claimed_by is None)


def _reading(item: Item, figure: Figure) -> Reading:
    return Reading(
        item.report.id, figure.span, item.report.metadata.published, figure.low, figure.high,
        figure.hedge, _claimant(item.report, figure.claimed_by), figure.status.value,
    )  # fmt: skip


def _claimant(report: Report, actor: Actor | None) -> str | None:
    """Return who gives a count; a state's body with its country: "Defense Ministry (Chad)".

    Two states at odds have two ministries of one name.
    """
    if actor is None:
        return None
    bodies = {c.id for c in report.chains if c.kind is Kind.ORGANISATION}
    country = open_lexicon().countries.get(actor.country or "")
    if actor.chain not in bodies or country is None or nations(actor.name):
        return actor.name
    return f"{actor.name} ({country.name})"
