"""The pages of a case: a board of its own, and ways to its feed and its datasets."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from dateline.export.formats import FORMATS
from dateline.serve import links
from dateline.serve.filters import read_query
from dateline.store import Query, Store
from tests.serve import sample
from tests.serve.api.test_feeds import ATOM
from tests.serve.desk import Seen, desk, served


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
        for form in FORMATS:
            address = f"/case/beira-floods/exports/{form}"
            assert address in page.links
            answer = client.get(address)
            expected = (307, links.export_link(form, {"country": "MOZ"}))
            assert (answer.status_code, answer.headers["location"]) == expected
    assert "/case/beira-floods/feed" in page.links


def test_the_feed_of_a_case_has_its_name_and_address() -> None:
    with desk(case="Beira floods") as client:
        answer = client.get("/case/beira-floods/feed")
    feed = ET.fromstring(answer.content)  # noqa: S314 - we have just written it
    assert feed.findtext(f"{ATOM}title") == "Beira floods"
    assert feed.findtext(f"{ATOM}id") == "http://testserver/case/beira-floods/feed"
    leads = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
    assert leads["alternate"] == "http://testserver/case/beira-floods"
    assert answer.headers["content-type"].startswith("application/atom+xml")


def test_a_case_looks_for_what_its_filters_say() -> None:
    query = Query(country="MOZ", box=(34.000012, -20.123456, 35.00001, -0.00001), origins=1)
    with Store(":memory:") as store, TestClient(served(store)) as client:
        store.add([sample.story()])
        store.create_case("Floods", query)
        feed = client.get("/case/floods/feed")
        table = client.get("/case/floods/exports/geojson", follow_redirects=True)
    assert (feed.status_code, table.status_code) == (200, 200)
    assert read_query(dict(table.url.params.items())) == query
    assert "River bursts its banks in Beira" in feed.text


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
