"""What the lines of a page say of it."""

from __future__ import annotations

import pytest

from tests.clean.build import skimmed, skimmed_html

_BODY = "A ferry with 100 people aboard sank off the cape on Saturday, the coast guard said."


def test_what_was_first_published_is_the_publication() -> None:
    line = "This article was originally published on 26 Sep 2019 and has been updated since."
    text = f"Ferry sinks off the cape\n\n30 Sep 2022\n\n{_BODY}\n\n{_BODY}\n\n{line}"
    assert skimmed(text).metadata.published == "2019-09-26"


def test_a_short_line_beside_the_headline_may_hold_the_day() -> None:
    lines = ("Ferry sinks off the cape", "4 min read · Jane Doe · May 3, 2020", _BODY, _BODY)
    assert skimmed("\n\n".join(lines)).metadata.published == "2020-05-03"


@pytest.mark.parametrize(
    ("attributes", "published"),
    [(' lang="en-GB"', "2018-09-04"), (' lang="fr"', "2018-09-04"), (' lang="en"', None)],
)
def test_the_pages_country_tells_day_from_month(attributes: str, published: str | None) -> None:
    page = (
        f"<html{attributes}><body><h1>Ferry sinks off the cape</h1>"
        f'<p class="date">04/09/2018</p><p>{_BODY}</p><p>{_BODY}</p>'
    )
    assert skimmed_html(page).metadata.published == published


def test_a_page_tells_by_its_other_dates_which_number_is_the_month() -> None:
    lines = ("Ferry sinks off the cape", "04/09/2018", _BODY, "It sailed on May 3, 2018.")
    assert skimmed("\n\n".join(lines)).metadata.published == "2018-04-09"
