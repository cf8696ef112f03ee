"""What one report brings to a claim, and whether two sources are one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Kind
from dateline.weaving.claims.actors import Party
from dateline.weaving.origins.witnesses import find_witness, names_medium, one_voice
from tests.weaving.reports import make_report, with_credit, with_event, with_figure

CHIEF = Party("Arvo Lind", Kind.PERSON, "EST", "COP", title="police chief")


@pytest.mark.parametrize(
    ("body", "one"),
    [
        (Party("Police", None, None, "COP"), True),
        (Party("Tartu police", None, "EST", "COP"), True),
        (Party("police", None, "LVA", "COP"), False),
        (Party("fire service", None, None, "NGO"), False),
        (Party("Marta Ozola", Kind.PERSON, "EST", "COP", title="police chief"), False),
    ],
)
def test_who_heads_a_body_is_one_voice_with_it(body: Party, one: bool) -> None:
    assert one_voice(CHIEF, body) is one
    assert one_voice(body, CHIEF) is one


@pytest.mark.parametrize(
    "text",
    [
        "Pictures published on Friday by Flood Watch show 14 people on a roof.",
        "An image that Flood Watch released on Monday shows 14 people on a roof.",
        "An image that Flood Watch, a body of the state, released shows 14 people on a roof.",
        "Footage from Flood Watch shows 14 people on a roof.",
        "Flood Watch images of Monday show 14 people on a roof.",
        "A picture of Monday, released by Flood Watch, a company in Riga, shows 14 people on a roof.",
        "Aerial photographs divulged by Flood Watch show 14 people on a roof.",
    ],
)
def test_whose_pictures_show_it_is_the_source(text: str) -> None:
    report = with_figure(make_report("a", "Roof", text), "14 people", 14, "seen")
    assert [p.name for p in find_witness(report, report.figures).sources] == ["Flood Watch"]


@pytest.mark.parametrize(
    "text",
    [
        "Drone footage shows 14 people on a roof.",
        "Pictures from Monday's march show 14 people on a roof.",
        "Footage from Kasai shows 14 people on a roof.",
        "A video posted by a neighbour shows 14 people on a roof.",
    ],
)
def test_pictures_of_nobody_in_particular_have_no_maker(text: str) -> None:
    report = with_figure(make_report("a", "Roof", text), "14 people", 14, "seen")
    assert find_witness(report, report.figures).sources == ()


def test_whom_pictures_show_is_no_source() -> None:
    text = "Pictures of Flood Watch show 14 people on a roof."
    report = with_figure(make_report("a", "Roof", text), "14 people", 14, "seen")
    assert find_witness(report, report.figures).sources == ()


def test_a_description_before_a_name_is_that_body() -> None:
    text = "The relief agency Flood Watch counted 14 people."
    report = with_figure(
        make_report("a", "Roof", text), "14 people", 14, "seen", claimed="relief agency"
    )
    assert [p.name for p in find_witness(report, report.figures).sources] == ["Flood Watch"]


def test_an_office_before_the_rank_is_read() -> None:
    text = "The police chief of the port, Col. Arvo Lind, said 14 people were held."
    report = with_figure(
        make_report("a", "Port", text), "14 people", 14, "arrested", claimed="Arvo Lind"
    )
    (source,) = find_witness(report, report.figures).sources
    assert one_voice(source, Party("Police", None, None, "COP"))


def test_a_source_can_be_the_paper_itself_or_its_one_agency() -> None:
    post = with_credit(make_report("a", "Flood", "(AFP)", outlet="The Valley Post"), "AFP")
    for name, expected in (("Post", True), ("AFP", True), ("Herald", False)):
        assert names_medium(Party(name, Kind.ORGANISATION, None, "MED"), post) is expected


@pytest.mark.parametrize(("sector", "known"), [("GOV", True), ("CVL", False)])
def test_a_body_of_the_state_without_a_name_is_the_source_of_what_it_denies(
    sector: str, known: bool
) -> None:
    text = "The customs service denied the charge."
    report = with_event(
        make_report("a", "Boats", text), text, "denied", "REJECT", by=["The customs service"]
    )
    (event,) = report.events
    told = replace(event, actors=(replace(event.actors[0], sector=sector),))
    assert bool(find_witness(report, [told]).sources) is known
