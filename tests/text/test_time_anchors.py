"""What a time counts from that leans on the text before it."""

from __future__ import annotations

import pytest

from tests.build import read_text

LEAD = "Harbour talks resume\n\nThe port of Osmara has been closed since the storm. "


def last(text: str) -> tuple[str | None, str | None]:
    """Return the days of the last time of a text of 2021-06-15."""
    time = read_text(LEAD + text, upto="times", published="2021-06-15").times[-1]
    return time.start, time.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The ferry sank on May 3, 2019. It was raised a week later.", "2019-05-10", "2019-05-10"),
        ("The ferry sank on May 3, 2019. The next day it snowed.", "2019-05-04", "2019-05-04"),
        (
            "The ferry sank on May 3, 2019. It was raised later that year.",
            "2019-01-01",
            "2019-12-31",
        ),
        (
            "The ferry sank in May 2019. It was raised in August of that year.",
            "2019-08-01",
            "2019-08-31",
        ),
        (
            "The ferry sank in May 2019. It was raised the following month.",
            "2019-06-01",
            "2019-06-30",
        ),
        ("Six sank on May 3, 2019, up from two the day before.", "2019-05-02", "2019-05-02"),
        ("The ferry sank on the night of May 3, 2019.", "2019-05-03", "2019-05-03"),
        ("The ferry sank on May 31, 2009 local time.", "2009-05-31", "2009-05-31"),
    ],
)
def test_a_time_counts_from_what_was_told_last(text: str, start: str, end: str) -> None:
    assert last(text) == (start, end)


def test_without_a_day_told_before_it_stays_open() -> None:
    assert last("The ferry was raised a week later.") == (None, None)


def test_the_same_time_is_no_time_of_its_own() -> None:
    text = "The ferry sank on May 3, 2019. At the same time it snowed."
    assert last(text) == ("2019-05-03", "2019-05-03")


def test_a_count_that_is_vague_has_a_side_only() -> None:
    assert last("The ferry sank on May 3, 2019. Weeks later it was raised.") == (None, None)
