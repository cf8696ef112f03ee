"""Which claim a denial answers, and that both claims tell of the conflict."""

from __future__ import annotations

import pytest

from dateline.model import Report
from dateline.weaving.claims.denials import find_denials
from dateline.weaving.claims.ledger import find_claims
from dateline.weaving.weave import weave_story
from tests.weaving.reports import make_report, with_event


def told(claimed: str = "Marta Ozola") -> Report:
    text = f"Estonia opened the sluice above Orlan, {claimed} said."
    report = make_report("a", "Sluice", text)
    return with_event(
        report, "Estonia opened the sluice above Orlan", "opened", "ASSAULT", by=["Estonia"],
        claimed=claimed,
    )  # fmt: skip


def denied(text: str, clause: str, trigger: str, **more: object) -> Report:
    report = make_report("b", "Denial", text)
    return with_event(report, clause, trigger, "ASSAULT", status="denied", **more)


def conflicts(*reports: Report) -> list[tuple[str, ...]]:
    """Return, for each claim with an answered denial, the words of both sides."""
    found = find_denials(find_claims(reports))
    return [tuple(v.value for v in d.values) for differences in found.values() for d in differences]


def test_a_denial_and_the_act_that_it_answers_tell_of_each_other() -> None:
    clause = "that any valve was opened over the town by his men"
    denial = denied(f"Arvo Lind denied {clause}.", clause, "opened", by=["his men"],
                    claimed="Arvo Lind")  # fmt: skip
    story = weave_story([told(), denial])
    found = [d for claim in story.claims for d in claim.differences if d.on == "status"]
    assert {d.relation for d in found} == {"conflict"}
    assert {value.report for d in found for value in d.values} == {"a", "b"}


@pytest.mark.parametrize(
    ("clause", "trigger"),
    [
        ("that the mill was burnt", "burnt"),  # another act
        ("that Latvia opened fire on its own", "opened"),  # another country's
    ],
)
def test_a_denial_of_something_else_answers_nothing(clause: str, trigger: str) -> None:
    by = ["Latvia"] if "Latvia" in clause else []
    denial = denied(
        f"Janis Berzin denied {clause}.", clause, trigger, by=by, claimed="Janis Berzin"
    )
    assert conflicts(told(), denial) == []


def test_nobody_denies_what_he_says_himself() -> None:
    clause = "that Estonia opened the sluice again"
    denial = denied(f"Marta Ozola denied {clause}.", clause, "opened", by=["Estonia"],
                    claimed="Marta Ozola")  # fmt: skip
    assert conflicts(told(), denial) == []


@pytest.mark.parametrize(("means", "number"), [("it", 2), ("him entry", 0)])
def test_a_bare_denial_is_of_the_deed_told_before_it(means: str, number: int) -> None:
    text = "Estonia opened the sluice above Orlan, Marta Ozola said."
    report = make_report("a", "Sluice", text, f"Arvo Lind denied {means}.")
    report = with_event(
        report, "Estonia opened the sluice above Orlan", "opened", "ASSAULT", by=["Estonia"],
        claimed="Marta Ozola",
    )  # fmt: skip
    report = with_event(report, f"Arvo Lind denied {means}.", "denied", "REJECT", by=["Arvo Lind"])
    assert len(conflicts(report)) == number


def test_the_brief_tells_a_conflict_once() -> None:
    text = "Estonia opened the sluice above Orlan, Marta Ozola said."
    report = make_report("a", "Sluice", text, "Arvo Lind denied it.")
    report = with_event(
        report, "Estonia opened the sluice above Orlan", "opened", "ASSAULT", by=["Estonia"],
        claimed="Marta Ozola",
    )  # fmt: skip
    report = with_event(report, "Arvo Lind denied it.", "denied", "REJECT", by=["Arvo Lind"])
    told = [p for p in weave_story([report]).brief.points if p.section == "differs"]
    assert len(told) == 1
