"""Feeds: what their readers expect, found from the board, with the board's filters."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from dateline.serve.app import make_app
from dateline.store import Store
from tests.serve import sample
from tests.serve.desk import desk

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESSES = ("/api/feeds/stories.atom", "/api/feeds/stories.rss")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with desk() as opened:
        yield opened


def read(client: TestClient, address: str) -> ET.Element:
    answer = client.get(address)
    assert answer.status_code == 200
    return ET.fromstring(answer.content)  # noqa: S314 - we have just written it


def test_the_board_says_where_its_feeds_are(client: TestClient) -> None:
    page = client.get("/?country=MOZ").text
    for ending in ("atom", "rss"):
        link = f'href="/api/feeds/stories.{ending}?country=MOZ"'
        assert f'type="application/{ending}+xml" title="These stories ({ending})" {link}' in page
    assert 'rel="alternate"' not in client.get("/claims").text


def test_an_entry_leads_to_its_story(client: TestClient) -> None:
    (entry,) = read(client, f"{ADDRESSES[0]}?country=MOZ").findall(f"{ATOM}entry")
    link = entry.find(f"{ATOM}link[@rel='alternate']")
    (item,) = read(client, f"{ADDRESSES[1]}?country=MOZ").iter("item")
    assert link is not None
    assert link.attrib["href"] == item.findtext("link")
    assert client.get(urlsplit(link.attrib["href"]).path).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_feed_knows_its_own_address(client: TestClient, address: str) -> None:
    asked = f"{address}?text=river+%26+flood&country=MOZ"
    feed = read(client, asked)
    (own,) = (link for link in feed.iter(f"{ATOM}link") if link.attrib["rel"] == "self")
    assert own.attrib["href"] == f"http://testserver{asked}"


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("", "Stories read by dateline"),
        (
            "?text=river+%26+flood&country=MOZ",
            "Stories read by dateline: text river & flood, country MOZ",
        ),
    ],
)
def test_a_feed_is_called_by_what_is_looked_for(client: TestClient, asked: str, title: str) -> None:
    assert read(client, f"{ADDRESSES[0]}{asked}").findtext(f"{ATOM}title") == title
    assert read(client, f"{ADDRESSES[1]}{asked}").findtext("channel/title") == title


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_feed_holds_what_is_looked_for(client: TestClient, address: str) -> None:
    found = read(client, f"{address}?country=NOR")
    assert [*found.iter("item"), *found.iter(f"{ATOM}entry")] == []
    assert client.get(f"{address}?limit=3").status_code == 422


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_known_is_not_sent_again(client: TestClient, address: str) -> None:
    tag = client.get(address).headers["etag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_a_server_that_knows_no_run_has_no_feeds() -> None:
    with Store(":memory:") as store, TestClient(make_app(store)) as client:
        assert "/api/feeds" not in client.get("/").text
        assert client.get(ADDRESSES[0]).status_code == 404


def test_no_story_is_a_feed() -> None:
    with desk(sample.story()) as client:
        for address in ADDRESSES:
            read(client, f"{address}?until=1999-01-01")
