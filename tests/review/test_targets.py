"""A record is found again by what it turns on; where several could be meant, none is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Event, Report, Span
from dateline.review.targets import find_target, index_of, target_of
from tests.weaving.reports import at, make_report, with_event, with_figure

CLAUSE = "Latvia closed the dam and Estonia protested"


def report() -> Report:
    """Return a report of two acts in one clause."""
    read = make_report("aa", "The dam", f"{CLAUSE}, and 40 farmers marched.")
    read = with_event(read, CLAUSE, "closed", "COERCE", by=["Latvia"])
    read = with_event(read, CLAUSE, "protested", "ACCUSE", by=["Estonia"])
    return with_figure(read, "40 farmers", 40.0, "present")


@pytest.mark.parametrize(("field", "index"), [("events", 0), ("events", 1), ("figures", 0)])
def test_a_record_is_found_as_it_was_named(field: str, index: int) -> None:
    assert find_target(report(), target_of(report(), field, index)) == index


def test_a_record_is_found_when_its_clause_category_and_number_have_changed() -> None:
    read = report()
    first, second = read.events
    wider = replace(second, span=at(read, f"{CLAUSE}, and 40"), code="PROTEST")
    again = replace(read, events=(wider, first))
    assert find_target(again, target_of(read, "events", 1)) == 0


def test_where_what_it_turns_on_has_moved_the_only_one_that_meets_it_is_meant() -> None:
    read = report()
    target = target_of(read, "events", 0)
    start = target.core.start if target.core else 0
    moved = replace(read.events[0], trigger=Span(start, start + 10))
    assert find_target(replace(read, events=(moved, read.events[1])), target) == 0


def test_two_on_one_trigger_are_told_apart_by_what_they_say() -> None:
    read = report()
    first = read.events[0]
    other = replace(first, code="YIELD")
    both = replace(read, events=(first, other))
    assert find_target(both, target_of(both, "events", 1)) == 1
    # Neither is what was named: nothing is guessed.
    changed: tuple[Event, ...] = (replace(first, code="AID"), replace(first, code="AGREE"))
    assert find_target(replace(read, events=changed), target_of(both, "events", 1)) is None


def test_a_record_that_is_gone_is_not_found() -> None:
    read = report()
    gone = replace(read, events=read.events[1:])
    assert find_target(gone, target_of(read, "events", 0)) is None


@pytest.mark.parametrize("id", ["events/1-2", "names/0-3", "nothing", "", "events/0-1.7"])
def test_an_id_of_nothing_has_no_place(id: str) -> None:
    assert index_of(report(), id) is None
