"""Which counts become figures, and what they say."""

from __future__ import annotations

import pytest

from dateline.model import Figure, Status
from tests.build import read_text

LEAD = "Flood in the valley\n\nThe river rose again in the night. "

RULES_ALONE = {
    "The flood left 5,000 people homeless.",
    "Hundreds of people are expected to come.",
    "The police spoke of 2,500.",
    "Twelve wounded were detained by the army.",
    "The state will pay the 340 families cut off by the river.",
    "The wave swept nine anglers out to sea.",
}
"""Of these the network says otherwise, and is wrong; what the rules say of them is kept here."""


def figures(text: str) -> list[tuple[str, Figure]]:
    """Return the figures of body text with their words."""
    weights = None if text in RULES_ALONE else "plover"
    report = read_text(LEAD + text, upto="figures", weights=weights, published="2021-06-15")
    return [(f.span.of(report.text), f) for f in report.figures]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "measure"),
    [
        ("At least 47 villagers were killed.", "At least 47 villagers", 47, None, "killed"),
        ("The flood killed 47 villagers.", "47 villagers", 47, 47, "killed"),
        ("The flood has uprooted millions.", "uprooted millions", 2_000_000, None, "displaced"),
        ("Tens of thousands fled to the hills.", "Tens of thousands fled", 20_000, 99_999,
         "displaced"),
        ("The flood left 5,000 people homeless.", "5,000 people", 5_000, 5_000, "homeless"),
        ("The flood left 20 dead.", "20 dead", 20, 20, "killed"),
        ("The death toll rose to 34.", "rose to 34", 34, 34, "killed"),
        ("Police detained 120 looters.", "120 looters", 120, 120, "arrested"),
        ("Some 30 children are missing.", "Some 30 children", 30, 30, "missing"),
        ("The town is home to some 9,000 people.", "some 9,000 people", 9_000, 9_000, "present"),
        ("Thousands of troops have been massing near the dam.", "Thousands of troops", 2_000,
         9_999, "fighters"),
    ],
)  # fmt: skip
def test_what_a_count_measures(
    text: str, words: str, low: float, high: float | None, measure: str
) -> None:
    ((found, figure),) = figures(text)
    assert (found, figure.low, figure.high) == (words, low, high)
    assert figure.measure == measure
    assert figure.unit == "person"


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("Ten children were among the dead.", "Ten children", "killed"),
        ("The group put the toll at 45.", "at 45", "killed"),
        ("The town has a population of 1.5 million.", "1.5 million", "present"),
        ("Between 400 and 500 people took to the streets.", "Between 400 and 500 people",
         "present"),
        ("Two of the three hostages were freed.", "Two of the three hostages", "other"),
        ("Ten guards were hurt along with eight clerks.", "eight clerks", "injured"),
    ],
)  # fmt: skip
def test_measures_that_no_verb_gives(text: str, words: str, measure: str) -> None:
    by_words = {found: figure.measure for found, figure in figures(text)}
    assert any(words in found and given == measure for found, given in by_words.items())


def test_a_headline_count_needs_no_parse() -> None:
    report = read_text(
        "40 dead in clashes near the dam\n\nThe river rose again in the night.",
        upto="figures",
    )
    (figure,) = report.figures
    assert figure.span.of(report.text) == "40 dead"
    assert (figure.low, figure.measure) == (40, "killed")


def test_two_counts_of_one_sentence_keep_their_own_measures() -> None:
    found = figures("At least 47 people were killed and 12 injured when the bridge fell.")
    assert [(f.low, f.measure) for _, f in found] == [(47, "killed"), (12, "injured")]


