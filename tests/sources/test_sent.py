"""What is sent is opened by its media type alone."""

from __future__ import annotations

import pytest

from dateline.model import Given, Page, Reject
from dateline.sources.sent import open_sent

TEXT = "Storm floods harbour\n\nThe storm flooded the harbour on Thursday.\n"


def opened(body: str | bytes, kind: str, given: Given = Given()) -> list[Page | Reject]:
    data = body.encode() if isinstance(body, str) else body
    return list(open_sent(data, kind, name="sent", given=given))


def test_a_text_is_one_page_though_it_looks_like_json() -> None:
    (page,) = opened('{"text": "Storm"}\n{"text": "Tax"}\n', "text/plain")
    assert isinstance(page, Page)
    assert page.text.startswith('{"text"')


def test_what_is_given_holds_for_every_page_of_a_list() -> None:
    rows = '{"text": "Storm floods harbour"}\n{"text": "Parliament passes tax"}\n'
    pages = opened(rows, "Application/X-NDJSON; charset=utf-8", Given(outlet="Coast Post"))
    assert [page.given.outlet for page in pages if isinstance(page, Page)] == ["Coast Post"] * 2


def test_a_feed_has_a_page_an_entry() -> None:
    feed = (
        '<rss version="2.0"><channel><title>Coast Post</title><item><title>Storm floods'
        f" harbour</title><description>{TEXT}</description></item></channel></rss>"
    )
    (page,) = opened(feed, "application/rss+xml")
    assert page.path == "sent.xml#1"


@pytest.mark.parametrize("kind", ["application/x-ndjson", "application/json", "text/csv"])
@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"PK\x03\x04\x14\0", b"[" * 5000])
def test_what_can_not_be_read_is_a_reject(kind: str, body: bytes) -> None:
    assert all(isinstance(one, Reject) and one.reason for one in opened(body, kind))


def test_another_media_type_is_not_guessed_at() -> None:
    with pytest.raises(KeyError):
        opened(TEXT, "application/zip")
