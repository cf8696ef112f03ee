"""Versions: one address with new text is one report."""

from __future__ import annotations

import pytest

from dateline.weaving.lineage import find_copies
from dateline.weaving.origins import find_ties, story_origins
from dateline.weaving.versions import find_versions, read_address
from tests.weaving.reports import make_report

URL = "https://news.example/saro-reef"
NOON = make_report(
    "noon", "Ship aground", "A freighter hit the reef of Saro, officials said on Tuesday.",
    url=URL, published="2031-03-04T12:00",
)  # fmt: skip
NIGHT = make_report(
    "a-night", "Slick reaches beach", "Oil from the wreck lay on two beaches of the island by dusk.",
    url="http://www.news.example/saro-reef/#top", published="2031-03-04T12:00",
    updated="2031-03-04T21:00",
)  # fmt: skip


def test_the_last_version_comes_last() -> None:
    assert find_versions([NIGHT, NOON]) == (("noon", "a-night"),)


def test_a_version_is_no_new_origin_however_new_its_text() -> None:
    copies = find_copies([NOON, NIGHT])
    assert copies == (("a-night", "noon"),)
    assert story_origins(find_ties([NOON, NIGHT], copies)).most == 1


@pytest.mark.parametrize("url", [None, "", "https://news.example/", "https://news.example", "/?"])
def test_the_front_of_a_site_is_the_address_of_no_report(url: str | None) -> None:
    assert read_address(url) is None


def test_what_follows_the_question_mark_tells_reports_apart() -> None:
    assert read_address("https://a.example/s?id=1") != read_address("https://a.example/s?id=2")