def test_a_part_takes_the_measure_of_the_whole() -> None:
    found = figures("The blast killed 12 people, including three children.")
    assert [(f.low, f.head, f.measure) for _, f in found] == [
        (12, "people", "killed"),
        (3, "children", "killed"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("Some 9,000 people could be driven from their homes by the flood.",
         "Some 9,000 people could be driven from their homes", Status.POSSIBLE),
        ("A collapse might kill 9,000 people.", "9,000 people", Status.POSSIBLE),
        ("About 300 miners are feared dead.", "About 300 miners", Status.POSSIBLE),
        ("The army will send 500 soldiers.", "500 soldiers", Status.PLANNED),
        ("The army plans to send 500 soldiers.", "500 soldiers", Status.PLANNED),
        ("As many as 400 people may have died.", "As many as 400 people may have died",
         Status.POSSIBLE),
        ("Hundreds of people are expected to come.", "Hundreds of people", Status.POSSIBLE),
        ("The rebels denied that they had killed 30 civilians.", "30 civilians", Status.DENIED),
        ("The army threatened to send 500 soldiers.", "500 soldiers", Status.THREATENED),
        ("The army sent 500 soldiers.", "500 soldiers", Status.HAPPENED),
    ],
)  # fmt: skip
def test_status_is_the_verbs(text: str, words: str, status: Status) -> None:
    ((found, figure),) = figures(text)
    assert (found, figure.status) == (words, status)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Fighting resumed after a 19-day break.", "19-day break", 19, "day"),
        ("The six-year civil war goes on.", "six-year civil war", 6, "year"),
        ("He was sentenced to 12 years in prison.", "12 years in prison", 12, "year"),
        ("The truce lasted 12 days.", "lasted 12 days", 12, "day"),
        ("Three years of drought emptied the wells.", "Three years of drought", 3, "year"),
    ],
)
def test_a_length_is_a_duration(text: str, words: str, value: float, unit: str) -> None:
    ((found, figure),) = figures(text)
    assert (found, figure.low, figure.unit, figure.measure) == (words, value, unit, "duration")


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("The bank promised $3.5 billion in loans.", "USD", "money"),
        ("Fire burned 300 hectares of forest.", "hectare", "other"),
        ("Oil rose to $70 a barrel.", "USD per barrel", "money"),
        ("Inflation rose to 12 percent.", "percent", "share"),
        ("The trench is 40 kilometres long.", "kilometre", "other"),
    ],
)
def test_units(text: str, unit: str, measure: str) -> None:
    ((_, figure),) = figures(text)
    assert (figure.unit, figure.measure) == (unit, measure)


def test_of_what_names_the_counted_with_its_place() -> None:
    ((_, figure),) = figures("The flood hit an estimated 3 million farmers in Osmara Province.")
    assert figure.of_what == "farmers in Osmara Province"
    assert figure.head == "farmers"
    assert figure.hedge == "estimated"


def test_nobody_hurt_is_zero() -> None:
    ((found, figure),) = figures("No one was injured.")
    assert (found, figure.low, figure.high) == ("No one was injured", 0, 0)
    assert figure.measure == "injured"


@pytest.mark.parametrize(
    "text",
    [
        "It was the third flood.",
        "A 34-year-old man escaped.",
        "The two countries share the river.",
        "The dam was built in 1975.",
        "One of the gates broke.",
        "The two-day visit ended.",
        "Both sides met three times.",
        "The dam lies 40 km north of the town.",
        "The pumps are 10 times as strong.",
    ],
)
def test_counts_that_tell_nothing_are_left_out(text: str) -> None:
    assert figures(text) == []


def test_the_speaker_of_the_statement_claims_the_figure() -> None:
    found = figures("Mayor Ada Brenn said that 47 people had been killed. Water took 12 cows.")
    by_words = {words: figure.claimed_by for words, figure in found}
    claimant = by_words["47 people"]
    assert claimant is not None
    assert "Brenn" in claimant.name
    assert by_words.get("12 cows") is None


def test_animals_are_no_people() -> None:
    found = figures("Wolves killed 40 sheep. The blast killed 40 clerks.")
    assert [figure.unit for _, figure in found] == [None, "person"]


def test_who_reports_a_count_claims_it() -> None:
    ((_, figure),) = figures("The ministry reported 37 deaths in the past week.")
    assert figure.claimed_by is not None
    assert "ministry" in figure.claimed_by.name
    assert figure.of_what == "deaths"


def test_the_time_of_its_sentence_is_when() -> None:
    report = read_text(
        LEAD + "On Monday 47 people were killed.", upto="figures", published="2021-06-15"
    )
    (figure,) = report.figures
    assert figure.when == report.times[0].span


