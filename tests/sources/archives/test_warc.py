"""WARC archives are read record by record; what holds no page is counted."""

from __future__ import annotations

import gzip
import zlib

import pytest
from fastwarc.warc import WarcRecordType

from dateline.model import Page
from dateline.sources.limits import LIMITS
from tests.sources.build import HTML, PAGE, STORY, a_record, opened, rejects, texts, told

FERRY, BRIDGE = "https://herald.example/ferry", "https://herald.example/bridge"


def test_a_response_is_a_page_with_its_address_and_instant() -> None:
    (page,) = opened(a_record(FERRY, PAGE, HTML), "crawl.warc")
    assert isinstance(page, Page)
    assert page.path == f"crawl.warc/{FERRY}"
    assert page.text == STORY
    assert page.fetched == "2020-05-03T07:15:00+00:00"
    assert page.listing is not None
    assert (page.listing.source, page.listing.url) == ("warc", FERRY)


def test_an_archive_of_gzip_members_is_read() -> None:
    data = b"".join(
        gzip.compress(a_record(f"{FERRY}/{number}", told(number), HTML)) for number in range(3)
    )
    assert list(texts(data, "crawl.warc.gz")) == [
        f"crawl.warc.gz/{FERRY}/{number}" for number in range(3)
    ]
    assert rejects(data, "crawl.warc.gz") == []


def test_the_charset_of_the_head_is_used() -> None:
    body = "<p>Паром затонул в понедельник у мыса.".encode("koi8-r")
    data = a_record(FERRY, body, "Content-Type: text/html; charset=koi8-r")
    assert list(texts(data, "c.warc").values()) == ["Паром затонул в понедельник у мыса."]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(PAGE)),
        ("Content-Encoding: deflate", zlib.compress(PAGE)),
        ("Content-Encoding: deflate", zlib.compress(PAGE)[2:-4]),
        ("Transfer-Encoding: chunked", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
        # Undone by the crawler, which kept the head.
        ("Content-Encoding: gzip", PAGE),
        ("Content-Encoding: deflate", PAGE),
        ("Content-Encoding: br", PAGE),
        ("Transfer-Encoding: chunked", PAGE),
    ],
)
def test_codings_are_undone_where_they_are(head: str, body: bytes) -> None:
    assert list(texts(a_record(FERRY, body, HTML, head), "c.warc").values()) == [STORY]


def test_brotli_is_undone() -> None:
    # An uncompressed block, as RFC 7932 lays it out: no encoder is at hand.
    body = bytes.fromhex("0b") + bytes([0x02, 0x80]) + b"<p>hi" + b"\x03"
    assert list(texts(a_record(FERRY, body, HTML, "Content-Encoding: br"), "c.warc").values()) == [
        "hi"
    ]


def test_what_holds_no_page_is_counted_in_one_line() -> None:
    data = b"".join(
        [
            a_record(FERRY, PAGE, HTML),
            a_record(f"{FERRY}.jpg", b"\xff\xd8", "Content-Type: image/jpeg"),
            a_record(f"{BRIDGE}.jpg", b"\xff\xd8", "Content-Type: image/jpeg"),
            a_record(BRIDGE, b"gone", "HTTP/1.1 404 Not Found", HTML),
            a_record(FERRY, b"GET / HTTP/1.1\r\n\r\n", kind=WarcRecordType.request),
        ]
    )
    assert len(texts(data, "c.warc")) == 1
    assert rejects(data, "c.warc") == [
        ("c.warc", "3 records hold no new page (2 image/jpeg, 1 status 404)")
    ]


def test_a_plain_text_of_a_conversion_record_is_a_page() -> None:
    data = a_record(
        FERRY, STORY.encode(), kind=WarcRecordType.conversion, fields={"Content-Type": "text/plain"}
    )
    assert list(texts(data, "c.warc.wet").values()) == [STORY]


DIGEST = {"WARC-Payload-Digest": "sha1:FERRY"}


def test_a_revisit_under_another_address_is_a_page_with_the_content_it_speaks_of() -> None:
    again = a_record(BRIDGE, b"", HTML, kind=WarcRecordType.revisit, fields=DIGEST)
    found = texts(a_record(FERRY, PAGE, HTML, fields=DIGEST) + again, "c.warc")
    assert found == {f"c.warc/{FERRY}": STORY, f"c.warc/{BRIDGE}": STORY}


