"""Reports without a date, dated from those of the same story."""

from __future__ import annotations

from itertools import permutations

from dateline.model import Report
from dateline.weaving.dating import date_reports
from tests.build import read_text

HEAD = "Osmara rejects the warning\n\nThe harbour stayed shut. "


def report(text: str, path: str, published: str | None = None) -> Report:
    """Return a report that knows its times."""
    given = {"published": published} if published else {}
    return read_text(HEAD + text, upto="times", path=path, **given)


DATED = report("The envoy spoke on Monday.", "dated.txt", "2021-06-15")
UNDATED = report(
    "Osmara on June 15 rejected the warning. The envoy wrote on June 14 that the two sides"
    " will meet on June 18.",
    "undated.txt",
)


def test_the_latest_past_day_is_the_date() -> None:
    _, dated = date_reports([DATED, UNDATED])
    assert (dated.metadata.published, dated.metadata.published_by) == ("2021-06-15", "inferred")
    assert [time.start for time in dated.times] == ["2021-06-15", "2021-06-14", "2021-06-18"]
    reasons = dict(dated.metadata.read_from)
    assert reasons["published"].startswith("inferred: ")


def test_a_date_that_was_there_is_kept() -> None:
    first, _ = date_reports([DATED, UNDATED])
    assert first == DATED


def test_without_a_dated_sibling_nothing_is_known() -> None:
    assert date_reports([UNDATED]) == (UNDATED,)


def test_words_that_fit_no_sibling_leave_the_date_open() -> None:
    other = report("Osmara on March 2 rejected the warning.", "other.txt")
    assert date_reports([DATED, other])[1] == other


def test_a_weekday_fits_a_sibling_of_that_day_only() -> None:
    tuesday = report("Osmara on Tuesday rejected the warning.", "tuesday.txt")
    thursday = report("Osmara on Thursday rejected the warning.", "thursday.txt")
    found = date_reports([DATED, tuesday, thursday])
    assert found[1].metadata.published == "2021-06-15"
    assert found[2].metadata.published is None


def test_weekdays_are_counted_to_the_nearest_sibling() -> None:
    later = report("The harbour opened.", "later.txt", "2021-06-16")
    told = report("Osmara on Wednesday freed the crew. It had sailed on Tuesday.", "told.txt")
    late = report("Late on Tuesday Osmara freed the crew.", "late.txt")
    found = date_reports([DATED, later, told, late])
    assert [r.metadata.published for r in found[2:]] == ["2021-06-16", "2021-06-15"]


def test_the_order_of_reports_changes_nothing() -> None:
    later = report("The harbour opened on Wednesday.", "later.txt", "2021-06-16")
    expected = {r.id: r for r in date_reports([DATED, UNDATED, later])}
    for order in permutations([DATED, UNDATED, later]):
        assert {r.id: r for r in date_reports(order)} == expected


def test_dating_twice_changes_nothing() -> None:
    once = date_reports([DATED, UNDATED])
    assert date_reports(once) == once


def test_a_report_that_opens_with_the_next_weekday_is_of_that_day() -> None:
    text = "Osmara on Wednesday searched the quay. The pilot drowned on June 15."
    next_day = report(text, "wednesday.txt")
    assert date_reports([DATED, next_day])[1].metadata.published == "2021-06-16"


def test_a_report_that_opens_with_the_named_day_is_of_that_day() -> None:
    text = "Osmara on Tuesday searched the quay. The pilot drowned on June 15."
    same_day = report(text, "same.txt")
    assert date_reports([DATED, same_day])[1].metadata.published == "2021-06-15"


def test_a_look_back_of_some_days_leaves_the_weekday_to_speak() -> None:
    text = "Osmara on Tuesday searched the quay. The ferry has been idle since June 9."
    looking_back = report(text, "back.txt")
    assert date_reports([DATED, looking_back])[1].metadata.published == "2021-06-15"


def test_a_day_of_long_ago_leaves_the_date_open() -> None:
    text = "Osmara on Tuesday searched the quay. The ferry sank on March 2."
    old = report(text, "old.txt")
    assert date_reports([DATED, old])[1].metadata.published is None


def test_of_two_weekdays_the_one_less_far_from_both_is_the_date() -> None:
    day_after = report("The envoy spoke on Monday.", "after.txt", "2021-06-16")
    text = "Osmara said on Wednesday it had searched the quay on Tuesday."
    undated = report(text, "two.txt")
    assert date_reports([DATED, day_after, undated])[2].metadata.published == "2021-06-16"


def test_what_happened_late_is_told_the_day_after() -> None:
    late = report("Osmara late on Monday searched the quay.", "late.txt")
    assert date_reports([DATED, late])[1].metadata.published == "2021-06-15"


def test_what_happened_the_day_before_leaves_the_date_open() -> None:
    before = report("Osmara on Monday searched the quay.", "before.txt")
    assert date_reports([DATED, before])[1].metadata.published is None


def test_a_copy_is_of_the_day_of_what_it_copies() -> None:
    story = (
        "Police closed the fish market of Osmara on Monday after a fire in its roof. Two porters"
        " were treated for burns in the harbour clinic. The guild of porters blamed old cables"
        " that nobody had looked at for years. "
    )
    own = report(story + "It asked for a hearing.", "own.txt", "2021-06-15")
    copied = report(story, "copied.txt")
    found = date_reports([own, copied], [(own.id, copied.id)])[1].metadata
    assert (found.published, found.published_by) == ("2021-06-15", "inferred")
    assert "whose text it prints" in dict(found.read_from)["published"]


def test_several_weekdays_tell_a_day_that_is_no_siblings() -> None:
    told = report(
        "The guild on Thursday left the talks. It had come on Monday, met the envoy on Tuesday"
        " and slept on the quay on Wednesday.",
        "told.txt",
    )
    assert date_reports([DATED, told])[1].metadata.published == "2021-06-17"


def test_numbers_that_can_be_two_days_are_read_as_the_others_are_of_then() -> None:
    sibling = report("The harbour opened.", "sibling.txt", "2021-06-09")
    turned = read_text(
        "Osmara rejects the warning\n\n10/06/2021 22:10\n\nThe harbour stayed shut on Wednesday.",
        upto="times",
        path="turned.txt",
    )
    assert (turned.metadata.published or "")[:10] == "2021-10-06"
    alone, together = date_reports([turned]), date_reports([turned, sibling])
    assert alone == (turned,)
    assert (together[0].metadata.published or "")[:10] == "2021-06-10"
    assert together[0].metadata.published_by == "printed"
    assert [time.start for time in together[0].times][-1] == "2021-06-09"
    assert date_reports(together) == together
    october = report("The harbour opened.", "october.txt", "2021-10-05")
    assert date_reports([turned, sibling, october])[0] == turned