@pytest.mark.parametrize(
    ("text", "words", "low", "measure", "claimant"),
    [
        (
            "The relief agency raised the number of its dead from three to nine.",
            "the number of its dead from three to nine",
            9,
            "killed",
            "relief agency",
        ),
        (
            "The relief agency raised the number of people killed by the flood to 31.",
            "the number of people killed by the flood to 31",
            31,
            "killed",
            "relief agency",
        ),
        (
            "The police put the number of those still held at 70.",
            "the number of those still held at 70",
            70,
            "arrested",
            "police",
        ),
        ("The ministry put the toll at 41.", "the toll at 41", 41, "killed", "ministry"),
        ("The toll stood at 41, the ministry said.", "stood at 41", 41, "killed", "ministry"),
        ("The police spoke of 2,500.", "spoke of 2,500", 2_500, "other", "police"),
        ("The ministry admitted the loss of five servicemen.", "five servicemen", 5, "killed",
         "ministry"),
        ("The police said 6,000 had taken part.", "6,000 had taken part", 6_000, "present",
         "police"),
    ],
)  # fmt: skip
def test_a_count_is_of_whoever_gives_it(
    text: str, words: str, low: float, measure: str, claimant: str
) -> None:
    ((found, figure),) = figures(text)
    assert (found, figure.low, figure.measure) == (words, low, measure)
    assert figure.claimed_by is not None
    assert claimant in figure.claimed_by.name.casefold()


def test_lost_jobs_are_nobody_s_death() -> None:
    assert all(f.measure != "killed" for _, f in figures("The mill admitted the loss of 50 jobs."))


def test_a_part_of_those_told_of_is_what_it_is_called() -> None:
    found = figures("The police held 90 marchers. Three of them were minors.")
    words, figure = found[-1]
    assert (words, figure.low, figure.of_what) == ("Three of them were minors", 3, "minors")


def test_who_stays_missing_is_missing() -> None:
    ((_, figure),) = figures("Six people remained missing.")
    assert figure.measure == "missing"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Nine people lost their lives.", "killed"),
        ("Nine villagers were hacked to death.", "killed"),
        ("Snipers shot dead 12 protesters.", "killed"),
        ("Six people suffered burns.", "injured"),
        ("Fifteen people were rushed to hospital.", "injured"),
        ("The clinic treated 144 patients for gunshot wounds.", "injured"),
        ("Twelve men were taken into custody.", "arrested"),
        ("Twelve activists are behind bars.", "arrested"),
        ("Twelve wounded were detained by the army.", "arrested"),
        ("The tribunal sentenced 12 officers to death.", "arrested"),
        ("Some 4,000 people are without power.", "affected"),
        ("Measles was confirmed in 120 children.", "affected"),
        ("The convoy brought food for 12,000 people.", "affected"),
        ("Some 12,000 villagers took refuge in the hills.", "displaced"),
        ("The storm left 300 families without shelter.", "homeless"),
        ("There were 120 people in the hall.", "present"),
        ("The ferry had 240 people aboard.", "present"),
        ("The militia has 900 men.", "fighters"),
        ("The army sent 900 soldiers.", "fighters"),
        ("The landslide buried nine houses.", "other"),
        ("The drought has killed 1,200 cattle.", "other"),
        ("The navy rescued 120 sailors.", "other"),
    ],
)
def test_the_words_around_a_count_tell_what_it_measures(text: str, measure: str) -> None:
    assert [figure.measure for _, figure in figures(text)] == [measure]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nine hikers are missing.", Status.ONGOING),
        ("The group has 900 men.", Status.ONGOING),
        ("The army said 30 miners were still trapped.", Status.ONGOING),
        ("Donors pledged $3bn.", Status.PLANNED),
        ("The council set aside $3bn.", Status.PLANNED),
        ("Police launched a raid to arrest 12 men.", Status.PLANNED),
        ("The firm is to hire 300 people.", Status.PLANNED),
        ("The mayor opened a planned 300 flats.", Status.PLANNED),
        ("Rebels demanded three cows.", Status.CALLED_FOR),
        ("The bishop called for 30 days of mourning.", Status.CALLED_FOR),
        ("The rebels warned they would shoot 12 captives.", Status.THREATENED),
        ("If the dam breaks, 300 people will have to leave.", Status.POSSIBLE),
        ("Some 300 jobs are at risk.", Status.POSSIBLE),
        ("There are fears that 200 people drowned.", Status.POSSIBLE),
        ("The army rejected reports that 40 people had died.", Status.DENIED),
        ("The army said it had not killed 30 people.", Status.DENIED),
        ("The town was told to close after the toll rose to nine.", Status.HAPPENED),
        ("The state will pay the 340 families cut off by the river.", Status.HAPPENED),
    ],
)
def test_status_by_promises_states_and_doubts(text: str, status: Status) -> None:
    assert {figure.status for _, figure in figures(text)} == {status}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Police held 52 men: 30 in Izmir, 16 in Van.", [52, 30, 16]),
        ("The union says 34 men are missing, the company 28.", [34, 28]),
        ("The army raised its garrison from 900 to 1,500 men.", [900, 1_500]),
    ],
)
def test_a_gapped_count_counts_what_the_other_does(text: str, values: list[float]) -> None:
    found = [figure for _, figure in figures(text)]
    assert [figure.low for figure in found] == values
    assert len({figure.measure for figure in found}) == 1


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The plant was shut for 11 days.", 11, 11, "day"),
        ("The work may take between six and eight months.", 6, 8, "month"),
        ("They dug for more than 30 hours.", 30, None, "hour"),
    ],
)
def test_a_length_that_stands_alone(text: str, low: float, high: float | None, unit: str) -> None:
    ((_, figure),) = figures(text)
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)
    assert figure.measure == "duration"


