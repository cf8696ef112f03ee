"""Which texts carry their year along, and how."""

from __future__ import annotations

from tests.build import read_text

HISTORY = (
    "The ferry war\n\n"
    "On 3 May 1951 the boatmen struck. On 9 June 1951 the harbour burnt, and on 1 July 1951 the"
    " king fled. A truce was signed on 4 August 1951. It was renewed on 5 September 1951 and again"
    " on 7 October 1951. "
)


def last_days(text: str, **given: str) -> tuple[str | None, str | None]:
    """Return the days of the last time of a text."""
    last = read_text(text, upto="times", **given).times[-1]
    return last.start, last.end


def test_a_month_takes_the_year_that_the_text_has_come_to() -> None:
    found = last_days(HISTORY + "The boatmen struck again in December.")
    assert found == ("1951-12-01", "1951-12-31")


def test_a_day_takes_it_too() -> None:
    found = last_days(HISTORY + "The boatmen struck again on 2 November.")
    assert found == ("1951-11-02", "1951-11-02")


def test_a_month_far_back_turns_the_year() -> None:
    found = last_days(HISTORY + "The boatmen struck again in February.")
    assert found == ("1952-02-01", "1952-02-29")


def test_months_from_autumn_to_spring_turn_the_year() -> None:
    found = last_days(HISTORY + "The boatmen rested from November to March.")
    assert found == ("1951-11-01", "1952-03-31")


def test_a_dated_report_that_tells_nothing_but_history_carries_its_year_too() -> None:
    found = last_days(HISTORY + "The boatmen struck again in December.", published="2021-06-15")
    assert found == ("1951-12-01", "1951-12-31")


def test_a_dated_report_of_the_same_year_counts_from_its_own_day() -> None:
    found = last_days(HISTORY + "The boatmen struck again in March.", published="1951-11-15")
    assert found == ("1951-03-01", "1951-03-31")


def test_a_dated_report_that_looks_back_once_counts_from_its_own_day() -> None:
    text = "Harbour shut\n\nThe port was built on 3 May 1951. The boatmen struck in December."
    assert last_days(text, published="2021-06-15") == ("2020-12-01", "2020-12-31")


def test_a_text_with_few_full_dates_is_no_narrative() -> None:
    text = "Harbour shut\n\nThe port was built on 3 May 1951. The boatmen struck in December."
    assert last_days(text) == (None, None)


def test_a_text_that_speaks_of_yesterday_is_no_narrative() -> None:
    deictic = "Yesterday it rained. On Monday it snowed. "
    assert last_days(HISTORY + deictic + "The boatmen struck again in December.") == (None, None)
