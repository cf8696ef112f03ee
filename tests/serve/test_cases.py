"""The pages of a case: a board of its own, and ways to its feed and its datasets."""

from __future__ import annotations

import pytest

from dateline.export.formats import FORMATS
from dateline.serve import links
from tests.serve.desk import Seen, desk


def test_a_case_has_a_board_of_its_own() -> None:
    with desk(case="Beira floods") as client:
        listed = Seen(client.get("/cases").text)
        page = Seen(client.get("/case/beira-floods").text)
    assert "/case/beira-floods" in listed.links
    assert "River bursts its banks in Beira" in page.words
    assert "country MOZ" in " ".join(page.words.split())


def test_a_case_leads_to_its_feed_and_its_datasets() -> None:
    with desk(case="Beira floods") as client:
        page = Seen(client.get("/case/beira-floods").text)
        feed = client.get("/case/beira-floods/feed")
        for form in FORMATS:
            address = f"/case/beira-floods/exports/{form}"
            assert address in page.links
            answer = client.get(address)
            expected = (307, links.export_link(form, {"country": "MOZ"}))
            assert (answer.status_code, answer.headers["location"]) == expected
    assert "/case/beira-floods/feed" in page.links
    assert (feed.status_code, feed.headers["location"]) == (
        307,
        links.feed_link("atom", {"country": "MOZ"}),
    )


@pytest.mark.parametrize(
    "address",
    ["/case/storms", "/case/storms/feed", "/case/floods/exports/xlsx", "/case/%00"],
)
def test_what_is_no_case_is_not_there(address: str) -> None:
    with desk(case="Floods") as client:
        assert client.get(address).status_code == 404


def test_a_cursor_that_is_none_is_told() -> None:
    with desk(case="Floods") as client:
        assert client.get("/case/floods?after=x").status_code == 422


def test_without_cases_it_is_said_how_one_is_made() -> None:
    with desk() as client:
        words = Seen(client.get("/cases").text).words
    assert "There are no cases yet." in words
    assert "dateline case create" in words