@pytest.mark.parametrize(
    "text",
    [
        "The guards left two days later.",
        "The nurse, 29, came.",
        "The two sides met.",
        "It spoke of one society.",
        "It is multiple voting.",
    ],
)
def test_these_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Rebels demanded three cows.", "Rebels"),
        ("The union says 34 men are missing, the company 28.", "company"),
        ("An army estimate is that 600 men are in the valley.", "army"),
    ],
)
def test_who_demands_denies_or_estimates_gives_the_count(text: str, claimant: str) -> None:
    given = [figure.claimed_by for _, figure in figures(text)]
    assert given[-1] is not None
    assert claimant.casefold() in given[-1].name.casefold()


@pytest.mark.parametrize(
    "text",
    ["No one was hurt.", "No crew members are missing.", "Not a single guard was wounded."],
)
def test_nobody_is_zero(text: str) -> None:
    ((_, figure),) = figures(text)
    assert (figure.low, figure.high) == (0, 0)


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("Some 1,200 villagers remain cut off.", 1_200, "affected"),
        ("Rangers are searching for 12 hikers.", 12, "missing"),
        ("The wave swept nine anglers out to sea.", 9, "missing"),
        ("Flooding has driven 3,400 families from the delta.", 3_400, "displaced"),
        ("The ministry ordered 300 families to leave.", 300, "displaced"),
        ("About 2,000 people have no drinking water.", 2_000, "affected"),
        ("Aid has reached only 9,000 of the displaced.", 9_000, "displaced"),
        ("The storm robbed 12,000 people of their homes.", 12_000, "homeless"),
        ("The shipwreck killed all 19 aboard.", 19, "killed"),
        ("Nine of the wounded have died.", 9, "killed"),
        ("Twelve drones were shot down.", 12, "other"),
        ("Organisers claimed 80,000 marched through the rain.", 80_000, "present"),
        ("Six hundred peacekeepers will leave by July.", 600, "fighters"),
        ("The strike by 4,000 drivers goes on.", 4_000, "present"),
    ],
)
def test_a_measure_by_the_words_about_it(text: str, value: float, measure: str) -> None:
    ((_, figure),) = figures(text)
    assert (figure.low, figure.measure) == (value, measure)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fifteen boats are to be scrapped.", Status.PLANNED),
        ("The ministry hopes to vaccinate 300 goats.", Status.PLANNED),
        ("The ministry told 300 families to leave.", Status.CALLED_FOR),
        ("Two nurses have been in custody since March.", Status.ONGOING),
        ("Six climbers are presumed dead.", Status.POSSIBLE),
        ("If the dam fails, 12,000 people will have to flee.", Status.POSSIBLE),
        ("If it is not paid, the gang will kill two miners.", Status.THREATENED),
        ("There is no truth in the claim that 40 graves were found.", Status.DENIED),
    ],
)
def test_status_of_what_is_still_to_come_or_lasts(text: str, status: Status) -> None:
    ((_, figure),) = figures(text)
    assert figure.status is status


@pytest.mark.parametrize(
    "text",
    [
        "\u201cWe have arrested no one,\u201d the sheriff said.",
        "No child was ever vaccinated.",
        "None of our men crossed the river.",
    ],
)
def test_nobody_who_came_to_no_harm_is_no_zero(text: str) -> None:
    assert figures(text) == []


def test_how_far_somebody_goes_is_told_and_where_something_lies_is_not() -> None:
    found = figures("The troops pulled back nine miles from the river.")
    assert [words for words, _ in found] == ["nine miles"]
    assert figures("A boat sank nine miles off the cape.") == []


def test_a_share_of_people_is_a_share() -> None:
    ((_, figure),) = figures("Seven in ten voters stayed at home.")
    assert (figure.low, figure.unit) == (0.7, "share")
