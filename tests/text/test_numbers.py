"""Which words are numbers, how large, and how sure."""

from __future__ import annotations

from time import process_time

import pytest

from dateline.model import Number
from dateline.text.number_words import read_number
from tests.build import read_text

LEAD = "Flood in the valley\n\nThe river rose again in the night. "


def numbers(text: str) -> tuple[tuple[str, Number], ...]:
    """Return the numbers of a body sentence with their words."""
    report = read_text(LEAD + text, upto="numbers")
    return tuple((n.span.of(report.text), n) for n in report.numbers)


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "hedge"),
    [
        ("The flood hit 700,000 homes.", "700,000", 700_000, 700_000, None),
        ("The flood hit some 700,000 homes.", "some 700,000", 700_000, 700_000, "about"),
        ("The flood hit 3 million homes.", "3 million", 3_000_000, 3_000_000, None),
        ("The flood hit twenty-one homes.", "twenty-one", 21, 21, None),
        ("The flood hit two hundred and five homes.", "two hundred and five", 205, 205, None),
        ("The flood hit half a million homes.", "half a million", 500_000, 500_000, None),
        ("The flood hit two dozen homes.", "two dozen", 24, 24, "about"),
        ("The flood hit just over 90 homes.", "just over 90", 90, 90, "about"),
        ("The flood hit past 90 homes.", "past 90", 90, None, "at_least"),
        ("The flood hit a number of homes.", "a number", 3, None, None),
        (
            "The flood hit a quarter of a million homes.",
            "a quarter of a million",
            250_000,
            250_000,
            None,
        ),
        ("The flood hit 12,34,500 homes.", "12,34,500", 1_234_500, 1_234_500, None),
        ("The flood hit a dozen homes.", "a dozen", 12, 12, "about"),
        ("The flood hit dozens of homes.", "dozens", 24, 99, None),
        ("The flood hit hundreds of homes.", "hundreds", 200, 999, None),
        ("The flood hit tens of thousands of homes.", "tens of thousands", 20_000, 99_999, None),
        ("The flood hit millions of homes.", "millions", 2_000_000, None, None),
        ("The flood hit several homes.", "several", 3, None, None),
        ("The flood hit 20 to 30 homes.", "20 to 30", 20, 30, "between"),
        ("The flood hit between 5 and 7 homes.", "between 5 and 7", 5, 7, "between"),
        ("The flood hit 2 to 3 million homes.", "2 to 3 million", 2_000_000, 3_000_000, "between"),
        ("The flood hit at least 47 homes.", "at least 47", 47, None, "at_least"),
        ("The flood hit more than a dozen homes.", "more than a dozen", 12, None, "at_least"),
        ("The flood hit up to 90 homes.", "up to 90", None, 90, "at_most"),
        ("The flood hit as many as 90 homes.", "as many as 90", None, 90, "at_most"),
        ("The flood hit no fewer than 90 homes.", "no fewer than 90", 90, None, "at_least"),
        ("The flood hit an estimated 90 homes.", "an estimated 90", 90, 90, "estimated"),
        ("The flood hit exactly 90 homes.", "exactly 90", 90, 90, "exact"),
    ],
)
def test_cardinals(
    text: str, words: str, low: float | None, high: float | None, hedge: str | None
) -> None:
    ((found, number),) = numbers(text)
    assert (found, number.low, number.high, number.hedge) == (words, low, high, hedge)
    assert number.kind == "cardinal"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Repairs cost $3.5bn.", 3_500_000_000, "USD"),
        ("Repairs cost 2 million euros.", 2_000_000, "EUR"),
        ("Repairs cost about £40,000.", 40_000, "GBP"),
        ("Repairs cost 900 Kenyan shillings.", 900, "KES"),
        ("Repairs cost EUR 125,000.", 125_000, "EUR"),
        ("Repairs cost 30 MSEK.", 30_000_000, "SEK"),
        ("Repairs cost Rs 42 crore.", 420_000_000, "INR"),
        ("Repairs cost HK$12 million.", 12_000_000, "HKD"),
        ("Repairs cost 15 €.", 15, "EUR"),
        ("Repairs cost three dollars and 50 cents.", 3.5, "USD"),
        ("Oil cost $70 a barrel.", 70, "USD per barrel"),
        ("They were fined 500 pounds.", 500, "GBP"),
        ("The firm lost -$4 million.", -4_000_000, "USD"),
    ],
)
def test_money_has_its_currency(text: str, value: float, unit: str) -> None:
    ((_, number),) = numbers(text)
    assert (number.low, number.unit, number.kind) == (value, unit, "money")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The flood hit 1.5m people.", 1_500_000),
        ("The wall is 1.8m high.", 1.8),
        ("The wall is 10 1/2 feet high.", 10.5),
        ("The flood left 6,600 pounds of rice wet.", 6_600),
    ],
)
def test_scales_units_and_parts(text: str, value: float) -> None:
    ((_, number),) = numbers(text)
    assert (number.low, number.kind) == (value, "cardinal")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Water covered 40 per cent of the fields.", "percent", 40),
        ("Water covered 5% of the fields.", "percent", 5),
        ("Water covered a third of the fields.", "fraction", 0.3333),
        ("Water covered two-thirds of the fields.", "fraction", 0.6667),
        ("It was the 21st flood.", "ordinal", 21),
        ("It was the third flood.", "ordinal", 3),
    ],
)
def test_other_kinds(text: str, kind: str, value: float) -> None:
    ((_, number),) = numbers(text)
    assert (number.kind, number.low) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "A Su-24 and an F-16 flew over.",
        "The G20 met over COVID-19.",
        "Call +44 20 7946 0958 for help.",
        "The pages are at https://s.gtool.pro:443/https/example.org/2021/15 for all.",
        "The flood came on June 3, 2021.",
        "Osmara won 3-1 in the cup.",
        "The court cited Article 12 of the law.",
        "No one came.",
        "The neighbours help one another.",
    ],
)
def test_these_are_no_counts(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [("twelve", 12), ("1,200", 1200), ("three hundred and five", 305), ("two three", None)],
)
def test_number_words(words: str, value: float | None) -> None:
    assert read_number(words) == value


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("The flood hit several hundred homes.", "several hundred", 200, 999),
        ("The flood hit several thousand homes.", "several thousand", 2_000, 9_999),
        ("The flood hit between five and eight homes.", "between five and eight", 5, 8),
        (
            "The flood hit between two hundred and five hundred homes.",
            "between two hundred and five hundred",
            200,
            500,
        ),
        ("The flood hit two and a half million homes.", "two and a half million", 2.5e6, 2.5e6),
    ],
)
def test_spelled_numbers_joined_by_and(text: str, words: str, low: float, high: float) -> None:
    ((found, number),) = numbers(text)
    assert (found, number.low, number.high) == (words, low, high)


