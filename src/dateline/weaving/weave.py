"""Weave reports into stories: one report at a time, or all at once, with the same result.

A report joins the stories that it is like; the reports of these are grouped anew by a pure
function that knows no order, so that whatever came first, the same stories come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dateline.corrections import Correction
from dateline.model import Event, Report, Story
from dateline.review.regroup import Decision, of_stories
from dateline.weaving.brief.composing import write_brief
from dateline.weaving.claims.by_hand import amend_reports
from dateline.weaving.claims.denials import find_denials
from dateline.weaving.claims.ledger import find_claims
from dateline.weaving.claims.telling import Telling
from dateline.weaving.copies.lineage import find_copies
from dateline.weaving.copies.versions import find_versions, in_order
from dateline.weaving.dating import date_reports
from dateline.weaving.differences.finding import find_differences
from dateline.weaving.origins.counting import Ties, claim_origins, find_ties, story_origins
from dateline.weaving.standing import disputed, find_retracted, settle
from dateline.weaving.stories.features import read_features
from dateline.weaving.stories.grouping import arrival, fill_window, group_reports
from dateline.weaving.stories.window import Window
from dateline.weaving.touched import find_mendings, find_touches


@dataclass(frozen=True, slots=True)
class Woven:
    """Stories so far, and their reports as they were read: before a sibling dated them."""

    stories: tuple[Story, ...] = ()
    reports: tuple[Report, ...] = ()
    window: Window = field(default_factory=Window, repr=False, compare=False)
    """Where the reports stand. `add` fills it and hands it on, so it may hold later ones too."""


def weave(reports: Iterable[Report], corrections: Sequence[Correction] = ()) -> tuple[Story, ...]:
    """Return the stories of reports, in order of their first report, as people set them right.

    Any order of the reports gives the same stories, and so does adding them one by one.
    """
    distinct = {report.id: report for report in reports}
    groups = group_reports(distinct.values(), of_stories(corrections))
    return _in_order(weave_story(group, corrections) for group in groups)


def add(woven: Woven, report: Report) -> Woven:
    """Return the stories with one report more; a report that is there already changes nothing."""
    known = {old.id: old for old in woven.reports}
    if report.id in known:
        return woven
    known[report.id] = report
    window = woven.window
    if len(window) != len(woven.reports):
        window = fill_window(woven.reports)  # Another report was added to these stories before.
    groups = window.add(read_features(report))
    near = window.neighbours(report.id)
    apart = [story for story in woven.stories if story.id not in near]
    standing = {_ids(story): story for story in woven.stories if story.id in near}
    anew = [standing.get(ids) or weave_story([known[id] for id in ids]) for ids in groups]
    return Woven(_in_order([*apart, *anew]), (*woven.reports, report), window)


def _ids(story: Story) -> frozenset[str]:
    return frozenset(report.id for report in story.reports)


def weave_story(group: Sequence[Report], corrections: Sequence[Correction] = ()) -> Story:
    """Return the story of a group of reports; the group is taken as it is.

    The reports come as they were read: corrections are laid over them here.
    """
    founder = min(group, key=arrival)
    by_hand = amend_reports(sorted(group, key=arrival), corrections)
    versions = find_versions(by_hand.reports)
    copies = find_copies(by_hand.reports)
    dated = sorted(date_reports(by_hand.reports, copies), key=arrival)
    reports = in_order(dated, versions)
    ties = find_ties(reports, copies, versions)
    tellings = tuple(_filled(reports, ties, by_hand.of_claims))
    brief = write_brief(reports, tellings, versions)
    first, last = _days(reports, tellings)
    return Story(
        id=founder.id,
        headline=brief.headline,
        first=first,
        last=last,
        reports=reports,
        lineage=ties.copies,
        claims=tuple(telling.claim for telling in tellings),
        origins=story_origins(ties, find_retracted(tellings)),
        brief=brief,
        versions=versions,
        corrections=by_hand.told,
    )


def _filled(
    reports: Sequence[Report], ties: Ties, decisions: Sequence[Decision[tuple[str, str]]]
) -> Iterator[Telling]:
    found = find_claims(reports, ties.versions, decisions)
    touches = find_touches(found, ties)
    tellings = [settle(telling, touches.get(telling.claim.id, ())) for telling in found]
    denials = find_denials(tellings)
    for telling in tellings:
        records = {item.key: item.record for item in telling.items}
        differences = find_differences(disputed(telling))
        claim = replace(
            telling.claim,
            origins=claim_origins(telling.claim, records, ties),
            differences=(
                *differences,
                *find_mendings(touches.get(telling.claim.id, ()), differences),
                *denials.get(telling.claim.id, ()),
            ),
        )
        yield replace(telling, claim=claim)


def _days(reports: Sequence[Report], tellings: Sequence[Telling]) -> tuple[str | None, str | None]:
    """Return the first and last day of a story: of its reports and of what several of them tell.

    A background event lies outside: "in 2011" does not make a story begin there.
    """
    published = [r.metadata.published[:10] for r in reports if r.metadata.published]
    days = list(published)
    for telling in tellings:
        if len(telling.reports) < 2:
            continue
        for item in telling.standing:
            when = item.when if isinstance(item.record, Event) else None
            background = isinstance(item.record, Event) and item.record.background
            if when and not background and when.grain in {"day", "hour", "minute"}:
                days += [day for day in (when.start, when.end) if day]
    return (min(days), max(days)) if days else (None, None)


def _in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    return tuple(sorted(stories, key=lambda story: (story.first or "9999", story.id)))
