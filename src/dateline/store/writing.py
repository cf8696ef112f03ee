"""Put stories into a store, each in place of what it grew out of."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.corrections import Correction
from dateline.model import Report, Story
from dateline.review.regroup import of_stories
from dateline.store.corrections import load_active
from dateline.store.engine import AMONG, Session, insert_rows
from dateline.store.schema import Table
from dateline.store.standing import enter, leave
from dateline.store.story_rows import pack_report, story_rows, unpack_report
from dateline.store.tables import FORMER, OF_STORY, STORIES, TABLES
from dateline.weaving.claims.by_hand import amend_reports
from dateline.weaving.weave import weave_story

_TABLES: Mapping[str, Table] = {table.name: table for table in TABLES}


def add_stories(session: Session, stories: Sequence[Story]) -> None:
    """Put each story whole in place of what its id and its `was` held, as people set it right.

    A report is in one story: another one that had it is woven anew from its other reports.
    """
    corrections = load_active(session)
    given = {report.id: report for story in stories for report in story.reports}
    replaced = _existing(session, [id for story in stories for id in (story.id, *story.was)])
    robbed = sorted(set(homes_of(session, list(given)).values()) - set(replaced))
    rest = [id for id in reports_of(session, robbed) if id not in given]
    left = {report.id: report for report in load_as_read(session, rest)}
    rewoven = [
        weave_story([left[id] for id in ids], corrections) for ids in _by_home(session, rest)
    ]
    read = left | _as_read(session, given.values())
    put_in = [_set_right(story, read, corrections) for story in stories]
    heirs = _heirs(session, robbed, [*put_in, *rewoven])
    leave(session, [id for id in reports_of(session, replaced) if id not in given])
    compared = _standing(session, given)
    remove(session, [*replaced, *robbed])
    put(session, [*put_in, *rewoven], given | read)
    ways = ((old, heir) for heir, olds in heirs.items() for old in sorted(olds))
    insert_rows(session, FORMER, ({"was": old, "story": heir} for old, heir in ways))
    new = (report for id, report in given.items() if id not in compared)
    enter(session, new, of_stories(corrections))


def _set_right(
    story: Story, read: Mapping[str, Report], corrections: Sequence[Correction]
) -> Story:
    """Return a story as given, or woven anew where corrections speak of its reports."""
    reports = [read.get(report.id, report) for report in story.reports]
    if not amend_reports(reports, corrections).told:
        return story
    return replace(weave_story(reports, corrections), id=story.id, was=story.was)


def take_reports(
    session: Session, reports: Iterable[Report], *, anew: bool = False
) -> tuple[str, ...]:
    """Add reports as they were read; return the ids of the stories that this changed or made.

    One that is there already changes nothing, or takes the place of its earlier reading where
    it was read anew.
    """
    distinct = {report.id: _bare(report) for report in reports}
    known = homes_of(session, list(distinct))
    new = {id: report for id, report in distinct.items() if anew or id not in known}
    if anew and known:
        held = reports_of(session, sorted(set(known.values())))
        new = {report.id: report for report in load_as_read(session, held)} | new
        leave(session, held)
    if not new:
        return ()
    groups = enter(session, new.values(), of_stories(load_active(session)))
    return weave_groups(session, unlike_standing(session, groups, new), new)


def unlike_standing(
    session: Session, groups: Iterable[frozenset[str]], new: Container[str] = ()
) -> list[frozenset[str]]:
    """Return those groups of reports that are no story as they stand."""
    held = list(groups)
    standing = homes_of(session, [id for group in held for id in group if id not in new])
    whole = set(map(frozenset, _by_home(session, list(standing))))
    return [group for group in held if group not in whole]


def weave_groups(
    session: Session,
    groups: Iterable[frozenset[str]],
    new: Mapping[str, Report] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Weave groups of reports in place of the stories that they were in; return the new ids.

    What is left of a story whose reports went elsewhere stays together.
    """
    changed = list(groups)
    grouped = {id for group in changed for id in group}
    displaced = sorted(set(homes_of(session, sorted(grouped)).values()))
    apart = [id for id in reports_of(session, displaced) if id not in grouped]
    changed += map(frozenset, _by_home(session, apart))
    old = [id for group in changed for id in group if id not in new]
    read = {**new, **{report.id: report for report in load_as_read(session, old)}}
    corrections = load_active(session)
    stories = [weave_story([read[id] for id in sorted(group)], corrections) for group in changed]
    heirs = _heirs(session, displaced, stories)
    remove(session, displaced)
    put(session, [replace(s, was=tuple(sorted(heirs.get(s.id, ())))) for s in stories], read)
    return tuple(sorted(story.id for story in stories))


