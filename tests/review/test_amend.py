"""Corrections are laid over a report, and say what became of them."""

from __future__ import annotations

from dataclasses import replace

from dateline.corrections import Action, Correction, Outcome, Signed
from dateline.identity import record_ids
from dateline.model import Report
from dateline.review.amend import amend
from dateline.review.targets import target_of
from tests.weaving.reports import make_report, with_event

CLAUSE = "Latvia closed the dam and Estonia protested"


def report() -> Report:
    """Return a report of two acts in one clause."""
    read = make_report("aa", "The dam", f"{CLAUSE} in Riga.")
    read = with_event(read, CLAUSE, "closed", "COERCE", by=["Latvia"])
    return with_event(read, CLAUSE, "protested", "ACCUSE", by=["Estonia"])


def correction(index: int, name: str | None = None, value: str | None = None) -> Correction:
    """Return a correction of an event: a value is set, or it is dropped."""
    action = Action.SET if name else Action.DROP
    target = target_of(report(), "events", index)
    signed = Signed("Ines Roque", "2030-05-20", "Read again.")
    return Correction(f"{index}{name}{value}", action, (target,), signed, name=name, value=value)


def test_a_report_of_which_nothing_was_said_is_as_it_was() -> None:
    other = replace(correction(0), targets=(replace(correction(0).targets[0], report="bb"),))
    assert amend(report(), [other]).report is not None
    assert amend(report(), [other]).report == report()
    assert amend(report(), [other]).told == ()


def test_ids_are_those_of_what_is_left() -> None:
    read = report()
    plain, tied = record_ids("events", read.events)
    assert tied.endswith(".1")
    amended = amend(read, [correction(0), correction(1, "status", "planned")])
    assert record_ids("events", amended.report.events) == (plain,)
    dropped, told = amended.told
    assert (dropped.record, told.record) == (None, plain)
    assert amended.ids == {("events", 0): None, ("events", 1): plain}


def test_each_of_two_events_on_one_trigger_can_have_a_day_of_its_own() -> None:
    read = report()
    twin = replace(read.events[0], code="THREATEN")
    read = replace(read, events=(read.events[0], twin))
    signed = correction(0).signed
    made = [
        Correction(day, Action.SET, (target_of(read, "events", i),), signed, name="date", value=day)
        for i, day in enumerate(("2030-05-01", "2030-05-02"))
    ]
    amended = amend(read, made).report
    days = {time.span: time.start for time in amended.times}
    assert [days[e.when] for e in amended.events if e.when] == ["2030-05-01", "2030-05-02"]


def test_words_that_this_release_does_not_know_change_nothing() -> None:
    for made in (correction(0, "status", "over"), correction(0, "colour", "red")):
        amended = amend(report(), [made])
        assert amended.report == report()
        assert [told.outcome for told in amended.told] == [Outcome.GONE]