def test_an_old_and_a_new_value_are_no_range() -> None:
    found = numbers("The clinic raised the number of patients from 23 to 31.")
    assert [(number.low, number.high) for _, number in found] == [(23, 23), (31, 31)]


def test_the_old_value_of_a_percentage_is_left_out() -> None:
    found = numbers("The price of bread rose from 20 to 30 percent.")
    assert [(words, number.low) for words, number in found] == [("30 percent", 30)]


def test_a_range_of_places_come_from_stays_a_range() -> None:
    ((_, number),) = numbers("The pilgrims walked in from 40 to 50 hamlets.")
    assert (number.low, number.high) == (40, 50)


@pytest.mark.parametrize("lead", ["-", "minus "])
def test_a_temperature_below_zero(lead: str) -> None:
    ((_, number),) = numbers(f"The lake froze at {lead}20 degrees.")
    assert (number.low, number.high) == (-20, -20)


def test_a_fraction_in_digits() -> None:
    ((_, number),) = numbers("The boats raced 3/4 mile against the wind.")
    assert (number.kind, number.low) == ("fraction", 0.75)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The wall is 1.8m high.", 1.8, "metre"),
        ("The wall is 12 feet high.", 12, "foot"),
        ("A 12-mile wall stands there.", 12, "mile"),
        ("The lake covers 40 square miles.", 40, "square mile"),
        ("The lake covers 40 km².", 40, "square kilometre"),
        ("Trucks brought 75 tonnes (80 tons) of rice.", 75, "tonne"),
        ("The storm blew at 90 km/h.", 90, "kilometre per hour"),
        ("The storm blew at 90 miles an hour.", 90, "mile per hour"),
        ("They pump 300,000 barrels of crude oil a day.", 300_000, "barrel per day"),
        ("It was -5 degrees Celsius.", -5, "degree celsius"),
        ("It was minus 20°F.", -20, "degree fahrenheit"),
        ("The plant makes 40 MW.", 40, "megawatt"),
        ("The file has 40 MB.", 40, "megabyte"),
        ("The girl is four years old.", 4, "year of age"),
        ("A 43-year-old woman came.", 43, "year of age"),
        ("The dancers, aged 43, came.", 43, "year of age"),
        ("The nurse, 43, came.", 43, "year of age"),
        ("Rates rose by two percentage points.", 2, "percentage point"),
        ("Growth was -2.3%.", -2.3, "percent"),
        ("Police seized a 500-pound bomb.", 500, "pound"),
        ("It is 1/4 mile long.", 0.25, "mile"),
    ],
)
def test_a_number_has_its_unit(text: str, value: float, unit: str) -> None:
    found = [(number.low, number.unit) for _, number in numbers(text)]
    assert (value, unit) in found


@pytest.mark.parametrize(
    "text",
    [
        "The 1988 budget was cut.",
        "He lives at 12 Mill Lane.",
        "They met at the Seven Lakes hotel.",
        "They met on the Plaza 25 de Mayo.",
        "The flood reached the old quarter of the town.",
    ],
)
def test_years_addresses_and_names_are_no_counts(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The town won 120 seats.", None),
        ("It found two real threats.", None),
        ("They saw the COP 26 talks.", None),
    ],
)
def test_a_word_that_could_be_a_currency_is_none(text: str, unit: str | None) -> None:
    assert all(number.unit == unit for _, number in numbers(text))


def test_two_numbers_joined_by_and_are_no_range() -> None:
    found = [number.low for _, number in numbers("It cost $4.25 and 32 came.")]
    assert found == [4.25, 32]


@pytest.mark.parametrize(
    "part", ["1,", "12,34,", "1 of a a a ", "$ ", "US ", "1 - ", "1/", "40 per ", "a quarter of a "]
)
def test_odd_digits_take_no_time(part: str) -> None:
    text = part * (1_900 // len(part))
    started = process_time()
    numbers(f"The flood {text}.")
    assert process_time() - started < 5
