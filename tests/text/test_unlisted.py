"""Bodies that no list knows, and persons that the parser takes for something else."""

from __future__ import annotations

import pytest

from dateline.model import Kind, Name
from tests.build import marked, read_text


def met(text: str) -> tuple[str, list[Name]]:
    """Return the words in [brackets] and the names found at just these characters."""
    plain, spans = marked(text)
    held = [name for name in read_text(plain, upto="names").names if name.span in spans]
    return spans[0].of(plain), held


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Pilots sued [Norvex], the airline that runs the route.", "BUS"),
        ("The dockers' union [TRUF] called a strike for Monday.", "LAB"),
        ("On Friday [Hopeline], a relief charity, left the camp.", "SOC"),
        ("A dredging firm called [Marus] stopped work.", "BUS"),
        ("[Norvex] denied the accusation.", None),
        ("Divers accused [Norvex] of saving money on air.", None),
        ("A spokeswoman for [Norvex] declined to comment.", None),
    ],
)
def test_a_body_is_known_by_what_is_said_of_it(text: str, sector: str | None) -> None:
    words, held = met(text)
    assert [(n.name, n.kind, n.sector) for n in held] == [(words, Kind.ORGANISATION, sector)]


def test_what_one_sentence_tells_of_a_body_holds_for_the_report() -> None:
    text = "Norvex denied the accusation. Ruiz boarded the ferry of [Norvex] at noon."
    _, held = met(text)
    assert [n.kind for n in held] == [Kind.ORGANISATION]


@pytest.mark.parametrize(
    "text",
    [
        "Residents of [Kelmar] blocked the road to the quarry.",
        "In [Kelmar], a dredging firm stopped work on Monday.",
        "[Hamburg] accused the firm of fraud.",
        "Three people died in Kelmar. [Kelmar] asked the army for tents.",
    ],
)
def test_a_place_is_no_body(text: str) -> None:
    _, held = met(text)
    assert all(n.kind is not Kind.ORGANISATION for n in held)


@pytest.mark.parametrize(
    "text",
    [
        "Georgia's foreign minister, [Nino Gelovari], announced the deal in Tbilisi.",
        "The governor of Osh, [Efrain Pandoro], urged calm.",
        "The union's secretary, [Odete Varques], promised more strikes.",
        "The dam held, according to [Hernan Bolivar Quirana], who heads the agency.",
        "[Omar bin Salem al-Harbi], 41, fled over the hills.",
    ],
)
def test_the_words_beside_a_name_prove_a_person(text: str) -> None:
    words, held = met(text)
    assert [(n.name, n.kind) for n in held] == [(words, Kind.PERSON)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Chad's [Defense Ministry] denied it.", "TCD"),
        ("The [Health Ministry] in Kigali warned residents.", "RWA"),
        ("The [Health Ministry] warned residents of Kigali.", None),
    ],
)
def test_a_ministry_has_the_country_beside_it(text: str, country: str | None) -> None:
    _, (name,) = met(text)
    assert name.country == country
