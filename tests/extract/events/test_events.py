"""Events: who did what to whom, with which status, told by which words."""

from __future__ import annotations

import pytest

from dateline.model import Event, Status
from tests.build import read_text

DAY = "2019-05-14"


def events_in(text: str) -> tuple[Event, ...]:
    """Return the events of one invented sentence, dated."""
    return read_text(text, published=DAY).events


def coded(text: str, code: str) -> Event:
    """Return the one event of a category."""
    found = [event for event in events_in(text) if event.code == code]
    assert len(found) == 1, [event.by for event in events_in(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "code", "status"),
    [
        ("Kenya deployed troops along the coast.", "MOBILIZE", Status.HAPPENED),
        ("Kenyan troops are massing along the coast.", "MOBILIZE", Status.ONGOING),
        ("Kenya will deploy troops along the coast.", "MOBILIZE", Status.PLANNED),
        ("Kenya may deploy troops along the coast.", "MOBILIZE", Status.POSSIBLE),
        ("Kenya did not deploy troops along the coast.", "MOBILIZE", Status.DENIED),
        ("Russian warplanes bombed the port of Odesa.", "ASSAULT", Status.HAPPENED),
        ("The leaders of Chad and Niger will meet in Lagos on Friday.", "CONSULT", Status.PLANNED),
        ("Police arrested the opposition leader in Harare.", "COERCE", Status.HAPPENED),
        ("Iran rejected the proposal.", "REJECT", Status.HAPPENED),
    ],
)
def test_status_is_what_the_words_say(text: str, code: str, status: Status) -> None:
    assert coded(text, code).status is status


def test_a_threat_and_the_act_it_speaks_of_are_two_events() -> None:
    found = events_in("Egypt threatened to bomb the dam in Ethiopia.")
    outer = next(event for event in found if event.code == "THREATEN")
    inner = next(event for event in found if event.code == "ASSAULT")
    assert outer.status is Status.HAPPENED
    assert inner.status is Status.THREATENED
    assert inner.part_of == outer.trigger


def test_a_denied_act_is_denied() -> None:
    found = events_in("Rwanda denied that it had attacked the town.")
    assert {event.status for event in found if event.code == "ASSAULT"} == {Status.DENIED}


def test_a_passive_has_its_agent_as_actor() -> None:
    event = coded("The village was attacked by Malian soldiers.", "ASSAULT")
    assert [actor.country for actor in event.actors] == ["MLI"]


def test_joined_countries_are_actors_of_one_event() -> None:
    event = coded("Spain and Portugal condemned the coup.", "ACCUSE")
    assert [actor.country for actor in event.actors] == ["ESP", "PRT"]


def test_a_noun_takes_its_actor_from_the_verb_that_carries_it() -> None:
    event = coded("Turkey launched air strikes on the valley.", "ASSAULT")
    assert [actor.country for actor in event.actors] == ["TUR"]
    assert event.mode == "aerial"


def test_an_act_in_a_statement_is_claimed_by_its_speaker() -> None:
    text = "Ukrainian President Olena Marchuk said that Russian troops had shelled the market."
    event = coded(text, "ASSAULT")
    assert event.claimed_by is not None
    assert event.claimed_by.name == "Olena Marchuk"


@pytest.mark.parametrize(
    "text",
    [
        "Shares rallied in Tokyo on Monday.",
        "The film bombed at the box office.",
        "Forecasters warned of heavy rain.",
        "He died of a heart attack.",
    ],
)
def test_the_same_words_about_other_things_are_no_event(text: str) -> None:
    assert events_in(text) == ()


@pytest.mark.parametrize(
    ("text", "code", "status"),
    [
        ("The mayor refuted the report that police had beaten the miners.", "ASSAULT", "denied"),
        ("The army had agreed to nothing.", "AGREE", "denied"),
        ("The front said it had kidnapped nobody.", "ASSAULT", "denied"),
        ("The ministry has suspended the newspaper until June.", "COERCE", "happened"),
        ("The union insists that soldiers shot two men.", "ASSAULT", "happened"),
        (
            "The envoy denied that the guards had shot two men and accused the miners of theft.",
            "ACCUSE",
            "happened",
        ),
        (
            "The Kenyan minister, Juma Otieno, warned that Kenya would bomb the port.",
            "ASSAULT",
            "threatened",
        ),
    ],
)
def test_what_the_clause_above_makes_of_an_act(text: str, code: str, status: str) -> None:
    assert coded(text, code).status == status


@pytest.mark.parametrize(
    ("text", "code", "actor"),
    [
        ("Chad agreed on Friday to deploy troops along the river.", "MOBILIZE", "Chad"),
        ("A patrol told the miners to wait, the engineer Ana Ruiz said.", "REQUEST", "patrol"),
        ("The minister denied that the Reapers of Ondo had shot two men.", "ASSAULT", "Reapers"),
        (
            "The port board accused the dockers of wrecking its cranes and detained four men.",
            "COERCE",
            "port board",
        ),
    ],
)
def test_a_clause_says_itself_who_acts(text: str, code: str, actor: str) -> None:
    assert [one.name for one in coded(text, code).actors] == [actor]


@pytest.mark.parametrize(
    "text",
    ["The ministry raised its toll to 40.", "The clinic is sticking to 21.", "Dana sought to nap."],
)
def test_a_count_or_an_attempt_is_no_act(text: str) -> None:
    assert events_in(text) == ()
