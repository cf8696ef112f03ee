"""Who gives a count, by the words around it."""

from __future__ import annotations

import pytest

from tests.build import read_text

LEAD = "Storm on the coast\n\nThe wind fell in the night. "


def claimants(text: str) -> dict[float | None, str | None]:
    """Return who claims each count of body text."""
    report = read_text(LEAD + text, upto="figures", published="2031-03-05")
    return {f.low: f.claimed_by.name if f.claimed_by else None for f in report.figures}


@pytest.mark.parametrize(
    ("text", "count", "claimant"),
    [
        ("By the coast guard's tally 14 people drowned.", 14, "coast guard"),
        ("Figures from the forestry board show 90 farms burnt.", 90, "forestry board"),
        ("According to the farmers' association's count, 40 cows died.", 40, "association"),
        ("The water board accused the mine of poisoning 12 wells.", 12, "water board"),
        ("Herders blamed the army for burning 30 huts.", 30, "Herders"),
        ("The mayor met farmers and pledged to spend 40 million euros on dams.", 40_000_000,
         "mayor"),
        ("The union offered the port 50 tons of sand.", 50, "union"),
        ("The clinic has treated 38 injured.", 38, "clinic"),
        ("The water office has counted 30 leaks, its head, Ada Lund, told the paper.", 30,
         "Ada Lund"),
    ],
)  # fmt: skip
def test_a_count_is_of_who_gives_it(text: str, count: float, claimant: str) -> None:
    assert claimants(text)[count] == claimant


@pytest.mark.parametrize(
    ("text", "count", "claimant"),
    [
        ("The police put attendance at 900, the organisers at 4,000.", 4_000, "organisers"),
        ("Witnesses spoke of 700 marchers, the police of 90.", 90, "police"),
        ("Forty people were hurt. The police count 31, the hospital 44.", 44, "hospital"),
    ],
)
def test_who_stands_before_a_gapped_count_gives_it(text: str, count: float, claimant: str) -> None:
    assert claimants(text)[count] == claimant


def test_who_does_a_deed_beside_another_gives_no_count() -> None:
    found = claimants("The rebels freed 84 sailors and the government 61, the Red Star said.")
    assert found[61] != "government"


@pytest.mark.parametrize(
    ("text", "count", "claimant"),
    [
        ("The coast guard ended its search. According to its figures, three are missing.", 3,
         "coast guard"),
        ("The army raised the number of injured to 31. Its count of deaths remains at six.", 6,
         "army"),
    ],
)  # fmt: skip
def test_its_count_is_that_of_the_body_before(text: str, count: float, claimant: str) -> None:
    assert claimants(text)[count] == claimant


def test_a_dateline_gives_no_count() -> None:
    text = "Storm on the coast\n\nLUND (AFP) – The dockers' union on Friday put the number of dead"
    report = read_text(text + " at 19.", upto="figures")
    (figure,) = report.figures
    assert figure.claimed_by is not None
    assert figure.claimed_by.name == "dockers' union"


@pytest.mark.parametrize(
    ("text", "count", "claimant"),
    [
        ("- Regional water office: 41 wells dry.", 41, "Regional water office"),
        ("- Red Crescent branch of Taza: 19 tents.", 19, "Red Crescent branch"),
        ("Storm in Taza: 41 wells dry.", 41, None),
    ],
)
def test_a_list_names_its_source_before_a_colon(
    text: str, count: float, claimant: str | None
) -> None:
    report = read_text(f"Storm on the coast\n\n{text}\n\nThe wind fell.", upto="figures")
    found = {f.low: f.claimed_by.name if f.claimed_by else None for f in report.figures}
    assert found[count] == claimant


def test_how_many_more_than_somebody_said_is_no_source() -> None:
    found = claimants("The blast hurt nine men, two more than the mayor had first reported.")
    assert found[9] != "two"
