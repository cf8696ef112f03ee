"""Who is meant by a noun phrase."""

from __future__ import annotations

import pytest

from dateline.model import Actor
from dateline.text.cast import Cast
from dateline.text.tree import Tree
from tests.build import knowledge, read_text


def actors(text: str, word: str) -> tuple[Actor, ...]:
    """Return who is meant by the noun phrase of the last sentence that `word` heads."""
    report = read_text(text, upto="chains")
    cast = Cast(report, knowledge().lexicon)
    tree = Tree(report.sentences[-1], report.text)
    return cast.actors(tree, tree.words.index(word))


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Kenya's defense minister resigned.", "minister", ("KEN", "GOV")),
        ("Chadian government troops advanced.", "troops", ("TCD", "MIL")),
        ("The government troops advanced.", "troops", (None, "MIL")),
        ("Peruvian police fired.", "police", ("PER", "COP")),
        ("Ethiopian rebel fighters fled.", "fighters", ("ETH", "REB")),
        ("An army spokesman said no.", "spokesman", (None, "MIL")),
        ("A spokesman for the rebel coalition said no.", "spokesman", (None, "REB")),
        ("The head of Chad's military council left.", "head", ("TCD", "MIL")),
        ("Hamas officials said no.", "officials", ("PSE", "REB")),
        ("Iran-backed militants fled.", "militants", (None, "REB")),
        ("UN officials warned of hunger.", "officials", ("UNO", None)),
        ("The State Department agreed.", "Department", ("USA", "GOV")),
        ("Thousands of Sudanese refugees fled.", "Thousands", ("SDN", "REF")),
    ],
)
def test_a_description_tells_country_and_sector(
    text: str, word: str, told: tuple[str | None, str | None]
) -> None:
    (actor,) = actors(text, word)
    assert (actor.country, actor.sector) == told


def test_a_description_keeps_its_own_words() -> None:
    (actor,) = actors("On Monday the UN officials who came warned of hunger.", "officials")
    assert actor.name == "UN officials"


def test_a_persons_forces_have_the_persons_country() -> None:
    text = "Kenyan President Grace Mwangi spoke. Mwangi's forces advanced."
    (actor,) = actors(text, "forces")
    assert (actor.name, actor.country, actor.sector) == ("Mwangi's forces", "KEN", "MIL")


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Baku said its forces had returned fire.", "forces", "AZE"),
        ("The UN asked Rwanda to withdraw its troops.", "troops", "RWA"),
        ("Kenyan President Grace Mwangi spoke. She praised her army.", "army", "KEN"),
        ("Ankara praised its allies.", "allies", None),
    ],
)
def test_a_possessive_pronoun_tells_the_country(text: str, word: str, country: str | None) -> None:
    (actor,) = actors(text, word)
    assert actor.country == country


def test_people_who_speak_for_a_body_are_the_body() -> None:
    (actor,) = actors("Monitors from the Lima-based World Food Programme came.", "Monitors")
    assert actor.name == "World Food Programme"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Leaders from Chad, Kenya and Peru met.", "Leaders"),
        ("The leaders of Chad, Kenya and Peru met.", "leaders"),
        ("Chad, Kenya and Peru signed it. All three left early.", "three"),
    ],
)
def test_a_list_gives_each_country(text: str, word: str) -> None:
    assert [actor.name for actor in actors(text, word)] == ["Chad", "Kenya", "Peru"]


def test_both_are_the_two_just_named() -> None:
    found = actors("Chad and Kenya signed it. Both countries will disarm.", "countries")
    assert [actor.country for actor in found] == ["TCD", "KEN"]


def test_a_government_and_its_allies_are_two() -> None:
    found = actors("Ankara and its allies agreed.", "Ankara")
    assert [(actor.name, actor.country) for actor in found] == [
        ("Turkey", "TUR"),
        ("its allies", None),
    ]


def test_two_demonyms_before_one_noun_are_two() -> None:
    found = actors("Chadian and Kenyan troops advanced.", "troops")
    assert [(actor.name, actor.country) for actor in found] == [
        ("Chadian troops", "TCD"),
        ("Kenyan troops", "KEN"),
    ]


def test_a_pronoun_is_its_chain() -> None:
    (actor,) = actors("Foreign Minister Idris Mahamat resigned. He gave no reason.", "He")
    assert actor.name == "Idris Mahamat"


def test_a_relative_pronoun_is_its_noun() -> None:
    (actor,) = actors("The soldiers who fled were caught.", "who")
    assert actor.name == "soldiers"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The war continued.", "war"),
        ("The proposal was rejected.", "proposal"),
        ("Russian strikes went on.", "strikes"),
        ("They met in Brussels.", "Brussels"),
    ],
)
def test_a_thing_is_nobody(text: str, word: str) -> None:
    assert actors(text, word) == ()


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Rwanda denied that it had attacked the town.", "it", "Rwanda"),
        ("Chad called off the talks. It also postponed a visit.", "It", "Chad"),
        ("Norvex denied it. Investigators searched its offices.", "its", "Norvex"),
        ("The Kenyan coast guard said it had fired.", "it", "Kenyan coast guard"),
        ("The dam agency warned us. The agency promised help.", "agency", "dam agency"),
        ("Mali's tax office shut. The tax office reopened.", "office", "Mali's tax office"),
        ("Villagers blocked a road. Police fired to disperse them.", "them", "Villagers"),
        ("Omid Karimi left. An official said he would return.", "he", "official"),
        ("Norvex's board will meet.", "board", "Norvex"),
        ("Norvex, the firm that runs the port, fell silent.", "that", "Norvex"),
        ("The firm's owner, Omid Karimi, left.", "owner", "Omid Karimi"),
        ("Idris Haro, a 31-year-old Sudanese who fled, left.", "who", "Idris Haro"),
    ],
)
def test_a_word_stands_for_the_one_it_means(text: str, word: str, name: str) -> None:
    assert [actor.name for actor in actors(text, word)] == [name]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The firm warned Chad. It was clear that it would rain.", "It"),
        ('Chad sent troops. "If peace fails, it will hurt us," Ruiz said.', "it"),
        ("Chad sent troops. It took three days.", "It"),
        ("Norvex pledged $2 million.", "million"),
        ("They spoke in Damascus.", "Damascus"),
    ],
)
def test_a_word_that_means_nobody_is_nobody(text: str, word: str) -> None:
    assert actors(text, word) == ()


def test_they_are_all_who_were_joined() -> None:
    found = actors("Chad and Mali said they would withdraw.", "they")
    assert [actor.country for actor in found] == ["TCD", "MLI"]


def test_both_sides_are_the_two_countries_spoken_of() -> None:
    text = "Chad shelled a Malian post. Mali blamed Chad. Both sides reported losses."
    assert {actor.country for actor in actors(text, "sides")} == {"TCD", "MLI"}


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("A Turkish patrol boat fired.", "boat", ("TUR", "MIL")),
        ("Georgian mediators left.", "mediators", ("GEO", "GOV")),
        ("The Chinese rejected the offer.", "Chinese", ("CHN", "GOV")),
    ],
)
def test_what_acts_for_a_country_has_its_code(text: str, word: str, told: tuple[str, str]) -> None:
    (actor,) = actors(text, word)
    assert (actor.country, actor.sector) == told


def test_a_capital_where_one_meets_is_the_host_when_asked() -> None:
    report = read_text("They spoke in Damascus.", upto="chains")
    cast = Cast(report, knowledge().lexicon)
    tree = Tree(report.sentences[-1], report.text)
    host = cast.host(tree, tree.words.index("Damascus"))
    assert host is not None
    assert host.country == "SYR"
