"""Versions: one address with new text is one report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Report, Versions
from dateline.weaving.copies.lineage import find_copies
from dateline.weaving.copies.versions import find_versions, in_order, read_address
from dateline.weaving.origins.counting import find_ties, story_origins
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
    assert find_versions([NIGHT, NOON]) == (Versions(("noon", "a-night"), "updated"),)


def undated(path: str, text: str, fetched: str | None = None) -> Report:
    """Return a version that bears no date, under the name of its file."""
    report = make_report(path.replace("/", "-"), "Ship aground", text, url=URL)
    return replace(report, page=replace(report.page, path=path, fetched=fetched))


def test_versions_without_a_date_come_in_the_order_of_fetching() -> None:
    late = undated("a.html", "Oil lay on two beaches.", "2031-03-04T20:00:00+00:00")
    early = undated("b.html", "A freighter hit a reef.", "2031-03-04T20:30:00+02:00")
    assert find_versions([late, early]) == (Versions(("b.html", "a.html"), "fetched"),)


def test_versions_without_any_time_come_by_the_numbers_of_their_files_which_is_said() -> None:
    ninth = undated("saro-9.html", "A freighter hit a reef.")
    tenth = undated("saro-10.html", "Oil lay on two beaches.")
    assert find_versions([tenth, ninth]) == (Versions(("saro-9.html", "saro-10.html"), "path"),)


def test_an_inferred_day_orders_no_versions() -> None:
    guessed = replace(
        NOON, metadata=replace(NOON.metadata, published_by="inferred", published="2031-03-09")
    )
    assert find_versions([guessed, NIGHT])[0].by == "path"


def test_versions_stand_in_their_order_among_the_reports() -> None:
    other = make_report("other", "Tug sails", "A tug left port.", published="2031-03-05")
    ordered = in_order([NIGHT, NOON, other], find_versions([NIGHT, NOON]))
    assert [report.id for report in ordered] == ["noon", "a-night", "other"]


def test_a_version_is_no_new_origin_however_new_its_text() -> None:
    copies = find_copies([NOON, NIGHT])
    assert copies == (("a-night", "noon"),)
    origins = story_origins(find_ties([NOON, NIGHT], copies, find_versions([NOON, NIGHT])))
    assert origins.most == 1
    assert [because.reason for because in origins.because] == ["version"]


@pytest.mark.parametrize("url", [None, "", "https://news.example/", "https://news.example", "/?"])
def test_the_front_of_a_site_is_the_address_of_no_report(url: str | None) -> None:
    assert read_address(url) is None


def test_what_follows_the_question_mark_tells_reports_apart() -> None:
    assert read_address("https://a.example/s?id=1") != read_address("https://a.example/s?id=2")