def put(session: Session, stories: Sequence[Story], as_read: Mapping[str, Report]) -> None:
    """Write stories whose ids and reports aren't there."""
    rows: dict[str, list[Mapping[str, object]]] = {}
    for story in stories:
        otherwise = {
            report.id: as_read[report.id]
            for report in story.reports
            if report.id in as_read and as_read[report.id] != report
        }
        for name, row in story_rows(story, otherwise):
            rows.setdefault(name, []).append(row)
    for name, held in rows.items():
        insert_rows(session, _TABLES[name], held)


def remove(session: Session, stories: Sequence[str]) -> None:
    """Take stories out with everything that is in them."""
    for table in (*OF_STORY, FORMER):
        session.run(f"DELETE FROM {table.name} WHERE story {AMONG}", (stories,))
    session.run(f"DELETE FROM {STORIES.name} WHERE id {AMONG}", (stories,))


# -------------------------------------------------------------------------- what stands there


def homes_of(session: Session, reports: Sequence[str]) -> dict[str, str]:
    """Return the story of each of these reports that is there."""
    return dict(session.run(f"SELECT id, story FROM reports WHERE id {AMONG}", (reports,)))


def reports_of(session: Session, stories: Sequence[str]) -> list[str]:
    """Return the ids of the reports of some stories."""
    sql = f"SELECT id FROM reports WHERE story {AMONG} ORDER BY id"
    return [row[0] for row in session.run(sql, (stories,))]


def load_as_read(session: Session, reports: Sequence[str]) -> list[Report]:
    """Return reports as they were before their stories dated them."""
    sql = f"SELECT coalesce(as_read, body), text FROM reports WHERE id {AMONG} ORDER BY id"
    return [unpack_report(body, text) for body, text in session.run(sql, (reports,))]


def _existing(session: Session, stories: Sequence[str]) -> list[str]:
    sql = f"SELECT id FROM stories WHERE id {AMONG} ORDER BY id"
    return [row[0] for row in session.run(sql, (stories,))]


def _standing(session: Session, reports: Iterable[str]) -> set[str]:
    """Return which reports can be compared with already."""
    sql = f"SELECT report FROM standing WHERE report {AMONG}"
    return {row[0] for row in session.run(sql, (list(reports),))}


def _by_home(session: Session, reports: Sequence[str]) -> list[list[str]]:
    """Return reports by the story that they are in."""
    groups: dict[str, list[str]] = {}
    for id, story in sorted(homes_of(session, reports).items()):
        groups.setdefault(story, []).append(id)
    return list(groups.values())


def _as_read(session: Session, given: Iterable[Report]) -> dict[str, Report]:
    """Return how reports were read that are given as the store has them."""
    bodies = {report.id: pack_report(report) for report in given}
    sql = f"SELECT id, body FROM reports WHERE as_read IS NOT NULL AND id {AMONG}"
    same = [id for id, body in session.run(sql, (list(bodies),)) if bodies[id] == body]
    return {report.id: report for report in load_as_read(session, same)}


def _heirs(
    session: Session, displaced: Sequence[str], stories: Sequence[Story]
) -> dict[str, set[str]]:
    """Return for each new story the ids that lead to it: of stories that it took in.

    A story's id is that of a report, so the story that holds this report now is its heir.
    """
    home = {report.id: story.id for story in stories for report in story.reports}
    sql = f"SELECT was, story FROM former WHERE story {AMONG}"
    former = [(was, story) for was, story in session.run(sql, (displaced,))]
    heirs: dict[str, set[str]] = {}
    for old, last in [*((id, id) for id in displaced), *former]:
        heir = home.get(old) or home.get(last)
        if heir and heir != old:
            heirs.setdefault(heir, set()).add(old)
    return heirs


def _bare(report: Report) -> Report:
    """Return a report as it can be kept: without parses."""
    return replace(report, sentences=tuple(replace(s, parse=None) for s in report.sentences))
