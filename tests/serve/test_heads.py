"""HEAD is answered wherever GET is, with the same headers and without the body."""

from __future__ import annotations

import pytest

from tests.serve import sample
from tests.serve.desk import desk

STORY = sample.story().id


@pytest.mark.parametrize(
    "address",
    [
        "/",
        f"/stories/{STORY}",
        "/nothing",
        "/static/page.css",
        "/api/stories",
        f"/api/stories/{STORY}",
        "/api/records/events",
        "/api/feeds/stories.atom",
        "/api/export",
        "/api/export/plover",
        "/api/openapi.json",
        "/api/stories/none",
    ],
)
def test_head_tells_what_get_would(address: str) -> None:
    with desk() as client:
        got, told = client.get(address), client.head(address)
    assert (told.status_code, told.content) == (got.status_code, b"")
    assert told.headers == got.headers


def test_what_is_only_sent_to_has_no_head() -> None:
    with desk() as client:
        assert client.head("/api/pages").status_code == 405


def test_the_description_tells_each_address_once() -> None:
    with desk() as client:
        paths = client.get("/api/openapi.json").json()["paths"]
    assert {verb for ways in paths.values() for verb in ways} == {"get", "post"}
