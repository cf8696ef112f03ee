"""Acts that other acts speak of: who did what somebody is accused of, told to do or denies."""

from __future__ import annotations

import pytest

from dateline.model import Event, Status
from tests.build import read_text

DAY = "2019-05-14"


def coded(text: str, code: str) -> Event:
    """Return the first event of a category in an invented text."""
    found = read_text(text, published=DAY).events
    return next(event for event in found if event.code == code)


def names(event: Event) -> list[str]:
    """Return what the actors of an event are called."""
    return [actor.name for actor in event.actors]


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Otis Bram accused the Northern Front of a massacre of civilians in Kisu.",
        "The Northern Front was blamed for the ambush of a convoy near Kisu.",
        "The mayor laid the blame on the Northern Front for the raid.",
    ],
)
def test_the_accused_did_what_they_are_accused_of(text: str) -> None:
    assert names(coded(text, "ASSAULT")) == ["Northern Front"]


def test_who_asks_stands_behind_of() -> None:
    event = coded("The curfew was imposed at the request of Mayor Ana Ruiz.", "REQUEST")
    assert names(event) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "Police deny it.",
        "The port authority denied having seized the ship.",
        "The bakery firm denies any guilt.",
    ],
)
def test_a_denial_happened(text: str) -> None:
    assert coded(text, "REJECT").status is Status.HAPPENED


def test_an_act_upon_nobody_is_denied() -> None:
    assert coded("Police arrested nobody.", "COERCE").status is Status.DENIED


def test_what_is_called_for_a_day_was_called_before() -> None:
    event = coded("Unions called for a vigil at the cathedral on Monday.", "REQUEST")
    assert (event.status, event.when) == (Status.HAPPENED, None)


def test_a_rejection_of_this_answers_whoever_said_it() -> None:
    text = "Kenya accused Ethiopia of arming the raiders. Addis Ababa rejected this as a fable."
    assert [actor.name for actor in coded(text, "REJECT").recipients] == ["Kenya"]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master rejected the fishermen's version.",
        "The dam's owner disputed the claim that the gates had been open.",
        "The bishop denied any reprisals.",
        "Two guards were said to have slept. The warden rejected that.",
    ],
)
def test_to_reject_a_charge_is_to_deny(text: str) -> None:
    last = [event for event in read_text(text).events if event.code == "REJECT"][-1]
    assert last.mode is None