def test_a_revisit_of_the_same_address_is_counted() -> None:
    again = a_record(FERRY, b"", HTML, kind=WarcRecordType.revisit, fields=DIGEST)
    assert rejects(a_record(FERRY, PAGE, HTML, fields=DIGEST) + again, "c.warc") == [
        ("c.warc", "1 record holds no new page (1 revisits of pages above)")
    ]


def test_a_revisit_of_what_is_not_there_is_told() -> None:
    data = a_record(
        BRIDGE, b"", HTML, kind=WarcRecordType.revisit, fields={"WARC-Refers-To-Target-URI": FERRY}
    )
    assert rejects(data, "c.warc") == [
        (f"c.warc/{BRIDGE}", f"a revisit of {FERRY}, which is not found before it")
    ]


@pytest.mark.parametrize("cut", [3, 40])
def test_an_archive_that_was_cut_is_told(cut: int) -> None:
    data = a_record(FERRY, told(1), HTML) + a_record(BRIDGE, told(2) * 3, HTML)
    assert rejects(data[:-cut], "c.warc") == [("c.warc", "cut short in or after record 2")]


def test_a_packed_archive_that_was_cut_gives_what_came_before() -> None:
    data = gzip.compress(a_record(FERRY, told(1), HTML)) + gzip.compress(
        a_record(BRIDGE, told(2), HTML)
    )
    assert list(texts(data[:-20], "c.warc.gz")) == [f"c.warc.gz/{FERRY}"]
    ((path, reason),) = rejects(data[:-20], "c.warc.gz")
    assert path.startswith("c.warc.gz")
    assert "cut short" in reason


def test_what_stands_between_records_is_passed_over() -> None:
    data = a_record(FERRY, told(1), HTML) + b"junk\r\n\r\n" + a_record(BRIDGE, told(2), HTML)
    assert len(texts(data, "c.warc")) == 2


def test_an_archive_that_goes_on_as_something_else_is_told() -> None:
    data = a_record(FERRY, told(1), HTML) + b"WARC/1.0\r\nContent-Length: many\r\n\r\nrest"
    assert list(texts(data, "c.warc")) == [f"c.warc/{FERRY}"]
    assert len(rejects(data, "c.warc")) == 1


def test_a_body_that_unpacks_too_large_is_told_and_the_rest_goes_on() -> None:
    bomb = gzip.compress(b"a" * (LIMITS.page + 1), 1)
    data = a_record(FERRY, bomb, HTML, "Content-Encoding: gzip") + a_record(BRIDGE, PAGE, HTML)
    assert rejects(data, "c.warc") == [(f"c.warc/{FERRY}", "too large (at most 20 MB)")]
    assert list(texts(data, "c.warc")) == [f"c.warc/{BRIDGE}"]


def test_contents_kept_for_revisits_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.sources.archives import warc

    monkeypatch.setattr(warc, "_KEPT", len(PAGE) + 10)
    data = (
        a_record(FERRY, PAGE, HTML, fields=DIGEST)
        + a_record(f"{FERRY}/2", told(2), HTML)
        + a_record(BRIDGE, b"", HTML, kind=WarcRecordType.revisit, fields=DIGEST)
    )
    assert [path for path, _ in rejects(data, "c.warc")] == [f"c.warc/{BRIDGE}"]


def test_an_answer_without_a_head_of_http_is_counted() -> None:
    record = a_record(FERRY, PAGE, HTML).replace(b"HTTP/1.1 200 OK\r\n", b"\x00\x01garbage....\r\n")
    assert rejects(record + a_record(BRIDGE, PAGE, HTML), "c.warc") == [
        ("c.warc", "1 record holds no new page (1 without a head of HTTP)")
    ]


def test_lines_that_end_without_a_carriage_return_are_read() -> None:
    record = a_record(FERRY, b"<p>It sank.", HTML)
    head, _, rest = record.partition(b"\r\n\r\n")
    assert list(texts(head.replace(b"\r\n", b"\n") + b"\n\n" + rest, "c.warc").values()) == [
        "It sank."
    ]
