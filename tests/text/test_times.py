"""Which words of a text are times, and which days they mean."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Time
from dateline.text.times import resolve_times
from tests.build import marked, read_text

LEAD = "Harbour talks resume\n\nThe port of Osmara has been closed since the storm. "
"""A headline and a sentence before, so that the sentence under test is body text."""


def times(text: str, published: str | None = "2021-06-15") -> tuple[Time, ...]:
    """Return the times of a body sentence; 2021-06-15 is a Tuesday."""
    given = {"published": published} if published else {}
    return read_text(LEAD + text, upto="times", **given).times


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The dam broke on [June 3, 2021].", "2021-06-03", "2021-06-03"),
        ("The dam broke on [3 June 2021].", "2021-06-03", "2021-06-03"),
        ("The dam broke on [Thursday, June 3, 2021].", "2021-06-03", "2021-06-03"),
        ("The dam broke late on [June 3].", "2021-06-03", "2021-06-03"),
        ("The dam broke on [3 Sept].", "2020-09-03", "2020-09-03"),
        ("The dam broke in [August 2016].", "2016-08-01", "2016-08-31"),
        ("The dam broke in [August].", "2020-08-01", "2020-08-31"),
        ("The dam broke in [2015].", "2015-01-01", "2015-12-31"),
        ("The [2011] revolt changed the valley.", "2011-01-01", "2011-12-31"),
        ("Unions called for a march on [Friday].", "2021-06-18", "2021-06-18"),
        ("Unions called for calm on [Friday].", "2021-06-11", "2021-06-11"),
        ("Judges called off a walkout on [Friday].", "2021-06-11", "2021-06-11"),
        ("The mayor closed the market until [Friday].", "2021-06-18", "2021-06-18"),
        ("The museum has closed its halls until [Friday].", "2021-06-18", "2021-06-18"),
        ("The union promised the firm an answer by [Friday].", "2021-06-18", "2021-06-18"),
        ("The town imposed a curfew as from [Friday].", "2021-06-18", "2021-06-18"),
        ("The mayor invited them to a hearing on [Friday].", "2021-06-18", "2021-06-18"),
        ("Police summoned the skipper for questioning on [Friday].", "2021-06-18", "2021-06-18"),
        ("Aerial pictures show three boats on [Friday morning].", "2021-06-11", "2021-06-11"),
        ("The rector shut the campus for [the weekend].", "2021-06-19", "2021-06-20"),
        ("The mayor told the crew to stay until [Friday].", "2021-06-18", "2021-06-18"),
        ("The boat was to have docked on [Friday].", "2021-06-11", "2021-06-11"),
        ("A photograph of [Friday] shows the pier.", "2021-06-11", "2021-06-11"),
        ("He condemned what was done on [the eve].", "2021-06-14", "2021-06-14"),
        ("The mayor invited reporters on [Friday] to see it.", "2021-06-11", "2021-06-11"),
        ("The strike lasted until [Friday].", "2021-06-11", "2021-06-11"),
        ("The mayor had ordered them to leave on [Friday].", "2021-06-11", "2021-06-11"),
        ("The mayor on [Monday] warned of rain.", "2021-06-14", "2021-06-14"),
        ("The mayor warned of rain [Monday night].", "2021-06-14", "2021-06-14"),
        ("The mayor resigned [yesterday].", "2021-06-14", "2021-06-14"),
        ("The mayor resigned [last Friday].", "2021-06-11", "2021-06-11"),
        ("The mayor resigned on [Friday last week].", "2021-06-11", "2021-06-11"),
        ("The mayor resigned [last week].", "2021-06-07", "2021-06-13"),
        ("The mayor resigned [last month].", "2021-05-01", "2021-05-31"),
        ("The mayor resigned [earlier this year].", "2021-01-01", "2021-06-15"),
        ("The mayor resigned over [the weekend].", "2021-06-12", "2021-06-13"),
        ("The mayor resigned [three days ago].", "2021-06-12", "2021-06-12"),
        ("The two sides clashed in [the past week].", "2021-06-08", "2021-06-15"),
        ("The two sides will meet in [the coming days].", "2021-06-15", "2021-06-22"),
        ("The strike lasted from [3 to 7 May].", "2021-05-03", "2021-05-07"),
        ("Rain fell between [March and May].", "2021-03-01", "2021-05-31"),
        ("Clashes raged from [2011 to 2014].", "2011-01-01", "2014-12-31"),
        ("He left on [12 November last year].", "2020-11-12", "2020-11-12"),
    ],
)
def test_times_are_found_and_resolved(text: str, start: str, end: str) -> None:
    plain, (span,) = marked(text)
    found = times(plain)
    assert [(LEAD + plain)[t.span.start : t.span.end] for t in found] == [
        plain[span.start : span.end]
    ]
    assert (found[0].start, found[0].end) == (start, end)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoys will meet on Friday.", "2021-06-18"),
        ("The envoys are due to meet on Friday.", "2021-06-18"),
        ("The envoys meet on Friday in Osmara.", "2021-06-18"),
        ("The envoys agreed to meet on Friday.", "2021-06-18"),
        ("The minister said he would travel on Friday.", "2021-06-18"),
        ("Talks planned for Friday were called off.", "2021-06-18"),
        ("The court is to rule on Friday.", "2021-06-18"),
        ("The session was postponed to Friday.", "2021-06-18"),
        ("Ten miners remain trapped after Friday's blast.", "2021-06-11"),
        ("The parties prepare for Friday's election.", "2021-06-18"),
        ('The envoy said "they must go" after his return on Friday.', "2021-06-11"),
        ("The envoys met on Friday.", "2021-06-11"),
        ("The envoys have been fighting since Friday.", "2021-06-11"),
        ("On Friday, the minister said that no talks would take place.", "2021-06-11"),
    ],
)
def test_the_governing_verb_tells_the_side(text: str, day: str) -> None:
    assert [t.start for t in times(text)] == [day]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rebels broke a 19-day lull.", "P19D"),
        ("The six-year war ruined the valley.", "P6Y"),
        ("The road was shut for three weeks.", "P3W"),
        ("The family had waited for decades.", "PXDE"),
    ],
)
def test_a_duration_has_no_days(text: str, value: str) -> None:
    (found,) = times(text)
    assert (found.value, found.grain) == (value, "duration")
    assert found.start is None


def test_a_time_of_day_is_no_year() -> None:
    (found,) = times("The bulletin goes out at 1830 UTC.")
    assert (found.value, found.grain, found.start) == ("T18:30Z", "minute", None)


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Theresa May resigned.",
        "The rebels may attack.",
        "The rebels march on the town.",
        "The town sent 2000 people home.",
        "A second bomb went off.",
        "The 34-year-old man escaped.",
        "He is 34 years old.",
        "The shop sold 1,200 loaves.",
    ],
)
def test_these_are_no_times(text: str) -> None:
    assert times(text) == ()


def test_a_headline_in_the_present_looks_back() -> None:
    report = read_text(
        "Envoy meets rebels on Monday\n\nThe envoy met the rebels in Osmara.",
        upto="times",
        published="2021-06-15",
    )
    assert [t.start for t in report.times] == ["2021-06-14"]


def test_a_week_after_a_journey_counts_back_from_the_main_clause() -> None:
    (found,) = times("The visit comes a week after the general travelled to Osmara.")
    assert (found.start, found.end) == ("2021-06-07", "2021-06-13")
    assert found.anchor == "event"


def test_days_after_a_dated_event_count_from_it() -> None:
    found = times("Two days after the June 3 vote the court stepped in.")
    assert [t.start for t in found] == ["2021-06-05", "2021-06-03"]


def test_the_next_day_counts_from_the_day_before_it_in_the_text() -> None:
    found = times("The vote was held on June 3. The next day the court stepped in.")
    assert [(t.start, t.anchor) for t in found] == [
        ("2021-06-03", "published"),
        ("2021-06-04", "text"),
    ]


def test_a_day_later_than_nothing_stays_open() -> None:
    (found,) = times("A day later the court stepped in.")
    assert (found.value, found.start) == ("EVENT+P1D", None)


def test_a_report_without_a_date_keeps_the_words_value() -> None:
    (found,) = times("The court stepped in on June 3.", published=None)
    assert (found.value, found.start, found.direction) == ("XXXX-06-03", None, "past")


def test_times_are_resolved_again_from_another_day() -> None:
    report = read_text(LEAD + "The court stepped in on Monday.", upto="times")
    (found,) = resolve_times(report, date(2021, 6, 15))
    assert found.start == "2021-06-14"
    (again,) = resolve_times(report, date(2021, 6, 25))
    assert again.start == "2021-06-21"


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("The truce holds from midnight on Friday.", "midnight on Friday", "2021-06-18"),
        ("The ferry sank at noon on 3 May.", "noon on 3 May", "2021-05-03"),
        ("The ferry sank on Monday at 5 p.m. in fog.", "Monday at 5 p.m.", "2021-06-14"),
    ],
)
def test_a_time_of_day_and_its_day_are_one_time(text: str, words: str, start: str) -> None:
    report = read_text(LEAD + text, upto="times", published="2021-06-15")
    assert [(t.span.of(report.text), t.start, t.end) for t in report.times] == [
        (words, start, start)
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The dockers called a strike for Friday.", "2021-06-18"),
        ("The judge set a hearing for 12 July.", "2021-07-12"),
        ("The new fare applies from Friday.", "2021-06-18"),
        ("The dockers blamed him for Friday's strike.", "2021-06-11"),
    ],
)
def test_what_is_put_down_for_a_day_lies_ahead(text: str, start: str) -> None:
    (time,) = times(text)
    assert time.start == start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It rained on the night of [21-22 May].", "2021-05-21", "2021-05-22"),
        ("The fair was held on [May 3-5, 2019].", "2019-05-03", "2019-05-05"),
        ("The bridge was built in [2014-18].", "2014-01-01", "2018-12-31"),
    ],
)
def test_days_and_years_joined_by_a_hyphen(text: str, start: str, end: str) -> None:
    plain, (span,) = marked(LEAD + text)
    found = {t.span: t for t in read_text(plain, upto="times", published="2021-06-15").times}
    assert (found[span].start, found[span].end) == (start, end)
