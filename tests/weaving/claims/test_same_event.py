"""Acts: which signs make two of them one."""

from __future__ import annotations

from itertools import combinations

from dateline.model import Event, Report
from dateline.weaving.claims.ledger import find_claims, items_of
from dateline.weaving.claims.same_event import WEIGHTS, judge_events, signs
from tests.weaving.reports import make_report, with_day, with_event


def likelihood(one: Report, other: Report) -> float:
    """Return how surely the only acts of two reports are one."""
    (first,), (second,) = items_of(one, "event"), items_of(other, "event")
    assert isinstance(first.record, Event)
    assert isinstance(second.record, Event)
    there = judge_events(first, second, first.record, second.record)
    assert there == judge_events(second, first, second.record, first.record)
    return there


def act(id: str, text: str, trigger: str, code: str, **more: object) -> Report:
    """Return a report of one sentence that is one act."""
    return with_event(make_report(id, "T", text), text[:-1], trigger, code, **more)


def shelling(id: str, text: str, trigger: str, by: str, status: str = "happened") -> Report:
    return act(id, text, trigger, "ASSAULT", by=[by], status=status)


def test_a_denied_act_is_the_act_that_others_tell() -> None:
    told = shelling("a", "Estonia shelled the dam at Orlan.", "shelled", "Estonia")
    denied = shelling("b", "Estonia never shelled the dam.", "shelled", "Estonia", "denied")
    assert likelihood(told, denied) > 0.55
    (telling,) = find_claims([told, denied])
    assert len(telling.reports) == 2


def test_a_deed_may_be_told_of_people_in_other_words() -> None:
    one = shelling("a", "Gendarmes fired tear gas at the bridge.", "fired", "Gendarmes")
    other = shelling("b", "Policemen used tear gas near the bridge.", "used", "Policemen")
    assert likelihood(one, other) > 0.5


def test_what_one_speaker_says_is_not_what_another_says() -> None:
    one = act("a", "Estonia accused Latvia over the dam.", "accused", "ACCUSE", by=["Estonia"])
    other = act("b", "Latvia accused Estonia over the dam.", "accused", "ACCUSE", by=["Latvia"])
    assert likelihood(one, other) < 0.5


def test_what_each_side_does_is_not_what_one_side_does() -> None:
    both = act("a", "Each side accused the other over the dam.", "accused", "ACCUSE",
               by=["Each side"])  # fmt: skip
    one = act("b", "Estonia accused Latvia over the dam.", "accused", "ACCUSE", by=["Estonia"])
    again = act("c", "Each side accused the other of lies.", "accused", "ACCUSE", by=["Each side"])
    assert likelihood(both, one) < likelihood(both, again)


def test_two_kinds_of_force_are_two_deeds() -> None:
    gas = act("a", "Police fired tear gas at marchers.", "fired", "ASSAULT", by=["Police"])
    smoke = act("b", "Police fired teargas at a crowd.", "fired", "ASSAULT", by=["Police"])
    lead = act("c", "Police fired live rounds at a crowd.", "fired", "ASSAULT", by=["Police"])
    assert likelihood(gas, smoke) > 2 * likelihood(gas, lead)


def test_every_sign_has_its_weight() -> None:
    reports = [
        act("a", "Estonia shut the dam of Latvia.", "shut", "SANCTION", by=["Estonia"], to=["Latvia"]),
        act("b", "Arvo Lind met Latvia.", "met", "CONSULT", by=["Arvo Lind"], to=["Latvia"]),
        act("c", "Estonia will shut the dam.", "shut", "THREATEN", by=["Estonia"], status="planned"),
        act("d", "Estonia denied it.", "denied", "REJECT", by=["Estonia"], status="denied"),
    ]  # fmt: skip
    acts = [item for report in reports for item in items_of(report, "event")]
    named = {
        name
        for one, other in combinations([*acts, *acts], 2)
        if isinstance(one.record, Event) and isinstance(other.record, Event)
        for name, _ in signs(one, other, one.record, other.record)
    }
    assert named <= set(WEIGHTS)


def test_days_apart_make_two_acts_of_the_same_words() -> None:
    reports = []
    for id, day in (("a", "2031-03-03"), ("b", "2031-03-07")):
        report = with_day(make_report(id, "T", "On that day shells hit Orlan."), "that day", day)
        reports.append(with_event(report, "shells hit Orlan", "hit", "ASSAULT", when="that day"))
    assert likelihood(*reports) == 0


def test_to_reject_a_charge_is_not_to_refuse_to_go() -> None:
    charge = act("a", "Arvo Lind rejected the accusation.", "rejected", "REJECT", by=["Arvo Lind"])
    refusal = act("b", "Arvo Lind refused to resign.", "refused", "REJECT", by=["Arvo Lind"])
    again = act("c", "Arvo Lind dismissed the accusation.", "dismissed", "REJECT", by=["Arvo Lind"])
    assert likelihood(charge, refusal) < 0.55 < likelihood(charge, again)


def test_the_only_denial_of_somebody_is_one_denial() -> None:
    one = act("a", "Estonia denied opening the sluice.", "denied", "REJECT", by=["Estonia"])
    text = "Estonia disputed the account and denied guilt."
    other = act("b", text, "disputed", "REJECT", by=["Estonia"])
    again = with_event(other, "denied guilt", "denied", "REJECT", by=["Estonia"])
    assert only_denials(one, other) == 1.0
    assert only_denials(one, again) == 0.0


def only_denials(one: Report, other: Report) -> float:
    """Return how far the first acts of two reports are the only denials of one denier."""
    first, second = items_of(one, "event")[0], items_of(other, "event")[0]
    assert isinstance(first.record, Event)
    assert isinstance(second.record, Event)
    return dict(signs(first, second, first.record, second.record))["only denial"]
